"""A window goes on with a case in which others have written: what it had before its eyes goes on record."""

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


def take_up(uow: UnitOfWork, case_id: str) -> None:
    """To be called before anything that decides about the case. A case of this window alone needs no line."""
    seen = seen_of_others(uow, case_id, origin=uow.origin)
    already: dict[str, int] = {}
    for line in uow.lines_of(case_id):
        if line.origin == uow.origin and isinstance(line.event, CaseTakenUp):
            already |= line.event.seen
    if any(seq > already.get(origin, 0) for origin, seq in seen.items()):
        uow.record([CaseTakenUp(seen=seen)], case_id=case_id)


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
