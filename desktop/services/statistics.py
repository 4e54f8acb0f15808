"""统计 (M23, M26): one reading of a period, from which every table, chart and paper of it is counted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop.domain.calendar import WorkCalendar
from desktop.domain.case import CaseState
from desktop.domain.papers_course import Count, Tally
from desktop.domain.statistics import Act, By, Figure, Measure, Period, clerk_key, distinct, figures, grouped, key_of
from desktop.domain.statistics_time import Settled, Times, outcome_acts, times
from desktop.messages import word
from desktop.ports import CaseReader
from desktop.services.calendar import work_calendar


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: what it is of, its figures and its days. `name` is what a person reads."""

    key: str
    name: str
    figures: Mapping[Measure, Figure]
    times: Times


@dataclass(frozen=True, slots=True)
class Statistics:
    """A period as read, already counted: asking for its rows costs nothing. `standing` says where the cases received
    in it stood at its end, or stand now while it goes on; `clerk_names` are by window and login name; `overdue_since`
    are the days by which cases had to be done.
    """

    period: Period
    read_on: date
    acts: tuple[Act, ...]
    settled: tuple[Settled, ...]
    total: Line
    rows: Mapping[By, tuple[Line, ...]]
    standing: Mapping[str, int] = field(default_factory=dict)
    clerk_names: Mapping[str, str] = field(default_factory=dict)
    overdue_since: Mapping[str, date] = field(default_factory=dict)

    def lines(self, by: By) -> tuple[Line, ...]:
        """One row for each item, window, clerk or part of the period that has any figure, in the order of its key."""
        return self.rows[by]

    def reconciled(self) -> Tally:
        """收件 = where these cases stand: the total from the ledger, the parts from the tables."""
        return Tally(
            whole=Count(name="收件", number=self.total.figures[Measure.RECEIVED].number),
            parts=state_counts(self.standing),
        )


NO_LINE = Line("", "", figures(()), Times())
"""A row of nothing: a day on which nobody came."""


def read(reader: CaseReader, period: Period, *, today: date) -> Statistics:
    """Everything that happened in the period. Takes a moment for a year: never on the screen's thread."""
    happened = reader.acts(period)
    settled, overdue = tuple(reader.settled(happened, period)), reader.open_overdue(period, today=today)
    acts = distinct([*happened, *outcome_acts(settled), *(one.act for one in overdue)])
    calendar, clerk_names = work_calendar(reader, today), _clerk_names(reader, acts)
    names: dict[By, Mapping[str, str]] = {
        By.ITEM: reader.item_names({act.item_code for act in acts}),
        By.CLERK: clerk_names,
    }
    return Statistics(
        period=period,
        read_on=today,
        acts=acts,
        settled=settled,
        total=Line("", "", figures(acts), times(settled, calendar=calendar)),
        rows={by: _lines(acts, settled, by, period, names.get(by, {}), calendar) for by in By},
        standing=reader.standing(period),
        clerk_names=clerk_names,
        overdue_since={one.act.case_id: one.due_on for one in overdue}
        | {case.case_id: case.due_on for case in settled if case.due_on is not None},
    )


def _lines(
    acts: Sequence[Act],
    settled: Sequence[Settled],
    by: By,
    period: Period,
    names: Mapping[str, str],
    calendar: WorkCalendar,
) -> tuple[Line, ...]:
    """The rows of one table; a window and a part of time are their own names."""
    rows = grouped(acts, key_of(by, period))
    row_of = {case_id: key for key, row in rows.items() for case_id in row[Measure.DECIDED].case_ids}
    cases: dict[str, list[Settled]] = {key: [] for key in rows}
    for case in settled:
        cases[row_of[case.case_id]].append(case)
    return tuple(Line(key, names.get(key, key), row, times(cases[key], calendar=calendar)) for key, row in rows.items())


def state_counts(standing: Mapping[str, int]) -> tuple[Count, ...]:
    """Each state that has cases, in the order of the life of a case; the first one alone where none has."""
    counts = [Count(name=word(state), number=standing.get(state.value, 0)) for state in CaseState]
    return tuple(count for count in counts if count.number) or (counts[0],)


def _clerk_names(reader: CaseReader, acts: Iterable[Act]) -> dict[str, str]:
    """Names of this PC's clerks with their window; a clerk of another window is known by the login name."""
    names = {clerk.clerk_id: clerk.name for clerk in reader.clerks()}
    pairs = {(act.window, act.clerk) for act in acts}
    return {clerk_key(window, clerk): f"{names.get(clerk, clerk)}（{window}）" for window, clerk in sorted(pairs)}
