"""The font file inside a paper: what fontTools and other readers find in it."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont

from printing import qr
from printing.embedding import subset_of
from printing.fonts import Face, FontBook
from printing.render import render
from tests.printing.sample_content import ACCEPTANCE, CODE

ROOT = Path(__file__).parents[2]
TEXT = [0, 32, *map(ord, "王示例受理通知书㼆Ag1。")]


@pytest.mark.parametrize("face", list(Face))
def test_a_subset_is_a_sound_font_with_the_outlines_and_widths_of_the_whole_one(book: FontBook, face: Face) -> None:
    font: object = book.chain(face)._files[0].open().face

    read = TTFont(BytesIO(subset_of(font, TEXT)), checkChecksums=2)

    whole = TTFont(BytesIO(font._ttf_data))  # type: ignore[attr-defined]
    shown = read["cmap"].tables[0].cmap
    for code, code_point in enumerate(TEXT):
        name = whole.getBestCmap().get(code_point, ".notdef")
        there = shown.get(code, ".notdef")
        pens = [RecordingPen(), RecordingPen()]
        read.getGlyphSet()[there].draw(pens[0])
        whole.getGlyphSet()[name].draw(pens[1])
        assert pens[0].value == pens[1].value
        assert read["hmtx"][there] == whole["hmtx"][name]


def test_it_has_the_tables_that_a_reader_of_pdf_needs_and_no_more(book: FontBook) -> None:
    font = book.chain(Face.SERIF)._files[0].open().face

    tables = set(TTFont(BytesIO(subset_of(font, TEXT))).reader.keys())

    assert tables == {"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"}


def test_a_character_that_is_put_together_of_others_is_left_to_reportlab() -> None:
    composite = SimpleNamespace(
        charToGlyph={65: 1}, glyphPos=[0, 0, 2], _ttf_data=b"\xff\xff", get_table_pos=lambda _tag: (0, 2)
    )

    assert subset_of(composite, [65]) == b""


def test_a_paper_stays_small() -> None:
    """Four materials and a code, two copies: fewer bytes than a text message with a picture."""
    assert len(render(ACCEPTANCE, code=CODE)) < 64 * 1024


def test_the_code_of_a_payload_never_changes() -> None:
    """A paper of last year is made again to be checked: another edition of the library may not draw another code."""
    code = qr.make_qr("YC1:ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 $%*+-./:" * 3)

    assert code.modules == 41
    assert [(bar.column, bar.length) for bar in code.bars if bar.row == 20] == [
        (5, 2),
        (10, 3),
        (15, 2),
        (19, 3),
        (23, 1),
        (25, 2),
        (29, 2),
        (37, 1),
        (39, 1),
    ]


def test_two_processes_write_the_same_bytes() -> None:
    """A paper is kept as its content, so it must come out the same on another day, whatever order a hash gives."""
    program = (
        "import sys; from printing.render import render; from tests.printing.sample_content import ACCEPTANCE, CODE;"
        "sys.stdout.buffer.write(render(ACCEPTANCE, code=CODE))"
    )
    papers = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert papers == {render(ACCEPTANCE, code=CODE)}
