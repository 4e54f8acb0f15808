"""A difficulty 办不成事 as its events have made it, and what may be done with it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

import msgspec

from desktop.domain import events as ev
from desktop.domain.errors import InvalidInput, NotAllowed
from desktop.domain.free_text import clean_text
from desktop.domain.phone import Phone

TEXT_AT_MOST = 300
ANSWER_WORKDAYS = 5  # nothing national is known; a setting of the hall says otherwise


class DifficultyState(Enum):
    """Where it stands."""

    OPEN = "open"  # 待答复
    ANSWERED = "answered"  # 已答复, to be told
    CLOSED = "closed"  # 已告知


class Difficulty(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A difficulty. `with_whom` is who has to answer; `answers` are what was said, by whom, oldest first."""

    number: str
    reported_on: date
    stuck: str
    item_name: str
    window: str
    item_code: str = ""
    since: str = ""
    name: str = ""
    phone: str = ""
    due_on: date | None = None
    state: DifficultyState = DifficultyState.OPEN
    with_whom: ev.Hand = ev.Hand.WINDOW
    tried: tuple[str, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    answered_on: date | None = None
    closed_on: date | None = None
    told: str = ""
    is_solved: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What is told at the counter, as typed; name, telephone, item and since when may stay empty."""

    stuck: str
    name: str = ""
    phone: str = ""
    item_name: str = ""
    item_code: str = ""
    since: str = ""


DifficultyEvent = ev.DifficultyReported | ev.DifficultyEscalated | ev.DifficultyAnswered | ev.DifficultyClosed


def names(message: ev.CityMessage, number: str) -> bool:
    """The city's word is about this difficulty: it says so, or has the number in its text."""
    return message.about == number if message.about else number in message.text


def fold(events: Iterable[DifficultyEvent | ev.CityMessage]) -> Difficulty | None:
    """The difficulty after its events; None if it was never reported. A message that came first is read after it."""
    told = list(events)
    reported = next((event for event in told if isinstance(event, ev.DifficultyReported)), None)
    if reported is None:
        return None
    fields = {name: getattr(reported, name) for name in reported.__struct_fields__}
    found = Difficulty(**fields)
    for event in told:
        found = _after(found, event)
    return found


def _after(found: Difficulty, event: DifficultyEvent | ev.CityMessage) -> Difficulty:
    match event:
        case ev.DifficultyEscalated():
            tried = (*found.tried, event.tried) if event.tried else found.tried
            return msgspec.structs.replace(found, with_whom=event.to, due_on=event.due_on or found.due_on, tried=tried)
        case ev.DifficultyAnswered():
            return _answered(found, event.by, event.answer, event.answered_on)
        case ev.CityMessage():
            return _answered(found, event.office, event.text, None)
        case ev.DifficultyClosed():
            return msgspec.structs.replace(
                found,
                state=DifficultyState.CLOSED,
                closed_on=event.closed_on,
                told=event.told,
                is_solved=event.is_solved,
                note=event.note,
            )
    return found


def _answered(found: Difficulty, by: str, answer: str, day: date | None) -> Difficulty:
    """A word after the end is kept, and opens nothing again."""
    is_closed = found.state is DifficultyState.CLOSED
    return msgspec.structs.replace(
        found,
        state=found.state if is_closed else DifficultyState.ANSWERED,
        answers=(*found.answers, (by, answer)),
        answered_on=day or found.answered_on,
    )


def report(typed: Report, *, number: str, window: str, today: date, due_on: date | None) -> ev.DifficultyReported:
    """登记. Raises InvalidInput: `stuck` is empty, a text too long, a telephone that cannot be right."""
    return ev.DifficultyReported(
        number=number,
        reported_on=today,
        stuck=_required(typed.stuck, "stuck"),
        item_name=_text(typed.item_name, "item_name"),
        item_code=typed.item_code,
        window=window,
        since=_text(typed.since, "since"),
        name=_text(typed.name, "name"),
        phone=Phone.parse(typed.phone).number if typed.phone.strip() else "",
        due_on=due_on,
    )


def may_go_to(found: Difficulty) -> tuple[ev.Hand, ...]:
    """Who is above those that have it, nearest first; nobody once it is answered."""
    if found.state is not DifficultyState.OPEN:
        return ()
    hands = (ev.Hand.WINDOW, ev.Hand.LEAD, ev.Hand.CITY)
    return hands[hands.index(found.with_whom) + 1 :]


def escalate(
    found: Difficulty, to: ev.Hand, *, tried: str, today: date, due_on: date | None
) -> Sequence[DifficultyEvent]:
    """上报. Raises NotAllowed: it is there already, or answered. InvalidInput: too long a text."""
    if to not in may_go_to(found):
        raise NotAllowed(reason="why.not_above")
    event = ev.DifficultyEscalated(
        number=found.number, escalated_on=today, to=to, tried=_text(tried, "tried"), due_on=due_on
    )
    return (event,)


def answer(found: Difficulty, *, by: str, text: str, today: date) -> Sequence[DifficultyEvent]:
    """答复; a second one adds to the first. Raises NotAllowed: it is closed. InvalidInput: empty or too long a text."""
    if found.state is DifficultyState.CLOSED:
        raise NotAllowed(reason="why.difficulty_closed")
    event = ev.DifficultyAnswered(
        number=found.number, answered_on=today, by=_required(by, "by"), answer=_required(text, "text")
    )
    return (event,)


def close(found: Difficulty, *, told: str, is_solved: bool, note: str, today: date) -> Sequence[DifficultyEvent]:
    """办结: the person has been told. Raises NotAllowed: closed, or there is no answer to tell. InvalidInput."""
    if found.state is DifficultyState.CLOSED:
        raise NotAllowed(reason="why.difficulty_closed")
    if found.state is not DifficultyState.ANSWERED:
        raise NotAllowed(reason="why.not_answered")
    event = ev.DifficultyClosed(
        number=found.number,
        closed_on=today,
        told=_required(told, "told"),
        is_solved=is_solved,
        note=_text(note, "note"),
    )
    return (event,)


def _required(text: str, field: str) -> str:
    clean = _text(text, field)
    if not clean:
        raise InvalidInput("empty", field=field)
    return clean


def _text(text: str, field: str) -> str:
    clean = clean_text(text)
    if len(clean) > TEXT_AT_MOST:
        raise InvalidInput("name_too_long", field=field, most=TEXT_AT_MOST)
    return clean
