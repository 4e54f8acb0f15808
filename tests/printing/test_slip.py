"""Slips for the pocket, and the queue ticket."""

import pytest

from desktop.domain.papers import Paper
from printing.flow import Para
from printing.formats import PaperFormat
from printing.render import lay_out, render
from printing.roll import lay_out_roll
from printing.sheet import Marking
from printing.slip import QueueTicket, has_slip, ticket_blocks
from printing.surface import Surface
from tests.printing.paper_reading import faults, text_of
from tests.printing.sample_content import ACCEPTANCE, ALL, CODE, CORRECTION, RECEIPT


@pytest.mark.parametrize("paper", [ACCEPTANCE, RECEIPT], ids=lambda p: type(p).__name__)
def test_a_slip_says_what_the_citizen_comes_back_with(paper: Paper) -> None:
    text = text_of(render(paper, code=CODE, paper_format=PaperFormat.SLIP))

    for expected in (
        paper.head.number,
        paper.head.item_name,
        "王㼆𬭳",
        "450000********0018",
        "2026年11月23日",
        "0776-0000001",
        "K7QX26",
    ):
        assert expected in text


def test_the_acceptance_slip_names_the_promised_day() -> None:
    assert "承诺办结：2026年12月14日" in text_of(render(ACCEPTANCE, paper_format=PaperFormat.SLIP))


def test_a_slip_is_shorter_than_the_paper_and_says_that_it_is_not_the_paper() -> None:
    slip, roll = (lay_out(RECEIPT, code=CODE, paper_format=f) for f in (PaperFormat.SLIP, PaperFormat.ROLL))

    assert slip.height_mm < roll.height_mm / 1.5
    assert "盖章的文书以窗口出具的为准" in text_of(render(RECEIPT, paper_format=PaperFormat.SLIP))


def test_papers_that_need_every_word_have_no_short_form() -> None:
    assert [type(paper).__name__ for paper in ALL if has_slip(paper)] == ["MaterialsReceipt", "AcceptanceNotice"]
    slip, roll = (lay_out(CORRECTION, code=CODE, paper_format=f) for f in (PaperFormat.SLIP, PaperFormat.ROLL))
    assert slip.height_mm == roll.height_mm


def test_a_queue_ticket_shows_its_number_large(book) -> None:
    ticket = QueueTicket("A017", "阳圩镇便民服务中心", matter="社会保险", window="02", taken_at="9:05", ahead=3)
    surface = Surface(book)

    blocks = ticket_blocks(ticket)
    lay_out_roll(surface, blocks, Marking(running=""))

    sizes = {block.text: block.style.size for block in blocks if isinstance(block, Para)}
    assert sizes["A017"] == max(sizes.values()) >= 30
    assert "前面等候：3人" in sizes
    assert faults(surface) == []
