"""办不成事: written down with its slip, handed up, answered, told to the person (M13).

Its lines belong to no case and go to the city as all others do; the city answers by a message that names the number.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import msgspec

from desktop.domain import difficulty, papers
from desktop.domain import events as ev
from desktop.domain.difficulty import Difficulty, DifficultyEvent, Report
from desktop.domain.errors import Conflict
from desktop.domain.papers_service import DifficultySlip
from desktop.domain.people import Hall, Session
from desktop.domain.phone import Phone
from desktop.domain.rating_rules import working_day
from desktop.ports import CaseReader, Changes, Taken, UnitOfWork
from desktop.ports_sync import CityAnswer
from desktop.services.calendar import work_calendar
from desktop.services.city_answers import NOTE_AT_MOST
from desktop.services.papers import issue
from desktop.services.service_settings import service_settings

_TYPED = "difficulty.typed."


def report(uow: UnitOfWork, session: Session, typed: Report, *, today: date) -> Taken:
    """登记 with its slip; `case_number` of what comes back is the number of the difficulty.

    Raises:
        InvalidInput: see desktop.domain.difficulty.report; nothing was recorded, no number was used.
    """
    hall = uow.hall()
    if hall is None:
        raise Conflict(what="hall")
    due_on = _due(uow, today)
    catalogue = uow.catalogue_in_force(today)
    named = next((i for i in catalogue.items if i.name == typed.item_name.strip()), None) if catalogue else None
    typed = replace(typed, item_code=named.code if named else "")
    is_sample = catalogue is not None and catalogue.is_sample
    made: list[ev.DifficultyReported] = []

    def content(number: str) -> papers.Paper:
        event = difficulty.report(typed, number=number, window=session.window, today=today, due_on=due_on)
        made.append(event)
        return _slip(event, hall, session, today=today, is_sample=is_sample)

    number = issue(uow, DifficultySlip, content, today=today, case_id=None)
    uow.record(made)
    keep_typed(uow, session, None)
    changes = Changes(papers=frozenset({number}), difficulties=True)
    return Taken(case_id="", case_number=number, papers=(number,), changes=changes)


def keep_typed(uow: UnitOfWork, session: Session, typed: Report | None) -> None:
    """What a clerk is typing, so that neither lock nor power cut loses it; None: it has been written down."""
    body = msgspec.json.encode(typed).decode() if typed is not None else ""
    uow.set_setting(f"{_TYPED}{session.clerk.clerk_id}", body)


def typed_before(reader: CaseReader, session: Session) -> Report | None:
    """What `keep_typed` has kept for the clerk; None: nothing."""
    body = reader.setting(f"{_TYPED}{session.clerk.clerk_id}")
    return msgspec.json.decode(body, type=Report) if body else None


def escalate(uow: UnitOfWork, number: str, to: ev.Hand, *, tried: str = "", today: date) -> Changes:
    """上报 to the lead or to the city; the days begin anew. Raises NotAllowed, InvalidInput, Conflict."""
    found = _found(uow, number)
    return _record(uow, difficulty.escalate(found, to, tried=tried, today=today, due_on=_due(uow, today)))


def answer(uow: UnitOfWork, number: str, *, by: str, text: str, today: date) -> Changes:
    """答复 of somebody here or at an office that called. Raises NotAllowed, InvalidInput, Conflict."""
    return _record(uow, difficulty.answer(_found(uow, number), by=by, text=text, today=today))


def close(uow: UnitOfWork, number: str, *, told: str, is_solved: bool, note: str = "", today: date) -> Changes:
    """告知 the person, and the end of it; the city's words about it are dealt with too.

    Raises:
        NotAllowed, InvalidInput, Conflict: nothing was recorded.
    """
    found = _found(uow, number)
    changes = _record(uow, difficulty.close(found, told=told, is_solved=is_solved, note=note, today=today))
    words = [answer for answer in uow.city_answers(only_open=True) if is_about(answer, number)]
    settled = [
        ev.CityAnswerSettled(answer_origin=word.origin, answer_seq=word.seq, note=f"{number}：{told}"[:NOTE_AT_MOST])
        for word in words
    ]
    uow.record(settled)
    return replace(changes, city=bool(settled))


def is_about(answer: CityAnswer, number: str) -> bool:
    """Whether a word of the city answers the difficulty of this number: the two are one thing to do."""
    return isinstance(answer.event, ev.CityMessage) and difficulty.names(answer.event, number)


def _slip(
    event: ev.DifficultyReported, hall: Hall, session: Session, *, today: date, is_sample: bool
) -> DifficultySlip:
    head = papers.Head(
        number=event.number,
        authority=hall.name,
        hall=hall.name,
        window=session.window,
        clerk=session.clerk.name,
        issued_on=today,
        service_phone=hall.service_phone,
        complaint_phone=hall.complaint_phone,
        is_sample=is_sample,
    )
    return DifficultySlip(
        head=head,
        reported_on=event.reported_on,
        stuck=event.stuck,
        item_name=event.item_name,
        since=event.since,
        name=event.name,
        phone_masked=Phone(event.phone).masked() if event.phone else "",
        due_on=event.due_on,
    )


def _due(reader: CaseReader, today: date) -> date | None:
    days = service_settings(reader).answer_days
    return working_day(today, workdays=days, calendar=work_calendar(reader, today))


def _found(reader: CaseReader, number: str) -> Difficulty:
    found = reader.difficulty(number)
    if found is None:
        raise Conflict(what="difficulty")
    return found


def _record(uow: UnitOfWork, events: Sequence[DifficultyEvent]) -> Changes:
    uow.record(events)
    return Changes(difficulties=True)
