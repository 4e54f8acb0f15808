"""A list of cases as a spreadsheet: every row of it, and nothing more of a citizen than the screen shows."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from ui.pages.cases_presenter import CaseLine
from ui.pages.spreadsheet import write_sheet

WIDTHS = (36, 34, 14, 14, 12, 12, 10, 8, 12)


def write_cases(path: Path, lines: Iterable[CaseLine], headings: Sequence[str], *, title: str) -> int:
    """Writes the sheet, whole or not at all, and gives the number of rows.

    Args:
        headings: number, item, applicant, id number, state, lamp, due, window, received.

    Raises:
        OSError: the file cannot be written; an older one of that name is still there.
    """
    return write_sheet(path, (_values(line) for line in lines), headings, title=title, widths=WIDTHS)


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
