"""延期办理通知书 (行政许可法 42): approval of the head, the reason, how much longer, both days."""

from msgspec.structs import replace

from printing.render import render
from tests.printing.paper_reading import text_of
from tests.printing.papers.course_content import EXTENSION


def test_it_gives_the_reason_and_who_approved_it() -> None:
    text = text_of(render(EXTENSION))

    assert "延期理由：道路中断，不能按期现场核验。" in text
    assert "第四十二条第一款的规定，经本机关负责人示例长批准" in text
    assert "批准日期2026年11月20日" in text


def test_it_gives_the_old_day_the_time_added_and_the_new_day() -> None:
    text = text_of(render(EXTENSION))

    assert "原定于2026年11月23日前办结" in text
    assert "延长10个工作日，延长至2026年12月7日" in text
    assert "延长至2026年12月7日前（含当日）" in text


def test_joint_handling_is_approved_by_the_head_of_the_government() -> None:
    joint = replace(EXTENSION, approved_by="本级人民政府负责人", extended_by="15个工作日")

    assert "经本级人民政府负责人批准，决定将办理期限延长15个工作日" in text_of(render(joint))


def test_it_is_no_decision_on_the_matter_and_names_no_remedy() -> None:
    assert "行政复议" not in text_of(render(EXTENSION))
