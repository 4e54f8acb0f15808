"""The same papers on every size of paper: nothing overlaps, nothing leaves the sheet, nothing is lost."""

import hashlib
import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from desktop.domain.papers import CopyMark, Paper
from printing.devices_queue import media_of
from printing.examples import examples
from printing.formats import ROLL_PRINTED_MM, TRACTOR_MARGIN_MM, PaperFormat, format_of
from printing.marks import BoxMark, TextMark
from printing.render import lay_out, render
from printing.spool import prepare
from printing.surface import Surface
from tests.printing.device_reading import read_escp, read_escpos
from tests.printing.paper_reading import codes_in, faults, picture, text_of
from tests.printing.sample_content import ACCEPTANCE, ALL, CODE, CORRECTION, MATERIALS, NUMBER, RECEIPT, TO_CORRECT

LONG_NAME = "买买提" * 12
LONG = (
    replace(RECEIPT, materials=tuple(replace(MATERIALS[n % 4], note="缺页" * (n * 3)) for n in range(40))),
    replace(CORRECTION, to_correct=tuple(replace(line, note="第三页没有签名。" * 25) for line in TO_CORRECT * 8)),
    replace(ACCEPTANCE, applicant=replace(ACCEPTANCE.applicant, name=LONG_NAME), special_procedures=("听证" * 60,)),
    replace(ACCEPTANCE, materials=(), law="", query_code="", delivery="", due_on=None),
)
each_format = pytest.mark.parametrize("paper_format", PaperFormat, ids=lambda f: f.value)
tractors = pytest.mark.parametrize("paper_format", [f for f in PaperFormat if f.is_tractor], ids=lambda f: f.value)


def ids(paper: Any) -> str:
    return type(paper).__name__


def texts(surface: Surface, page: int = 0) -> list[TextMark]:
    return [mark for mark in surface.pages[page] if isinstance(mark, TextMark)]


@each_format
@pytest.mark.parametrize("paper", [*ALL, *LONG, *examples()], ids=ids)
def test_nothing_overlaps_or_overflows_on_any_paper(paper: Paper, paper_format: PaperFormat) -> None:
    copy = CopyMark(reprint_no=2)

    assert faults(lay_out(paper, code=CODE, copy=copy, paper_format=paper_format)) == []


@each_format
@pytest.mark.parametrize("paper", ALL, ids=ids)
def test_every_size_carries_the_code_and_the_number(paper: Paper, paper_format: PaperFormat) -> None:
    pdf = render(paper, code=CODE, paper_format=paper_format)

    assert NUMBER in text_of(pdf)
    assert any(
        CODE in codes_in(picture(pdf, dpi=203, page=page))
        for page in range(len(lay_out(paper, code=CODE, paper_format=paper_format).pages))
    )


@tractors
@pytest.mark.parametrize("paper", ALL, ids=ids)
def test_the_strips_with_the_holes_stay_free(paper: Paper, paper_format: PaperFormat) -> None:
    surface = lay_out(paper, paper_format=paper_format)  # a code's white border may reach into the margin

    boxes = [mark.box for page in surface.pages for mark in page if isinstance(mark, TextMark | BoxMark)]
    assert min(box.left for box in boxes) >= 20
    assert max(box.right for box in boxes) <= 241 - 20
    assert TRACTOR_MARGIN_MM >= 20


@tractors
def test_every_page_of_carbon_paper_has_the_number_in_letters(paper_format: PaperFormat) -> None:
    surface = lay_out(LONG[0], code=CODE, paper_format=paper_format)

    for page in range(len(surface.pages)):
        assert any(NUMBER in mark.text and mark.type.size >= 10.5 for mark in texts(surface, page))


@tractors
def test_carbon_makes_the_copies_so_each_page_is_printed_once(paper_format: PaperFormat) -> None:
    surface = lay_out(ACCEPTANCE, code=CODE, paper_format=paper_format)

    assert [mark.text for mark in texts(surface)].count("受理通知书") == 1
    assert any("一式三联" in mark.text for mark in texts(surface))


@pytest.mark.parametrize(
    ("paper_format", "media"),
    [
        (PaperFormat.A4, "A4"),
        (PaperFormat.A5, "A5"),
        (PaperFormat.TRACTOR_WHOLE, "Custom.241x279.4mm"),
        (PaperFormat.TRACTOR_HALF, "Custom.241x139.7mm"),
        (PaperFormat.TRACTOR_THIRD, "Custom.241x93.1mm"),
    ],
)
def test_the_print_system_is_told_the_size_of_the_sheet(paper_format: PaperFormat, media: str) -> None:
    assert media_of(render(ACCEPTANCE, paper_format=paper_format)) == media


@pytest.mark.parametrize("paper_format", [PaperFormat.ROLL, PaperFormat.SLIP])
def test_a_roll_is_one_page_as_long_as_its_text_and_72_mm_are_used(paper_format: PaperFormat) -> None:
    few, many = (
        lay_out(replace(CORRECTION, to_correct=TO_CORRECT * times), code=CODE, paper_format=paper_format)
        for times in (1, 5)
    )

    assert len(few.pages) == len(many.pages) == 1
    assert many.height_mm > few.height_mm
    assert all(mark.box.left >= 4 and mark.box.right <= 4.05 + ROLL_PRINTED_MM for mark in texts(many))


def said(paper: Paper) -> set[str]:
    """The texts of the content that stand on A4, without white space."""
    shown = text_of(render(paper, code=CODE))
    return {text for text in map(packed, values(msgspec.to_builtins(paper))) if text and text in shown}


def values(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list | tuple):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from values(inner)


def packed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("paper_format", [PaperFormat.A5, PaperFormat.TRACTOR_WHOLE, PaperFormat.ROLL])
@pytest.mark.parametrize("paper", [*ALL, *examples()], ids=ids)
def test_every_size_says_all_that_a4_says(paper: Paper, paper_format: PaperFormat) -> None:
    surface = lay_out(paper, code=CODE, paper_format=paper_format)
    shown = packed("".join(mark.text for page in range(len(surface.pages)) for mark in texts(surface, page)))

    assert len(said(paper)) > 3
    assert {text for text in said(paper) if text not in shown} == set()


@pytest.mark.parametrize("device", ["escpos:file:/dev/null", "escp:file:/dev/null"])
@pytest.mark.parametrize("paper", examples(), ids=ids)
def test_letters_of_the_printer_say_all_that_a4_says(paper: Paper, device: str) -> None:
    ready = prepare(paper, device=device, wanted=PaperFormat.ROLL, code=CODE)
    out = read_escpos(ready.data) if device.startswith("escpos") else read_escp(ready.data)

    shown = re.sub(rf"{paper.head.number}第\d+页共\d+页", "", packed(out.text))  # the heads of further pages
    assert not shown or {text for text in said(paper) if text not in shown} == set()


def test_a4_is_what_is_printed_when_nothing_else_is_asked_for() -> None:
    assert render(RECEIPT, code=CODE) == render(RECEIPT, code=CODE, paper_format=PaperFormat.A4)


@each_format
def test_the_same_content_gives_the_same_bytes_on_every_size(paper_format: PaperFormat) -> None:
    made = {hashlib.sha256(render(ACCEPTANCE, code=CODE, paper_format=paper_format)).hexdigest() for _ in range(2)}

    assert len(made) == 1


def test_a_size_that_is_not_known_is_a4() -> None:
    assert format_of("A5") is PaperFormat.A5
    assert format_of("B5") is PaperFormat.A4
