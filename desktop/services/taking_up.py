"""Somebody has read what two windows wrote unknown to each other: that goes on record, and the case goes on."""

from desktop.domain.conflict import CaseLine, Divergence, divergence
from desktop.domain.errors import Conflict, InvalidInput
from desktop.domain.events import AsideLine, CaseReceived, CaseTakenUp, ConflictSettled
from desktop.ports import CaseReader, Changes, UnitOfWork


def seen_of_others(reader: CaseReader, case_id: str, *, origin: str) -> dict[str, int]:
    """The last line of each other origin about the case; empty if `origin` alone has written about it."""
    seen: dict[str, int] = {}
    for line in reader.lines_of(case_id):
        if line.origin != origin:
            seen[line.origin] = max(line.seq, seen.get(line.origin, 0))
    return seen


def settle_conflict(uow: UnitOfWork, case_id: str) -> Changes:
    """Somebody has read what both windows wrote, and the case goes on as it stands now. Done twice it is noted once.

    Raises:
        Conflict: there is no such case.
    """
    if uow.case(case_id) is None:
        raise Conflict(case_id=case_id)
    if uow.conflicts(case_id):
        uow.record([CaseTakenUp(seen=seen_of_others(uow, case_id, origin=uow.origin))], case_id=case_id)
    return Changes(cases=frozenset({case_id}), city=True)


def keep_side(uow: UnitOfWork, case_id: str, *, keep: str, reason: str) -> Changes:
    """The word of one side holds: the other side's lines that it did not know of are left out of the case.

    Nothing is removed: they stay in the ledger, and so do the papers that were printed. That the application was
    received always stands.

    Args:
        keep: an origin of the conflict.

    Raises:
        Conflict: there is no such case, or nothing to settle (any more). InvalidInput: `side_missing` for an origin
            that is no side of it, `record_reason_missing`.
    """
    found = _divergence(uow, case_id)
    if uow.case(case_id) is None or found is None:
        raise Conflict(case_id=case_id)
    if keep not in found.origins:
        raise InvalidInput("side_missing", field="keep")
    if not reason.strip():
        raise InvalidInput("record_reason_missing", field="reason")
    aside = tuple(
        AsideLine(origin=line.origin, seq=line.seq)
        for line in found.lines
        if line.origin != keep and not isinstance(line.event, CaseReceived)
    )
    # Read first, then settled: the settlement itself is the word of somebody who has seen both sides.
    seen = CaseTakenUp(seen=seen_of_others(uow, case_id, origin=uow.origin))
    uow.record([seen, ConflictSettled(keep=keep, aside=aside, reason=reason.strip())], case_id=case_id)
    return Changes(cases=frozenset({case_id}), city=True)


def sides(reader: CaseReader, case_id: str) -> tuple[str, ...]:
    """Origins that are at odds about the case, in the order in which they wrote; empty: there is no conflict."""
    found = _divergence(reader, case_id)
    return found.origins if found is not None else ()


def _divergence(reader: CaseReader, case_id: str) -> Divergence | None:
    lines = [line for line in reader.lines_of(case_id) if "-city-" not in line.origin]
    return divergence([CaseLine(line.origin, line.seq, line.at, line.event) for line in lines])
