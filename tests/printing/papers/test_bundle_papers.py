"""M8: the one paper of a 一件事 names every item with its authority, its own number, and until when."""

from datetime import date

import msgspec
import pytest

from desktop.domain.papers import BundledCase, Paper, encode
from printing.formats import PaperFormat
from printing.render import render
from tests.printing.paper_reading import text_of
from tests.printing.sample_content import ACCEPTANCE, CODE, CORRECTION, RECEIPT

ITEMS = (
    BundledCase(
        item_name="农村宅基地用地审批（示例）",
        authority="阳圩镇人民政府（示例）",
        case_number="451002103-02-K7QXM4-20261123-0002-5",
        is_accepted=True,
        due_on=date(2026, 12, 7),
        limit="10个工作日",
    ),
    BundledCase(
        item_name="不动产首次登记（示例）",
        authority="右江区（示例）不动产登记中心",
        case_number="451002103-02-K7QXM4-20261123-0003-3",
        limit="3个工作日",
    ),
)
PAPERS = [msgspec.structs.replace(paper, children=ITEMS) for paper in (RECEIPT, ACCEPTANCE)]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: type(paper).__name__)
def test_m8_the_paper_lists_every_item(paper: Paper):
    text = text_of(render(paper, code=CODE)).replace("\n", "")

    assert "一件事一次办，共2个事项" in text
    for item in ITEMS:
        assert item.item_name in text
        assert item.authority in text
        assert item.case_number in text
    assert "2026年12月7日" in text
    assert "承诺3个工作日" in text


def test_m8_a_receipt_says_which_items_it_accepts():
    text = text_of(render(PAPERS[0], code=CODE)).replace("\n", "")

    assert "标明“受理”的事项自收件之日起受理，本凭证即为该事项的受理凭证" in text
    assert "是否受理，由办理机关决定" in text


def test_m8_the_slip_has_every_number():
    text = text_of(render(PAPERS[0], code=CODE, paper_format=PaperFormat.ROLL)).replace("\n", "")

    assert all(item.case_number in text for item in ITEMS)


@pytest.mark.parametrize("paper", [RECEIPT, ACCEPTANCE], ids=lambda paper: type(paper).__name__)
def test_m8_papers_of_a_single_item_are_what_they_were(paper: Paper):
    assert b"children" not in encode(paper)
    assert "一件事" not in text_of(render(paper, code=CODE))


AWAY = BundledCase(
    item_name="林木采伐许可证核发（示例）",
    authority="右江区（示例）林业局",
    case_number="451002103-02-K7QXM4-20261123-0004-1",
    sent_away="不予受理",
    reason="单位采伐由林业主管部门核发",
)
TOLD = msgspec.structs.replace(AWAY, case_number="", sent_away="另行申请")


@pytest.mark.parametrize("paper", [RECEIPT, ACCEPTANCE], ids=["receipt", "acceptance"])
def test_m8_an_item_that_does_not_go_on_is_named_with_its_reason_and_where_to_apply(paper: Paper):
    text = text_of(render(msgspec.structs.replace(paper, children=(*ITEMS, AWAY)), code=CODE)).replace("\n", "")

    assert "不予受理" in text
    assert "单位采伐由林业主管部门核发" in text
    assert "请向右江区（示例）林业局申请" in text
    assert "其余事项照常办理。标明“不予受理”的事项，理由和救济途径见另附的通知书。" in text
    assert "另行申请" not in text


def test_m8_what_was_not_taken_in_has_no_number_and_no_paper_of_its_own():
    text = text_of(render(msgspec.structs.replace(RECEIPT, children=(*ITEMS, TOLD)), code=CODE)).replace("\n", "")

    assert "标明“另行申请”而没有办件编号的事项，本窗口没有收件" in text
    assert "另附的通知书" not in text


def test_m8_a_notice_of_corrections_names_what_leaves_beside_what_is_to_be_corrected():
    text = text_of(render(msgspec.structs.replace(CORRECTION, sent_away=(AWAY,)), code=CODE)).replace("\n", "")

    assert "不在此办理的事项（1个）" in text
    assert "请向右江区（示例）林业局申请" in text


def test_m8_a_paper_of_one_item_says_that_it_is_about_this_one_alone():
    head = msgspec.structs.replace(RECEIPT.head, part_of="建房一件事（451002103-02-K7QXM4-20261123-0001-7）")
    text = text_of(render(msgspec.structs.replace(RECEIPT, head=head), code=CODE)).replace("\n", "")

    assert "中的这一个事项，其余事项分别办理。" in text
