"""Figures in rows and columns, each a cell of its own: the keyboard stands on one figure, Enter asks what is behind."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.fonts import ensure_shown
from ui.pages.statistics_presenter import Cell, Row

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROW_PADDING_PX = 12
NAME_SHARE, NAME_LEAST = 0.25, 0.18


class FigureModel(QAbstractTableModel):
    """Rows as given; the first column is the name, the others are figures."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: list[str] = []
        self._rows: list[Row] = []

    def show_rows(self, headings: Sequence[str], rows: Sequence[Row]) -> None:
        """Another table."""
        self.beginResetModel()
        self._headings, self._rows = list(headings), list(rows)
        self.endResetModel()

    def cell(self, index: Index) -> tuple[Row, Cell] | None:
        """The row and figure of an index; None for a name or no index."""
        if not index.isValid() or index.column() == 0:
            return None
        row = self._rows[index.row()]
        return row, row.cells[index.column() - 1]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Rows; a cell has none below it."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """The name and its figures."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, side and weight; the total is bold."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            text = row.cells[index.column() - 1].text if index.column() else row.name
            ensure_shown(text)
            return text if index.column() == 0 or role != Qt.ItemDataRole.ToolTipRole else None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole and row.is_total:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Headings on the side of their figures."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._headings):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


class FigureView(QTableView):
    """Emits `figure_chosen` with (Row, Cell) on Enter or double click; a figure of nothing is not chosen."""

    figure_chosen = Signal(object)

    def __init__(self, name: str, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = FigureModel(self)
        self.setModel(self.figures)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self._choose)

    def show_rows(self, headings: Sequence[str], rows: Sequence[Row]) -> None:
        """Another table; the keyboard stays in its place where there still is one."""
        row, column = max(self.currentIndex().row(), 0), max(self.currentIndex().column(), 1)
        self.figures.show_rows(headings, rows)
        self._fit()
        if rows:
            self.setCurrentIndex(self.figures.index(min(row, len(rows) - 1), min(column, len(headings) - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks what is behind the figure."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The figures share the room that the names leave."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Each figure as wide as its heading asks; with large text the table is wider than its view and scrolls."""
        count = self.figures.columnCount() - 1
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROW_PADDING_PX)
        if count < 1:
            return
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        room = self.viewport().width()
        share = round(room * (1 - NAME_SHARE) / count)
        widths = [max(share, header.sectionSizeHint(column)) for column in range(1, count + 1)]
        for column, width in enumerate(widths, start=1):
            self.setColumnWidth(column, width)
        self.setColumnWidth(0, max(room - sum(widths), round(room * NAME_LEAST)))

    def _choose(self) -> None:
        chosen = self.figures.cell(self.currentIndex())
        if chosen is not None and chosen[1].acts:
            self.figure_chosen.emit(chosen)
