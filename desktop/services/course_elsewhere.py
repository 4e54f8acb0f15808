"""Sending a case to the place that decides it and following it there, each in the caller's unit of work."""

from datetime import date

from desktop.domain import course_elsewhere
from desktop.domain import events_elsewhere as ew
from desktop.domain.course_elsewhere import News
from desktop.domain.papers_course import HandoverSheet
from desktop.domain.people import Session
from desktop.ports import Taken, UnitOfWork
from desktop.services import course_papers
from desktop.services.course_at import case_at, issued, recorded, taken
from desktop.services.elsewhere import as_forwarded


def send_elsewhere(
    uow: UnitOfWork, session: Session, case_id: str, *, route: str, tracking_number: str = "", today: date
) -> Taken:
    """转出 with the hand-over sheet. Raises NotAllowed, InvalidInput: nothing was recorded."""
    here = case_at(uow, session, case_id, today)
    events = course_elsewhere.send(here.case, here.now, route=route, tracking_number=tracking_number)
    after, (sent,) = recorded(here, events), events
    assert isinstance(sent, ew.SentElsewhere)
    package = as_forwarded(today, sent.authority, route=sent.route, tracking_number=sent.tracking_number)
    return issued(
        after,
        HandoverSheet,
        lambda head: course_papers.handover_sheet((after.case,), head, package, from_unit=here.hall.name, law=""),
    )


def note_elsewhere(uow: UnitOfWork, session: Session, case_id: str, news: News, *, today: date) -> Taken:
    """What the other place has told."""
    here = case_at(uow, session, case_id, today)
    return taken(recorded(here, course_elsewhere.note_state(here.case, news, here.now)).case)
