"""The list of cases as a table: rows given to it, the newest first, more appended as the clerk scrolls."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal

from ui.filled import filled
from ui.pages.cases_presenter import CaseLine
from ui.widgets.table import Column, RowTable

Index = QModelIndex | QPersistentModelIndex


class CaseColumn(IntEnum):
    """Columns in their order on the screen."""

    NUMBER = 0
    ITEM = 1
    APPLICANT = 2
    ID = 3
    STATE = 4
    DUE = 5
    WINDOW = 6
    RECEIVED = 7


# Pixels at 100 %; 0 takes what is left.
WIDTHS = [312, 0, 100, 122, 96, 170, 58, 108]

DROPPABLE = (CaseColumn.ID, CaseColumn.WINDOW, CaseColumn.RECEIVED, CaseColumn.NUMBER)
"""Columns that go first where large text or the choices of a filter leave no room: half a number helps nobody."""

RIGID = (CaseColumn.STATE, CaseColumn.DUE)
"""Chips: state and lamp are read at a glance or not at all."""


class CaseTable(RowTable[CaseLine]):
    """Rows are CaseLine. ROW_ROLE: the CaseLine; TONE_ROLE: of the state, and of the lamp with its word and date."""

    more_wanted = Signal()
    """The view has come to the last row and there may be older ones."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Column(self.tr("Case number"), lambda line: line.row.case_number),
                Column(self.tr("Item"), self._item),
                Column(self.tr("Applicant"), lambda line: line.row.applicant_name),
                Column(self.tr("Id number"), lambda line: line.row.id_masked),
                Column(self.tr("State"), lambda line: line.state_word, tone=_state_tone),
                Column(self.tr("Due"), _due_text, tone=_lamp_tone),
                Column(self.tr("Window"), lambda line: line.row.window),
                Column(self.tr("Received"), lambda line: line.row.received_on.isoformat()),
            ),
            parent,
        )
        self._may_have_more = False

    def _item(self, line: CaseLine) -> str:
        """A 一件事 is one line and says how many items it holds; they stand on its page (Alt+9)."""
        row = line.row
        return filled(self.tr("%1 items · %2"), row.items, row.item_name) if row.items else row.item_name

    def set_lines(self, lines: Sequence[CaseLine], *, may_have_more: bool) -> None:
        """Another answer of the search."""
        self._may_have_more = may_have_more
        self.set_rows(lines)

    def append_lines(self, lines: Sequence[CaseLine], *, may_have_more: bool) -> None:
        """Older cases below the ones shown."""
        self._may_have_more = may_have_more
        self.append_rows(lines)

    def canFetchMore(self, parent: Index) -> bool:
        """Older ones may be there."""
        return not parent.isValid() and self._may_have_more

    def fetchMore(self, parent: Index) -> None:
        """Asks once; the answer comes through `append_lines`."""
        if self.canFetchMore(parent):
            self._may_have_more = False
            self.more_wanted.emit()

    def row_of(self, case_id: str) -> int:
        """Where the case stands; -1 if it is not in the list."""
        return next((number for number, line in enumerate(self._rows) if line.row.case_id == case_id), -1)


def _state_tone(line: CaseLine) -> str:
    return "accent" if line.is_open else "muted"


def _lamp_tone(line: CaseLine) -> str:
    return line.due.lamp.value if line.due.lamp is not None else ""


def _due_text(line: CaseLine) -> str:
    day = line.due.due_on.isoformat() if line.due.due_on else ""
    return f"● {line.due.word} {day}" if line.due.lamp is not None else day
