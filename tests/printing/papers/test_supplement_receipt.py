"""补正材料收件凭证 says what came in, and when the limit ends that runs from that day."""

from datetime import date

from msgspec.structs import replace

from desktop.domain.papers_course import unlike_notice
from printing.render import render
from tests.printing.paper_reading import text_of
from tests.printing.papers.course_content import CORRECTION_NUMBER, SUPPLEMENT, SUPPLIED
from tests.printing.sample_content import CORRECTION, HEAD


def test_it_names_the_original_case_the_notice_and_the_day() -> None:
    text = text_of(render(SUPPLEMENT))

    assert f"原办件号{HEAD.case_number}" in text
    assert f"{CORRECTION_NUMBER}，2026年11月16日告知" in text
    assert "补件日期2026年11月23日" in text


def test_it_answers_the_notice_line_by_line() -> None:
    assert unlike_notice(SUPPLEMENT, CORRECTION.to_correct) == ()


def test_the_committed_limit_runs_from_the_day_all_was_in() -> None:
    """承诺时限从补齐当日起; accepted on the day all corrections were handed in (handbook 1.6, 行政许可法 32 (5))."""
    text = text_of(render(SUPPLEMENT))

    assert "所列材料已全部补齐" in text
    assert "第三十二条第一款第（五）项的规定，该申请自2026年11月23日起受理" in text
    assert "承诺时限从补齐当日（2026年11月23日）起计算" in text
    assert "办结日期2026年12月14日前（含当日）" in text


def test_what_is_still_open_stops_the_limit_and_is_listed() -> None:
    text = text_of(
        render(
            replace(SUPPLEMENT, supplied=SUPPLIED[:1], outstanding=SUPPLIED[1:], supply_by=date(2026, 12, 7)),
        )
    )

    assert "尚未补正的材料（1项），请在2026年12月7日前（含当日）补齐" in text
    assert "全部补齐前不起算办理期限" in text
    assert "2026年12月14日" not in text
    assert "起受理" not in text


def test_a_window_that_only_collects_does_not_accept() -> None:
    """行政许可法 24: only the competent authority accepts."""
    text = text_of(render(replace(SUPPLEMENT, accepted_on=None, due_on=None, handed_to="右江区林业局")))

    assert "转送右江区林业局办理" in text
    assert "不是受理决定；是否受理，由右江区林业局决定" in text
    assert "起受理" not in text
    assert "承诺时限从补齐当日" not in text
