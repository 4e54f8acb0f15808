"""Tables that a pen fills: what is empty keeps its place, with room for a hand."""

from collections.abc import Sequence

from printing.flow import Block, Gap, Para, Together
from printing.grid import SIDE_MM, Cell, Grid, Row
from printing.papers.parts import Column, Field
from printing.sheet import Scale

PEN = "\n"
"""What stands in an empty cell: two lines, about 12 mm on whole pages."""

_LABEL_SHARE, _VALUE_SHARE = 19.0, 31.0


def form_table(scale: Scale, rows: Sequence[Sequence[Field]]) -> list[Block]:
    """Labelled cells, one or two in a row, filled or blank."""
    shares = (_LABEL_SHARE, _VALUE_SHARE, _LABEL_SHARE, _VALUE_SHARE)
    return [Grid(shares, tuple(_row(scale, fields) for fields in rows), pad_mm=scale.pad_mm), Gap(scale.gap_mm)]


def pen_table(scale: Scale, heading_text: str, columns: Sequence[Column]) -> list[Block]:
    """A numbered list under its heading, with room for signatures in the empty cells; nothing for no rows."""
    grid = pen_grid(scale, columns, blank=PEN)
    heading = Para(heading_text, scale.strong)
    return [Together((heading, Gap(scale.gap_mm / 2), grid)), Gap(scale.gap_mm)] if grid.rows else []


def pen_grid(scale: Scale, columns: Sequence[Column], *, blank: str = "") -> Grid:
    """A numbered list in which every column stays, as wide as its share; `blank` stands in the empty cells."""
    header = (_label(scale, "序号"), *(_label(scale, column.title) for column in columns))
    rows: tuple[Row, ...] = tuple(
        (
            Cell(str(number), scale.cell, align="center"),
            *(
                Cell(value or blank, scale.cell, align=column.align)
                for column, value in zip(columns, values, strict=True)
            ),
        )
        for number, values in enumerate(zip(*(column.values for column in columns), strict=True), start=1)
    )
    widths = _numbered_widths(scale, [column.share for column in columns])
    return Grid(widths, rows, header=(header,), pad_mm=scale.pad_mm)


def _numbered_widths(scale: Scale, shares: Sequence[float]) -> tuple[float, ...]:
    """Widths in millimetres of a column for numbers and of the columns beside it, divided by their shares."""
    number = 2 * scale.cell.em_mm + 2 * SIDE_MM + 0.3
    unit = (scale.width_mm - number) / sum(shares)
    return (number, *(share * unit for share in shares))


def _row(scale: Scale, fields: Sequence[Field]) -> Row:
    span = 1 if len(fields) == 2 else 3
    return tuple(
        cell
        for field in fields
        for cell in (
            _label(scale, field.label),
            Cell(field.value or PEN, scale.cell_strong if field.is_strong else scale.cell, span=span),
        )
    )


def _label(scale: Scale, text: str) -> Cell:
    return Cell(text, scale.cell, align="center", is_shaded=True)
