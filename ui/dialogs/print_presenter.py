"""What the printing desk offers for a paper: which sheet comes next, on which device, in which words. Without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

from desktop.domain.case import IssuedPaper, SheetState
from desktop.domain.office_seal import OfficeSeal
from desktop.domain.papers import Paper
from printing.devices import FILE, JobState, Printer, PrinterState
from printing.devices_address import is_direct

if TYPE_CHECKING:  # reportlab is wanted with the first paper
    from printing.spool import Prepared

REASONS: tuple[str, ...] = ("卡纸", "字迹不清", "群众遗失")
"""Common reasons of a reprint by number key; they go into the ledger as the clerk says them, so in Chinese."""


INTERRUPTED = "printer_interrupted"
"""Problem of a sheet that was queued and never sent: the program ended in between."""


class Stage(Enum):
    """Where the sheet on the desk stands."""

    LOADING = "loading"  # the paper is being read and drawn
    READY = "ready"  # shown; nothing is printed yet
    SENDING = "sending"  # on its way to the device
    ASKING = "asking"  # handed over; has it come out?
    FAILED = "failed"  # it has not; offered again with the same number
    DONE = "done"  # the clerk holds it, or the file is written
    UNREADABLE = "unreadable"  # the paper could not be made


@dataclass(frozen=True, slots=True)
class Plan:
    """The sheet that would be printed now. `reason` is what was said when it was first tried."""

    sheet_no: int
    reason: str = ""

    @property
    def needs_reason(self) -> bool:
        """A reprint, and nobody has said why."""
        return self.sheet_no > 0 and not self.reason


@dataclass(frozen=True, slots=True)
class OnDesk:
    """A paper as read from the store; `seal` is the office's at that moment, None for the wet one."""

    paper: Paper
    code: str
    issued: IssuedPaper
    seal: OfficeSeal | None = None
    read_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DeskView:
    """All that the dialog shows. `problem` is a sentence for the clerk, empty if all is well.

    `sheet` is what is shown, and as the device takes it; None until it is made.
    """

    stage: Stage
    number: str
    on_desk: OnDesk | None = None
    plan: Plan = Plan(0)
    sheet: "Prepared | None" = None
    device: str = ""
    job: str = ""
    is_waiting: bool = False  # the system still has the sheet in its queue
    problem: str = ""
    saved_as: str = ""

    @property
    def pdf(self) -> bytes:
        """What is shown; empty until it is made."""
        return self.sheet.pdf if self.sheet else b""

    @property
    def as_picture(self) -> str:
        """The characters for which the device gets a picture, because it has no letters for them."""
        return self.sheet.as_picture if self.sheet else ""

    def at(self, stage: Stage, *, problem: str = "") -> "DeskView":
        """The same desk one step on."""
        return replace(self, stage=stage, problem=problem)


def planned(issued: IssuedPaper) -> Plan:
    """The sheet that comes next: the first, the same once more until it is confirmed, else a reprint.

    The queue of the store has the last word; what it says is printed.
    """
    if not issued.sheets:
        return Plan(0)
    last = max(issued.sheets, key=lambda sheet: sheet.sheet_no)
    if last.state is SheetState.CONFIRMED:
        return Plan(last.sheet_no + 1)
    return Plan(last.sheet_no, last.reason)


def first_stage(issued: IssuedPaper) -> Stage:
    """How the desk opens: a sheet that was sent before the last exit is still asked about."""
    if not issued.sheets:
        return Stage.READY
    last = max(issued.sheets, key=lambda sheet: sheet.sheet_no)
    return {SheetState.SENT: Stage.ASKING, SheetState.FAILED: Stage.FAILED}.get(last.state, Stage.READY)


def last_problem(issued: IssuedPaper) -> str:
    """Key of what went wrong with the last sheet; empty if nothing did."""
    if not issued.sheets:
        return ""
    last = max(issued.sheets, key=lambda sheet: sheet.sheet_no)
    return INTERRUPTED if last.state is SheetState.QUEUED else last.problem


def choose_device(wanted: str, known: Sequence[Printer]) -> str:
    """The device of the settings, else the system's own choice; empty: somebody has to pick one.

    A printer of the settings that is not there any more is not replaced in silence by another one.
    """
    if wanted.startswith(FILE) or is_direct(wanted):
        return wanted
    names = {printer.name for printer in known}
    if wanted:
        return wanted if wanted in names else ""
    default = next((printer.name for printer in known if printer.is_default), "")
    only = known[0].name if len(known) == 1 else ""
    return default or only


def stopped(device: str, known: Sequence[Printer]) -> Printer | None:
    """The printer, if it is stopped: told before the citizen waits."""
    return next((p for p in known if p.name == device and p.state is PrinterState.STOPPED), None)


HALTED = {JobState.PAUSED: "print_paused", JobState.NO_PAPER: "print_no_paper"}
"""Keys of what the clerk is told of a sheet that stays in its queue until somebody sees to the printer."""

IN_QUEUE = frozenset({JobState.WAITING, *HALTED})
"""The system still has the sheet."""
