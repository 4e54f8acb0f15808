"""WorkCalendar 工作日历: which days the counter works. Pure data in; where it comes from is desktop/national_days.py.

The State Council announces days off and make-up workdays for a year, usually in the November before. A region may add
its own days (Guangxi: 壮族三月三, 广西壮族自治区人民政府令第98号); where both speak of a day the region wins, because
its offices are really closed. A year without an announcement is refused: we do not guess holidays.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from desktop.domain.errors import CalendarMissing, InvalidInput

ONE_DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class NationalYear:
    """One year's announcement of the State Council (国务院办公厅关于部分节假日安排的通知).

    Weekends that the announcement does not mention need not be listed. The announcement of a year may also move days
    of the December before it.
    """

    year: int
    days_off: frozenset[date]
    make_up_workdays: frozenset[date]

    def __post_init__(self) -> None:
        both = self.days_off & self.make_up_workdays
        if both:
            raise InvalidInput("calendar_day_twice", field="calendar", day=min(both))


@dataclass(frozen=True, slots=True)
class OverlayDay:
    """A day on which the region differs: closed (is_off) or worked in its place; `why` is shown to the clerk."""

    day: date
    is_off: bool
    why: str


def year_from_notice(year: int, *, days_off: Iterable[date], make_up_workdays: Iterable[date]) -> NationalYear:
    """The year as a clerk types it in from the State Council's announcement.

    Days may lie in the year or in the December before it, where the New Year holiday may begin.

    Raises:
        InvalidInput: field calendar, with `day`: calendar_day_outside_year, calendar_workday_not_weekend (any other
            day is worked anyway), calendar_day_twice, calendar_empty (no day off at all).
    """
    typed = NationalYear(year, frozenset(days_off), frozenset(make_up_workdays))
    if not typed.days_off:
        raise InvalidInput("calendar_empty", field="calendar", year=year)
    for day in sorted(typed.days_off | typed.make_up_workdays):
        if day.year != year and (day.year, day.month) != (year - 1, 12):
            raise InvalidInput("calendar_day_outside_year", field="calendar", day=day, year=year)
    for day in sorted(typed.make_up_workdays):
        if day.weekday() < SATURDAY:
            raise InvalidInput("calendar_workday_not_weekend", field="calendar", day=day)
    return typed


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The days that the counter works, for the years that have been announced.

    Of two announcements for the same day the later in `national` holds, so a correction is put behind what it corrects;
    the overlay wins over both.
    """

    national: tuple[NationalYear, ...]
    overlay: tuple[OverlayDay, ...] = ()
    _is_workday: dict[date, bool] = field(init=False, repr=False, compare=False)
    _known: frozenset[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        exceptions: dict[date, bool] = {}
        for announced in self.national:
            exceptions.update(dict.fromkeys(announced.days_off, False))
            exceptions.update(dict.fromkeys(announced.make_up_workdays, True))
        exceptions.update({special.day: not special.is_off for special in self.overlay})
        object.__setattr__(self, "_is_workday", exceptions)
        object.__setattr__(self, "_known", frozenset(announced.year for announced in self.national))

    @property
    def years(self) -> tuple[int, ...]:
        """Years that have been announced, oldest first."""
        return tuple(sorted(self._known))

    def is_workday(self, day: date) -> bool:
        """True if the counter works that day.

        Raises:
            CalendarMissing: with `year`, which has not been announced.
        """
        if day.year not in self._known:
            raise CalendarMissing(year=day.year)
        return self._is_workday.get(day, day.weekday() < SATURDAY)

    def is_day_off(self, day: date) -> bool:
        """True if the counter is closed that day.

        Raises:
            CalendarMissing: as is_workday.
        """
        return not self.is_workday(day)

    def add_workdays(self, start: date, count: int) -> date:
        """The count-th working day after `start`; the start itself is not counted, whatever day it is.

        Raises:
            ValueError: count below 1.
            CalendarMissing: the count runs into a year that has not been announced.
        """
        if count < 1:
            raise ValueError("count is at least 1")
        day = start
        for _ in range(count):
            day = self.next_workday_on_or_after(day + ONE_DAY)
        return day

    def next_workday_on_or_after(self, day: date) -> date:
        """The day itself if it is worked, otherwise the first working day behind it.

        Raises:
            CalendarMissing: as add_workdays.
        """
        while self.is_day_off(day):
            day += ONE_DAY
        return day

    def workdays_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and with `end`; negative if end lies before start.

        So `workdays_between(day, add_workdays(day, n)) == n`.

        Raises:
            CalendarMissing: a day between lies in a year that has not been announced.
        """
        if end < start:
            return -self.workdays_between(end, start)
        days = (start + timedelta(days=count) for count in range(1, (end - start).days + 1))
        return sum(self.is_workday(day) for day in days)
