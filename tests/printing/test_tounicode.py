"""A rare name can be copied out of the paper and searched."""

import importlib.util
from typing import Any

from reportlab.pdfbase import ttfonts

from printing import tounicode
from printing.fonts import Face, FontBook
from printing.marks import Box, Type
from printing.pdf import to_pdf
from printing.surface import Surface
from tests.printing.paper_reading import text_of

RARE = "王𬭳𫖯㼆䶮龘"


def test_names_beyond_the_basic_plane_come_back_from_the_text_layer(book: FontBook) -> None:
    surface = Surface(book)
    surface.text(RARE, Box(20, 20, 100, 10), Type(Face.SERIF, 16, 20))

    assert text_of(to_pdf(surface, title="x")) == RARE


def test_a_character_above_ffff_is_a_surrogate_pair() -> None:
    cmap = tounicode.to_unicode_cmap("F", [0, 0x4E00, 0x20BB7])

    assert "<01> <4E00>" in cmap
    assert "<02> <D842DFB7>" in cmap  # U+20BB7 in UTF-16 (RFC 2781, 2.1)
    assert "<00> <0000>" not in cmap


def test_no_block_holds_more_than_a_hundred_entries() -> None:
    cmap = tounicode.to_unicode_cmap("F", range(1, 251))

    assert [line for line in cmap.splitlines() if "beginbfchar" in line] == [
        "100 beginbfchar",
        "100 beginbfchar",
        "50 beginbfchar",
    ]


def test_installing_twice_is_installing_once() -> None:
    module: Any = ttfonts
    tounicode.install()
    tounicode.install()

    assert module.makeToUnicodeCMap is tounicode.to_unicode_cmap


def test_reportlab_still_needs_the_repair() -> None:
    """When this fails, reportlab writes UTF-16 by itself: take printing/tounicode.py out."""
    spec = importlib.util.find_spec("reportlab.pdfbase.ttfonts")
    assert spec is not None
    assert spec.loader is not None
    untouched: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(untouched)

    assert "<20BB7>" in untouched.makeToUnicodeCMap("F", [0x20BB7])
