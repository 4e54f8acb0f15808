"""异地办理收件凭证 names who decides and is no acceptance; 多地联办分工单 says who does what (M9, handbook 3)."""

import pytest
from msgspec.structs import replace

from desktop.domain.papers import TITLES
from desktop.domain.papers_elsewhere import ELSEWHERE_TITLES, ElsewherePaper, ElsewhereReceipt, JointSheet
from printing.examples import examples
from printing.formats import PaperFormat
from printing.marks import TextMark
from printing.render import lay_out, render
from tests.printing.paper_reading import faults, page_count, text_of
from tests.printing.sample_content import CODE

RECEIPT = next(paper for paper in examples() if isinstance(paper, ElsewhereReceipt))
TOGETHER = next(paper for paper in examples() if isinstance(paper, JointSheet))
BARE = replace(RECEIPT, division="", routes=(), duties_here=(), duties_there=(), send_by=None)


def test_m9_the_receipt_says_who_decides_where_and_what_each_place_answers_for() -> None:
    text = text_of(render(RECEIPT)).replace("\n", "")

    for said in (
        RECEIPT.authority,
        "441900",
        "跨省通办",
        "异地代收代办",
        "邮寄",
        "本凭证不是受理通知书",
        "只对申请材料作形式审查",
    ):
        assert said in text
    assert all(duty in text for duty in (*RECEIPT.duties_here, *RECEIPT.duties_there))


def test_m9_the_division_of_work_says_who_does_which_step_and_that_one_place_is_enough() -> None:
    text = text_of(render(TOGETHER)).replace("\n", "")

    for said in (
        "多地联办分工单",
        "441900",
        "核对迁出地户口信息",
        "一地受理",
        "申请人只需在本窗口提交一次申请",
        "不必再到广东省（示例）东莞市提交申请和材料",
        "2026年11月23日",
    ):
        assert said in text
    marks = (mark for page in lay_out(TOGETHER).pages for mark in page if isinstance(mark, TextMark))
    drawn = "".join(mark.text for mark in marks)  # cell by cell, each with all of its lines
    assert all(step.name in drawn and step.office in drawn for step in TOGETHER.steps)


def test_m9_the_applicant_and_the_window_get_a_copy_of_it_each() -> None:
    assert page_count(render(TOGETHER, code=CODE)) == 2


@pytest.mark.parametrize("paper_format", list(PaperFormat))
@pytest.mark.parametrize(
    "paper",
    [
        RECEIPT,
        BARE,
        replace(RECEIPT, materials=RECEIPT.materials * 15),
        TOGETHER,
        replace(TOGETHER, steps=TOGETHER.steps * 9, due_on=None, routes=()),
    ],
)
def test_nothing_of_it_overlaps_on_any_format(paper: ElsewherePaper, paper_format: PaperFormat) -> None:
    assert faults(lay_out(paper, code=CODE, paper_format=paper_format)) == []


def test_it_has_title_and_example() -> None:
    assert ELSEWHERE_TITLES.items() <= TITLES.items()
