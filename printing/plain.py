"""A column of blocks as lines of letters that are all of one width, for printers that have letters of their own.

A Han character is two columns wide, a Latin one is one. What cannot be said in letters (a picture, a drawing) makes
the whole paper go to the printer as a picture: then `plain_rows` gives nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from printing.cjk import break_lines
from printing.flow import Block, Gap, Para
from printing.fonts import Face
from printing.formats import ROLL_SCALE
from printing.roll import Code, SealPlace, SignLine

PlainAlign = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class PlainLine:
    """One line; a large one is twice as wide and high."""

    text: str
    align: PlainAlign = "left"
    is_strong: bool = False
    is_large: bool = False


@dataclass(frozen=True, slots=True)
class PlainCode:
    """A QR code, for printers that draw one from its text."""

    payload: str


PlainRow = PlainLine | PlainCode


class _Columns:
    """Measures in columns; the size is 1, or 2 for large letters."""

    def width(self, text: str, size: float) -> float:
        return columns(text) * size


def columns(text: str) -> int:
    """How many columns the text takes."""
    return sum(1 if character < "\x80" else 2 for character in text)


def beyond_gbk(text: str) -> str:
    """The characters that a printer's own letters (GBK) do not have, each once, in order; usually none."""
    return "".join(dict.fromkeys(character for character in text if not _is_gbk(character)))


def plain_rows(blocks: Iterable[Block], *, width: int) -> list[PlainRow] | None:
    """The column as rows of at most `width` columns; None if a block cannot be said in letters."""
    rows: list[PlainRow] = []
    for block in blocks:
        said = _rows(block, width)
        if said is None:
            return None
        rows += said
    return rows


def text_of(rows: Iterable[PlainRow]) -> str:
    """All letters of the rows, without the codes."""
    return "\n".join(row.text for row in rows if isinstance(row, PlainLine))


def _rows(block: Block, width: int) -> list[PlainRow] | None:
    match block:
        case Para():
            return list(_lines(block, width))
        case Gap():
            return [PlainLine("")] if block.mm >= ROLL_SCALE.gap_mm / 2 else []
        case SignLine():
            rule = "_" * max(width - columns(block.label), 4)
            return [PlainLine(""), PlainLine(f"{block.label}{rule}")]
        case SealPlace():
            around = [PlainLine("")] * 2
            return [*around, *(PlainLine(text, "center", is_strong=True) for text in block.texts), *around]
        case Code():
            return [PlainCode(block.payload)]
    return None


def _lines(block: Para, width: int) -> Iterator[PlainLine]:
    is_large = block.style.size >= ROLL_SCALE.title.size
    is_strong = block.style.face in (Face.SANS_BOLD, Face.SERIF_BOLD)
    align: PlainAlign = block.align if block.align in ("center", "right") else "left"
    for line in break_lines(block.text, chain=_Columns(), size=2 if is_large else 1, width=width):
        yield PlainLine(line.text.rstrip(" "), align, is_strong=is_strong, is_large=is_large)


def _is_gbk(character: str) -> bool:
    try:
        character.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True
