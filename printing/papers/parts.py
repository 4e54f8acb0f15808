"""Parts of which papers are made: heading, fields, lists of materials, prose."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.papers import Head, MaterialLine, Party
from printing.flow import Block, Gap, Para, Together
from printing.grid import SIDE_MM, Cell, Grid, Row
from printing.marks import Type
from printing.papers.wording import full_stop, person
from printing.sheet import Scale
from printing.surface import Align

_LABEL_SHARE, _VALUE_SHARE = 15.0, 35.0


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled value of the table on top of a paper; left out when the value is empty."""

    label: str
    value: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list of materials: left out when every value is empty."""

    title: str
    values: tuple[str, ...]
    share: float
    align: Align = "left"


def heading(scale: Scale, head: Head, title: str) -> list[Block]:
    """In whose name, what, and its number (行政许可法 24: the authority that decides, not who takes the papers in)."""
    name: list[Block] = [Para(head.authority, _on_one_line(scale, head.authority), align="center")]
    number: list[Block] = [Para(head.number, scale.small, align="right")] if head.number else []
    above = [*(name if head.authority else []), Para(title, scale.title, align="center"), *number]
    return [*above, *part_of(scale, head), *amendment(scale, head), Gap(scale.gap_mm / 2)]


def part_of(scale: Scale, head: Head) -> list[Block]:
    """一件事: of which matter this paper concerns one item, so that nobody takes it for the end of the whole."""
    if not head.part_of:
        return []
    return [Para(f"本文书只涉及一件事“{head.part_of}”中的这一个事项，其余事项分别办理。", scale.small, align="left")]


def amendment(scale: Scale, head: Head) -> list[Block]:
    """更正: which paper this one replaces, and why; nothing on any other paper."""
    if not head.replaces:
        return []
    text = f"更正　本文书替换{head.replaces}，原文书作废。更正原因：{full_stop(head.amended_because)}"
    return [Para(text, scale.small, align="left")]


def _on_one_line(scale: Scale, authority: str) -> Type:
    """A long name is set up to a fifth smaller before it is wrapped: two characters alone on a line look lost."""
    factor = scale.width_mm / max(_ems(authority) * scale.head.em_mm, 1)
    return replace(scale.head, size=scale.head.size * factor) if 0.8 <= factor < 1 else scale.head


def parties(applicant: Party, agent: Party | None) -> list[Field]:
    """Applicant and agent, each in a row with document and telephone."""
    return [Field("申请人", person(applicant)), Field("代理人", person(agent) if agent else "")]


def field_table(scale: Scale, fields: Sequence[Field]) -> list[Block]:
    """The fields that have a value, in order; two short neighbours share a row. Nothing if none has a value."""
    rows: list[Row] = []
    waiting: Field | None = None
    for field in (field for field in fields if field.value):
        is_short = _fits_half_row(scale, field)
        if is_short and waiting:
            rows.append(_field_row(scale, waiting, field))
            waiting = None
            continue
        rows += [_field_row(scale, waiting)] if waiting else []
        waiting = field if is_short else None
        rows += [] if is_short else [_field_row(scale, field)]
    if waiting:
        rows.append(_field_row(scale, waiting))
    if not rows:
        return []
    shares = (_LABEL_SHARE, _VALUE_SHARE, _LABEL_SHARE, _VALUE_SHARE)
    return [Grid(shares, tuple(rows), pad_mm=scale.pad_mm), Gap(scale.gap_mm)]


def material_table(scale: Scale, heading_text: str, columns: Sequence[Column]) -> list[Block]:
    """A numbered list under a line of text, which stays with its first row; nothing for no materials."""
    shown = [column for column in columns if any(column.values)]
    if not shown:
        return []
    header = (_shaded(scale, "序号"), *(_shaded(scale, column.title) for column in shown))
    rows = tuple(
        (
            Cell(str(number), scale.cell, align="center"),
            *(Cell(value, scale.cell, align=column.align) for column, value in zip(shown, values, strict=True)),
        )
        for number, values in enumerate(zip(*(column.values for column in shown), strict=True), start=1)
    )
    grid = Grid(column_widths(scale, shown), rows, header=(header,), pad_mm=scale.pad_mm)
    return [Together((Para(heading_text, scale.strong), Gap(scale.gap_mm / 2), grid)), Gap(scale.gap_mm)]


def column_widths(scale: Scale, columns: Sequence[Column]) -> tuple[float, ...]:
    """Widths in millimetres of the number and of each column, which together fill the text.

    A column whose longest line is short takes no more than that, so that its neighbours get the room; what is left is
    divided by the shares. If all are short, the first one, the name of the material, takes what is over.
    """
    number = _line_mm(scale, "序号")
    wanted = [max(_line_mm(scale, text) for text in (column.title, *column.values)) for column in columns]
    widths = [0.0] * len(columns)
    room, waiting = scale.width_mm - number, list(range(len(columns)))
    while waiting:
        unit = room / sum(columns[place].share for place in waiting)
        content = [place for place in waiting if wanted[place] <= columns[place].share * unit]
        for place in content or waiting:
            widths[place] = wanted[place] if content else columns[place].share * unit
            room -= widths[place]
        waiting = [place for place in waiting if content and place not in content]
    widths[0] += room
    return (number, *widths)


def names(materials: Sequence[MaterialLine]) -> tuple[str, ...]:
    """Names of the materials, in order."""
    return tuple(material.name for material in materials)


def body(scale: Scale, *paragraphs: str) -> list[Block]:
    """Paragraphs with the first line two characters in; empty ones are left out."""
    shown: list[Block] = [Para(text, scale.body, indent_em=2) for text in paragraphs if text]
    return [*shown, Gap(scale.gap_mm)] if shown else []


def _field_row(scale: Scale, *fields: Field) -> Row:
    span = 1 if len(fields) == 2 else 3
    return tuple(
        cell
        for field in fields
        for cell in (
            Cell(field.label, scale.cell, align="center", is_shaded=True),
            Cell(field.value, scale.cell_strong if field.is_strong else scale.cell, span=span),
        )
    )


def _shaded(scale: Scale, text: str) -> Cell:
    return Cell(text, scale.cell, align="center", is_shaded=True)


def _fits_half_row(scale: Scale, field: Field) -> bool:
    """Whether the value stands on one line beside another field."""
    return _line_mm(scale, field.value, is_strong=field.is_strong) <= scale.width_mm * _VALUE_SHARE / 100


def _line_mm(scale: Scale, text: str, *, is_strong: bool = False) -> float:
    """Width of a cell in which the text need not be wrapped, rather too wide than too narrow."""
    style = scale.cell_strong if is_strong else scale.cell
    return max(map(_ems, text.split("\n"))) * style.em_mm + 2 * SIDE_MM + 0.1


def _ems(text: str) -> float:
    """Letters and digits are about half as wide as Han."""
    return sum(1.0 if character >= "\u2e80" else 0.58 for character in text)
