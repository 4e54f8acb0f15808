"""Many sheets at once: which papers can go together, in which order, and under which numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.case import IssuedPaper, Sheet, SheetState
from desktop.ports import CaseReader, Changes, UnitOfWork
from desktop.services import print_jobs


@dataclass(frozen=True, slots=True)
class WaitingSheet:
    """A sheet that nobody has confirmed yet. `state` None: it was never printed."""

    number: str
    title: str
    sheet_no: int
    reason: str
    state: SheetState | None

    @property
    def was_interrupted(self) -> bool:
        """Queued and never sent: the program ended in between."""
        return self.state is SheetState.QUEUED


def waiting_sheets(reader: CaseReader) -> list[WaitingSheet]:
    """Every sheet that waits, oldest first; each is offered with the number it had."""
    return [_waiting(paper) for paper in reader.papers_waiting()]


def confirm(uow: UnitOfWork, sheets: Sequence[tuple[str, int]]) -> Changes:
    """The clerk holds all these sheets, each given by number and sheet, in the hand. Already confirmed ones pass."""
    changes = Changes()
    for number, sheet_no in sheets:
        changes |= print_jobs.confirmed(uow, number, sheet_no)
    return changes


def _waiting(paper: IssuedPaper) -> WaitingSheet:
    last: Sheet | None = max(paper.sheets, key=lambda sheet: sheet.sheet_no, default=None)
    if last is None:
        return WaitingSheet(paper.number, paper.title, 0, "", None)
    return WaitingSheet(paper.number, paper.title, last.sheet_no, last.reason, last.state)
