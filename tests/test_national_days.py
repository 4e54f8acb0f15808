"""The data that is shipped: real announcements, national and of Guangxi."""

from datetime import date
from pathlib import Path

import pytest

import resources
from desktop.domain.calendar import WorkCalendar
from desktop.domain.errors import CalendarMissing, InvalidInput
from desktop.national_days import load_overlay, national_years

GUANGXI_FILE = Path(resources.__file__).parent / "calendar" / "guangxi.json"
NATIONAL = WorkCalendar(national_years())
GUANGXI = WorkCalendar(national_years(), load_overlay(GUANGXI_FILE))


@pytest.mark.parametrize("day", [date(2017, 4, 1), date(2022, 4, 2), date(2023, 4, 23)])
def test_sanyuesan_wins_over_a_national_make_up_workday(day: date):
    """广西壮族自治区人民政府令第98号: the country made up a working day, the offices of Guangxi were closed."""
    assert NATIONAL.is_workday(day)
    assert GUANGXI.is_day_off(day)


@pytest.mark.parametrize("day", [date(2017, 4, 8), date(2018, 4, 15), date(2021, 4, 18)])
def test_days_worked_for_sanyuesan_are_weekends_elsewhere(day: date):
    assert NATIONAL.is_day_off(day)
    assert GUANGXI.is_workday(day)


def test_make_up_workdays_of_2026_are_as_announced():
    made_up = next(announced for announced in national_years() if announced.year == 2026).make_up_workdays

    assert sorted(made_up) == [
        date(2026, 1, 4),
        date(2026, 2, 14),
        date(2026, 2, 28),
        date(2026, 5, 9),
        date(2026, 9, 20),
        date(2026, 10, 10),
    ]


def test_sanyuesan_of_2026_closes_four_days_in_a_row():
    assert GUANGXI.add_workdays(date(2026, 4, 16), 1) == date(2026, 4, 21)


def test_every_year_of_the_package_is_whole():
    """Spring Festival has been off in every year; a year without it would be one that has not been announced."""
    years = national_years()

    assert [announced.year for announced in years] == list(range(2004, years[-1].year + 1))
    assert all(any(day.month in (1, 2) for day in announced.days_off) for announced in years)


def test_the_year_behind_the_last_announcement_is_refused():
    with pytest.raises(CalendarMissing):
        GUANGXI.is_workday(date(GUANGXI.years[-1] + 1, 1, 4))


def test_every_shipped_regional_day_differs_from_the_nation_or_belongs_to_the_holiday():
    overlay = load_overlay(GUANGXI_FILE)

    assert [special.day for special in overlay] == sorted(special.day for special in overlay)
    assert all(NATIONAL.is_day_off(special.day) for special in overlay if not special.is_off)
    assert all(special.why.startswith("壮族三月三") for special in overlay)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"region": "示例"}',
        '{"region": "示例", "days": [{"day": "2026-02-30", "is_off": true, "why": ""}]}',
        '{"region": "示例", "days": [{"day": "2026-02-03", "is_off": "yes", "why": ""}]}',
        '{"region": "示例", "days": [], "dayz": []}',
    ],
)
def test_a_broken_overlay_file_is_refused_and_named(tmp_path: Path, content: str):
    path = tmp_path / "overlay.json"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(InvalidInput) as caught:
        load_overlay(path)

    assert caught.value.reason == "calendar_overlay_file"
    assert caught.value.fields["file"] == "overlay.json"


def test_a_day_that_stands_twice_in_the_file_is_refused(tmp_path: Path):
    line = '{"day": "2026-04-17", "is_off": true, "why": "示例"}'
    path = tmp_path / "overlay.json"
    path.write_text(f'{{"region": "示例", "days": [{line}, {line}]}}', encoding="utf-8")

    with pytest.raises(InvalidInput) as caught:
        load_overlay(path)

    assert caught.value.reason == "calendar_day_twice"
