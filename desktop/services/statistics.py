"""统计 (M23, M26): one reading of a period, from which every table, chart and paper of it is counted."""

from collections.abc import Iterable, Mapping
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
    """A period as read. `standing` says where the cases received in it stand now."""

    period: Period
    read_on: date
    calendar: WorkCalendar
    acts: tuple[Act, ...]
    settled: tuple[Settled, ...]
    standing: Mapping[str, int] = field(default_factory=dict)
    item_names: Mapping[str, str] = field(default_factory=dict)
    clerk_names: Mapping[str, str] = field(default_factory=dict)  # by window and login name

    def total(self) -> Line:
        """The whole period."""
        return Line("", "", figures(self.acts), times(self.settled, calendar=self.calendar))

    def nothing(self) -> Line:
        """A row of nothing: a day on which nobody came."""
        return Line("", "", figures(()), Times())

    def lines(self, by: By) -> tuple[Line, ...]:
        """One row for each item, window, clerk or part of the period that has any figure, in the order of its key."""
        rows = grouped(self.acts, key_of(by, self.period))
        return tuple(
            Line(key, self.name_of(by, key), row, times(self._settled_in(row), calendar=self.calendar))
            for key, row in rows.items()
        )

    def name_of(self, by: By, key: str) -> str:
        """The name of an item or clerk; a window and a part of time are their own names."""
        names = {By.ITEM: self.item_names, By.CLERK: self.clerk_names}.get(by, {})
        return names.get(key, key)

    def reconciled(self) -> Tally:
        """收件 = where these cases stand: the total from the ledger, the parts from the tables."""
        return Tally(
            whole=Count(name="收件", number=figures(self.acts)[Measure.RECEIVED].number),
            parts=state_counts(self.standing),
        )

    def _settled_in(self, row: Mapping[Measure, Figure]) -> Iterable[Settled]:
        cases = set(row[Measure.DECIDED].case_ids)
        return (case for case in self.settled if case.case_id in cases)


def read(reader: CaseReader, period: Period, *, today: date) -> Statistics:
    """Everything that happened in the period. Takes a moment for a year: never on the screen's thread."""
    happened = reader.acts(period)
    settled = reader.settled(happened)
    acts = distinct([*happened, *outcome_acts(settled), *reader.open_overdue(period, today=today)])
    return Statistics(
        period=period,
        read_on=today,
        calendar=work_calendar(reader, today),
        acts=acts,
        settled=tuple(settled),
        standing=reader.standing(period),
        item_names=reader.item_names({act.item_code for act in acts}),
        clerk_names=_clerk_names(reader, acts),
    )


def state_counts(standing: Mapping[str, int]) -> tuple[Count, ...]:
    """Each state that has cases, in the order of the life of a case; the first one alone where none has."""
    counts = [Count(name=word(state), number=standing.get(state.value, 0)) for state in CaseState]
    return tuple(count for count in counts if count.number) or (counts[0],)


def _clerk_names(reader: CaseReader, acts: Iterable[Act]) -> dict[str, str]:
    """Names of this PC's clerks with their window; a clerk of another window is known by the login name."""
    names = {clerk.clerk_id: clerk.name for clerk in reader.clerks()}
    pairs = {(act.window, act.clerk) for act in acts}
    return {clerk_key(window, clerk): f"{names.get(clerk, clerk)}（{window}）" for window, clerk in sorted(pairs)}
