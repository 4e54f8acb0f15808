"""Every character has a face, or the paper is refused."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from fontTools.ttLib import TTFont

from desktop.domain.errors import InvalidInput
from printing.fonts import Face, FontBook, require_printable
from printing.marks import Box, Type
from printing.pdf import to_pdf
from printing.surface import Surface
from resources.fonts import FOLDER
from tests.printing.paper_reading import fonts_of, text_of

INDEX = json.loads((FOLDER / "index.json").read_text("utf-8"))
NO_SUCH_GLYPH = "\U00030abc"


def national_list() -> list[str]:
    lines = (FOLDER / "tongyong_guifan_8105.txt").read_text("utf-8").splitlines()
    return [chr(int(line, 16)) for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("face", Face)
def test_each_face_has_the_8105_characters_itself(face: Face) -> None:
    with TTFont(FOLDER / f"{face}.ttf", lazy=True) as font:
        cmap = font.getBestCmap()

    assert [c for c in national_list() if ord(c) not in cmap] == []


def test_levels_one_and_two_of_gb18030_are_covered(book: FontBook) -> None:
    """GB 18030-2022: URO to 9FEF, Ext A to 4DB5, and the 12 unified characters of the compatibility block."""
    unified = [0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24, 0xFA27, 0xFA28, 0xFA29]
    level_one = [*range(0x4E00, 0x9FF0), *range(0x3400, 0x4DB6), *unified]

    assert book.missing("".join(map(chr, level_one))) == []


def test_what_a_counter_prints_beside_han_is_covered(book: FontBook) -> None:
    assert book.missing("①⑳□○●→…〔〕「」《》℃‰№—–·“”‘’￥★√×÷≤≥㎡½āáǎàǖǘǚǜńňⅠⅫ㈠｜ＡＺ０９~│┌┼█") == []


@pytest.mark.parametrize("line", [*INDEX["faces"].values(), *INDEX["rare"]], ids=lambda line: line["file"])
def test_font_files_are_the_ones_that_the_index_describes(line: dict[str, str]) -> None:
    assert hashlib.sha256((FOLDER / line["file"]).read_bytes()).hexdigest() == line["sha256"]
    assert (FOLDER / line["licence"]).exists()


def test_the_base_faces_have_postscript_names_of_their_own() -> None:
    names = set()
    for face in Face:
        with TTFont(FOLDER / f"{face}.ttf", lazy=True) as font:
            names.add(font["name"].getDebugName(6))

    assert len(names) == len(Face)


def test_a_name_of_several_files_is_split_and_joined_again(book: FontBook) -> None:
    runs = book.chain(Face.SERIF).runs("王㼆體A")

    assert "".join(run.text for run in runs) == "王㼆體A"
    assert len({run.font for run in runs}) == 3


def test_all_shards_print_side_by_side(book: FontBook) -> None:
    """reportlab takes fonts of one PostScript name for one font; each shard must stay itself."""
    one_of_each = "".join(chr(int(line["characters"].split()[0].split("-")[0], 16)) for line in INDEX["rare"])
    surface = Surface(book)
    surface.paragraph(one_of_each, Box(20, 20, 100, 100), Type(Face.SERIF, 16, 20))

    text = text_of(to_pdf(surface, title="x"))

    # Only Han: poppler gives some of the signs back in their decomposed form.
    assert [c for c in one_of_each if c not in text and c >= "\u3400"] == []


def test_a_missing_character_is_refused_by_its_code_point() -> None:
    with pytest.raises(InvalidInput) as caught:
        require_printable(f"王{NO_SUCH_GLYPH}明", field="applicant_name")

    assert caught.value.key == "invalid.unprintable"
    assert caught.value.fields == {"field": "applicant_name", "code_points": ["U+30ABC"]}


@pytest.mark.parametrize("text", ["\x07", "\ufe00", "\ue863", "\u200b", "\t"])
def test_what_is_not_a_visible_character_is_missing(book: FontBook, text: str) -> None:
    assert book.missing(text) == [text]


def test_line_feeds_and_blanks_are_printable(book: FontBook) -> None:
    assert book.missing("甲 乙\n丙　丁") == []


def test_missing_names_each_character_once_in_order(book: FontBook) -> None:
    assert book.missing(f"{NO_SUCH_GLYPH}甲\x07{NO_SUCH_GLYPH}") == [NO_SUCH_GLYPH, "\x07"]


def test_a_han_character_is_one_em_wide(book: FontBook) -> None:
    assert book.chain(Face.SERIF).width("受理通知书", 16) == pytest.approx(80)


def test_threads_share_the_fonts(book: FontBook) -> None:
    def paper(number: int) -> str:
        surface = Surface(book)
        surface.text(f"第{number}号王㼆", Box(20, 20, 100, 10), Type(Face.SERIF, 12, 16))
        return text_of(to_pdf(surface, title="x"))

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(paper, range(12))) == [f"第{number}号王㼆" for number in range(12)]


def test_no_font_of_the_readers_machine_is_asked_for(book: FontBook, tmp_path_factory: pytest.TempPathFactory) -> None:
    surface = Surface(book)
    surface.text("受理通知书", Box(20, 20, 100, 10), Type(Face.SANS, 12, 16))
    surface.new_page()

    listing = fonts_of(to_pdf(surface, title="x"), tmp_path_factory.mktemp("fonts"))

    assert "Helvetica" not in listing
    assert " no " not in listing
