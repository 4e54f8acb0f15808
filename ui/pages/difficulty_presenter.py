"""Difficulties 办不成事 in words: the list, the whole of one, and what may be done with it. Without Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop.domain import difficulty
from desktop.domain.calendar import WorkCalendar
from desktop.domain.deadline import Lamp
from desktop.domain.difficulty import Difficulty, DifficultyState
from desktop.domain.events import Hand
from desktop.domain.people import Session
from desktop.messages import LANGUAGES, word
from desktop.ports import CaseReader, Changes, UnitOfWork
from desktop.ports_service import DifficultyRow
from desktop.services import difficulties
from desktop.services.calendar import work_calendar
from ui.pages.case_action_presenter import ActionLine, Answers, Question
from ui.pages.cases_presenter import due_view

YELLOW_DAYS = 1  # working days before its day on which the lamp turns

_TEXTS: dict[str, tuple[str, str]] = {
    "lead": ("上报负责人督办", "Hand up to the lead"),
    "city": ("上报市里协调", "Hand up to the city"),
    "answer": ("登记答复", "Write the answer down"),
    "close": ("已告知当事人，办结", "The person was told: close it"),
    "tried": ("已经试过什么（可不填）", "What was tried (may stay empty)"),
    "by": ("由谁答复", "Who answers"),
    "text": ("答复内容", "The answer"),
    "told": ("怎样告知的", "How they were told"),
    "is_solved": ("事办成了吗", "Has it been done?"),
    "note": ("备注（可不填）", "Note (may stay empty)"),
    "yes": ("办成了", "it has been done"),
    "no": ("没有办成，已说明原因", "it could not be done, and they know why"),
    "lamp": ("● {word} {day}", "● {word} {day}"),
    "lamp.plain": ("{word}", "{word}"),
    "nobody": ("未留姓名", "no name given"),
    "since": ("{since}", "since {since}"),
    "with": ("在{hand}", "with {hand}"),
    "answered": ("{by}：{text}", "{by}: {text}"),
    "tried.shown": ("已试过：{text}", "tried: {text}"),
    "closed": ("{day}已告知（{told}）", "told on {day} ({told})"),
}
_TOLD = (
    ("电话", "by telephone"),
    ("当面", "face to face"),
    ("短信", "by message"),
    ("未能联系", "could not be reached"),
)
_TONES = {Lamp.GREEN: "green", Lamp.YELLOW: "yellow", Lamp.RED: "red"}


class DifficultyAction(Enum):
    """What may be done with a difficulty."""

    TO_LEAD = "lead"
    TO_CITY = "city"
    ANSWER = "answer"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class DifficultyLine:
    """A line of the list. `lamp` is the word of its day or state, `tone` its colour."""

    number: str
    lamp: str
    tone: str
    stuck: str
    item_name: str
    name: str
    hand: str  # who has to do the next thing
    difficulty: Difficulty


@dataclass(frozen=True, slots=True)
class DifficultyView:
    """The list, those that are open first."""

    lines: tuple[DifficultyLine, ...]
    typed: difficulty.Report | None  # what the clerk had begun to type


def rows(
    found: Sequence[DifficultyRow], *, today: date, calendar: WorkCalendar, language: str
) -> tuple[DifficultyLine, ...]:
    """The list in words."""
    return tuple(_line(row.difficulty, today, calendar, language) for row in found)


def lamp(one: Difficulty, *, today: date, calendar: WorkCalendar, language: str) -> tuple[str, str]:
    """Word and tone: the day of what is to be answered; what is answered wants telling now."""
    state = word(one.state, language)
    if one.state is DifficultyState.CLOSED:
        return _say("lamp.plain", language, word=state), "muted"
    if one.state is DifficultyState.ANSWERED:
        return f"● {state}", "yellow"
    if one.due_on is None:
        return f"● {state}", "red"  # the calendar did not reach so far: nobody may forget it
    due = due_view(one.due_on, today=today, calendar=calendar, yellow_days=YELLOW_DAYS, language=language)
    if due.lamp is None:
        return _say("lamp.plain", language, word=one.due_on.isoformat()), "muted"
    return _say("lamp", language, word=due.word, day=f"{one.due_on:%m-%d}"), _TONES[due.lamp]


def load(reader: CaseReader, session: Session, *, today: date, language: str) -> DifficultyView:
    """What the page shows; for a worker."""
    calendar = work_calendar(reader, today)
    lines = rows(reader.difficulties(), today=today, calendar=calendar, language=language)
    return DifficultyView(lines, difficulties.typed_before(reader, session))


def story(one: Difficulty, language: str) -> str:
    """The whole of it, one thing a line."""
    person = " ".join(part for part in (one.name or _say("nobody", language), one.phone) if part)
    parts = [
        one.stuck,
        "　".join(
            part for part in (one.item_name, one.since and _say("since", language, since=one.since), person) if part
        ),
        _say("with", language, hand=word(one.with_whom, language)) if one.state is DifficultyState.OPEN else "",
        *(_say("tried.shown", language, text=text) for text in one.tried),
        *(_say("answered", language, by=by, text=text) for by, text in one.answers),
    ]
    if one.closed_on:
        parts.append(_say("closed", language, day=one.closed_on.isoformat(), told=one.told))
    return "\n".join(part for part in parts if part)


def lines(one: Difficulty, language: str) -> tuple[ActionLine, ...]:
    """What may be done now, with keys."""
    ask = _asker(language)
    may = difficulty.may_go_to(one)
    found: list[tuple[DifficultyAction, tuple[Question, ...]]] = []
    if one.state is DifficultyState.ANSWERED:
        told = [(pair[0], pair[LANGUAGES.index(language)]) for pair in _TOLD]
        solved = [("yes", _say("yes", language)), ("no", _say("no", language))]
        found.append((DifficultyAction.CLOSE, (ask("told", told), ask("is_solved", solved), ask("note"))))
    if one.state is not DifficultyState.CLOSED:
        found.append((DifficultyAction.ANSWER, (ask("by"), ask("text", is_long=True))))
    found += [(DifficultyAction(hand.value), (ask("tried", is_long=True),)) for hand in may]
    return tuple(
        ActionLine(action, digit, _say(action.value, language), "", questions)
        for digit, (action, questions) in enumerate(found, start=1)
    )


def perform(uow: UnitOfWork, number: str, action: DifficultyAction, answers: Answers, *, today: date) -> Changes:
    """Does it. Raises what the services raise; `field` of an InvalidInput is the key of the question."""
    say = answers.text
    match action:
        case DifficultyAction.ANSWER:
            return difficulties.answer(uow, number, by=say("by"), text=say("text"), today=today)
        case DifficultyAction.CLOSE:
            is_solved = say("is_solved") == "yes"
            return difficulties.close(uow, number, told=say("told"), is_solved=is_solved, note=say("note"), today=today)
        case DifficultyAction.TO_LEAD | DifficultyAction.TO_CITY:
            return difficulties.escalate(uow, number, Hand(action.value), tried=say("tried"), today=today)


def _line(one: Difficulty, today: date, calendar: WorkCalendar, language: str) -> DifficultyLine:
    shown, tone = lamp(one, today=today, calendar=calendar, language=language)
    return DifficultyLine(
        number=one.number,
        lamp=shown,
        tone=tone,
        stuck=one.stuck,
        item_name=one.item_name,
        name=one.name or _say("nobody", language),
        hand=_hand(one, language),
        difficulty=one,
    )


def _hand(one: Difficulty, language: str) -> str:
    """What is answered goes back to the window, which tells the person."""
    if one.state is DifficultyState.CLOSED:
        return ""
    return word(one.with_whom if one.state is DifficultyState.OPEN else Hand.WINDOW, language)


def _asker(language: str) -> Callable[..., Question]:
    def ask(key: str, choices: list[tuple[str, str]] | None = None, *, is_long: bool = False) -> Question:
        start = choices[0][0] if choices else ""
        return Question(key, _say(key, language), tuple(choices or ()), start=start, is_long=is_long)

    return ask


def _say(key: str, language: str, **fields: object) -> str:
    return _TEXTS[key][LANGUAGES.index(language)].format_map(fields)
