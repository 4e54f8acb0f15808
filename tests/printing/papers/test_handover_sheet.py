"""转办交接单: one package with opinion and all materials (行政许可法 35), and a line for each hand that had it."""

from msgspec.structs import replace

from printing.marks import BoxMark, TextMark
from printing.render import lay_out, render
from tests.printing.paper_reading import text_of
from tests.printing.papers.course_content import HANDOVER
from tests.printing.sample_content import HEAD, MATERIALS


def test_it_names_package_road_and_number_of_the_post() -> None:
    text = text_of(render(HANDOVER))

    assert "件包编号阳圩件包20261123-01" in text
    assert "移交方式机要邮路" in text
    assert "邮寄单号XA00000000000" in text
    assert "办件2件，材料4项" in text


def test_each_case_stands_with_its_opinion_and_all_its_materials() -> None:
    text = text_of(render(HANDOVER))

    assert f"第1件{HEAD.item_name}王㼆𬭳" in text
    assert HEAD.case_number in text
    assert "初步审查意见：材料齐全，建议准予。" in text
    assert all(line.name in text for line in MATERIALS)
    assert "第2件临时救助申请欧阳示例" in text
    assert "无纸质材料" in text


def test_nobody_asks_the_applicant_twice() -> None:
    text = text_of(render(HANDOVER))

    assert "接收方不得要求申请人重复提供申请材料（《中华人民共和国行政许可法》第三十五条）" in text


def test_each_hand_signs_with_a_date() -> None:
    text = text_of(render(HANDOVER))

    assert "移交单位移交人接收单位接收人交接日期" in text
    assert text.count("示例邮政局") == 2 * 2  # takes and gives, on both copies
    assert "示例员甲" in text


def test_without_hands_the_giver_and_the_taker_have_a_line_to_sign() -> None:
    page = lay_out(replace(HANDOVER, hands=(), cases=HANDOVER.cases[1:])).pages[0]

    cells = [mark.box for mark in page if isinstance(mark, BoxMark)]
    takers = [mark for mark in page if isinstance(mark, TextMark) and mark.text == "右江区政务服务中心"]
    rows = [box for mark in takers for box in cells if box.holds(mark.box)]
    assert len(takers) >= 2
    assert max(box.height for box in rows if box.width < 80) >= 9


def test_on_the_network_there_is_no_number_of_the_post() -> None:
    text = text_of(render(replace(HANDOVER, route="专网", tracking_number="")))

    assert "移交方式专网" in text
    assert "邮寄单号" not in text


def test_the_number_of_the_case_is_not_broken_in_two() -> None:
    number = "451002103-02-48QWXT-20261104-0004-L"
    paper = replace(HANDOVER, head=replace(HEAD, case_number=number))
    page = lay_out(paper, code="A" * 250).pages[0]  # beside a code as large as a signed one

    assert any(mark.text.endswith(number) for mark in page if isinstance(mark, TextMark))
