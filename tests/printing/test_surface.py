"""Pages in millimetres, and the PDF they become."""

import hashlib
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desktop.domain.errors import InvalidInput
from printing.fonts import Face, FontBook
from printing.marks import Box, TextMark, Type
from printing.pdf import to_pdf
from printing.surface import Surface, qr_size_mm
from tests.printing.paper_reading import codes_in, faults, page_count, picture, text_of

BODY = Type(Face.SERIF, 12, 18)
SAME_BYTES = """
import hashlib
from printing.fonts import Face, shipped_fonts
from printing.marks import Box, Type
from printing.pdf import to_pdf
from printing.surface import Surface
surface = Surface(shipped_fonts())
surface.paragraph("申请材料㼆齐全。" * 20, Box(20, 20, 100, 200), Type(Face.SERIF, 12, 18))
surface.qr("YC1:TEST", 20, 200, size_mm=20)
print(hashlib.sha256(to_pdf(surface, title="凭证")).hexdigest())
"""


def ink(image: Image.Image, box: Box, *, dpi: int) -> bool:
    """Whether anything dark stands in this place of the page, in millimetres."""
    scale = dpi / 25.4
    part = image.crop((int(box.left * scale), int(box.top * scale), int(box.right * scale), int(box.bottom * scale)))
    return darkest(part) < 128


def darkest(image: Image.Image) -> int:
    """The darkest shade, 0 black to 255 white."""
    return min(image.tobytes())


def test_text_stands_where_it_was_put_from_the_top_left(book: FontBook) -> None:
    surface = Surface(book)
    surface.text("受", Box(100, 50, 20, 10), Type(Face.SERIF_BOLD, 28.35, 28.35))  # 28.35 pt = 10 mm

    page = picture(to_pdf(surface, title="x"), dpi=100)

    assert ink(page, Box(100, 50, 10, 10), dpi=100)
    assert not ink(page, Box(0, 0, 210, 50), dpi=100)
    assert not ink(page, Box(0, 60.5, 210, 200), dpi=100)
    assert not ink(page, Box(0, 50, 99.5, 10), dpi=100)


def test_a_paragraph_says_how_high_it_is(book: FontBook) -> None:
    surface = Surface(book)
    text = "申" * 25

    height = surface.paragraph(text, Box(20, 20, 10 * BODY.em_mm, 0), BODY)

    assert height == pytest.approx(3 * BODY.leading_mm)
    assert surface.paragraph_height(text, 10 * BODY.em_mm, BODY) == pytest.approx(height)


def test_a_paragraph_can_continue_on_another_page(book: FontBook) -> None:
    surface = Surface(book)
    text = "申" * 10 + "请" * 10 + "人"
    box = Box(20, 20, 10 * BODY.em_mm, 100)

    surface.paragraph(text, box, BODY, lines=slice(0, 1))
    surface.new_page()
    surface.paragraph(text, box, BODY, lines=slice(1, None))

    pages = [[mark.text for mark in page if isinstance(mark, TextMark)] for page in surface.pages]
    assert pages == [["申" * 10], ["请" * 10, "人"]]


def test_justified_lines_reach_the_right_edge_and_no_further(book: FontBook) -> None:
    surface = Surface(book)
    box = Box(20, 20, 101, 100)
    surface.paragraph("申请材料，齐全 abc 2026年。" * 12, box, BODY)

    marks = [mark for mark in surface.pages[0] if isinstance(mark, TextMark)]

    assert all(mark.box.right == pytest.approx(box.right) for mark in marks[:-1])
    assert faults(surface) == []


def test_overlaps_and_overflows_are_found(book: FontBook) -> None:
    surface = Surface(book)
    surface.text("受理通知书", Box(20, 20, 5, 10), BODY)
    surface.text("受理通知书", Box(22, 22, 50, 10), BODY)

    assert len(faults(surface)) == 2


def test_page_one_can_be_told_how_many_pages_there_are(book: FontBook) -> None:
    surface = Surface(book)
    surface.new_page()
    surface.turn_to(1)
    surface.text("共2页", Box(20, 20, 50, 10), BODY)

    pdf = to_pdf(surface, title="x")

    assert page_count(pdf) == 2
    assert text_of(pdf) == "共2页"


def test_same_content_gives_same_bytes_in_two_processes() -> None:
    root = Path(__file__).parents[2]

    def run() -> str:
        return subprocess.run(
            [sys.executable, "-c", SAME_BYTES], cwd=root, capture_output=True, check=True, text=True
        ).stdout.strip()

    first = run()

    assert len(first) == len(hashlib.sha256().hexdigest())
    assert first == run()


def test_the_document_names_its_title_and_no_author(book: FontBook) -> None:
    import pypdfium2

    metadata = pypdfium2.PdfDocument(to_pdf(Surface(book), title="受理通知书")).get_metadata_dict()

    assert metadata["Title"] == "受理通知书"
    assert metadata["Author"] == ""


@pytest.mark.parametrize("dpi", [150, 203, 300])
def test_a_code_is_read_from_the_raster_of_a_printer(book: FontBook, dpi: int) -> None:
    payload = "YC1:" + "8UADZCKFEOEDJOD2KC54EM-DX.CH8FSKDQ$D.OE44E5$CS44" * 4
    surface = Surface(book)
    surface.qr(payload, 160, 240, size_mm=qr_size_mm(payload, module_mm=0.4))

    assert codes_in(picture(to_pdf(surface, title="x"), dpi=dpi)) == [payload]


def test_ticked_and_empty_boxes_differ(book: FontBook) -> None:
    surface = Surface(book)
    surface.tick_box(Box(20, 20, 6, 6), ticked=True)
    surface.tick_box(Box(40, 20, 6, 6), ticked=False)

    page = picture(to_pdf(surface, title="x"), dpi=200)

    assert ink(page, Box(21, 21, 4, 4), dpi=200)
    assert not ink(page, Box(41, 21, 4, 4), dpi=200)


def test_a_picture_is_put_in_its_box(book: FontBook) -> None:
    png = BytesIO()
    Image.new("L", (4, 4), 0).save(png, "PNG")
    surface = Surface(book)
    surface.image(png.getvalue(), Box(50, 60, 10, 10))

    page = picture(to_pdf(surface, title="x"), dpi=100)

    assert ink(page, Box(51, 61, 8, 8), dpi=100)
    assert not ink(page, Box(0, 0, 49, 200), dpi=100)


def test_a_watermark_lies_under_the_text_and_is_pale(book: FontBook) -> None:
    surface = Surface(book)
    surface.text("受理", Box(20, 20, 50, 10), BODY)
    surface.watermark("示例", surface.page_box)

    page = picture(to_pdf(surface, title="x"), dpi=72)

    assert not isinstance(surface.pages[0][0], TextMark)
    assert darkest(page.crop((150, 200, 450, 650))) > 200


def test_a_character_without_a_glyph_is_refused_before_anything_is_drawn(book: FontBook) -> None:
    surface = Surface(book)

    with pytest.raises(InvalidInput, match="unprintable"):
        surface.paragraph("王\ue000", Box(20, 20, 100, 10), BODY)

    assert surface.pages == [[]]
