"""A list as a spreadsheet: text in every cell, the file whole or not at all."""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def write_sheet(
    path: Path, rows: Iterable[Sequence[str]], headings: Sequence[str], *, title: str, widths: Sequence[int]
) -> int:
    """Writes the sheet and gives the number of rows.

    Every cell is text: a name that begins with `=` is no formula, a number keeps its zeros.

    Args:
        widths: of the columns, in characters.

    Raises:
        OSError: the file cannot be written; an older one of that name is still there.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(title)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    _append(sheet, 1, headings)
    count = 0
    for count, row in enumerate(rows, start=1):
        _append(sheet, count + 1, row)
    # In memory first: the library would lay its rows down in a temporary file, names and all.
    whole = BytesIO()
    book.save(whole)
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(whole.getvalue())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return count


def _append(sheet: Worksheet, number: int, values: Sequence[str]) -> None:
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(number, column, _UNPRINTABLE.sub("", value))
        cell.data_type = "s"
