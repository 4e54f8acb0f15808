"""How long cases took: real against promised against legal days (M4, M23).

Days are working days, counted as the limits are (行政许可法 42, 82; 民法典 201): the first day is not counted, the last
is. Days of a special procedure are not counted (行政许可法 45). Promised and legal days are those of the day of
acceptance, as printed on the paper; an extension makes a case late no sooner, and promises nothing new.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain.calendar import ONE_DAY, WorkCalendar
from desktop.domain.deadline import Suspension
from desktop.domain.errors import CalendarMissing
from desktop.domain.statistics import Act, Measure

P90 = 90
MEDIAN = 50


@dataclass(frozen=True, slots=True)
class Settled:
    """A case with its result. `promised_on`, `legal_on` are the ends set at acceptance, `due_on` the one in force."""

    case_id: str
    item_code: str
    window: str
    clerk: str
    begun_on: date  # of acceptance; of receipt where it was forwarded unaccepted
    ended_on: date
    recorded_on: date
    promised_on: date | None = None
    legal_on: date | None = None
    due_on: date | None = None
    suspensions: tuple[Suspension, ...] = ()

    @property
    def is_on_time(self) -> bool | None:
        """Whether it was decided by the day in force; None: no day was set."""
        return None if self.due_on is None else self.ended_on <= self.due_on


@dataclass(frozen=True, slots=True)
class Times:
    """Days of a group of cases; None where no case has any, or the work calendar lacks a year."""

    count: int = 0
    real_median: int | None = None
    real_p90: int | None = None
    promised_median: int | None = None
    legal_median: int | None = None


def percentile(values: Iterable[int], percent: int) -> int | None:
    """The smallest value that at least `percent` of a hundred values do not exceed (nearest rank); None of none.

    It is always a value that occurred: no half days. The median of an even number is the lower middle one.
    """
    ordered = sorted(values)
    if not ordered:
        return None
    rank = -(-len(ordered) * percent // 100)
    return ordered[max(rank, 1) - 1]


def days_taken(begun_on: date, ended_on: date, *, calendar: WorkCalendar, stops: Sequence[Suspension] = ()) -> int:
    """Working days after the first day up to and with the last, without those of special procedures.

    Ending before it began (an answer dated back) took 0 days.

    Raises:
        CalendarMissing: a day between lies in a year that has not been announced.
    """
    count, day = 0, begun_on + ONE_DAY
    while day <= ended_on:
        if calendar.is_workday(day) and not any(stop.covers(day) for stop in stops):
            count += 1
        day += ONE_DAY
    return count


def times(cases: Iterable[Settled], *, calendar: WorkCalendar) -> Times:
    """Median and 90 % of real days, medians of promised and legal days, each over the cases that have them."""
    settled = tuple(cases)
    real = _known(_days(case, case.ended_on, calendar, case.suspensions) for case in settled)
    promised = _known(_days(case, case.promised_on, calendar) for case in settled)
    legal = _known(_days(case, case.legal_on, calendar) for case in settled)
    return Times(
        count=len(settled),
        real_median=percentile(real, MEDIAN),
        real_p90=percentile(real, P90),
        promised_median=percentile(promised, MEDIAN),
        legal_median=percentile(legal, MEDIAN),
    )


def outcome_acts(cases: Iterable[Settled]) -> list[Act]:
    """Each case in time, late or without a limit; a late one is overdue too."""
    acts = []
    for case in cases:
        measure = {True: Measure.ON_TIME, False: Measure.LATE, None: Measure.NO_LIMIT}[case.is_on_time]
        act = Act(measure, case.case_id, case.recorded_on, case.window, case.clerk, case.item_code)
        acts.append(act)
        if measure is Measure.LATE:
            acts.append(Act(Measure.OVERDUE, act.case_id, act.day, act.window, act.clerk, act.item_code))
    return acts


def _days(case: Settled, end: date | None, calendar: WorkCalendar, stops: tuple[Suspension, ...] = ()) -> int | None:
    if end is None:
        return None
    try:
        return days_taken(case.begun_on, end, calendar=calendar, stops=stops)
    except CalendarMissing:
        return None


def _known(days: Iterable[int | None]) -> list[int]:
    return [count for count in days if count is not None]
