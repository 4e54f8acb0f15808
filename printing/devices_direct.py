"""Talking to a slip or needle printer without the system's queues: network, USB, serial port or device file.

python-escpos drives USB and serial ports; it is imported when somebody prints on one and not before. A slip printer is
asked for its paper first; one that does not answer is believed to have some, because many never answer.
"""

import errno
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from printing.devices_address import FilePath, Language, Serial, Tcp, Usb, parse_address
from printing.devices_problem import PrinterProblem

CONNECT_S = 5.0
SEND_S = 15.0
ANSWER_S = 0.4
"""A printer that tells its state does so at once (DLE EOT is answered even while it prints)."""

ASK_PAPER = b"\x10\x04\x04"
"""DLE EOT 4: the paper sensor's state (ESC/POS)."""

_NO_PAPER = 0x60
_FIXED = (0x93, 0x12)
"""Bits 0, 1, 4 and 7 of an answer are fixed: 0, 1, 1, 0. Anything else is no answer to this question."""


def send_direct(data: bytes, device: str) -> None:
    """Sends the bytes to the device and returns when it has taken them all.

    Raises:
        InvalidInput: `device_address`.
        PrinterProblem: printer_unreachable, printer_not_listening, printer_forbidden, printer_no_paper,
            printer_silent, printer_no_driver.
    """
    address = parse_address(device)
    asks = address.language is Language.ESCPOS
    with _in_words(device):
        match address.place:
            case FilePath(path):
                _append(data, Path(path))
            case Tcp(host, port):
                _send_tcp(data, host, port, device if asks else "")
            case place:
                _send_cable(data, place, device if asks else "")


def paper_is_out(answer: bytes) -> bool:
    """Whether the answer to ASK_PAPER says that the roll is at its end; an empty or foreign answer does not."""
    return any(byte & _FIXED[0] == _FIXED[1] and byte & _NO_PAPER for byte in answer[:1])


def _append(data: bytes, path: Path) -> None:
    with path.open("ab", buffering=0) as device:
        view = memoryview(data)
        while view:
            view = view[device.write(view) :]
        if path.is_file():
            os.fsync(device.fileno())


def _send_tcp(data: bytes, host: str, port: int, asked: str) -> None:
    """By a socket of our own: python-escpos 3.1 leaves its socket open when it cannot connect, and knows IPv4 only."""
    with socket.create_connection((host, port), timeout=CONNECT_S) as line:
        if asked:
            _require_paper(line, asked)
        line.settimeout(SEND_S)
        line.sendall(data)
        _let_it_take_all(line)


def _require_paper(line: socket.socket, device: str) -> None:
    line.sendall(ASK_PAPER)
    line.settimeout(ANSWER_S)
    try:
        answer = line.recv(1)
    except TimeoutError:
        return
    if paper_is_out(answer):
        raise PrinterProblem("printer_no_paper", device=device)


def _let_it_take_all(line: socket.socket) -> None:
    """Closing at once, with an answer unread, would cut the printer off before it has read the end of the slip."""
    line.shutdown(socket.SHUT_WR)
    line.settimeout(ANSWER_S)
    try:
        while line.recv(64):
            pass
    except OSError:
        return


def _send_cable(data: bytes, place: Usb | Serial, asked: str) -> None:
    from escpos.exceptions import DeviceNotFoundError

    printer = _cable(place)
    try:
        printer.open()
    except DeviceNotFoundError as error:
        cause = error.__context__  # what the system said
        raise cause if isinstance(cause, OSError) else OSError(errno.ENODEV, os.strerror(errno.ENODEV)) from error
    except ValueError as error:  # pyusb's NoBackendError: no libusb on this system
        raise RuntimeError(type(error).__name__) from error
    try:
        if asked:
            printer._raw(ASK_PAPER)
            if paper_is_out(_answer(printer)):
                raise PrinterProblem("printer_no_paper", device=asked)
        printer._raw(data)
    finally:
        printer.close()


def _cable(place: Usb | Serial) -> Any:
    if isinstance(place, Serial):
        from escpos.printer import Serial as SerialPrinter

        return SerialPrinter(place.port, baudrate=place.baud, timeout=ANSWER_S)
    from escpos.printer import Usb as UsbPrinter

    return UsbPrinter(place.vendor, place.product, timeout=SEND_S * 1000)


def _answer(printer: Any) -> bytes:
    """What the printer says at once; nothing where the cable goes one way only."""
    try:
        return bytes(printer._read() or b"")
    except (OSError, NotImplementedError):  # pyusb's time-out is an OSError
        return b""


@contextmanager
def _in_words(device: str) -> Iterator[None]:
    """Errors of the system and of python-escpos as problems that a clerk can act on."""
    try:
        yield
    except (OSError, RuntimeError, ImportError) as error:
        raise _problem(error, device) from error


def _problem(error: Exception, device: str) -> PrinterProblem:
    reason = getattr(error, "strerror", None) or ""
    if getattr(error, "errno", None) in (errno.EACCES, errno.EPERM):  # pyserial and pyusb have errors of their own
        return PrinterProblem("printer_forbidden", device=device, reason=reason)
    if isinstance(error, ConnectionRefusedError):
        return PrinterProblem("printer_not_listening", device=device, reason=reason)
    if isinstance(error, ImportError | RuntimeError):
        return PrinterProblem("printer_no_driver", device=device, reason=type(error).__name__)
    if isinstance(error, BrokenPipeError | ConnectionResetError):
        return PrinterProblem("printer_silent", device=device, reason=reason)
    return PrinterProblem("printer_unreachable", device=device, reason=reason)
