"""From a worksheet to rows of values by field, and from those to typed values. Every fault knows its cell."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desktop.catalogue_files.faults import CellFault, FileFault
from desktop.catalogue_files.plan import UNUSED, Column, Sheet, normalised
from desktop.domain.deadline import TimeLimit

HEADER_WITHIN_ROWS = 10  # official exports put a heading and notes above the titles
MOST_ROWS = 50_000
MOST_COLUMNS = 200


@dataclass(slots=True)
class Findings:
    """What reading has found so far: faults keep the file out, warnings do not."""

    faults: list[FileFault] = field(default_factory=list)
    warnings: list[FileFault] = field(default_factory=list)
    unread_rows: set[tuple[str, int]] = field(default_factory=set)
    """Sheet and row of rows with a cell that could not be read: placeholders stand there."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the sheet, the typed value of each field that is filled, and the fields at fault."""

    number: int
    values: dict[str, Any]
    faulty: frozenset[str]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet, empty ones left out, and the letter and title of each column that was read."""

    sheet: Sheet
    columns: dict[str, tuple[str, str]]  # by field: letter, title as planned
    rows: tuple[Row, ...]

    def fault(self, reason: str, row: int, field_name: str = "", **fields: object) -> FileFault:
        """A fault at this row and column; a field that has no column here gives the row."""
        letter, title = self.columns.get(field_name, ("", ""))
        return FileFault(reason, fields, sheet=self.sheet.title, row=row, column=letter, title=title)


class _Header:
    """Which column of the worksheet is which column of the plan."""

    def __init__(self, row: int, sheet: Sheet, titles: dict[int, str]) -> None:
        self.row = row
        self.columns: dict[int, Column] = {}
        self.twice: list[str] = []
        self.unknown: list[tuple[int, str]] = []
        by_title = {normalised(title): column for column in sheet.columns for title in (column.title, *column.aliases)}
        taken: set[str] = set()
        for index, title in titles.items():
            column = by_title.get(normalised(title))
            if column is None:
                if normalised(title) not in UNUSED:
                    self.unknown.append((index, title.strip()))
            elif column.title in taken:
                self.twice.append(title.strip())
            else:
                taken.add(column.title)
                self.columns[index] = column
        self.missing = [column.title for column in sheet.columns if column.is_required and column.title not in taken]


def read_table(worksheet: Worksheet, sheet: Sheet, findings: Findings) -> Table:
    """The rows of a worksheet; what is wrong goes to `findings`. Without a row of titles the table is empty."""
    header = _find_header(worksheet, sheet)
    if header is None:
        findings.faults.append(FileFault("header_missing", {"rows": HEADER_WITHIN_ROWS}, sheet=sheet.title))
        return Table(sheet, {}, ())
    for title in header.missing:
        findings.faults.append(FileFault("column_missing", {"title": title}, sheet=sheet.title, row=header.row))
    for title in header.twice:
        findings.faults.append(FileFault("column_twice", {"title": title}, sheet=sheet.title, row=header.row))
    for index, title in header.unknown:
        findings.warnings.append(
            FileFault(
                "column_unknown",
                {"title": title},
                sheet=sheet.title,
                row=header.row,
                column=get_column_letter(index),
                title=title,
            )
        )
    if worksheet.max_row > MOST_ROWS:
        findings.faults.append(FileFault("sheet_too_long", {"most": MOST_ROWS}, sheet=sheet.title))
        return Table(sheet, {}, ())
    columns = {column.field: (get_column_letter(index), column.title) for index, column in header.columns.items()}
    table = Table(sheet, columns, ())
    rows = tuple(_read_row(table, number, cells, header, findings) for number, cells in _filled(worksheet, header))
    return Table(sheet, columns, rows)


def _find_header(worksheet: Worksheet, sheet: Sheet) -> _Header | None:
    """The row among the first ones that has most of the titles, at least two."""
    best: _Header | None = None
    for number in range(1, min(HEADER_WITHIN_ROWS, worksheet.max_row) + 1):
        titles = {
            index: str(value)
            for index in range(1, min(worksheet.max_column, MOST_COLUMNS) + 1)
            if (value := worksheet.cell(number, index).value) is not None and str(value).strip()
        }
        header = _Header(number, sheet, titles)
        if len(header.columns) >= 2 and (best is None or len(header.columns) > len(best.columns)):
            best = header
    return best


def _filled(worksheet: Worksheet, header: _Header) -> Iterator[tuple[int, dict[int, Any]]]:
    """Rows below the titles with something in them: by column index, cells merged downwards repeated in each row."""
    above = {
        (row, merged.min_col): worksheet.cell(merged.min_row, merged.min_col)
        for merged in worksheet.merged_cells.ranges
        for row in range(merged.min_row + 1, merged.max_row + 1)
    }
    for number in range(header.row + 1, worksheet.max_row + 1):
        cells = {}
        is_own = False
        for index in header.columns:
            cell = worksheet.cell(number, index)
            is_own = is_own or _is_filled(cell.value)
            source = above.get((number, index), cell)
            if _is_filled(source.value):
                cells[index] = source
        if is_own:
            yield number, cells


def _is_filled(value: object) -> bool:
    return value is not None and str(value).strip() != ""


def _read_row(table: Table, number: int, cells: dict[int, Any], header: _Header, findings: Findings) -> Row:
    values: dict[str, Any] = {}
    faulty: set[str] = set()
    for index, column in header.columns.items():
        try:
            if index in cells:
                values[column.field] = _value(cells[index], column)
            elif column.is_required:
                raise CellFault("empty")
        except CellFault as fault:
            findings.faults.append(table.fault(fault.reason, number, column.field, **fault.fields))
            faulty.add(column.field)
            if column.is_required:
                values[column.field] = column.cell.placeholder
    for column in table.sheet.columns:  # a required column that is not there at all was reported once
        if column.is_required:
            values.setdefault(column.field, column.cell.placeholder)
    _join_limits(table, number, values, faulty, findings)
    if faulty:
        findings.unread_rows.add((table.sheet.title, number))
    return Row(number, values, frozenset(faulty))


def _value(cell: Any, column: Column) -> Any:
    if cell.data_type == "f":
        raise CellFault("cell_formula")
    if cell.data_type == "e":
        raise CellFault("cell_error", value=cell.value)
    return column.cell.read(cell.value)


def _join_limits(table: Table, number: int, values: dict[str, Any], faulty: set[str], findings: Findings) -> None:
    """x.count and x.unit become x. A limit of 0 is how official exports say that there is none."""
    for name in {column.field.removesuffix(".count") for column in table.sheet.columns if ".count" in column.field}:
        count, unit = values.pop(f"{name}.count", None), values.pop(f"{name}.unit", None)
        if {f"{name}.count", f"{name}.unit"} & faulty or not count:
            continue
        if unit is None:
            findings.faults.append(table.fault("limit_half", number, f"{name}.count"))
        elif count < 0:
            findings.faults.append(table.fault("number_negative", number, f"{name}.count"))
        else:
            values[name] = TimeLimit(count, unit)
            continue
        faulty.add(name)
