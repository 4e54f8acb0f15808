"""交班单: what was received and printed adds up, or the sheet says in words that it does not."""

from msgspec.structs import replace

from desktop.domain.papers_course import Count, Tally
from printing.render import render
from tests.printing.paper_reading import text_of
from tests.printing.papers.course_content import PRINTED, RECEIVED, SHIFT
from tests.printing.sample_content import HEAD


def test_it_names_window_period_and_both_clerks() -> None:
    text = text_of(render(SHIFT))

    for expected in ("窗口02号窗口", "2026年11月23日8:30至12:00", "交班人示例员甲", "接班人示例员乙"):
        assert expected in text
    for line_to_sign in ("交班人：", "接班人：", "交接时间："):
        assert line_to_sign in text


def test_figures_that_add_up_are_said_to() -> None:
    text = text_of(render(SHIFT))

    assert "收件12件受理8，不予受理1，退件0，未结3相符" in text
    assert "打印文书15份正常14，补打1相符" in text
    assert "各项数字相符" in text
    assert "不符的原因" not in text


def test_what_is_missing_is_said_in_words_with_room_for_the_reason() -> None:
    wrong = replace(PRINTED, parts=(Count(name="正常", number=13), Count(name="补打", number=1)))

    text = text_of(render(replace(SHIFT, tallies=(RECEIVED, wrong))))

    assert "核对不符：打印文书合计15份，各分项之和为14份，合计比分项之和多1份。" in text
    assert "不符的原因" in text
    assert "各项数字相符" not in text


def test_what_is_too_much_is_said_too() -> None:
    wrong = replace(RECEIVED, whole=Count(name="收件", number=10))

    assert "合计比分项之和少2件" in text_of(render(replace(SHIFT, tallies=(wrong,))))


def test_a_total_without_parts_is_not_checked() -> None:
    queue = Tally(whole=Count(name="叫号", number=31), unit="号")

    assert "叫号31号—" in text_of(render(replace(SHIFT, tallies=(RECEIVED, queue))))


def test_open_cases_go_over_with_their_next_step_and_day() -> None:
    text = text_of(render(SHIFT))

    assert "移交的未结办件（1件）" in text
    assert HEAD.case_number in text
    assert "现场核验" in text
    assert "12月14日" in text


def test_it_stays_in_the_hall_and_needs_no_seal() -> None:
    text = text_of(render(SHIFT))

    assert "（专用印章）" not in text
    assert "存根联" not in text
