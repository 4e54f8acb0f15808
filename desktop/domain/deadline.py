"""Due dates 办结时限, the clock stops of special procedures, extensions, the five-day notice and the lamps.

Counting: 民法典 201 (the first day is not counted) and 203 (a last day on a day off moves to the day after them).
Which unit a limit has is the item's own affair (行政许可法 82: working days for the limits of that law); the limits of
the special regimes are in regime.py. No clock here: `today` is always given.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.calendar import ONE_DAY, WorkCalendar
from desktop.domain.errors import InvalidInput, NotAllowed

NOTICE_WORKDAYS = 5  # 行政许可法 32(4)
EXTENSION_WORKDAYS = 10  # 行政许可法 42, first paragraph
JOINT_EXTENSION_WORKDAYS = 15  # 行政许可法 42, second paragraph


class LimitUnit(StrEnum):
    """Unit of a time limit 时限单位."""

    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"

    @property
    def zh(self) -> str:
        """工作日 or 日."""
        return "工作日" if self is LimitUnit.WORKING_DAYS else "日"


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A time limit of an item: StatutoryLimit 法定办结时限 or CommittedLimit 承诺办结时限; count is at least 1."""

    count: int
    unit: LimitUnit

    def __post_init__(self) -> None:
        if self.count < 1:
            raise InvalidInput("limit_count", field="limit", count=self.count)


@dataclass(frozen=True, slots=True)
class Suspension:
    """A special procedure 特别程序 (行政许可法 45): none of its days is counted, neither the first nor the last.

    `end_on` is None while the procedure is open.
    """

    start_on: date
    end_on: date | None = None

    def __post_init__(self) -> None:
        if self.end_on is not None and self.end_on < self.start_on:
            raise InvalidInput("suspension_order", field="suspension", start_on=self.start_on, end_on=self.end_on)

    def covers(self, day: date) -> bool:
        """True if that day is not counted because of this procedure."""
        return self.start_on <= day and (self.end_on is None or day <= self.end_on)


class Lamp(StrEnum):
    """How urgent a due date is; on the screen a word always stands beside the colour."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


def due_date(accepted_on: date, *, limit: TimeLimit, calendar: WorkCalendar) -> date:
    """Last day on which the case may be decided (行政许可法 42, 82; 民法典 201, 203).

    The day of acceptance is not counted, whether it is worked or not. Working days: the count-th working day after it.
    Calendar days: every day counts, and a last day on a day off moves to the next working day.

    Raises:
        CalendarMissing: the count runs into a year that has not been announced.
    """
    if limit.unit is LimitUnit.WORKING_DAYS:
        return calendar.add_workdays(accepted_on, limit.count)
    return calendar.next_workday_on_or_after(accepted_on + limit.count * ONE_DAY)


def due_with_suspensions(
    accepted_on: date, *, limit: TimeLimit, calendar: WorkCalendar, suspensions: Iterable[Suspension]
) -> date | None:
    """The due date when days of special procedures are not counted (行政许可法 45).

    Overlapping procedures stop the clock once. A procedure that begins after the case was due does not
    move the due date: it was missed.

    Returns:
        None while an open procedure stops the clock: there is no due date then, and none is guessed.

    Raises:
        CalendarMissing: as due_date.
    """
    stops = tuple(suspensions)
    day, left = accepted_on, limit.count
    while left or _is_not_last_day(day, calendar=calendar, stops=stops):
        day += ONE_DAY
        if any(stop.end_on is None and stop.covers(day) for stop in stops):
            return None
        counts = limit.unit is LimitUnit.CALENDAR_DAYS or calendar.is_workday(day)
        if left and counts and not any(stop.covers(day) for stop in stops):
            left -= 1
    return day


def _is_not_last_day(day: date, *, calendar: WorkCalendar, stops: tuple[Suspension, ...]) -> bool:
    return calendar.is_day_off(day) or any(stop.covers(day) for stop in stops)


def extended(limit: TimeLimit, *, workdays: int = EXTENSION_WORKDAYS, extended_before: bool) -> TimeLimit:
    """The limit with the extension that the head of the authority approved (行政许可法 42).

    The applicant must be told the reason. Take the due date of the result from the day of acceptance, so that
    suspensions before and after the approval count alike.

    Raises:
        NotAllowed: extension_once (the law allows one), extension_other_law (a limit in calendar days stems from
            another statute, which has its own rule).
        InvalidInput: extension_days, with `most`.
    """
    return _extended(limit, workdays=workdays, most=EXTENSION_WORKDAYS, extended_before=extended_before)


def extended_jointly(limit: TimeLimit, *, workdays: int = JOINT_EXTENSION_WORKDAYS, extended_before: bool) -> TimeLimit:
    """As `extended`, for cases handled jointly (统一、联合、集中办理), approved by the head of government."""
    return _extended(limit, workdays=workdays, most=JOINT_EXTENSION_WORKDAYS, extended_before=extended_before)


def _extended(limit: TimeLimit, *, workdays: int, most: int, extended_before: bool) -> TimeLimit:
    if extended_before:
        raise NotAllowed(reason="extension_once")
    if limit.unit is not LimitUnit.WORKING_DAYS:
        raise NotAllowed(reason="extension_other_law")
    if not 1 <= workdays <= most:
        raise InvalidInput("extension_days", field="extension", most=most)
    return TimeLimit(limit.count + workdays, limit.unit)


def notice_due(received_on: date, *, calendar: WorkCalendar, days: int = NOTICE_WORKDAYS) -> date:
    """Last day to tell the applicant everything that is missing (行政许可法 32(4); working days by 82).

    Regimes that demand it on the spot (不动产登记暂行条例 17) have 0 days: the day of receipt itself.
    """
    return calendar.add_workdays(received_on, days) if days else received_on


def deemed_accepted_on(
    received_on: date,
    *,
    today: date,
    notified: date | None,
    calendar: WorkCalendar,
    days: int = NOTICE_WORKDAYS,
) -> date | None:
    """The day from which the case counts as accepted because nobody told the applicant in time (行政许可法 32(4)).

    That is the day of receipt itself, not the end of the five days: the limit has been running since then.

    Args:
        notified: the day on which the one notice (or acceptance, or refusal) was given; None if there was none.

    Returns:
        None while the five days are running, and when the notice was in time.
    """
    last_day = notice_due(received_on, calendar=calendar, days=days)
    told_in_time = notified is not None and notified <= last_day
    return None if told_in_time or today <= last_day else received_on


def lamp(today: date, due_on: date | None, *, calendar: WorkCalendar, yellow_days: int) -> Lamp:
    """Red when the due date has passed, yellow when at most `yellow_days` working days are left, else green.

    For a closed case give the day of its decision as `today`. Without a due date (a stopped clock) it is green.
    """
    if due_on is None:
        return Lamp.GREEN
    if today > due_on:
        return Lamp.RED
    return Lamp.YELLOW if calendar.workdays_between(today, due_on) <= yellow_days else Lamp.GREEN
