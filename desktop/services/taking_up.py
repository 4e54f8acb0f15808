"""Somebody has read what two windows wrote unknown to each other: that goes on record, and the case goes on."""

from desktop.domain.errors import Conflict
from desktop.domain.events import CaseTakenUp
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
