"""What the list of cases shows of each: state, lamp with its word, dates; and how a search answers. Without Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.domain.calendar import WorkCalendar
from desktop.domain.case import OPEN_STATES, CaseState
from desktop.domain.deadline import Lamp, lamp
from desktop.domain.errors import CalendarMissing
from desktop.messages import word
from desktop.ports import Bundles, CaseRow, Filters

PAGE = 60
"""Rows asked for at once: two screens."""

EVERYTHING = Filters(bundles=Bundles.AS_ONE)
"""The list as it opens: every application once, a 一件事 as one line."""


@dataclass(frozen=True, slots=True)
class LampView:
    """A due date with its lamp. `lamp` is None where nothing is due, or the calendar of that year is missing."""

    lamp: Lamp | None
    word: str
    due_on: date | None
    workdays_left: int | None


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A row of a list of cases, ready to be painted."""

    row: CaseRow
    state: CaseState
    state_word: str
    due: LampView

    @property
    def is_open(self) -> bool:
        """Somebody still has to do something."""
        return self.state in OPEN_STATES


@dataclass(frozen=True, slots=True)
class Question:
    """What is searched: the typed text and the facets."""

    text: str = ""
    filters: Filters = EVERYTHING

    @property
    def is_narrow(self) -> bool:
        """Something was typed or filtered."""
        return bool(self.text.strip()) or self.filters != EVERYTHING


def due_view(due_on: date | None, *, today: date, calendar: WorkCalendar, yellow_days: int, language: str) -> LampView:
    """The lamp of an open case's date. A year that the calendar does not know gives the date without a lamp."""
    if due_on is None:
        return LampView(None, "", None, None)
    try:
        shown = lamp(today, due_on, calendar=calendar, yellow_days=yellow_days)
        return LampView(shown, word(shown, language), due_on, calendar.workdays_between(today, due_on))
    except CalendarMissing:
        return LampView(None, "", due_on, None)


def lines(rows: Iterable[CaseRow], *, today: date, calendar: WorkCalendar, language: str) -> tuple[CaseLine, ...]:
    """Each row with its words, in the order given."""
    return tuple(_line(row, today=today, calendar=calendar, language=language) for row in rows)


def _line(row: CaseRow, *, today: date, calendar: WorkCalendar, language: str) -> CaseLine:
    state = CaseState(row.state)
    due = due_view(
        row.due_on if state in OPEN_STATES else None,
        today=today,
        calendar=calendar,
        yellow_days=row.yellow_days,
        language=language,
    )
    return CaseLine(row, state, word(state, language), due)
