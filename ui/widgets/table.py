"""A table model that holds plain rows given to it and knows nothing of where they come from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from ui.fonts import ensure_shown

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """A column: its heading, already translated, and what it shows of a row.

    `tone` makes the text a chip: green, yellow, red, accent, muted; empty leaves it plain. `ink` is a colour, #RRGGBB.
    """

    heading: str
    text: Callable[[R], str]
    ink: Callable[[R], str] | None = None
    tone: Callable[[R], str] | None = None


class RowTable(QAbstractTableModel, Generic[R]):
    """Rows in the order given. ROW_ROLE of any cell is the row itself."""

    ROW_ROLE = Qt.ItemDataRole.UserRole
    """The whole row of type R."""

    TONE_ROLE = Qt.ItemDataRole.UserRole + 1
    """Tone of a chip, or None; drawn by ui.widgets.row_delegate."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[R] = []

    def set_rows(self, rows: Sequence[R]) -> None:
        """Replaces all rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def append_rows(self, rows: Sequence[R]) -> None:
        """Adds rows at the end; the selection stays."""
        if not rows:
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows.extend(rows)
        self.endInsertRows()

    def replace_row(self, number: int, row: R) -> None:
        """Another row in the same place; selection and scroll stay."""
        self._rows[number] = row
        self.dataChanged.emit(self.index(number, 0), self.index(number, len(self._columns) - 1))

    def rows(self) -> list[R]:
        """A copy of the rows."""
        return list(self._rows)

    def row_at(self, index: Index) -> R | None:
        """The row of an index; None for one that is not valid."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Rows; a cell has none below it."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Columns; a cell has none below it."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, colour or the row itself."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            text = self._columns[index.column()].text(self._rows[index.row()])
            ensure_shown(text)
            return text
        if role == Qt.ItemDataRole.ForegroundRole and (ink := self._columns[index.column()].ink):
            colour = ink(self._rows[index.row()])
            return QColor(colour) if colour else None
        if role == self.TONE_ROLE and (tone := self._columns[index.column()].tone):
            return tone(self._rows[index.row()]) or None
        return self._rows[index.row()] if role == self.ROW_ROLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Headings of the columns."""
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section].heading
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None
