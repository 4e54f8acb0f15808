"""Each test names its article. The dates are counted by hand on the calendar of 2026 in Guangxi.

Off in 2026 beside weekends: 02-15…23, 04-04…06, 三月三 04-17…20, 05-01…05, 06-19…21, 09-25…27, 10-01…07; worked: 01-04,
02-14, 02-28, 05-09, 09-20, 10-10.
"""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from desktop.domain.calendar import WorkCalendar
from desktop.domain.deadline import (
    Lamp,
    LimitUnit,
    Suspension,
    TimeLimit,
    deemed_accepted_on,
    due_date,
    due_with_suspensions,
    extended,
    extended_jointly,
    lamp,
    notice_due,
)
from desktop.domain.errors import CalendarMissing, InvalidInput, NotAllowed
from desktop.national_days import load_overlay, national_years

GUANGXI = WorkCalendar(national_years(), load_overlay(Path(resources.__file__).parent / "calendar" / "guangxi.json"))
MONDAY = date(2026, 11, 23)

starts = st.dates(date(2026, 1, 1), date(2026, 7, 1))
limits = st.builds(TimeLimit, st.integers(1, 60), st.sampled_from(LimitUnit))


def working_days(count: int) -> TimeLimit:
    return TimeLimit(count, LimitUnit.WORKING_DAYS)


def calendar_days(count: int) -> TimeLimit:
    return TimeLimit(count, LimitUnit.CALENDAR_DAYS)


def due(accepted_on: date, limit: TimeLimit, *suspensions: Suspension) -> date | None:
    return due_with_suspensions(accepted_on, limit=limit, calendar=GUANGXI, suspensions=suspensions)


@pytest.mark.parametrize(
    ("accepted_on", "count", "due_on"),
    [
        (date(2026, 11, 23), 1, date(2026, 11, 24)),
        (date(2026, 11, 23), 5, date(2026, 11, 30)),
        (date(2026, 11, 23), 20, date(2026, 12, 21)),
        (date(2026, 11, 21), 1, date(2026, 11, 23)),  # taken in on a Saturday
        (date(2026, 4, 15), 5, date(2026, 4, 24)),  # 16 | 21 22 23 24: 三月三 between
        (date(2026, 9, 30), 5, date(2026, 10, 13)),  # 8 9 10 | 12 13: Saturday 10 October is worked
        (date(2026, 2, 13), 7, date(2026, 3, 2)),  # 14 | 24 25 26 27 28 | 2: both Saturdays are worked
    ],
)
def test_xuke_82_limits_are_counted_in_working_days(accepted_on: date, count: int, due_on: date):
    assert due_date(accepted_on, limit=working_days(count), calendar=GUANGXI) == due_on


def test_minfa_201_day_of_acceptance_is_not_counted():
    assert due_date(MONDAY, limit=working_days(1), calendar=GUANGXI) == date(2026, 11, 24)
    assert due_date(MONDAY, limit=calendar_days(1), calendar=GUANGXI) == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("accepted_on", "due_on"),
    [
        (date(2026, 11, 23), date(2026, 12, 8)),  # a Tuesday: it stays
        (date(2026, 9, 18), date(2026, 10, 8)),  # 3 October, National Day
        (date(2026, 4, 2), date(2026, 4, 21)),  # 17 April, 三月三
        (date(2026, 9, 25), date(2026, 10, 10)),  # a Saturday that is worked: it stays
        (date(2026, 11, 20), date(2026, 12, 7)),  # 5 December, an ordinary Saturday
    ],
)
def test_minfa_203_last_of_fifteen_calendar_days_moves_off_a_day_off(accepted_on: date, due_on: date):
    """居住证暂行条例 9 counts 15 plain days."""
    assert due_date(accepted_on, limit=calendar_days(15), calendar=GUANGXI) == due_on


def test_a_limit_that_ends_in_a_year_without_announcement_is_refused():
    with pytest.raises(CalendarMissing):
        due_date(date(2026, 12, 21), limit=working_days(20), calendar=WorkCalendar(national_years()[-1:]))


def test_a_limit_is_at_least_one_day():
    with pytest.raises(InvalidInput) as caught:
        working_days(0)

    assert caught.value.reason == "limit_count"


def test_xuke_45_days_of_a_special_procedure_are_not_counted():
    """24 | stopped 25 November to 1 December | 2 3 4 7."""
    stop = Suspension(date(2026, 11, 25), date(2026, 12, 1))

    assert due(MONDAY, working_days(5), stop) == date(2026, 12, 7)


def test_xuke_45_stops_a_limit_in_calendar_days_alike():
    """Seven days stopped: 8 December becomes 15 December."""
    stop = Suspension(date(2026, 11, 25), date(2026, 12, 1))

    assert due(MONDAY, calendar_days(15), stop) == date(2026, 12, 15)


def test_xuke_45_overlapping_procedures_stop_the_clock_once():
    stops = Suspension(date(2026, 11, 25), date(2026, 11, 27)), Suspension(date(2026, 11, 26), date(2026, 12, 1))

    assert due(MONDAY, working_days(5), *stops) == date(2026, 12, 7)


def test_xuke_45_an_open_procedure_leaves_no_due_date():
    assert due(MONDAY, working_days(5), Suspension(date(2026, 11, 25))) is None
    assert due(MONDAY, working_days(5), Suspension(date(2026, 11, 30))) is None


def test_xuke_45_a_procedure_begun_after_the_due_date_does_not_heal_it():
    assert due(MONDAY, working_days(5), Suspension(date(2026, 12, 1))) == date(2026, 11, 30)


def test_xuke_45_a_procedure_that_ended_before_acceptance_changes_nothing():
    assert due(MONDAY, working_days(5), Suspension(date(2026, 11, 2), date(2026, 11, 6))) == date(2026, 11, 30)


def test_minfa_203_a_moved_last_day_may_run_into_a_procedure():
    """Twelve days end on Saturday 5 December; Monday 7 and Tuesday 8 are stopped."""
    assert due(MONDAY, calendar_days(12)) == date(2026, 12, 7)
    assert due(MONDAY, calendar_days(12), Suspension(date(2026, 12, 7), date(2026, 12, 8))) == date(2026, 12, 9)


def test_a_procedure_does_not_end_before_it_begins():
    with pytest.raises(InvalidInput) as caught:
        Suspension(date(2026, 11, 25), date(2026, 11, 24))

    assert caught.value.reason == "suspension_order"


def test_xuke_42_twenty_days_are_extended_by_ten():
    """From 1 June with 端午 on Friday the 19th: the 20th day is 30 June, the 30th is 14 July."""
    accepted_on = date(2026, 6, 1)

    assert due(accepted_on, working_days(20)) == date(2026, 6, 30)
    assert due(accepted_on, extended(working_days(20), extended_before=False)) == date(2026, 7, 14)


def test_xuke_42_joint_handling_is_extended_by_fifteen():
    assert extended_jointly(working_days(45), extended_before=False) == working_days(60)


def test_xuke_42_may_be_used_in_part():
    assert extended(working_days(20), workdays=4, extended_before=False) == working_days(24)


@pytest.mark.parametrize("extend", [extended, extended_jointly])
def test_xuke_42_allows_one_extension(extend):
    with pytest.raises(NotAllowed) as caught:
        extend(working_days(20), extended_before=True)

    assert caught.value.fields == {"reason": "extension_once"}


@pytest.mark.parametrize(("extend", "workdays"), [(extended, 11), (extended, 0), (extended_jointly, 16)])
def test_xuke_42_extension_has_a_most(extend, workdays: int):
    with pytest.raises(InvalidInput) as caught:
        extend(working_days(20), workdays=workdays, extended_before=False)

    assert caught.value.reason == "extension_days"


def test_xuke_42_does_not_extend_the_calendar_days_of_another_law():
    with pytest.raises(NotAllowed) as caught:
        extended(calendar_days(15), extended_before=False)

    assert caught.value.fields == {"reason": "extension_other_law"}


@pytest.mark.parametrize(
    ("received_on", "last_day"),
    [(MONDAY, date(2026, 11, 30)), (date(2026, 9, 30), date(2026, 10, 13)), (date(2026, 4, 15), date(2026, 4, 24))],
)
def test_xuke_32_4_the_notice_is_due_within_five_working_days(received_on: date, last_day: date):
    assert notice_due(received_on, calendar=GUANGXI) == last_day


def test_budongchan_17_the_notice_is_due_on_the_spot():
    """不动产登记暂行条例 17: told on the spot, otherwise deemed accepted."""
    assert notice_due(MONDAY, calendar=GUANGXI, days=0) == MONDAY
    assert deemed(date(2026, 11, 24), None, days=0) == MONDAY


def deemed(today: date, notified: date | None, *, days: int = 5) -> date | None:
    return deemed_accepted_on(MONDAY, today=today, notified=notified, calendar=GUANGXI, days=days)


def test_xuke_32_4_without_notice_the_case_is_accepted_from_the_day_of_receipt():
    """Not from the end of the five days, as some pages say."""
    assert deemed(date(2026, 12, 1), None) == MONDAY


def test_xuke_32_4_the_fifth_day_is_still_in_time():
    assert deemed(date(2026, 11, 30), None) is None
    assert deemed(date(2026, 12, 10), date(2026, 11, 30)) is None


def test_xuke_32_4_a_notice_after_the_fifth_day_is_too_late():
    assert deemed(date(2026, 12, 10), date(2026, 12, 1)) == MONDAY


@pytest.mark.parametrize(
    ("today", "colour"),
    [
        (date(2026, 11, 24), Lamp.GREEN),  # four working days left
        (date(2026, 11, 25), Lamp.YELLOW),  # three
        (date(2026, 11, 28), Lamp.YELLOW),
        (date(2026, 11, 30), Lamp.YELLOW),  # the last day
        (date(2026, 12, 1), Lamp.RED),
    ],
)
def test_lamp_turns_yellow_by_working_days_and_red_after_the_last_day(today: date, colour: Lamp):
    assert lamp(today, date(2026, 11, 30), calendar=GUANGXI, yellow_days=3) is colour


def test_lamp_is_green_while_the_clock_is_stopped():
    assert lamp(MONDAY, None, calendar=GUANGXI, yellow_days=3) is Lamp.GREEN


def test_units_are_printed_in_the_words_of_the_law():
    assert LimitUnit.WORKING_DAYS.zh == "工作日"
    assert LimitUnit.CALENDAR_DAYS.zh == "日"


@given(starts, limits)
def test_without_a_procedure_both_ways_of_counting_agree(accepted_on: date, limit: TimeLimit):
    assert due(accepted_on, limit) == due_date(accepted_on, limit=limit, calendar=GUANGXI)


@given(starts, limits, st.integers(-20, 80), st.integers(0, 40))
def test_a_procedure_never_brings_the_due_date_forward(accepted_on: date, limit: TimeLimit, offset: int, length: int):
    first = date.fromordinal(accepted_on.toordinal() + offset)
    stop = Suspension(first, date.fromordinal(first.toordinal() + length))
    stopped, plain = due(accepted_on, limit, stop), due(accepted_on, limit)

    assert stopped is not None
    assert plain is not None
    assert stopped >= plain
    assert GUANGXI.is_workday(stopped)
    assert not stop.covers(stopped)


@given(starts, limits, limits)
def test_a_longer_limit_is_never_due_earlier(accepted_on: date, one: TimeLimit, other: TimeLimit):
    shorter, longer = sorted((one.count, other.count))

    assert due_date(accepted_on, limit=TimeLimit(shorter, one.unit), calendar=GUANGXI) <= due_date(
        accepted_on, limit=TimeLimit(longer, one.unit), calendar=GUANGXI
    )
