"""A list of cases as a spreadsheet: every row of it, and nothing more of a citizen than the screen shows."""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ui.pages.cases_presenter import CaseLine

WIDTHS = (36, 34, 14, 14, 12, 12, 10, 8, 12)
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def write_cases(path: Path, lines: Iterable[CaseLine], headings: Sequence[str], *, title: str) -> int:
    """Writes the sheet, whole or not at all, and gives the number of rows.

    Every cell is text: a name that begins with `=` is no formula, a number keeps its zeros.

    Args:
        headings: number, item, applicant, id number, state, lamp, due, window, received.

    Raises:
        OSError: the file cannot be written; an older one of that name is still there.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet(title)
    for number, width in enumerate(WIDTHS):
        sheet.column_dimensions["ABCDEFGHI"[number]].width = width
    sheet.freeze_panes = "A2"
    _append(sheet, 1, headings)
    count = 0
    for count, line in enumerate(lines, start=1):
        _append(sheet, count + 1, _values(line))
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


def _values(line: CaseLine) -> tuple[str, ...]:
    row = line.row
    return (
        row.case_number,
        row.item_name,
        row.applicant_name,
        row.id_masked,
        line.state_word,
        line.due.word,
        line.due.due_on.isoformat() if line.due.due_on else "",
        row.window,
        row.received_on.isoformat(),
    )


def _append(sheet: Worksheet, number: int, values: Sequence[str]) -> None:
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(number, column, _UNPRINTABLE.sub("", value))
        cell.data_type = "s"
