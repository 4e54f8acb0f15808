"""特别程序告知书 (行政许可法 45): the kind, the time it needs, from when, and that it does not count."""

from msgspec.structs import replace

from printing.render import render
from tests.printing.paper_reading import text_of
from tests.printing.papers.course_content import SPECIAL


def test_it_tells_kind_time_and_beginning_in_writing() -> None:
    text = text_of(render(SPECIAL))

    assert "依法需要进行专家评审" in text
    assert "特别程序专家评审" in text
    assert "所需时间10个工作日" in text
    assert "开始日期2026年11月24日" in text


def test_it_says_that_the_time_is_not_counted_and_the_clock_stops() -> None:
    text = text_of(render(SPECIAL))

    assert "第四十五条的规定，专家评审所需时间不计算在办理期限内" in text
    assert "自2026年11月24日起暂停计算办理期限，专家评审结束后继续计算" in text


def test_it_gives_the_day_that_is_expected_now() -> None:
    text = text_of(render(SPECIAL))

    assert "原定办结2026年11月30日" in text
    assert "预计办结2026年12月11日前（含当日）" in text
    assert "预计日期有变化的，另行书面告知" in text


def test_without_an_expected_end_it_names_no_day() -> None:
    text = text_of(render(replace(SPECIAL, ends_on=None, new_due_on=None)))

    assert "预计" not in text
