"""Every character of GB 18030-2022, level 3, comes out on paper: none missing, none blank, and it can be copied back.

In force since 2023-08-01; what is made for government services has to reach level 3: all Han characters of the standard
and the Kangxi radicals.
"""

from typing import Any

import msgspec
import pypdfium2
import pytest
from reportlab.pdfbase import pdfmetrics

from desktop.domain.errors import InvalidInput
from printing.fonts import Face, FontBook
from printing.marks import POINTS_PER_MM, Box, Type
from printing.pdf import to_pdf
from printing.render import render
from printing.surface import Surface
from tests.printing.paper_reading import text_of
from tests.printing.sample_content import ACCEPTANCE, APPLICANT
from tests.printing.test_fonts import national_list

URO = range(0x4E00, 0x9FF0)
EXTENSION_A = range(0x3400, 0x4DB6)
UNIFIED = (0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24, 0xFA27, 0xFA28, 0xFA29)
EXTENSIONS_B_TO_F = (
    range(0x20000, 0x2A6D7),
    range(0x2A700, 0x2B735),
    range(0x2B740, 0x2B81E),
    range(0x2B820, 0x2CEA2),
    range(0x2CEB0, 0x2EBE1),
)
# The 14 parts of characters that stand in the two-byte zone of the standard since its first edition.
PARTS = (
    *(0x2E81, 0x2E84, 0x2E88, 0x2E8B, 0x2E8C, 0x2E97, 0x2EA7),
    *(0x2EAA, 0x2EAE, 0x2EB3, 0x2EB6, 0x2EB7, 0x2EBB, 0x2ECA),
)
KANGXI = range(0x2F00, 0x2FD6)
# Upright punctuation, moved by the edition of 2022 from the private zone to its places in Unicode.
UPRIGHT = range(0xFE10, 0xFE1A)

HAN = (*URO, *EXTENSION_A, *UNIFIED, *(code for block in EXTENSIONS_B_TO_F for code in block))
ALL = "".join(map(chr, (*HAN, *PARTS, *KANGXI, *UPRIGHT)))

# A page of all of them is a square of cells.
ROWS = 150
CELL_MM = 4.0
CELL_PX = 16
WHITE = 255

# Ext G, Ext H, the private zone with the code that some systems give to 䶮, a control character.
BEYOND_THE_FONTS = ("\U00030abc", "\U00031350", "\ue863", "\x07")


def row_of(number: int) -> str:
    """The characters of one row of cells, of all pages together; empty after the last."""
    return ALL[number * ROWS : (number + 1) * ROWS]


@pytest.fixture(scope="module")
def paper(book: FontBook) -> bytes:
    """All characters on as few pages as a reader bears."""
    side = ROWS * CELL_MM
    style = Type(Face.SERIF, CELL_MM * POINTS_PER_MM, CELL_MM * POINTS_PER_MM)
    surface = Surface(book, width_mm=side, height_mm=side)
    for number in range(-(-len(ALL) // ROWS)):
        if number and number % ROWS == 0:
            surface.new_page()
        surface.text(row_of(number), Box(0, number % ROWS * CELL_MM, side, CELL_MM), style)
    return to_pdf(surface, title="GB 18030-2022")


def test_the_counts_are_those_of_the_standard() -> None:
    """GB 18030-2022, 9: level 1 has 27,584, level 2 27,780 with the national list, level 3 87,887 and 228 radicals."""
    level_one = {*URO, *EXTENSION_A, *UNIFIED, *PARTS}
    level_two = level_one | set(map(ord, national_list()))

    assert (len(level_one), len(level_two)) == (27_584, 27_780)
    assert (len(set(HAN)), len(PARTS) + len(KANGXI)) == (87_887, 228)
    assert len(set(ALL)) == len(ALL) == 87_887 + 228 + 10


@pytest.mark.parametrize("face", Face)
def test_no_character_is_missing(book: FontBook, face: Face) -> None:
    assert book.chain(face).missing(ALL) == []


def test_every_character_has_an_outline_in_the_font_that_prints_it(book: FontBook) -> None:
    """Not glyph 0, the box that reportlab draws for what a font lacks, and not a glyph without contours."""
    blank = []
    for run in book.chain(Face.SERIF).runs(ALL):
        font: Any = pdfmetrics.getFont(run.font)
        face = font.face
        for character in run.text:
            glyph = face.charToGlyph.get(ord(character), 0)
            if not glyph or face.glyphPos[glyph] == face.glyphPos[glyph + 1]:
                blank.append(character)

    assert blank == []


def test_every_character_leaves_ink_on_paper(paper: bytes) -> None:
    blank = []
    for page_number, page in enumerate(pypdfium2.PdfDocument(paper)):
        picture = page.render(scale=CELL_PX / (CELL_MM * POINTS_PER_MM), grayscale=True).to_pil()
        mean_of_cells = picture.reduce(CELL_PX).tobytes()
        characters = ALL[page_number * ROWS**2 : (page_number + 1) * ROWS**2]
        blank += [character for character, mean in zip(characters, mean_of_cells, strict=False) if mean == WHITE]

    assert blank == []


def test_every_character_can_be_copied_from_the_paper_again(paper: bytes) -> None:
    """More than 60,000 of them lie above U+FFFF."""
    assert text_of(paper) == ALL


@pytest.mark.parametrize("character", BEYOND_THE_FONTS)
def test_a_paper_with_a_character_beyond_the_fonts_is_refused(character: str) -> None:
    """By its place and code point, before anything is drawn: a box in a name would make the paper worthless."""
    applicant = msgspec.structs.replace(APPLICANT, name=f"王{character}示")

    with pytest.raises(InvalidInput) as caught:
        render(msgspec.structs.replace(ACCEPTANCE, applicant=applicant))

    assert caught.value.key == "invalid.unprintable"
    assert caught.value.fields == {"field": "applicant.name", "code_points": [f"U+{ord(character):04X}"]}


@pytest.mark.parametrize("character", BEYOND_THE_FONTS)
@pytest.mark.parametrize("way", ["text", "paragraph", "watermark"])
def test_no_way_onto_a_page_lets_a_box_through(book: FontBook, way: str, character: str) -> None:
    surface = Surface(book)
    box = Box(20, 20, 100, 100)
    ways = {
        "text": lambda text: surface.text(text, box, Type(Face.SANS, 12, 16)),
        "paragraph": lambda text: surface.paragraph(text, box, Type(Face.SERIF, 12, 16)),
        "watermark": lambda text: surface.watermark(text, box),
    }

    with pytest.raises(InvalidInput) as caught:
        ways[way](f"甲{character}乙")

    assert caught.value.fields["code_points"] == [f"U+{ord(character):04X}"]
