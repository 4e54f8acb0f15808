"""Lists as a spreadsheet, the file whole or not at all."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a book. Text stays text: a name that begins with `=` is no formula, a number as text keeps its
    zeros; an int is a number that can be added up. `widths` of the columns, in characters.
    """

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[str | int]]
    widths: Sequence[int]


def write_sheet(
    path: Path, rows: Iterable[Sequence[str]], headings: Sequence[str], *, title: str, widths: Sequence[int]
) -> int:
    """Writes a book of one sheet and gives the number of rows; see `write_book`."""
    return write_book(path, (Sheet(title, headings, rows, widths),))


def write_book(path: Path, sheets: Iterable[Sheet]) -> int:
    """Writes the sheets in their order and gives the number of rows of all.

    Raises:
        OSError: the file cannot be written; an older one of that name is still there.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    count = sum(_fill(book.create_sheet(sheet.title), sheet) for sheet in sheets)
    # In memory first: the library would lay its rows down in a temporary file, names and all.
    whole = BytesIO()
    book.save(whole)
    write_file(path, whole.getvalue())
    return count


def write_file(path: Path, data: bytes) -> None:
    """Writes the file whole or not at all. Raises OSError; an older one of that name is still there."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _fill(made: Worksheet, sheet: Sheet) -> int:
    for number, width in enumerate(sheet.widths, start=1):
        made.column_dimensions[get_column_letter(number)].width = width
    made.freeze_panes = "A2"
    _append(made, 1, sheet.headings)
    count = 0
    for count, row in enumerate(sheet.rows, start=1):
        _append(made, count + 1, row)
    return count


def _append(sheet: Worksheet, number: int, values: Sequence[str | int]) -> None:
    for column, value in enumerate(values, start=1):
        if isinstance(value, int):
            sheet.cell(number, column, value)
            continue
        cell = sheet.cell(number, column, _UNPRINTABLE.sub("", value))
        cell.data_type = "s"
