"""The papers about verifying pledges: what a false one leads to, and the list of a draw that can be repeated (M10)."""

import pytest
from msgspec.structs import replace

from desktop.domain.papers import TITLES
from desktop.domain.papers_check import CHECK_TITLES, CheckPaper, PledgeDrawSheet, PledgeFinding
from printing.examples import examples
from printing.formats import PaperFormat
from printing.papers.check import CHECK_BLOCKS
from printing.render import lay_out, render
from tests.printing.paper_reading import faults, text_of
from tests.printing.sample_content import CODE

FINDING = next(paper for paper in examples() if isinstance(paper, PledgeFinding))
DRAW = next(paper for paper in examples() if isinstance(paper, PledgeDrawSheet))
MANY = replace(DRAW, lines=DRAW.lines * 20)


def test_m10_the_notice_says_what_was_untrue_what_follows_and_what_can_be_done() -> None:
    text = text_of(render(FINDING)).replace("\n", "")

    for said in (FINDING.facts, "责令限期整改", "2026年12月4日前", "国办发〔2020〕42号", "信用修复前", "行政复议"):
        assert said in text


def test_m10_the_list_of_a_draw_carries_seed_and_hash() -> None:
    text = text_of(render(DRAW)).replace("\n", "")

    for said in (DRAW.seed, DRAW.population_sha256, "10%", "18项", "王五（示例）"):
        assert said in text


@pytest.mark.parametrize("paper_format", list(PaperFormat))
@pytest.mark.parametrize("paper", [FINDING, DRAW, MANY])
def test_nothing_of_them_overlaps_on_any_format(paper: CheckPaper, paper_format: PaperFormat) -> None:
    assert faults(lay_out(paper, code=CODE, paper_format=paper_format)) == []


def test_every_paper_of_a_verification_has_title_layout_and_example() -> None:
    assert CHECK_TITLES.items() <= TITLES.items()
    assert list(CHECK_BLOCKS) == list(CHECK_TITLES)
    assert [type(paper) for paper in examples() if type(paper) in CHECK_TITLES] == list(CHECK_TITLES)
