"""Several results at once: handed out to one citizen, or registered as they come out of the courier's bag."""

from collections.abc import Mapping, Sequence
from datetime import date

from desktop.domain.course_way import Delivery
from desktop.domain.errors import Conflict, InvalidInput
from desktop.domain.people import Session
from desktop.ports import Changes, Taken, UnitOfWork
from desktop.services import course


def hand_out(uow: UnitOfWork, session: Session, case_ids: Sequence[str], how: Delivery, *, today: date) -> Taken:
    """送达 of every result to the one citizen whose they are; each has its own receipt to sign.

    Raises:
        InvalidInput: `several_citizens` for results of more than one; `nothing_chosen`.
        NotAllowed, InvalidInput: as course.deliver, and then none is handed out.
    """
    if not case_ids:
        raise InvalidInput("nothing_chosen", field="cases")
    cases = [case for case_id in case_ids if (case := uow.case(case_id)) is not None]
    if len({(case.applicant.id_number, case.applicant.name) for case in cases}) > 1:
        raise InvalidInput("several_citizens", field="cases")
    taken = [course.deliver(uow, session, case_id, how, today=today) for case_id in case_ids]
    return Taken(
        case_id=taken[0].case_id,
        case_number=taken[0].case_number,
        papers=tuple(number for one in taken for number in one.papers),
        changes=_together([one.changes for one in taken]),
    )


def results_arrived(
    uow: UnitOfWork, session: Session, names: Mapping[str, str], *, number: str = "", from_unit: str = "", today: date
) -> Changes:
    """结果到达 of each case, all or none.

    Args:
        names: what arrived, by case_id.
        number: its 文号, where one alone arrived.
        from_unit: who sent it; empty: whoever has the case.

    Raises:
        InvalidInput: `nothing_chosen`, `one_number` for a number that would be that of several.
        NotAllowed, InvalidInput: as course.result_arrived.
    """
    if not names:
        raise InvalidInput("nothing_chosen", field="cases")
    if number.strip() and len(names) > 1:
        raise InvalidInput("one_number", field="number")
    done = []
    for case_id, name in names.items():
        case = uow.case(case_id)
        if case is None:
            raise Conflict(case_id=case_id)
        sender = from_unit.strip() or (case.forwarded.to_unit if case.forwarded else case.item.authority)
        taken = course.result_arrived(uow, session, case_id, name=name, number=number, from_unit=sender, today=today)
        done.append(taken.changes)
    return _together(done)


def _together(changes: Sequence[Changes]) -> Changes:
    whole = Changes()
    for one in changes:
        whole |= one
    return whole
