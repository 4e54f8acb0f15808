"""退件通知书 gives the reason, hands the materials back and names the remedies."""

from msgspec.structs import replace

from printing.render import render
from tests.printing.paper_reading import text_of
from tests.printing.papers.course_content import CORRECTION_NUMBER, RETURN
from tests.printing.sample_content import MATERIALS


def test_a_correction_not_made_in_time_is_told_with_notice_and_days() -> None:
    text = text_of(render(RETURN))

    assert f"于2026年10月12日以补正材料通知书（{CORRECTION_NUMBER}）一次告知" in text
    assert "补正期限至2026年11月20日，你逾期未补正。户口簿首页至今未交。" in text


def test_a_substance_that_is_not_met_is_told_without_a_notice() -> None:
    text = text_of(render(replace(RETURN, supply_by=None, reason="申请人不在参保范围内", law="《示例办法》第五条")))

    assert "收悉。申请人不在参保范围内。" in text
    assert "根据《示例办法》第五条的规定，现终止办理" in text
    assert "逾期" not in text


def test_it_lists_what_goes_back_and_who_takes_it() -> None:
    text = text_of(render(RETURN))

    assert "退还的申请材料（4项）" in text
    assert all(line.name in text for line in MATERIALS)
    assert "领回材料人签收" in text


def test_with_nothing_to_hand_back_it_speaks_of_no_list() -> None:
    text = text_of(render(replace(RETURN, returned=())))

    assert "予以退件" in text
    assert "退还" not in text


def test_it_names_the_remedies_and_that_one_may_apply_again() -> None:
    """行政复议法 20; 行政诉讼法 46."""
    text = text_of(render(RETURN))

    assert "六十日内向示例区人民政府申请行政复议" in text
    assert "六个月内向示例区人民法院提起行政诉讼" in text
    assert "可以重新提出申请" in text
