"""Slip and needle printers over network, serial port and file: a real listener, a real terminal line, real files."""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from msgspec.structs import replace

from printing.devices import JobState, PrinterProblem, job_state, send
from printing.devices_direct import ASK_PAPER, paper_is_out
from printing.spool import prepare
from tests.printing.sample_content import ACCEPTANCE, APPLICANT, CODE

HAS_PAPER = b"\x12"
NO_PAPER = b"\x72"


class Listener:
    """A printer at a port: keeps what it is sent, and answers what it is asked if it is of the answering kind."""

    def __init__(self, answer: bytes) -> None:
        self.answer = answer
        self.got = b""
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        self.thread = threading.Thread(target=self._serve)
        self.thread.start()

    def _serve(self) -> None:
        line, _ = self.server.accept()
        with line:
            while data := line.recv(65536):
                self.got += data
                if self.got == ASK_PAPER and self.answer:
                    line.sendall(self.answer)

    def close(self) -> None:
        self.thread.join(10)
        self.server.close()


@contextmanager
def listener(answer: bytes = b"") -> Iterator[Listener]:
    made = Listener(answer)
    try:
        yield made
    finally:
        made.close()


@pytest.fixture(params=["letters", "picture"])
def slip(request):
    """A slip as letters, and one with a rare name as a picture of 80 KB."""
    name = "王示例" if request.param == "letters" else APPLICANT.name
    paper = replace(ACCEPTANCE, applicant=replace(APPLICANT, name=name))
    return prepare(paper, device="escpos:tcp://127.0.0.1", code=CODE).data


@pytest.mark.parametrize("answer", [b"", HAS_PAPER, b"\xff"], ids=["silent", "has paper", "foreign answer"])
def test_a_printer_in_the_network_gets_the_slip_byte_for_byte(slip, answer):
    with listener(answer) as printer:
        job = send(slip, f"escpos:tcp://127.0.0.1:{printer.port}", title="1")

    assert printer.got == ASK_PAPER + slip
    assert job_state(job) is JobState.GONE


def test_a_needle_printer_in_the_network_is_asked_nothing():
    data = prepare(ACCEPTANCE, device="escp:tcp://127.0.0.1", code=CODE).data
    with listener() as printer:
        send(data, f"escp:tcp://127.0.0.1:{printer.port}", title="1")

    assert printer.got == data


def test_a_printer_out_of_paper_is_sent_nothing_and_the_clerk_is_told():
    with listener(NO_PAPER) as printer, pytest.raises(PrinterProblem) as caught:
        send(b"slip", f"escpos:tcp://127.0.0.1:{printer.port}", title="1")

    assert caught.value.key == "printer_no_paper"
    assert printer.got == ASK_PAPER


@pytest.mark.parametrize(
    ("answer", "is_out"), [(b"", False), (HAS_PAPER, False), (b"\x1e", False), (NO_PAPER, True), (b"\xff", False)]
)
def test_only_a_real_answer_says_that_the_paper_is_out(answer, is_out):
    """0x1e: near its end, still printing."""
    assert paper_is_out(answer) is is_out


def problem(device: str) -> str:
    with pytest.raises(PrinterProblem) as caught:
        send(b"slip", device, title="1")
    assert caught.value.fields["device"] in device
    return caught.value.key


def test_a_port_at_which_nobody_listens_is_told_apart_from_a_printer_that_is_not_there():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

    assert problem(f"escpos:tcp://127.0.0.1:{port}") == "printer_not_listening"
    assert problem("escpos:tcp://printer.invalid:9100") == "printer_unreachable"
    assert problem("escpos:serial:/dev/ttyYICHUANG9") == "printer_unreachable"


def test_a_usb_printer_that_is_not_plugged_in_is_said():
    pytest.importorskip("usb")

    assert problem("escpos:usb:0dd4:ffff") in ("printer_unreachable", "printer_no_driver")


def test_a_device_file_gets_the_bytes_one_slip_after_the_other(tmp_path, slip):
    device = f"escpos:file:{tmp_path / 'lp0'}"

    send(slip, device, title="1")
    send(slip, device, title="2")

    assert (tmp_path / "lp0").read_bytes() == slip * 2


def test_a_device_file_that_may_not_be_written_is_a_problem(tmp_path):
    assert problem(f"escpos:file:{tmp_path}") == "printer_unreachable"
    if getattr(os, "geteuid", lambda: 0)() != 0:
        (tmp_path / "lp0").touch(mode=0o400)
        assert problem(f"escpos:file:{tmp_path / 'lp0'}") == "printer_forbidden"


def test_a_printer_on_a_serial_port_gets_the_slip_byte_for_byte(slip):
    tty = pytest.importorskip("tty", reason="no terminal lines on this system")
    here, there = os.openpty()
    tty.setraw(there)
    got = bytearray()

    def read() -> None:
        while len(got) < len(ASK_PAPER) + len(slip):
            got.extend(os.read(here, 65536))
            if got == ASK_PAPER:
                os.write(here, HAS_PAPER)

    reader = threading.Thread(target=read)
    reader.start()
    send(slip, f"escpos:serial:{os.ttyname(there)}", title="1")
    reader.join(10)

    assert bytes(got) == ASK_PAPER + slip
    os.close(here)
    os.close(there)
