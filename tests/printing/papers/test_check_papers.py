"""Papers about pledges after they were signed: withdrawn, found false, drawn by a lot that can be repeated (M10)."""

import pytest
from msgspec.structs import replace

from desktop.domain.papers import TITLES
from desktop.domain.papers_check import (
    CHECK_TITLES,
    CheckPaper,
    PledgeDrawSheet,
    PledgeFinding,
    PledgeWithdrawal,
    WithdrawnProof,
)
from printing.examples import examples
from printing.formats import PaperFormat
from printing.marks import TextMark
from printing.papers.check import CHECK_BLOCKS
from printing.render import lay_out, render
from tests.printing.paper_reading import faults, page_count, text_of
from tests.printing.sample_content import CODE

FINDING = next(paper for paper in examples() if isinstance(paper, PledgeFinding))
DRAW = next(paper for paper in examples() if isinstance(paper, PledgeDrawSheet))
WITHDRAWAL = next(paper for paper in examples() if isinstance(paper, PledgeWithdrawal))
ALL_BACK = replace(
    WITHDRAWAL,
    materials=tuple(
        WithdrawnProof(name=f"证明{n}", asked="原件1份、复印件2份", proves=("示例村民委员会出具的情况说明" * 3,))
        for n in range(30)
    ),
)
MANY = replace(DRAW, lines=DRAW.lines * 20)


def test_m10_the_notice_says_what_was_untrue_what_follows_and_what_can_be_done() -> None:
    text = text_of(render(FINDING)).replace("\n", "")

    for said in (FINDING.facts, "责令限期整改", "2026年12月4日前", "国办发〔2020〕42号", "信用修复前", "行政复议"):
        assert said in text


def test_m10_the_list_of_a_draw_carries_seed_and_hash() -> None:
    text = text_of(render(DRAW)).replace("\n", "")

    for said in (DRAW.seed, DRAW.population_sha256, "10%", "18项", "王五（示例）"):
        assert said in text


def test_m10_the_paper_of_a_withdrawal_says_what_is_taken_back_what_to_bring_and_by_when() -> None:
    """国办发〔2020〕42号: withdrawn before the decision, then the usual way with the proof."""
    text = text_of(render(WITHDRAWAL)).replace("\n", "")

    for said in (
        "撤回告知承诺确认书",
        "于2026年11月2日作出告知承诺（示例告诺字〔2026〕02-K7QX-0001号）",
        "行政机关作出决定前，自愿撤回其中对下列证明的承诺：异地居住证明材料",
        "撤回原因：已经取得居住证。",
        "国办发〔2020〕42号",
        "提交有关证明，按一般程序办理",
        "请在2026年11月30日前（含当日）提交下列证明",
        "居住地址与备案的就医地一致",
    ):
        assert said in text


def test_m10_before_acceptance_a_withdrawal_sets_no_day_of_its_own() -> None:
    """行政许可法 32 (4): all that is missing is told once, by that notice and no other paper."""
    text = text_of(render(replace(WITHDRAWAL, supply_by=None))).replace("\n", "")

    assert "以窗口一次告知全部补正内容的文书为准" in text
    assert "逾期" not in text


def test_m10_both_sides_of_a_withdrawal_get_their_copy_with_seal_and_signatures() -> None:
    surface = lay_out(replace(WITHDRAWAL, head=replace(WITHDRAWAL.head, is_sample=False)), code=CODE)
    words = [mark.text for page in surface.pages for mark in page if isinstance(mark, TextMark)]

    assert page_count(render(WITHDRAWAL, code=CODE)) == 2
    assert {"申请人联 · 请妥善保存", "存根联 · 窗口留存"} <= set(words)
    assert words.count("（专用印章）") == 2
    assert sum(word.startswith("申请人（签名") for word in words) == 2


@pytest.mark.parametrize("paper_format", list(PaperFormat))
@pytest.mark.parametrize("paper", [FINDING, DRAW, MANY, WITHDRAWAL, ALL_BACK])
def test_nothing_of_them_overlaps_on_any_format(paper: CheckPaper, paper_format: PaperFormat) -> None:
    assert faults(lay_out(paper, code=CODE, paper_format=paper_format)) == []


def test_every_paper_of_a_verification_has_title_layout_and_example() -> None:
    assert CHECK_TITLES.items() <= TITLES.items()
    assert list(CHECK_BLOCKS) == list(CHECK_TITLES)
    assert [type(paper) for paper in examples() if type(paper) in CHECK_TITLES] == list(CHECK_TITLES)
