"""Sending a case to the place that decides it and following it there, each in the caller's unit of work."""

from dataclasses import replace
from datetime import date
from functools import partial

from desktop.domain import course_elsewhere, joint
from desktop.domain import events_elsewhere as ew
from desktop.domain.catalogue_elsewhere import Side
from desktop.domain.course_elsewhere import News
from desktop.domain.joint import Settled
from desktop.domain.papers_course import HandoverSheet
from desktop.domain.papers_elsewhere import JointSheet
from desktop.domain.people import Session
from desktop.ports import Taken, UnitOfWork
from desktop.services import course_papers
from desktop.services.course_at import case_at, issued, recorded, taken
from desktop.services.elsewhere import as_forwarded, joint_sheet, wants_joint_sheet


def send_elsewhere(
    uow: UnitOfWork, session: Session, case_id: str, *, route: str, tracking_number: str = "", today: date
) -> Taken:
    """转出 with the hand-over sheet; of 多地联办 the steps that come before are done with it.

    Raises:
        NotAllowed, InvalidInput: nothing was recorded.
    """
    here = case_at(uow, session, case_id, today)
    events = course_elsewhere.send(here.case, here.now, route=route, tracking_number=tracking_number)
    done_here = joint.sent_on(here.case, here.now, by=session.clerk.name)
    after, (sent,) = recorded(here, (*done_here, *events)), events
    assert isinstance(sent, ew.SentElsewhere)
    package = as_forwarded(today, sent.authority, route=sent.route, tracking_number=sent.tracking_number)
    told = issued(after, JointSheet, partial(joint_sheet, after.case)).papers if wants_joint_sheet(after.case) else ()
    handed = issued(
        after,
        HandoverSheet,
        lambda head: course_papers.handover_sheet((after.case,), head, package, from_unit=here.hall.name, law=""),
    )
    return taken(after.case, *told, *handed.papers)


def note_elsewhere(uow: UnitOfWork, session: Session, case_id: str, news: News, *, today: date) -> Taken:
    """What the other place has told."""
    here = case_at(uow, session, case_id, today)
    return taken(recorded(here, course_elsewhere.note_state(here.case, news, here.now)).case)


def settle_joint_step(uow: UnitOfWork, session: Session, case_id: str, what: Settled, *, today: date) -> Taken:
    """A step of 多地联办 is done, or will not be; one of this place by the clerk where nobody else is named.

    Raises:
        NotAllowed, InvalidInput: nothing was recorded.
    """
    here = case_at(uow, session, case_id, today)
    state = next((one for one in joint.states(here.case) if one.number == what.number), None)
    if state is not None and state.step.side is Side.HERE and not what.by.strip():
        what = replace(what, by=session.clerk.name)
    events = joint.settle(here.case, what, here.now, ask_by=course_elsewhere.ask_by(here.now))
    return taken(recorded(here, events).case)
