"""What has to be done, in one list by date: the city's answers, conflicts of two windows, what is owed. Without Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum

from desktop.clock import HALL_ZONE
from desktop.domain.calendar import WorkCalendar
from desktop.domain.deadline import Lamp
from desktop.domain.difficulty import DifficultyState
from desktop.domain.events import Hand, RatingStage
from desktop.domain.people import ClerkRole, Session
from desktop.messages import LANGUAGES, word
from desktop.ports import CaseReader, Store
from desktop.ports_service import DifficultyRow
from desktop.ports_sync import AnswerKind, CityAnswer
from desktop.ports_todo import CaseConflict, OwedTask
from desktop.services.calendar import work_calendar
from desktop.services.difficulties import is_about
from ui.pages import difficulty_presenter
from ui.pages.case_entry_presenter import Words, entry
from ui.pages.cases_presenter import due_view
from ui.pages.todo_acts import Act, act_of, act_why
from ui.pages.todo_texts import TO_DO_TEXTS

LOOK_AHEAD = timedelta(days=30)  # of the number in the navigation: nothing later can be nearly due
ANSWER_YELLOW_DAYS = 3  # working days before the city's date on which its lamp turns


class TodoKind(Enum):
    """What has to be done; the order is that of things of one day."""

    REFUSED = "refused"  # the city did not take an entry
    CONFLICT = "conflict"  # two windows, unknown to each other
    ASKED = "asked"  # the city asks for a correction
    DECIDED = "decided"
    MESSAGE = "message"
    NOTICE = "notice"  # 一次性告知 within five days
    CORRECTION = "correction"  # the applicant owes corrections
    DEFERRAL = "deferral"  # 容缺 material owed
    SEND = "send_elsewhere"  # to be sent to the place that decides
    ASK = "ask_elsewhere"  # what has become of it there
    VERIFY = "verify"  # a pledge is to be verified
    RECTIFY = "rectify"  # an untrue pledge was to be put right
    PROCEDURE = "procedure"  # 特别程序 ends
    DECISION = "decision"
    DELIVERY = "delivery"  # the result is to be handed out
    RATING = "rating"  # a bad rating is to be followed up
    DIFFICULTY = "difficulty"  # 办不成事 to be answered, or its person to be told
    OTHER = "other"  # what a newer part of the program owes and this list has no word for


_ORDER = {kind: place for place, kind in enumerate(TodoKind)}

_ANSWERS = {
    AnswerKind.REFUSED: TodoKind.REFUSED,
    AnswerKind.CORRECTION: TodoKind.ASKED,
    AnswerKind.DECIDED: TodoKind.DECIDED,
    AnswerKind.MESSAGE: TodoKind.MESSAGE,
}

_OWED = {
    kind.value: kind
    for kind in (
        TodoKind.NOTICE,
        TodoKind.CORRECTION,
        TodoKind.DEFERRAL,
        TodoKind.SEND,
        TodoKind.ASK,
        TodoKind.VERIFY,
        TodoKind.RECTIFY,
        TodoKind.PROCEDURE,
        TodoKind.DECISION,
        TodoKind.DELIVERY,
        TodoKind.RATING,
    )
}


@dataclass(frozen=True, slots=True)
class TodoLine:
    """A line of the list, ready to be painted. `day` orders it; `answer` is what is settled, where the city asks."""

    kind: TodoKind
    kind_word: str
    why: str
    day: date
    lamp: str
    tone: str  # green, yellow, red or muted
    person: str
    clerk: str
    window: str
    item_name: str
    applicant: str
    case_id: str
    case_number: str
    answer: CityAnswer | None = None
    act: Act | None = None  # what a passed day lets the clerk do from here
    is_for_lead: bool = False
    difficulty: str = ""  # its number, where the line is no case
    goes_first: bool = False  # 绿色通道、先行先试

    @property
    def is_urgent(self) -> bool:
        """Somebody has to do it now: it is late, nearly late, or nobody has looked at it."""
        return self.tone in ("red", "yellow")


@dataclass(frozen=True, slots=True)
class TodoView:
    """The list, and how many of it are for now."""

    lines: tuple[TodoLine, ...]
    urgent: int

    @property
    def later(self) -> int:
        """How many may wait."""
        return len(self.lines) - self.urgent


@dataclass(frozen=True, slots=True)
class _Day:
    """What every line is made with."""

    today: date
    calendar: WorkCalendar
    words: Words
    lamps: dict[tuple[date, int], tuple[str, str]] = field(default_factory=dict)
    """Lamps that are known already: a hundred cases are due on the same few days."""

    def say(self, key: str, **fields: object) -> str:
        return TO_DO_TEXTS[key][LANGUAGES.index(self.words.language)].format_map(fields)


def load(store: Store, *, today: date, session: Session, language: str, only_mine: bool) -> TodoView:
    """The list of this moment, the nearest day first; for a worker. A clerk sees what is theirs or anybody's."""
    with store.read() as reader:
        found = _lines(reader, today=today, language=language, until=None)
    lines = tuple(sorted(_of(found, session, only_mine=only_mine), key=_place))
    return TodoView(lines, sum(line.is_urgent for line in lines))


def urgent_count(store: Store, *, today: date, session: Session) -> int:
    """How many lines of the list want somebody now; for a worker."""
    with store.read() as reader:
        found = _lines(reader, today=today, language=LANGUAGES[0], until=today + LOOK_AHEAD)
    return sum(line.is_urgent for line in _of(found, session, only_mine=False))


def sees_all(session: Session) -> bool:
    """The lead sees what every clerk has to do, and may narrow it to their own."""
    return session.clerk.role is ClerkRole.LEAD


def _of(lines: Iterable[TodoLine], session: Session, *, only_mine: bool) -> list[TodoLine]:
    if sees_all(session) and not only_mine:
        return list(lines)
    own = [line for line in lines if line.clerk in ("", session.clerk.clerk_id) and not line.is_for_lead]
    return own + [line for line in lines if line.is_for_lead and sees_all(session)]


def _place(line: TodoLine) -> tuple[date, bool, int, str]:
    return line.day, not line.goes_first, _ORDER[line.kind], line.case_number


def _lines(reader: CaseReader, *, today: date, language: str, until: date | None) -> list[TodoLine]:
    words = Words(language, {clerk.clerk_id: clerk.name for clerk in reader.clerks()})
    day = _Day(today, work_calendar(reader, today), words)
    difficulties = reader.difficulties(only_open=True)
    answers = [
        answer
        for answer in reader.city_answers(only_open=True)
        if answer.kind in _ANSWERS and not any(is_about(answer, row.difficulty.number) for row in difficulties)
    ]
    return [
        *(_answer(answer, day) for answer in answers),
        *(_conflict(conflict, day) for conflict in reader.conflicts()),
        *(_owed(task, day, act_of(task, reader, today)) for task in reader.owed_tasks(until=until)),
        *(_difficulty(row, day) for row in difficulties),
    ]


def _answer(answer: CityAnswer, day: _Day) -> TodoLine:
    kind = _ANSWERS[answer.kind]
    came_on = answer.at.astimezone(HALL_ZONE).date()
    if answer.due_on is not None:
        on, (lamp, tone) = answer.due_on, _due(answer.due_on, ANSWER_YELLOW_DAYS, day)
    elif kind is TodoKind.REFUSED:
        on, lamp, tone = came_on, day.say("lamp.act", day=_short(came_on)), "red"
    else:
        on, lamp, tone = came_on, day.say("lamp.unread", day=_short(came_on)), "yellow"
    return TodoLine(
        kind=kind,
        kind_word=day.say(f"kind.{kind.value}"),
        why=entry(answer.event, day.words) if answer.event is not None else answer.text,
        day=on,
        lamp=lamp,
        tone=tone,
        person=_person(answer, day),
        clerk=answer.clerk,
        window=answer.window,
        item_name=answer.item_name,
        applicant=answer.applicant_name,
        case_id=answer.case_id,
        case_number=answer.case_number,
        answer=answer,
        is_for_lead=answer.is_for_lead,
    )


def _person(answer: CityAnswer, day: _Day) -> str:
    if answer.is_for_lead:
        return day.say("lead")
    return day.words.clerk(answer.clerk) if answer.clerk else day.say("hall")


def _conflict(conflict: CaseConflict, day: _Day) -> TodoLine:
    on = conflict.first_at.astimezone(HALL_ZONE).date()
    return TodoLine(
        kind=TodoKind.CONFLICT,
        kind_word=day.say("kind.conflict"),
        why=day.say("why.conflict", windows=day.words.listed(list(conflict.windows))),
        day=on,
        lamp=day.say("lamp.act", day=_short(on)),
        tone="red",
        person=day.words.clerk(conflict.clerk),
        clerk="",  # whoever stands at any of the windows may settle it
        window=conflict.windows[0],
        item_name=conflict.item_name,
        applicant=conflict.applicant_name,
        case_id=conflict.case_id,
        case_number=conflict.case_number,
    )


def _owed(task: OwedTask, day: _Day, act: Act | None) -> TodoLine:
    kind = _OWED.get(task.kind, TodoKind.OTHER)
    lamp, tone = _due(task.due_on, task.yellow_days, day)
    return TodoLine(
        kind=kind,
        kind_word=day.say(f"kind.{kind.value}"),
        why=act_why(act, day.words.language)
        if act
        else day.say(f"why.{kind.value}", subject=_subject(kind, task, day)),
        day=task.due_on,
        lamp=lamp,
        tone=tone,
        person=day.words.clerk(task.clerk),
        clerk=task.clerk,
        window=task.window,
        item_name=task.item_name,
        applicant=task.applicant_name,
        case_id=task.case_id,
        case_number=task.case_number,
        act=act,
        goes_first=task.goes_first,
    )


def _subject(kind: TodoKind, task: OwedTask, day: _Day) -> str:
    return word(RatingStage(task.subject), day.words.language) if kind is TodoKind.RATING else task.subject


def _difficulty(row: DifficultyRow, day: _Day) -> TodoLine:
    one, language = row.difficulty, day.words.language
    lamp, tone = difficulty_presenter.lamp(one, today=day.today, calendar=day.calendar, language=language)
    is_answered = one.state is DifficultyState.ANSWERED
    is_for_lead = one.with_whom is Hand.LEAD and not is_answered
    if is_answered:
        why = day.say("why.difficulty.answered", answer=one.answers[-1][1])
    else:
        why = day.say("why.difficulty.open", stuck=one.stuck, hand=word(one.with_whom, language))
    return TodoLine(
        kind=TodoKind.DIFFICULTY,
        kind_word=day.say("kind.difficulty"),
        why=why,
        day=one.due_on or one.reported_on,
        lamp=lamp,
        tone=tone,
        person=day.say("lead") if is_for_lead else day.words.clerk(row.clerk),
        clerk=row.clerk,
        window=one.window,
        item_name=one.item_name,
        applicant=one.name,
        case_id="",
        case_number=one.number,
        is_for_lead=is_for_lead,
        difficulty=one.number,
    )


def _due(due_on: date, yellow_days: int, day: _Day) -> tuple[str, str]:
    """The lamp of a date with its word, and its tone."""
    known = day.lamps.get((due_on, yellow_days))
    if known is None:
        known = day.lamps[(due_on, yellow_days)] = _lamp(due_on, yellow_days, day)
    return known


def _lamp(due_on: date, yellow_days: int, day: _Day) -> tuple[str, str]:
    """A year without a calendar has no lamp; it is never guessed."""
    due = due_view(due_on, today=day.today, calendar=day.calendar, yellow_days=yellow_days, language=day.words.language)
    if due.lamp is None:
        return day.say("lamp.plain", day=due_on.isoformat()), "muted"
    tone = {Lamp.GREEN: "green", Lamp.YELLOW: "yellow", Lamp.RED: "red"}[due.lamp]
    return day.say("lamp.due", word=due.word, day=_short(due_on)), tone


def _short(day: date) -> str:
    return f"{day:%m-%d}"
