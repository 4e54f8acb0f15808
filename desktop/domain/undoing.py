"""撤销结论: a conclusion may be taken back until a paper of it has left the printer (M20)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain import events as ev
from desktop.domain import events_pledge as ep
from desktop.domain.case import Case, IssuedPaper, SheetState, evolve
from desktop.domain.conflict import is_deciding
from desktop.domain.errors import NotAllowed
from desktop.domain.events_amend import Standing

CONCLUSIONS = (
    ev.CorrectedOnSpot,
    ev.CaseAccepted,
    ev.CorrectionRequested,
    ev.CaseRefused,
    ev.CaseNotRequired,
    ev.CaseDeemedAccepted,
    ev.CaseReturned,
    ev.CaseWithdrawn,
    ev.ProcedureBegun,
    ev.LimitExtended,
    ev.CaseForwarded,
    ev.CaseDecided,
    ev.CaseDelivered,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A ledger line of the case: where it stands, who wrote it, on which day in the hall."""

    origin: str
    seq: int
    clerk: str
    on: date
    event: ev.Event


def undo(case: Case, lines: Sequence[Told], *, clerk: str, today: date) -> ev.ConclusionUndone:
    """The entry that takes the last conclusion back.

    Args:
        lines: of the case, oldest first.

    Raises:
        NotAllowed: there is no conclusion to take back, it is another's or another day's, or a sheet of it is out;
            its `reason` says which.
    """
    first, last = _conclusion(lines)
    if first is None or last is None:
        raise NotAllowed(reason="why.undo_nothing")
    if case.bundle is not None or case.children:
        raise NotAllowed(reason="why.undo_bundle")
    if last.clerk != clerk:
        raise NotAllowed(reason="why.undo_other_clerk")
    if last.on != today:
        raise NotAllowed(reason="why.undo_other_day")
    papers = _papers_since(case, lines, first)
    if any(sheet.state is not SheetState.FAILED for paper in papers for sheet in paper.sheets):
        raise NotAllowed(reason="why.undo_printed")
    return ev.ConclusionUndone(
        undone_on=today,
        concluded=ev.kind_of(last.event),
        entry_origin=last.origin,
        entry_seq=last.seq,
        before=_standing(_before(case.case_id, lines, first)),
        papers=tuple(paper.number for paper in papers),
    )


def why_not(case: Case, lines: Sequence[Told], *, clerk: str, today: date) -> str | None:
    """The key of what speaks against taking the last conclusion back; None: nothing does."""
    try:
        undo(case, lines, clerk=clerk, today=today)
    except NotAllowed as refused:
        return str(refused.fields["reason"])
    return None


def _conclusion(lines: Sequence[Told]) -> tuple[Told | None, Told | None]:
    """First and last entry of the newest step; None where that step is no conclusion."""
    deciding = [line for line in lines if is_deciding(line.event) and not isinstance(line.event, ep.PledgesTaken)]
    last = deciding[-1] if deciding else None
    if last is None or not isinstance(last.event, CONCLUSIONS):
        return None, None
    before = deciding[-2] if len(deciding) > 1 else None
    if isinstance(last.event, ev.CaseAccepted) and before and isinstance(before.event, ev.CorrectedOnSpot):
        return before, last
    return last, last


def _papers_since(case: Case, lines: Sequence[Told], first: Told) -> list[IssuedPaper]:
    later = lines[lines.index(first) :]
    numbers = {line.event.number for line in later if isinstance(line.event, ev.PaperIssued)}
    return [paper for paper in case.papers if paper.number in numbers]


def _before(case_id: str, lines: Sequence[Told], first: Told) -> Case:
    case: Case | None = None
    for line in lines[: lines.index(first)]:
        case = evolve(case, case_id, line.event)
    assert case is not None  # a conclusion comes after the receipt
    return case


def _standing(case: Case) -> Standing:
    return Standing(**{name: getattr(case, name) for name in Standing.__struct_fields__})
