"""What a clerk does with a case after intake: one function each, in the caller's unit of work, with its paper.

Every function gives a Taken: the case and the papers to print now. What the law refuses raises before anything is
recorded; asked twice, the second time is refused by the state of the case, so nothing happens twice.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop.domain import course_clock, course_end, course_materials, course_way, papers
from desktop.domain import events as ev
from desktop.domain.case import Case
from desktop.domain.course_limits import limits
from desktop.domain.course_rules import Offered
from desktop.domain.course_rules import actions as lawful_actions
from desktop.domain.course_way import Delivery, Forwarding, Ruling
from desktop.domain.deadline import Suspension
from desktop.domain.errors import CalendarMissing
from desktop.domain.papers_course import (
    DeliveryReceipt,
    DenialDecision,
    ExtensionNotice,
    GrantDecision,
    HandoverSheet,
    ReturnNotice,
    SpecialProcedureNotice,
    SupplementReceipt,
)
from desktop.domain.people import Session
from desktop.ports import CaseReader, Changes, Taken, UnitOfWork
from desktop.services import bundles, course_papers, paper_contents
from desktop.services.bundle_supply import supply_the_others
from desktop.services.course_at import At as _At
from desktop.services.course_at import case_at as _at
from desktop.services.course_at import circumstances_of as _now
from desktop.services.course_at import issued as _issued
from desktop.services.course_at import recorded as _record
from desktop.services.course_at import taken as _taken


def offered(reader: CaseReader, case: Case, *, today: date) -> tuple[Offered, ...]:
    """Every action with what speaks against it.

    Raises:
        NotInCatalogue: the case's catalogue version is not kept here. CalendarMissing.
    """
    return lawful_actions(case, _now(reader, case, today))


def supply_correction(
    uow: UnitOfWork, session: Session, case_id: str, supplied: Sequence[ev.SuppliedMaterial], *, today: date
) -> Taken:
    """补正收件: the receipt for what came in; with the last of it the case is accepted as of today.

    Raises:
        NotAllowed, InvalidInput, CalendarMissing: nothing was recorded.
    """
    at = _at(uow, session, case_id, today)
    events = course_materials.supply_correction(at.case, supplied, at.now)
    after = _record(at, bundles.without_acceptance(events) if at.case.parts else events)
    notice = _newest_notice(uow, at.case) if at.case.asked_above is None else None
    taken = _issued(
        after,
        SupplementReceipt,
        lambda head: course_papers.supplement_receipt(after.case, at.now.item, head, notice, today=today),
    )
    return _open_bundle(after, taken) if bundles.is_ready(after.case) else taken


def _open_bundle(at: _At, receipt: Taken) -> Taken:
    """With the last correction every item of a bundle gets its case, and the whole its one paper."""
    opened = bundles.open_cases(at.uow, at.session, at.case, at.now, hall=at.hall)
    whole = _At(at.uow, at.session, opened.whole, at.now, at.hall)
    if opened.whole.accepted_on is not None:
        accepted = _issued(
            whole,
            papers.AcceptanceNotice,
            lambda head: paper_contents.acceptance_notice(opened.whole, at.now.item, head, children=opened.lines),
        )
    else:
        accepted = _issued(
            whole,
            papers.MaterialsReceipt,
            lambda head: paper_contents.materials_receipt(opened.whole, at.now.item, head, children=opened.lines),
        )
    numbers = (*receipt.papers, *accepted.papers)
    cases = frozenset({at.case.case_id, *(child.case_id for child in opened.children)})
    return Taken(at.case.case_id, at.case.case_number, numbers, Changes(cases=cases, papers=frozenset(numbers)))


def supply_deferred(
    uow: UnitOfWork, session: Session, case_id: str, supplied: Sequence[ev.SuppliedMaterial], *, today: date
) -> Taken:
    """容缺补交. No paper: the acceptance notice named what was owed, and the ledger says what came."""
    at = _at(uow, session, case_id, today)
    taken = _taken(_record(at, course_materials.supply_deferred(at.case, supplied, at.now)).case)
    others = supply_the_others(uow, at.case, supplied, today=today)
    return replace(taken, changes=taken.changes | Changes(cases=others))


def deem_accepted(uow: UnitOfWork, session: Session, case_id: str, *, today: date) -> Taken:
    """视为受理: the acceptance notice bears the day of receipt."""
    at = _at(uow, session, case_id, today)
    after = _record(at, course_clock.deem_accepted(at.case, at.now))
    return _issued(
        after,
        papers.AcceptanceNotice,
        lambda head: paper_contents.acceptance_notice(after.case, at.now.item, head),
    )


def return_case(uow: UnitOfWork, session: Session, case_id: str, *, reason: str, today: date) -> Taken:
    """退件 with its notice."""
    at = _at(uow, session, case_id, today)
    after = _record(at, course_end.return_case(at.case, at.now, reason=reason))
    notice = _newest_notice(uow, at.case)
    return _issued(
        after,
        ReturnNotice,
        lambda head: course_papers.return_notice(after.case, at.now.item, at.hall, head, notice),
    )


def withdraw(uow: UnitOfWork, session: Session, case_id: str, *, reason: str = "", today: date) -> Taken:
    """撤回 by the applicant."""
    at = _at(uow, session, case_id, today)
    return _taken(_record(at, course_end.withdraw(at.case, at.now, reason=reason)).case)


def begin_procedure(
    uow: UnitOfWork,
    session: Session,
    case_id: str,
    *,
    procedure: str,
    days: int,
    reason: str = "",
    done_by: str = "",
    today: date,
) -> Taken:
    """特别程序: the clock stops, the applicant is told in writing."""
    at = _at(uow, session, case_id, today)
    events = course_clock.begin_procedure(
        at.case, at.now, procedure=procedure, days=days, reason=reason, done_by=done_by
    )
    after, (begun,) = _record(at, events), events
    assert isinstance(begun, ev.ProcedureBegun)
    expected = _expected_due(at, begun)
    return _issued(
        after,
        SpecialProcedureNotice,
        lambda head: course_papers.special_procedure_notice(at.case, head, begun, expected),
    )


def _expected_due(at: _At, begun: ev.ProcedureBegun) -> date | None:
    """Where the limit ends if the procedure takes as long as it was told; None in a year without a calendar."""
    stops = (*at.case.suspensions, Suspension(begun.begins_on, begun.ends_on))
    try:
        dates = limits(at.case, at.now, suspensions=stops)
    except CalendarMissing:
        return None
    return dates.committed_due_on or dates.statutory_due_on


def end_procedure(uow: UnitOfWork, session: Session, case_id: str, *, result: str = "", today: date) -> Taken:
    """特别程序结束: the clock runs again, and the dates have moved."""
    at = _at(uow, session, case_id, today)
    return _taken(_record(at, course_clock.end_procedure(at.case, at.now, result=result)).case)


def extend(
    uow: UnitOfWork,
    session: Session,
    case_id: str,
    *,
    workdays: int,
    reason: str,
    approved_by: str,
    is_joint: bool = False,
    today: date,
) -> Taken:
    """延期 with its notice."""
    at = _at(uow, session, case_id, today)
    events = course_clock.extend(
        at.case, at.now, workdays=workdays, reason=reason, approved_by=approved_by, is_joint=is_joint
    )
    after, (extended,) = _record(at, events), events
    assert isinstance(extended, ev.LimitExtended)
    return _issued(
        after,
        ExtensionNotice,
        lambda head: course_papers.extension_notice(at.case, after.case, head, extended, at.now.item),
    )


def forward(uow: UnitOfWork, session: Session, case_id: str, how: Forwarding, *, today: date) -> Taken:
    """转报 with the hand-over sheet of the package."""
    at = _at(uow, session, case_id, today)
    events = course_way.forward(at.case, how, at.now)
    after, (forwarded,) = _record(at, events), events
    assert isinstance(forwarded, ev.CaseForwarded)
    law = f"{course_papers.LICENCE_LAW}第三十五条"
    return _issued(
        after,
        HandoverSheet,
        lambda head: course_papers.handover_sheet((after.case,), head, forwarded, from_unit=at.hall.name, law=law),
    )


def receive_hand(uow: UnitOfWork, session: Session, case_id: str, *, unit: str, person: str = "", today: date) -> Taken:
    """交接回执: the next hand has signed."""
    at = _at(uow, session, case_id, today)
    return _taken(_record(at, course_way.receive_hand(at.case, at.now, unit=unit, person=person)).case)


def decide_case(uow: UnitOfWork, session: Session, case_id: str, ruling: Ruling, *, today: date) -> Taken:
    """决定 with its paper."""
    at = _at(uow, session, case_id, today)
    events = course_way.decide_case(at.case, ruling, at.now)
    after, (decided,) = _record(at, events), events
    assert isinstance(decided, ev.CaseDecided)
    return _issued(
        after,
        GrantDecision if ruling.is_granted else DenialDecision,
        lambda head: course_papers.decision(after.case, at.now.item, at.hall, head, decided),
    )


def result_arrived(
    uow: UnitOfWork, session: Session, case_id: str, *, name: str, number: str = "", from_unit: str = "", today: date
) -> Taken:
    """结果到达: it can be handed out."""
    at = _at(uow, session, case_id, today)
    events = course_way.result_arrived(at.case, at.now, name=name, number=number, from_unit=from_unit)
    return _taken(_record(at, events).case)


def deliver(uow: UnitOfWork, session: Session, case_id: str, how: Delivery, *, today: date) -> Taken:
    """送达 with the receipt that the recipient signs."""
    at = _at(uow, session, case_id, today)
    events = course_way.deliver(at.case, how, at.now)
    after, (delivered,) = _record(at, events), events
    assert isinstance(delivered, ev.CaseDelivered)
    return _issued(
        after,
        DeliveryReceipt,
        lambda head: course_papers.delivery_receipt(after.case, at.now.item, head, delivered, clerk=session.clerk.name),
    )


def _newest_notice(reader: CaseReader, case: Case) -> papers.CorrectionNotice | None:
    numbers = [paper.number for paper in case.papers if paper.kind == "correction_notice"]
    notice = reader.paper(numbers[-1]) if numbers else None
    return notice if isinstance(notice, papers.CorrectionNotice) else None
