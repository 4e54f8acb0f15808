"""What becomes of pledges: withdrawn, verified, found false, repaired; each in the caller's unit of work."""

from collections.abc import Sequence
from datetime import date

from desktop.domain import course_pledge
from desktop.domain import events_pledge as ep
from desktop.domain.case import Case
from desktop.domain.course_pledge import Finding
from desktop.domain.papers_check import PledgeFinding, PledgeWithdrawal
from desktop.domain.papers_pledge import NoticeAndPledge
from desktop.domain.people import Session
from desktop.ports import CaseReader, Taken, UnitOfWork
from desktop.services import check_contents
from desktop.services.course_at import case_at, issued, recorded, taken


def withdraw_pledges(
    uow: UnitOfWork, session: Session, case_id: str, codes: Sequence[str], *, reason: str = "", today: date
) -> Taken:
    """撤回承诺: the materials are missing again; its paper says what is to be brought, and by when.

    Raises:
        NotAllowed, InvalidInput: nothing was recorded.
    """
    here = case_at(uow, session, case_id, today)
    (event,) = course_pledge.withdraw_pledges(here.case, codes, here.now, reason=reason)
    after, signed = recorded(here, (event,)), _signed(uow, here.case, event.names)
    return issued(
        after,
        PledgeWithdrawal,
        lambda head: check_contents.pledge_withdrawal(after.case, here.now.item, head, event, pledge_numbers=signed),
    )


def _signed(reader: CaseReader, case: Case, names: Sequence[str]) -> tuple[str, ...]:
    """Numbers of the 告知承诺书 in force of the case in which these were pledged."""
    sheets = (reader.paper(paper.number) for paper in case.papers if paper.is_in_force)
    return tuple(
        sheet.head.number
        for sheet in sheets
        if isinstance(sheet, NoticeAndPledge) and any(material.name in names for material in sheet.materials)
    )


def verify_pledges(uow: UnitOfWork, session: Session, case_id: str, finding: Finding, *, today: date) -> Taken:
    """核查: recorded; where a pledge was false with the notice that says what follows.

    Raises:
        NotAllowed, InvalidInput: nothing was recorded.
    """
    here = case_at(uow, session, case_id, today)
    events = course_pledge.verify(here.case, finding, here.now)
    after = recorded(here, events)
    found = next((event for event in events if isinstance(event, ep.FalsePledgeFound)), None)
    if found is None:
        return taken(after.case)
    item, hall = here.now.item, here.hall
    return issued(after, PledgeFinding, lambda head: check_contents.pledge_finding(after.case, item, hall, head, found))


def repair_credit(uow: UnitOfWork, session: Session, case_id: str, *, reason: str, today: date) -> Taken:
    """信用修复: the bar that this case brought ends."""
    here = case_at(uow, session, case_id, today)
    return taken(recorded(here, course_pledge.repair_credit(here.case, here.now, reason=reason)).case)
