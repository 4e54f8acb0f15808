"""A paper is genuine on whatever size it was printed."""

import pytest

from desktop.domain.papers import CopyMark
from printing.formats import PaperFormat
from printing.pdf_reading import carried_in
from printing.raster import black_pages
from printing.render import render
from printing.verify import Alteration, Verdict, check_file
from tests.printing.sample_content import ACCEPTANCE, REFUSAL
from tests.printing.window import Window

WINDOW = Window()
CODE = WINDOW.code(ACCEPTANCE)


@pytest.mark.parametrize("paper_format", PaperFormat, ids=lambda f: f.value)
def test_a_paper_of_any_size_is_genuine(paper_format):
    pdf = render(ACCEPTANCE, code=CODE, copy=CopyMark(reprint_no=1), paper_format=paper_format)

    finding = check_file(pdf, WINDOW.keys)

    assert finding.verdict is Verdict.GENUINE
    assert (finding.content, finding.reprint_no, finding.is_rewritten) == (ACCEPTANCE, 1, False)
    carried = carried_in(pdf)
    assert carried is not None
    assert carried.paper_format == paper_format.value


@pytest.mark.parametrize("paper_format", [PaperFormat.SLIP, PaperFormat.A5])
def test_another_content_under_the_same_code_is_found_on_any_size(paper_format):
    pdf = render(REFUSAL, code=CODE, paper_format=paper_format)

    finding = check_file(pdf, WINDOW.keys)

    assert (finding.verdict, finding.alteration) == (Verdict.ALTERED, Alteration.CONTENT)


def test_a_photograph_of_a_slip_is_checked_by_its_code(tmp_path):
    page = black_pages(render(ACCEPTANCE, code=CODE, paper_format=PaperFormat.SLIP), dpi=203.2)[0]
    page.save(tmp_path / "slip.png")

    finding = check_file((tmp_path / "slip.png").read_bytes(), WINDOW.keys)

    assert finding.verdict is Verdict.GENUINE
    assert finding.code is not None
    assert finding.code.number == ACCEPTANCE.head.number
