"""Working days: announcements of the State Council with the regional overlay on top."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.calendar import NationalYear, OverlayDay, WorkCalendar, year_from_notice
from desktop.domain.errors import CalendarMissing, InvalidInput

# A part of 2026 as announced: Qingming, Labour Day with its Saturday, National Day with its Sunday and Saturday.
YEAR_2026 = NationalYear(
    2026,
    days_off=frozenset(
        [date(2026, 4, day) for day in (4, 5, 6)]
        + [date(2026, 5, day) for day in range(1, 6)]
        + [date(2026, 10, day) for day in range(1, 8)]
    ),
    make_up_workdays=frozenset([date(2026, 5, 9), date(2026, 9, 20), date(2026, 10, 10)]),
)
SANYUESAN = tuple(OverlayDay(date(2026, 4, day), is_off=True, why="壮族三月三") for day in (17, 18, 19, 20))
NATIONAL = WorkCalendar((YEAR_2026,))
GUANGXI = WorkCalendar((YEAR_2026,), SANYUESAN)

days_of_2026 = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("day", "is_workday"),
    [
        (date(2026, 4, 3), True),  # Friday
        (date(2026, 4, 6), False),  # Monday after Qingming
        (date(2026, 4, 11), False),  # Saturday that nobody mentions
        (date(2026, 5, 9), True),  # Saturday, made up
        (date(2026, 9, 20), True),  # Sunday, made up
        (date(2026, 10, 7), False),
        (date(2026, 10, 8), True),
    ],
)
def test_the_announcement_wins_over_the_weekday(day: date, is_workday: bool):
    assert NATIONAL.is_workday(day) is is_workday
    assert NATIONAL.is_day_off(day) is not is_workday


def test_a_regional_day_off_closes_an_ordinary_weekday():
    assert NATIONAL.is_workday(date(2026, 4, 17))
    assert GUANGXI.is_day_off(date(2026, 4, 17))


def test_a_regional_day_off_wins_over_a_national_make_up_workday():
    overlay = (OverlayDay(date(2026, 5, 9), is_off=True, why="示例"),)

    assert WorkCalendar((YEAR_2026,), overlay).is_day_off(date(2026, 5, 9))


def test_a_regional_make_up_workday_opens_a_weekend():
    overlay = (OverlayDay(date(2026, 4, 12), is_off=False, why="示例"),)

    assert WorkCalendar((YEAR_2026,), overlay).is_workday(date(2026, 4, 12))


def test_working_days_step_over_the_regional_holiday():
    """Thursday 16 April 2026; 17 to 20 are 三月三, so the first working day after it is Tuesday 21."""
    assert NATIONAL.add_workdays(date(2026, 4, 16), 1) == date(2026, 4, 17)
    assert GUANGXI.add_workdays(date(2026, 4, 16), 1) == date(2026, 4, 21)


def test_make_up_workdays_are_counted():
    """From Wednesday 30 September 2026: 8, 9 and the made-up Saturday 10 October."""
    assert NATIONAL.add_workdays(date(2026, 9, 30), 3) == date(2026, 10, 10)


def test_counting_may_start_on_a_day_off():
    assert NATIONAL.add_workdays(date(2026, 10, 3), 1) == date(2026, 10, 8)


def test_next_workday_is_the_day_itself_if_it_is_worked():
    assert NATIONAL.next_workday_on_or_after(date(2026, 10, 8)) == date(2026, 10, 8)
    assert NATIONAL.next_workday_on_or_after(date(2026, 10, 1)) == date(2026, 10, 8)


def test_days_between_leave_out_the_first_and_count_the_last():
    assert NATIONAL.workdays_between(date(2026, 9, 30), date(2026, 10, 10)) == 3
    assert NATIONAL.workdays_between(date(2026, 10, 10), date(2026, 9, 30)) == -3
    assert NATIONAL.workdays_between(date(2026, 10, 8), date(2026, 10, 8)) == 0


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2027, 1, 1)])
def test_a_year_without_announcement_is_refused(day: date):
    with pytest.raises(CalendarMissing) as caught:
        GUANGXI.is_workday(day)

    assert caught.value.fields == {"year": day.year}


def test_counting_into_a_year_without_announcement_is_refused():
    with pytest.raises(CalendarMissing):
        GUANGXI.add_workdays(date(2026, 12, 31), 1)


def test_an_overlay_alone_does_not_make_a_year_known():
    overlay = (OverlayDay(date(2027, 4, 9), is_off=True, why="示例"),)

    with pytest.raises(CalendarMissing):
        WorkCalendar((YEAR_2026,), overlay).is_workday(date(2027, 4, 9))


def test_next_years_announcement_may_move_a_day_of_december():
    next_year = year_from_notice(
        2027, days_off=[date(2026, 12, 31), date(2027, 1, 1)], make_up_workdays=[date(2026, 12, 26)]
    )
    calendar = WorkCalendar((YEAR_2026, next_year))

    assert calendar.is_day_off(date(2026, 12, 31))
    assert calendar.is_workday(date(2026, 12, 26))
    assert calendar.years == (2026, 2027)


def test_a_corrected_announcement_behind_the_first_one_wins():
    corrected = NationalYear(2026, days_off=frozenset([date(2026, 5, 9)]), make_up_workdays=frozenset())

    assert WorkCalendar((YEAR_2026, corrected)).is_day_off(date(2026, 5, 9))


@pytest.mark.parametrize(
    ("days_off", "make_up_workdays", "reason"),
    [
        ([date(2028, 1, 1)], [], "calendar_day_outside_year"),
        ([date(2026, 11, 30)], [], "calendar_day_outside_year"),
        ([date(2027, 1, 1)], [date(2026, 1, 4)], "calendar_day_outside_year"),
        ([date(2027, 1, 1)], [date(2027, 1, 4)], "calendar_workday_not_weekend"),
        ([date(2027, 1, 2)], [date(2027, 1, 2)], "calendar_day_twice"),
        ([], [], "calendar_empty"),
    ],
)
def test_a_slip_in_typing_the_announcement_is_found(days_off: list[date], make_up_workdays: list[date], reason: str):
    with pytest.raises(InvalidInput) as caught:
        year_from_notice(2027, days_off=days_off, make_up_workdays=make_up_workdays)

    assert (caught.value.reason, caught.value.field) == (reason, "calendar")


@pytest.mark.parametrize("count", [0, -1])
def test_a_count_below_one_is_our_mistake(count: int):
    with pytest.raises(ValueError, match="at least 1"):
        GUANGXI.add_workdays(date(2026, 4, 16), count)


@given(st.dates(date(2026, 1, 1), date(2026, 10, 1)), st.integers(1, 40))
def test_adding_and_counting_working_days_agree(start: date, count: int):
    end = GUANGXI.add_workdays(start, count)

    assert GUANGXI.is_workday(end)
    assert GUANGXI.workdays_between(start, end) == count


@given(days_of_2026, days_of_2026)
def test_counting_backwards_gives_the_negative(start: date, end: date):
    assert GUANGXI.workdays_between(start, end) == -GUANGXI.workdays_between(end, start)
