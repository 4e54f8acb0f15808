"""A table for the keyboard: one row is chosen, Enter opens it, nothing is edited in it."""

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

ROW_HEIGHT_PX = 36


class TableView(QTableView):
    """Emits `row_chosen` with the row (role ROW_ROLE of ui.widgets.table) on Enter or double click."""

    row_chosen = Signal(object)

    def __init__(self, name: str, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table; arrows move in it
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT_PX)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self._choose)

    def set_model(self, model: QAbstractItemModel, *, widths: list[int]) -> None:
        """Shows the model; widths in pixels at 100 %, 0 for a column that takes what is left."""
        self.setModel(model)
        for column, width in enumerate(widths):
            mode = QHeaderView.ResizeMode.Interactive if width else QHeaderView.ResizeMode.Stretch
            self.horizontalHeader().setSectionResizeMode(column, mode)
            if width:
                self.setColumnWidth(column, width)

    def set_percent(self, percent: int) -> None:
        """Row height for this size of text."""
        self.verticalHeader().setDefaultSectionSize(round(ROW_HEIGHT_PX * percent / 100))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        row = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        if row is not None:
            self.row_chosen.emit(row)
