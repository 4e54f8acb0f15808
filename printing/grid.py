"""Tables: ruled cells with wrapped text, cut between rows, the header repeated on each page."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from printing.cjk import Line
from printing.flow import SLACK_MM, Block, Together
from printing.marks import Box, Type
from printing.surface import Align, Surface

RULE_PT = 0.5
FRAME_PT = 1.0
SHADE = 0.94
"""Gray of label and header cells: pale enough for a photocopier to drop it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Text in a cell that spans so many columns."""

    text: str
    style: Type
    align: Align = "left"
    span: int = 1
    is_shaded: bool = False


SIDE_MM = 1.6
"""Space between a rule and the text beside it."""

MIN_CUT_MM = 80.0
"""A row lower than this is not cut: it goes to the next page whole."""

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells; `shares` are the relative widths of the columns, `pad_mm` the space above and below each text.

    `cut_from_mm`: a row lower than this is not cut; low sheets want it smaller than their frame.
    """

    shares: tuple[float, ...]
    rows: tuple[Row, ...]
    header: tuple[Row, ...] = ()
    pad_mm: float = 1.2
    cut_from_mm: float = MIN_CUT_MM

    def height(self, surface: Surface, width: float) -> float:
        """Header and rows."""
        return sum(self._row_height(surface, width, row) for row in (*self.header, *self.rows))

    def draw(self, surface: Surface, box: Box) -> None:
        """Rules between the cells, a stronger frame around all."""
        top = box.top
        for row in (*self.header, *self.rows):
            height = self._row_height(surface, box.width, row)
            for cell, left, width in self._places(box.left, box.width, row):
                self._draw_cell(surface, cell, Box(left, top, width, height))
            top += height
        surface.box(Box(box.left, box.top, box.width, top - box.top), line=FRAME_PT)

    def split(self, surface: Surface, width: float, room: float) -> tuple[Block, Block] | None:
        """Between two rows; a very high row that does not fit is cut between lines."""
        left = room - sum(self._row_height(surface, width, row) for row in self.header) + SLACK_MM
        fitting = 0
        for row in self.rows:
            left -= self._row_height(surface, width, row)
            if left < 0:
                break
            fitting += 1
        if fitting:
            return replace(self, rows=self.rows[:fitting]), replace(self, rows=self.rows[fitting:])
        return self._split_row(surface, width, left + self._row_height(surface, width, self.rows[0]))

    def _split_row(self, surface: Surface, width: float, room: float) -> tuple[Block, Block] | None:
        """Cut the first row, where there is room for at least three lines of it."""
        if self._row_height(surface, width, self.rows[0]) < self.cut_from_mm:
            return None
        head, tail = [], []
        for cell, _, cell_width in self._places(0, width, self.rows[0]):
            fitting = int((room - 2 * self.pad_mm) / cell.style.leading_mm)
            lines = surface.lines(cell.text, cell_width - 2 * SIDE_MM, cell.style)
            if fitting < 3:
                return None
            head.append(replace(cell, text=_joined(lines[:fitting])))
            tail.append(replace(cell, text=_joined(lines[fitting:])))
        return (
            replace(self, rows=(tuple(head),)),
            replace(self, rows=(tuple(tail), *self.rows[1:])),
        )

    def _draw_cell(self, surface: Surface, cell: Cell, box: Box) -> None:
        surface.box(box, line=RULE_PT, fill=SHADE if cell.is_shaded else None)
        width = box.width - 2 * SIDE_MM
        height = surface.paragraph_height(cell.text, width, cell.style)
        top = box.top + (box.height - height) / 2
        surface.paragraph(cell.text, Box(box.left + SIDE_MM, top, width, height), cell.style, align=cell.align)

    def _row_height(self, surface: Surface, width: float, row: Row) -> float:
        return max(
            surface.paragraph_height(cell.text, cell_width - 2 * SIDE_MM, cell.style) + 2 * self.pad_mm
            for cell, _, cell_width in self._places(0, width, row)
        )

    def _places(self, left: float, width: float, row: Row) -> Iterable[tuple[Cell, float, float]]:
        """Each cell with its left edge and width in millimetres."""
        unit = width / sum(self.shares)
        column = 0
        for cell in row:
            cell_width = sum(self.shares[column : column + cell.span]) * unit
            yield cell, left, cell_width
            left += cell_width
            column += cell.span


def cut_from(blocks: Iterable[Block], mm: float) -> list[Block]:
    """The blocks with tables whose rows are cut if they are `mm` high; none is cut later than before."""
    return [_cut_from(block, mm) for block in blocks]


def _cut_from(block: Block, mm: float) -> Block:
    if isinstance(block, Together):
        return Together(tuple(cut_from(block.blocks, mm)))
    return replace(block, cut_from_mm=min(block.cut_from_mm, mm)) if isinstance(block, Grid) else block


def _joined(lines: list[Line]) -> str:
    return "".join(line.text + ("\n" if line.is_last else "") for line in lines).removesuffix("\n")
