"""What a device takes: its size, its letters, or a picture; decoded back from the bytes as the device would."""

import hashlib
from typing import Any

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image, ImageChops

from desktop.domain.errors import InvalidInput
from desktop.domain.papers import CopyMark, MaterialLine, Paper
from printing import escp
from printing.escpos_raster import picture_bytes
from printing.formats import PaperFormat
from printing.marks import TextMark
from printing.plain import beyond_gbk, columns
from printing.raster import black_pages
from printing.render import lay_out, render
from printing.spool import device_format, prepare
from tests.printing.device_reading import read_escp, read_escpos
from tests.printing.sample_content import ACCEPTANCE, ALL, APPLICANT, CODE, CORRECTION, HEAD, NUMBER, RECEIPT

SLIP = "escpos:tcp://192.0.2.1:9100"
NEEDLE = "escp:file:/dev/usb/lp0"
FORTY = tuple(MaterialLine(name=f"示例材料{number}", asked="原件1份", state="齐全") for number in range(1, 41))


def named(paper: Any, name: str) -> Any:
    return replace(paper, applicant=replace(APPLICANT, name=name))


def codes_in(image: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image)]


@pytest.mark.parametrize(
    ("device", "wanted", "expected"),
    [
        ("Counter", PaperFormat.A5, PaperFormat.A5),
        ("file:/tmp", PaperFormat.SLIP, PaperFormat.SLIP),
        (SLIP, PaperFormat.ROLL, PaperFormat.ROLL),
        (SLIP, PaperFormat.A4, PaperFormat.SLIP),
        (NEEDLE, PaperFormat.TRACTOR_THIRD, PaperFormat.TRACTOR_THIRD),
        (NEEDLE, PaperFormat.SLIP, PaperFormat.TRACTOR_HALF),
    ],
)
def test_a_device_gets_a_size_that_lies_in_it(device, wanted, expected):
    assert device_format(device, wanted) is expected


def test_a_queue_gets_the_very_pdf_that_is_shown():
    ready = prepare(ACCEPTANCE, device="Counter", wanted=PaperFormat.A5, code=CODE)

    assert ready.data == ready.pdf == render(ACCEPTANCE, code=CODE, paper_format=PaperFormat.A5)


@pytest.mark.parametrize("paper", [ACCEPTANCE, RECEIPT], ids=lambda p: type(p).__name__)
def test_a_common_name_goes_to_the_slip_printer_in_its_own_letters(paper):
    ready = prepare(named(paper, "王示例"), device=SLIP, code=CODE)

    out = read_escpos(ready.data)
    assert ready.as_picture == ""
    assert len(ready.data) < 1200
    for expected in (NUMBER, "王示例", "450000********0018", HEAD.item_name, HEAD.service_phone, "2026年11月23日"):
        assert expected in out.text
    assert out.codes == [CODE]
    assert out.was_cut


@pytest.mark.parametrize("name", ["王㼆𬭳", "𠮷田", "李䶮"])
def test_a_rare_name_makes_the_whole_slip_a_picture(name):
    ready = prepare(named(ACCEPTANCE, name), device=SLIP, code=CODE)

    out = read_escpos(ready.data)
    assert set(ready.as_picture) == {c for c in name if beyond_gbk(c)} != set()
    assert out.text == ""
    assert out.pages[0].width == 576
    assert codes_in(out.pages[0]) == [CODE]
    assert out.was_cut


def test_the_picture_on_the_slip_is_the_pdf_that_was_shown():
    ready = prepare(ACCEPTANCE, device=SLIP, code=CODE)

    shown = black_pages(ready.pdf, dpi=203.2, margin_mm=4)[0].convert("L")
    assert ImageChops.difference(read_escpos(ready.data).pages[0], shown).getbbox() is None


def test_the_hairlines_of_a_rare_name_survive_203_dpi():
    """At threshold 140 the bars of 𠮷 are gone, and the name is another one: 士 over 口 has four."""
    paper = named(ACCEPTANCE, "𠮷")
    page = lay_out(paper, paper_format=PaperFormat.SLIP).pages[0]
    mark = next(mark for mark in page if isinstance(mark, TextMark) and "𠮷" in mark.text)
    before = mark.text.index("𠮷") * mark.type.em_mm
    left = mark.box.left - 4 + before

    slip = read_escpos(prepare(paper, device=SLIP).data).pages[0]
    glyph = slip.crop((left * 8, mark.box.top * 8, (left + mark.type.em_mm) * 8, mark.box.bottom * 8))

    bars = [y for y in range(glyph.height) if _longest_bar(glyph, y) >= 10]
    assert sum(1 for y in bars if y - 1 not in bars) == 4


def _longest_bar(picture: Image.Image, y: int) -> int:
    row = picture.crop((0, y, picture.width, y + 1)).tobytes()
    return max(map(len, row.split(b"\xff")))


@pytest.mark.parametrize("dpi", [203.2, 300.0])
@pytest.mark.parametrize("paper_format", [PaperFormat.SLIP, PaperFormat.ROLL, PaperFormat.A5])
def test_codes_are_read_from_black_dots_alone(dpi, paper_format):
    pages = black_pages(render(RECEIPT, code=CODE, paper_format=paper_format), dpi=dpi)

    assert any(CODE in codes_in(page.convert("L")) for page in pages)


def test_a_character_beyond_the_fonts_stops_with_its_code_point():
    with pytest.raises(InvalidInput) as caught:
        prepare(named(ACCEPTANCE, "王\U000323b0"), device=SLIP, code=CODE)

    assert caught.value.key == "invalid.unprintable"
    assert caught.value.fields["code_points"] == ["U+323B0"]


@pytest.mark.parametrize("paper", ALL, ids=lambda p: type(p).__name__)
def test_every_paper_can_be_said_in_letters_on_the_roll(paper: Paper):
    common = named(paper, "王示例") if hasattr(paper, "applicant") else paper
    ready = prepare(common, device=SLIP, wanted=PaperFormat.ROLL, code=CODE)

    text = read_escpos(ready.data).text
    assert NUMBER in text
    assert HEAD.authority in text
    assert all(columns(line) <= 48 for line in text.splitlines())


def test_a_reprint_and_a_sample_say_so_on_the_slip():
    sample = replace(named(ACCEPTANCE, "王示例"), head=replace(HEAD, is_sample=True))
    text = read_escpos(prepare(sample, device=SLIP, copy=CopyMark(reprint_no=2)).data).text

    assert "【示例】" in text
    assert "【补打 第2次】" in text


@pytest.mark.parametrize(
    ("paper_format", "lines"),
    [(PaperFormat.TRACTOR_THIRD, 22), (PaperFormat.TRACTOR_HALF, 33), (PaperFormat.TRACTOR_WHOLE, 66)],
)
def test_a_needle_printer_prints_letters_in_step_with_the_edge(paper_format, lines):
    ready = prepare(named(CORRECTION, "王示例"), device=NEEDLE, wanted=paper_format, code=CODE)

    out = read_escp(ready.data)
    assert out.page_lines == lines
    assert len(ready.data) < 3000
    for page in out.text.split("\f"):
        assert page.count("\n") <= lines - escp.FREE_LINES
        assert all(columns(line) <= escp.COLUMNS for line in page.splitlines())
    for expected in ("补正材料通知书", NUMBER, "王示例", "2026年12月7日", "校验码"):
        assert expected in out.text


def test_the_number_heads_every_page_of_a_needle_printer():
    out = read_escp(prepare(named(replace(RECEIPT, materials=FORTY), "王示例"), device=NEEDLE, code=CODE).data)

    assert out.page_count > 1
    for count, page in enumerate(out.text.split("\f")[:-1], start=1):
        assert page.split()[0] == NUMBER
        assert f"第{count}页 共{out.page_count}页" in page
    assert all(f"示例材料{number}" in out.text for number in range(1, 41))


def test_a_rare_name_makes_the_needle_printer_draw_and_its_code_is_read():
    ready = prepare(ACCEPTANCE, device=NEEDLE, wanted=PaperFormat.TRACTOR_WHOLE, code=CODE)

    out = read_escp(ready.data)
    assert ready.as_picture == "㼆𬭳"
    assert out.page_lines == 66
    assert codes_in(out.pages[0]) == [CODE]


@given(st.binary(min_size=30, max_size=30))
def test_a_picture_comes_out_dot_for_dot(noise):
    picture = Image.frombytes("1", (24, 10), noise)

    assert read_escpos(picture_bytes(picture)).pages[0].tobytes() == picture.convert("L").tobytes()


@given(st.text(max_size=20))
def test_a_text_without_letters_beyond_gbk_can_be_encoded(text):
    kept = "".join(character for character in text if character not in beyond_gbk(text))

    assert kept.encode("gbk").decode("gbk") == kept


def test_the_same_paper_gives_the_same_bytes_for_each_device():
    def digests():
        return [
            hashlib.sha256(prepare(paper, device=device, code=CODE).data).hexdigest()
            for device in (SLIP, NEEDLE)
            for paper in (ACCEPTANCE, named(ACCEPTANCE, "王示例"))
        ]

    assert digests() == digests()
