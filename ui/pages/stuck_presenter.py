"""Which open cases lie where, with whom, and for how long (M18: 卡在哪个环节、部门、岗位、责任人). Without Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.domain.bundle import item_of
from desktop.domain.calendar import WorkCalendar
from desktop.domain.case import Case
from desktop.domain.deadline import Lamp
from desktop.domain.errors import CalendarMissing
from desktop.domain.holder import Holder, Holding, holding
from desktop.messages import LANGUAGES, word
from desktop.ports import CaseReader, Store
from desktop.ports_open import OpenCase
from desktop.services.calendar import work_calendar
from ui.pages.case_entry_presenter import Words
from ui.pages.case_holder import holder_text
from ui.pages.cases_presenter import due_view

_TEXTS: dict[str, tuple[str, str]] = {
    "applicant": ("申请人", "the applicant"),
    "window": ("{window}号窗口", "window {window}"),
    "step.correct": ("补正材料", "corrections"),
    "lamp.step": ("● {word} 环节{day}前", "● {word}, step by {day}"),
    "lamp.case": ("● {word} {day}前", "● {word}, by {day}"),
}
_TONES = {Lamp.GREEN: "green", Lamp.YELLOW: "yellow", Lamp.RED: "red"}
_AT_WINDOW = frozenset({Holder.WINDOW, Holder.HANDED, Holder.TO_DELIVER})


@dataclass(frozen=True, slots=True)
class StuckLine:
    """An open case where it lies. `days` are working days since it came there; None: no calendar of that year."""

    case: Case
    holder: str
    step: str
    department: str
    post: str
    person: str
    since: date
    days: int | None
    lamp: str
    tone: str

    @property
    def is_late(self) -> bool:
        """Red: its step or the case is overdue, or is due today."""
        return self.tone == "red"


@dataclass(frozen=True, slots=True)
class StuckGroup:
    """Everything that lies with one department or person's post: how many cases, how many red, and the longest."""

    department: str
    count: int
    late: int
    longest: int


@dataclass(frozen=True, slots=True)
class StuckView:
    """Groups, the one with the longest case first; lines, the longest first."""

    groups: tuple[StuckGroup, ...]
    lines: tuple[StuckLine, ...]

    def of(self, department: str) -> tuple[StuckLine, ...]:
        """Lines of one group; empty text: all."""
        return tuple(line for line in self.lines if department in ("", line.department))


def load(store: Store, *, today: date, language: str) -> StuckView:
    """Every open case; for a worker."""
    with store.read() as reader:
        words = Words(language, {clerk.clerk_id: clerk.name for clerk in reader.clerks()})
        calendar = work_calendar(reader, today)
        found = [_line(one, reader, today=today, calendar=calendar, words=words) for one in reader.open_wholes()]
    lines = tuple(sorted(found, key=lambda line: (-(line.days or 0), line.since, line.case.case_number)))
    return StuckView(_groups(lines), lines)


def _groups(lines: Iterable[StuckLine]) -> tuple[StuckGroup, ...]:
    by_department: dict[str, list[StuckLine]] = {}
    for line in lines:
        by_department.setdefault(line.department, []).append(line)
    groups = [
        StuckGroup(name, len(held), sum(line.is_late for line in held), max(line.days or 0 for line in held))
        for name, held in by_department.items()
    ]
    return tuple(sorted(groups, key=lambda group: (-group.longest, -group.count, group.department)))


def _line(one: OpenCase, reader: CaseReader, *, today: date, calendar: WorkCalendar, words: Words) -> StuckLine:
    case = one.case
    item = item_of(reader.catalogue(case.catalogue_version), case.item.code)
    held = holding(case, item.steps if item else ())
    since = held.since or case.received_on
    lamp, tone = _lamp(case, held, today=today, calendar=calendar, language=words.language)
    return StuckLine(
        case=case,
        holder=holder_text(case, held, language=words.language),
        step=_step(case, held, words),
        department=_department(case, held, words),
        post=held.post,
        person=_person(one, held, words),
        since=since,
        days=_workdays(since, today, calendar),
        lamp=lamp,
        tone=tone,
    )


def _step(case: Case, held: Holding, words: Words) -> str:
    """The name of the published step; what the state is called where the catalogue names none."""
    if held.holder is Holder.PROCEDURE:
        return held.procedure
    if held.holder is Holder.APPLICANT:
        return _say("step.correct", words)
    return held.step.name if held.step else word(case.state, words.language)


def _department(case: Case, held: Holding, words: Words) -> str:
    if held.holder is Holder.APPLICANT:
        return _say("applicant", words)
    return held.department or _say("window", words, window=case.window)


def _person(one: OpenCase, held: Holding, words: Words) -> str:
    case = one.case
    if held.holder is Holder.APPLICANT:
        return case.applicant.name
    if held.holder in _AT_WINDOW or held.holder is Holder.AUTHORITY:
        return words.clerk(one.clerk)
    return case.hands[-1].person if case.hands else ""


def _lamp(case: Case, held: Holding, *, today: date, calendar: WorkCalendar, language: str) -> tuple[str, str]:
    """The lamp of the step where the catalogue limits it, else that of the case; the worse of both where both are."""
    own, whole = held.due_on(calendar), case.due_on
    on = min(day for day in (own, whole) if day is not None) if own or whole else None
    due = due_view(on, today=today, calendar=calendar, yellow_days=case.item.yellow_days, language=language)
    if due.lamp is None or on is None:
        return on.isoformat() if on else "", "muted" if on else ""
    key = "lamp.step" if on == own and own != whole else "lamp.case"
    text = _TEXTS[key][LANGUAGES.index(language)]
    return text.format(word=due.word, day=f"{on:%m-%d}"), _TONES[due.lamp]


def _workdays(since: date, today: date, calendar: WorkCalendar) -> int | None:
    try:
        return max(0, calendar.workdays_between(since, today))
    except CalendarMissing:
        return None


def _say(key: str, words: Words, **fields: object) -> str:
    return _TEXTS[key][LANGUAGES.index(words.language)].format_map(fields)
