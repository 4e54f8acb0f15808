"""A paper on a roll: the same content in one narrow column, as long as it needs to be.

`narrow` takes the blocks of any paper apart into lines of text, lines to sign on, the place of the seal and the code.
From these the roll is drawn, and printing.plain makes the text for printers that have letters of their own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.domain.papers import Head
from printing.flow import Block, Gap, Para, Together, place, total_height
from printing.fonts import Face
from printing.formats import ROLL_MM, ROLL_PRINTED_MM, ROLL_SCALE
from printing.grid import Grid, Row
from printing.marks import Box, Type
from printing.papers.closing import Closing, CodeAndContacts, Proof, Signatures, contacts, stand_in_seal
from printing.papers.wording import day
from printing.picture import Picture
from printing.sheet import Marking, Scale
from printing.surface import Surface, qr_size_mm

TOP_MM = 3.0
BOTTOM_MM = 6.0
"""Free before the cutter."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code in the middle of the column."""

    payload: str
    module_mm: float

    def height(self, surface: Surface, width: float) -> float:
        """Its side with the white border."""
        return qr_size_mm(self.payload, module_mm=self.module_mm)

    def draw(self, surface: Surface, box: Box) -> None:
        """In the middle."""
        side = self.height(surface, box.width)
        surface.qr(self.payload, box.left + (box.width - side) / 2, box.top, size_mm=side)

    def split(self, surface: Surface, width: float, room: float) -> tuple[Block, Block] | None:
        """Never."""
        return None


@dataclass(frozen=True, slots=True)
class SignLine:
    """Who signs, and a rule for the pen to the end of the line."""

    label: str
    style: Type

    def height(self, surface: Surface, width: float) -> float:
        """Room for a pen."""
        return self.style.leading_mm * 1.9

    def draw(self, surface: Surface, box: Box) -> None:
        """The label stands on the rule."""
        width = surface.text_width(self.label, self.style)
        surface.text(self.label, Box(box.left, box.bottom - self.style.leading_mm, width, box.height), self.style)
        surface.rule(box.left + width, box.bottom - 0.6, box.right, box.bottom - 0.6)

    def split(self, surface: Surface, width: float, room: float) -> tuple[Block, Block] | None:
        """Never."""
        return None


@dataclass(frozen=True, slots=True)
class SealPlace:
    """In whose name, the date, and room to press the seal on both (行政许可法 32, last paragraph)."""

    head: Head
    scale: Scale

    @property
    def word(self) -> str:
        """What stands where the seal goes, or what stands for it on a paper that is not real."""
        return stand_in_seal(self.head) or "（专用印章）"

    @property
    def texts(self) -> tuple[str, ...]:
        """Authority, date, and the word, one below the other."""
        return tuple(text for text in (self.head.authority, day(self.head.issued_on), self.word) if text)

    def height(self, surface: Surface, width: float) -> float:
        """The seal's, or more if the name is long."""
        return max(self.scale.seal_mm, self._lines_mm(surface, width))

    def draw(self, surface: Surface, box: Box) -> None:
        """In the middle of its room."""
        top = box.top + (box.height - self._lines_mm(surface, box.width)) / 2
        for text in self.texts:
            top += surface.paragraph(text, Box(box.left, top, box.width, box.height), self.scale.strong, align="center")

    def split(self, surface: Surface, width: float, room: float) -> tuple[Block, Block] | None:
        """Never."""
        return None

    def _lines_mm(self, surface: Surface, width: float) -> float:
        return sum(surface.paragraph_height(text, width, self.scale.strong) for text in self.texts)


def narrow(blocks: Iterable[Block], scale: Scale = ROLL_SCALE) -> list[Block]:
    """The blocks of a paper, set in `scale`, as blocks of one column; a kind that is not known stays as it is."""
    return [simple for block in blocks for simple in _simple(block, scale)]


def lay_out_roll(surface: Surface, blocks: Sequence[Block], marking: Marking) -> None:
    """Draws the column on the one page and makes the page as long as it is."""
    mark: list[Block] = []
    if marking.reprint:
        mark = [Para(f"【{marking.reprint}】", Type(Face.SANS_BOLD, 11, 15), align="center"), Gap(1)]
    shown = [*mark, *blocks]
    height = total_height(shown, surface, ROLL_PRINTED_MM)
    surface.width_mm, surface.height_mm = ROLL_MM, TOP_MM + height + BOTTOM_MM
    place(surface, shown, Box((ROLL_MM - ROLL_PRINTED_MM) / 2, TOP_MM, ROLL_PRINTED_MM, height))
    if marking.watermark:
        surface.watermark(marking.watermark, Box(0, 0, ROLL_MM, min(surface.height_mm, 2 * ROLL_MM)))


def code_blocks(proof: Proof, scale: Scale) -> list[Block]:
    """The code and what it is for; nothing without one."""
    if not proof.code:
        return []
    return [Code(proof.code, scale.module_mm), Para("扫码核验", scale.small, align="center"), Gap(scale.gap_mm)]


def _simple(block: Block, scale: Scale) -> Iterator[Block]:
    match block:
        case Together():
            yield from narrow(block.blocks, scale)
        case Grid(header=()):
            for row in block.rows:
                yield from _fields(row)
        case Grid():
            titles = [cell.text for cell in block.header[-1]]
            for row in block.rows:
                yield from _entry(row, titles, scale)
        case Signatures():
            yield from (SignLine(label, scale.cell) for label in block.labels)
        case Closing():
            yield SealPlace(block.head, scale)
            yield from _proof_and_contacts(block.head, block.proof, scale)
        case CodeAndContacts():
            yield from _proof_and_contacts(block.head, block.proof, scale)
        case Picture():
            pass  # too small to be read on a roll; the tables say what it shows
        case Para():
            yield replace(block, indent_em=0, align=block.align if block.align == "center" else "left")
        case _:
            yield block


def _proof_and_contacts(head: Head, proof: Proof, scale: Scale) -> Iterator[Block]:
    yield from code_blocks(proof, scale)
    yield Para(contacts(head, proof), scale.small, align="left")


def _fields(row: Row) -> Iterator[Block]:
    """Label and value in turn, each pair a paragraph of its own."""
    for label, value in zip(row[::2], row[1::2], strict=False):
        yield Para(f"{label.text}：{value.text}", value.style, align="left")


def _entry(row: Row, titles: Sequence[str], scale: Scale) -> Iterator[Block]:
    """A row of a list: number and name, then what else is said of it, with its heading."""
    number, name, *others = (cell.text for cell in row)
    yield Para(f"{number}．{name}", scale.cell_strong, align="left")
    said = [f"{title}：{text}" for title, text in zip(titles[2:], others, strict=False) if text]
    if said:
        yield Para("\n".join(said), scale.cell, align="left")
