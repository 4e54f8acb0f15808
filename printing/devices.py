"""Devices by name, and how a paper gets to one.

The name goes into the ledger: a queue of the system, `file:` and a folder, for the demonstration and for machines
without a printer, or an address that we talk to ourselves, see printing.devices_address.
"""

import hashlib
import os
import re
from pathlib import Path

from printing.devices_address import is_direct
from printing.devices_direct import send_direct
from printing.devices_problem import PrinterProblem as PrinterProblem
from printing.devices_queue import JobState as JobState
from printing.devices_queue import Printer as Printer
from printing.devices_queue import PrinterState as PrinterState
from printing.devices_queue import cancel as cancel
from printing.devices_queue import job_state as job_state
from printing.devices_queue import printers as printers
from printing.devices_queue import send_to_queue

FILE = "file:"
"""Start of the name of a device that is a folder."""


def folder_of(device: str) -> Path | None:
    """The folder of a `file:` device; None for a printer."""
    return Path(device.removeprefix(FILE)) if device.startswith(FILE) else None


def send(data: bytes, device: str, *, title: str) -> str:
    """Hands the sheet over and gives the job's name. `title` is the paper's number, shown in the system's queue.

    For a folder the job is the file's path; a file of the same content is not written twice. A device that we talk to
    ourselves takes all bytes before this returns, and has no jobs. `data` is what printing.spool prepared.

    Raises:
        InvalidInput: `device_address`.
        PrinterProblem: the device does not exist, is stopped, refuses, does not answer; the folder cannot be written.
    """
    if is_direct(device):
        send_direct(data, device)
        return ""
    folder = folder_of(device)
    if folder is not None:
        return save(data, folder / f"{file_name(title)}.pdf")
    return send_to_queue(data, device, title=title)


def save(pdf: bytes, path: Path) -> str:
    """Writes the sheet to a file, whole or not at all, and gives its path. Another sheet of that name is kept.

    Raises:
        PrinterProblem: printer_folder with the system's reason.
    """
    target = _free(path, pdf)
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        raise PrinterProblem("printer_folder", device=str(path.parent), reason=error.strerror or "") from error
    return str(target)


def file_name(number: str) -> str:
    """A paper number as a file name that every system takes."""
    return re.sub(r'[\\/:*?"<>|\s\x00-\x1f]+', "_", number).strip("._") or "paper"


def _free(path: Path, pdf: bytes) -> Path:
    """The path itself, or the first numbered one beside it that is free or holds these very bytes."""
    wanted = hashlib.sha256(pdf).digest()
    for count in range(1, 10_000):
        candidate = path if count == 1 else path.with_name(f"{path.stem}-{count}{path.suffix}")
        try:
            if hashlib.sha256(candidate.read_bytes()).digest() == wanted:
                return candidate
        except OSError:
            return candidate
    raise PrinterProblem("printer_folder", device=str(path.parent), reason="")
