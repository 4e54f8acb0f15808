"""Sheets of paper on their way: queued, sent, failed, confirmed. A reprint is counted and says why."""

from desktop.domain.case import IssuedPaper, SheetState
from desktop.domain.errors import Conflict, InvalidInput, NotAllowed
from desktop.domain.events import Event, PrintConfirmed, PrintFailed, PrintQueued, PrintSent
from desktop.ports import Changes, UnitOfWork


def queue(uow: UnitOfWork, number: str, *, device: str, reason: str = "") -> int:
    """Queues a sheet and returns its number: 0 for the first print, n for the n-th reprint.

    The first sheet is offered again under the same number as long as nobody has confirmed it: a jam is no reprint.

    Raises:
        InvalidInput: a reprint without a reason.
        NotAllowed: the paper is void or has been replaced.
    """
    paper = _issued(uow, number)
    if not paper.is_in_force:
        raise NotAllowed(reason="why.paper_void" if paper.is_void else "why.paper_replaced", number=paper.replaced_by)
    sheet_no = _next_sheet(paper)
    if sheet_no > 0 and not reason.strip():
        raise InvalidInput("reprint_reason_missing", field="reason")
    _record(uow, number, PrintQueued(number=number, sheet_no=sheet_no, device=device, reason=reason.strip()))
    return sheet_no


def sent(uow: UnitOfWork, number: str, sheet_no: int, *, pdf_sha256: str, job: str = "") -> Changes:
    """The sheet was handed to the device."""
    return _record(uow, number, PrintSent(number=number, sheet_no=sheet_no, pdf_sha256=pdf_sha256, job=job))


def failed(uow: UnitOfWork, number: str, sheet_no: int, *, problem: str) -> Changes:
    """The sheet was not printed; `problem` is a key of desktop.messages."""
    return _record(uow, number, PrintFailed(number=number, sheet_no=sheet_no, problem=problem))


def confirmed(uow: UnitOfWork, number: str, sheet_no: int) -> Changes:
    """The clerk holds the sheet in the hand. Said twice, it is recorded once."""
    paper = _issued(uow, number)
    sheet = next((s for s in paper.sheets if s.sheet_no == sheet_no), None)
    if sheet is None:
        raise Conflict(number=number)
    if sheet.state is SheetState.CONFIRMED:
        return Changes()
    return _record(uow, number, PrintConfirmed(number=number, sheet_no=sheet_no))


def _next_sheet(paper: IssuedPaper) -> int:
    if not paper.sheets:
        return 0
    last = max(paper.sheets, key=lambda sheet: sheet.sheet_no)
    return last.sheet_no + 1 if last.state is SheetState.CONFIRMED else last.sheet_no


def _issued(uow: UnitOfWork, number: str) -> IssuedPaper:
    paper = uow.issued_paper(number)
    if paper is None:
        raise Conflict(number=number)
    return paper


def _record(uow: UnitOfWork, number: str, event: Event) -> Changes:
    case_id = uow.case_of_paper(number)
    uow.record([event], case_id=case_id)
    return Changes(cases=frozenset({case_id} if case_id else ()), papers=frozenset({number}))
