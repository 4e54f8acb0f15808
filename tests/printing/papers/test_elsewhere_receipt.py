"""异地办理收件凭证: names the place that decides; it is no acceptance (M9, handbook 3)."""

import pytest
from msgspec.structs import replace

from desktop.domain.papers import TITLES
from desktop.domain.papers_elsewhere import ELSEWHERE_TITLES, ElsewhereReceipt
from printing.examples import examples
from printing.formats import PaperFormat
from printing.render import lay_out, render
from tests.printing.paper_reading import faults, text_of
from tests.printing.sample_content import CODE

RECEIPT = next(paper for paper in examples() if isinstance(paper, ElsewhereReceipt))
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


@pytest.mark.parametrize("paper_format", list(PaperFormat))
@pytest.mark.parametrize("paper", [RECEIPT, BARE, replace(RECEIPT, materials=RECEIPT.materials * 15)])
def test_nothing_of_it_overlaps_on_any_format(paper: ElsewhereReceipt, paper_format: PaperFormat) -> None:
    assert faults(lay_out(paper, code=CODE, paper_format=paper_format)) == []


def test_it_has_title_and_example() -> None:
    assert ELSEWHERE_TITLES.items() <= TITLES.items()
