"""What the status bar tells: read from the store, the print system and the disk, without Qt."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from desktop.ports import Store
from printing.devices import Printer, PrinterState, folder_of, printers
from printing.devices_address import is_direct

LOW_DISK_BYTES = 1_000_000_000  # below this the clerk is warned: a full disk stops the counter
COUNTED_AT_MOST = 1_000


class PrinterStatus(Enum):
    """How the chosen printer stands."""

    READY = "ready"
    STOPPED = "stopped"
    NONE = "none"  # no printer on this system
    UNKNOWN = "unknown"  # the chosen one is not there
    FOLDER = "folder"  # papers go to files


@dataclass(frozen=True, slots=True)
class Status:
    """One look at everything. `waiting` are cases that the city has not acknowledged, counted up to COUNTED_AT_MOST."""

    waiting: int = 0
    last_receipt: datetime | None = None
    is_connected: bool = False
    sheets_waiting: int = 0
    printer: PrinterStatus = PrinterStatus.NONE
    printer_name: str = ""
    free_bytes: int | None = None

    @property
    def is_disk_low(self) -> bool:
        """Time to make room."""
        return self.free_bytes is not None and self.free_bytes < LOW_DISK_BYTES


def look(store: Store, *, profile: Path, printer: str) -> Status:
    """The status of now; for a worker. Without a line to the city every case is waiting."""
    with store.read() as reader:
        waiting = len(reader.search("", limit=COUNTED_AT_MOST))
        sheets = len(reader.papers_waiting())
    status, name = printer_status(printer, [] if folder_of(printer) else printers())
    return Status(
        waiting=waiting,
        sheets_waiting=sheets,
        printer=status,
        printer_name=name,
        free_bytes=free_bytes(profile),
    )


def printer_status(chosen: str, found: list[Printer]) -> tuple[PrinterStatus, str]:
    """How the chosen printer stands, and its name; an empty choice means the system's default, the first of `found`."""
    folder = folder_of(chosen)
    if folder is not None:
        return PrinterStatus.FOLDER, folder.name
    if is_direct(chosen):
        return PrinterStatus.READY, chosen  # asked when a sheet is sent, not every minute
    if not found:
        return PrinterStatus.NONE, chosen
    printer = next((p for p in found if p.name == chosen), None) if chosen else found[0]
    if printer is None:
        return PrinterStatus.UNKNOWN, chosen
    return PrinterStatus.STOPPED if printer.state is PrinterState.STOPPED else PrinterStatus.READY, printer.name


def free_bytes(profile: Path) -> int | None:
    """Room left where the store lies; None if the system does not tell."""
    try:
        return shutil.disk_usage(profile).free
    except OSError:
        return None
