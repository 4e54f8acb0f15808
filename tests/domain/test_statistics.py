"""Counting: the parts add up to the whole whatever happened, and days are counted as by hand."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.deadline import LimitUnit, Suspension, TimeLimit, due_with_suspensions
from desktop.domain.statistics import (
    ONCE_A_CASE,
    Act,
    By,
    Measure,
    Period,
    Span,
    distinct,
    figures,
    grouped,
    key_of,
)
from desktop.domain.statistics_time import Settled, days_taken, outcome_acts, percentile, times
from tests.builders import CALENDAR, MONDAY

NOVEMBER = Period.around(MONDAY, Span.MONTH)
ACTS = st.lists(
    st.builds(
        Act,
        measure=st.sampled_from(list(Measure)),
        case_id=st.sampled_from(["", "a", "b", "c", "d", "e"]),
        day=st.integers(0, 29).map(lambda days: NOVEMBER.begins_on + timedelta(days)),
        window=st.sampled_from(["01", "02", "03"]),
        clerk=st.sampled_from(["lead", "wang"]),
        item_code=st.sampled_from(["L1", "L2"]),
        number=st.integers(1, 5),
    ),
    max_size=60,
)
DAYS = st.dates(date(2026, 1, 5), date(2026, 10, 30))


def settled(case_id: str, begun: date, ended: date, **dates: Any) -> Settled:
    return Settled(case_id, "L1", "02", "lead", begun_on=begun, ended_on=ended, recorded_on=ended, **dates)


@given(ACTS, st.sampled_from(list(By)))
def test_m23_whatever_a_month_brought_its_rows_add_up_to_the_total(acts: list[Act], by: By):
    told_once = distinct(acts)

    total, rows = figures(told_once), grouped(told_once, key_of(by, NOVEMBER))

    for measure in Measure:
        assert sum(row[measure].number for row in rows.values()) == total[measure].number
        behind = {case_id for row in rows.values() for case_id in row[measure].case_ids}
        assert behind == set(total[measure].case_ids)


@given(ACTS)
def test_what_happens_to_a_case_once_is_counted_once_however_often_it_was_written(acts: list[Act]):
    with_case = [act for act in acts if act.case_id and act.number == 1]

    total = figures(distinct(with_case))

    for measure in ONCE_A_CASE:
        assert total[measure].number == len(total[measure].case_ids)


def test_the_median_and_90_percent_are_days_that_occurred():
    ten = [1, 2, 2, 3, 4, 5, 6, 7, 8, 20]  # by hand: the 5th and the 9th of ten

    assert (percentile(ten, 50), percentile(ten, 90)) == (4, 8)
    assert (percentile([9, 1, 5, 3], 50), percentile([9, 1, 5, 3], 90)) == (3, 9)
    assert (percentile([7], 50), percentile([7], 90)) == (7, 7)
    assert percentile([], 50) is None


@given(st.lists(st.integers(0, 60), min_size=1, max_size=40), st.integers(1, 100))
def test_at_least_so_many_of_a_hundred_do_not_exceed_it_and_no_smaller_value_does(days: list[int], percent: int):
    found = percentile(days, percent)

    assert found in days
    assert sum(day <= found for day in days) * 100 >= percent * len(days)
    assert sum(day < found for day in days) * 100 < percent * len(days)


def test_days_of_a_special_procedure_are_not_counted():
    # Accepted Monday 2 November 2026, decided Monday the 16th; an expert review from Thursday 5 to Monday 9.
    # Counted by hand: 3 4 . . | 10 11 12 13 16 = 7 of 10 working days.
    review = Suspension(date(2026, 11, 5), date(2026, 11, 9))

    assert days_taken(MONDAY, date(2026, 11, 16), calendar=CALENDAR) == 10
    assert days_taken(MONDAY, date(2026, 11, 16), calendar=CALENDAR, stops=(review,)) == 7


def test_a_case_decided_on_the_day_it_came_took_no_days():
    assert days_taken(MONDAY, MONDAY, calendar=CALENDAR) == 0
    assert days_taken(MONDAY, MONDAY - timedelta(3), calendar=CALENDAR) == 0


@given(DAYS, st.integers(1, 20), DAYS, st.integers(0, 12))
def test_a_case_decided_on_its_last_day_took_as_many_days_as_its_limit(
    accepted: date, count: int, begins: date, length: int
):
    stops = (Suspension(begins, begins + timedelta(length)),)
    limit = TimeLimit(count, LimitUnit.WORKING_DAYS)

    due = due_with_suspensions(accepted, limit=limit, calendar=CALENDAR, suspensions=stops)

    assert due is not None
    assert days_taken(accepted, due, calendar=CALENDAR, stops=stops) == count


def test_m23_real_days_stand_beside_promised_and_legal_ones():
    limits = {"promised_on": date(2026, 11, 9), "legal_on": date(2026, 11, 30), "due_on": date(2026, 11, 9)}
    cases = [
        settled("a", MONDAY, date(2026, 11, 3), **limits),  # 1 day
        settled("b", MONDAY, date(2026, 11, 5), **limits),  # 3 days
        settled("c", MONDAY, date(2026, 11, 12), **limits),  # 8 days, late
    ]

    found = times(cases, calendar=CALENDAR)

    assert (found.count, found.real_median, found.real_p90) == (3, 3, 8)
    assert (found.promised_median, found.legal_median) == (5, 20)
    assert figures(outcome_acts(cases))[Measure.ON_TIME].case_ids == ("a", "b")
    assert figures(outcome_acts(cases))[Measure.OVERDUE].case_ids == ("c",)


def test_a_case_without_a_limit_is_neither_in_time_nor_late():
    (act,) = outcome_acts([settled("a", MONDAY, date(2026, 11, 3))])

    assert act.measure is Measure.NO_LIMIT


def test_a_year_that_nobody_announced_gives_no_days_instead_of_guessed_ones():
    found = times([settled("a", date(2031, 3, 3), date(2031, 3, 5))], calendar=CALENDAR)

    assert (found.count, found.real_median) == (1, None)


@pytest.mark.parametrize(
    ("span", "begins", "ends", "before", "after"),
    [
        (Span.DAY, date(2026, 12, 31), date(2026, 12, 31), date(2026, 12, 30), date(2027, 1, 1)),
        (Span.MONTH, date(2026, 12, 1), date(2026, 12, 31), date(2026, 11, 1), date(2027, 1, 1)),
        (Span.YEAR, date(2026, 1, 1), date(2026, 12, 31), date(2025, 1, 1), date(2027, 1, 1)),
    ],
)
def test_periods_follow_each_other(span: Span, begins: date, ends: date, before: date, after: date):
    period = Period.around(date(2026, 12, 31), span)

    assert (period.begins_on, period.ends_on) == (begins, ends)
    assert (period.before.begins_on, period.after.begins_on) == (before, after)
    assert period.after.before == period


def test_a_month_is_shown_by_days_and_a_year_by_months_up_to_today():
    assert NOVEMBER.buckets(until=date(2026, 11, 3)) == ("2026-11-01", "2026-11-02", "2026-11-03")
    assert len(NOVEMBER.buckets(until=date(2027, 1, 1))) == 30
    year = Period.around(MONDAY, Span.YEAR)
    assert year.buckets(until=date(2026, 3, 1)) == ("2026-01", "2026-02", "2026-03")


def test_the_end_of_time_is_no_fault():
    last = Period.around(date.max, Span.MONTH)

    assert last.after == last
    assert Period.around(date.min, Span.YEAR).before.begins_on == date.min
