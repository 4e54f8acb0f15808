"""The public notice of a year's holidays, pasted as it was published."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import InvalidInput
from desktop.national_days import national_years
from ui.pages.calendar_notice import parse_notice

# 国务院办公厅关于2026年部分节假日安排的通知, as published
NOTICE_2026 = """
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
"""


def test_the_notice_of_2026_is_read_as_the_shipped_calendar_has_it():
    shipped = next(year for year in national_years() if year.year == 2026)

    read = parse_notice(NOTICE_2026, year=2026)

    assert set(read.days_off) == set(shipped.days_off)
    assert set(read.make_up_workdays) == set(shipped.make_up_workdays)


@pytest.mark.parametrize(
    "text",
    [
        "2027-01-01~2027-01-03 休；2027-02-06 班",
        "2027-01-01～01-03 休\n2027-02-06 班",
        "2027年1月1日至1月3日放假。2027年2月6日上班。",
        "２０２７－０１－０１至２０２７－０１－０３ 休；2月6日班",
        "2027/1/1-2027/1/3 休；2027/2/6 班".replace("-2027", "~2027"),
    ],
)
def test_days_may_be_written_in_several_ways(text):
    read = parse_notice(text, year=2027)

    assert read.days_off == (date(2027, 1, 1), date(2027, 1, 2), date(2027, 1, 3))
    assert read.make_up_workdays == (date(2027, 2, 6),)


def test_a_holiday_may_begin_in_the_december_before():
    assert parse_notice("2026年12月31日至2027年1月2日放假", year=2027).days_off[0] == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "calendar_notice_empty"),
        ("没有日期", "calendar_notice_empty"),
        ("2月6日上班", "calendar_notice_empty"),
        ("1月1日", "calendar_notice_word"),
        ("2月30日放假", "calendar_notice_day"),
        ("13月1日放假", "calendar_notice_day"),
        ("1月5日至3日放假", "calendar_notice_order"),
        ("1月1日至12月31日放假", "calendar_notice_order"),
    ],
)
def test_what_cannot_be_read_is_named(text, reason):
    with pytest.raises(InvalidInput) as caught:
        parse_notice(text, year=2027)

    assert (caught.value.reason, caught.value.field) == (reason, "notice")


@given(first=st.dates(date(2027, 1, 1), date(2027, 12, 20)), count=st.integers(1, 10))
def test_any_holiday_comes_back_from_its_text(first, count):
    last = first + timedelta(days=count - 1)

    read = parse_notice(f"{first}~{last} 休", year=2027)

    assert read.days_off == tuple(first + timedelta(days=n) for n in range(count))
