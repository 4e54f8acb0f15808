"""A table for the keyboard: one row is chosen, Enter opens it, nothing is edited in it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.widgets.row_delegate import RowDelegate

ROW_PADDING_PX = 16
BASE_TEXT_PX = 14
SHRINK_LEAST = 0.5
STRETCH_LEAST_PX = 200  # what a column that takes the rest should have


class TableView(QTableView):
    """Emits `row_chosen` with the row (role ROW_ROLE of ui.widgets.table) on Enter or double click."""

    row_chosen = Signal(object)

    def __init__(self, name: str, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widths: list[int] = []
        self._droppable: tuple[int, ...] = ()
        self._rigid: tuple[int, ...] = ()
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
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setItemDelegate(RowDelegate(self))
        self.doubleClicked.connect(self._choose)

    def set_model(
        self,
        model: QAbstractItemModel,
        *,
        widths: list[int],
        droppable: tuple[int, ...] = (),
        rigid: tuple[int, ...] = (),
    ) -> None:
        """Shows the model.

        Args:
            widths: in pixels at 100 %, 0 for a column that takes what is left.
            droppable: columns that go, in this order, when large text leaves the others no room.
            rigid: columns that are as wide as their chips and never narrower: half a chip says nothing.
        """
        self._droppable = droppable
        self._rigid = rigid
        self.setModel(model)
        for column, width in enumerate(widths):
            mode = QHeaderView.ResizeMode.Interactive if width else QHeaderView.ResizeMode.Stretch
            self.horizontalHeader().setSectionResizeMode(column, mode)
        self._widths = widths
        if rigid:
            for changed in (model.modelReset, model.dataChanged, model.rowsInserted):
                changed.connect(self._fit_text)
        self._fit_text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns come and go with the room."""
        super().resizeEvent(event)
        self._fit_text()

    def changeEvent(self, event: QEvent) -> None:
        """Rows and columns follow the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose()
        else:
            super().keyPressEvent(event)

    def _fit_text(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROW_PADDING_PX)
        size = self.fontInfo().pixelSize() / BASE_TEXT_PX
        wanted = list(self._widths)
        for column in self._rigid:
            wanted[column] = max(wanted[column], round(self.sizeHintForColumn(column) / size))
        shown, widths = fitted(
            wanted, room=self.viewport().width(), size=size, droppable=self._droppable, rigid=self._rigid
        )
        for column, width in enumerate(widths):
            if column in self._droppable:
                self.setColumnHidden(column, column not in shown)
            if width:
                self.setColumnWidth(column, width)

    def _choose(self) -> None:
        row = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        if row is not None:
            self.row_chosen.emit(row)


def fitted(
    widths: Sequence[int], *, room: int, size: float, droppable: Sequence[int] = (), rigid: Sequence[int] = ()
) -> tuple[frozenset[int], list[int]]:
    """Which columns are shown, and how wide each is in pixels; 0 for one that takes what is left.

    Columns follow the size of the text. Where they leave a column that takes the rest too little, the droppable ones
    go in their order, and then all that are not rigid give way alike, down to half.
    """
    wanted = [round((width or STRETCH_LEAST_PX) * size) for width in widths]
    shown = list(range(len(widths)))
    for column in droppable:
        if sum(wanted[c] for c in shown) > room:
            shown.remove(column)
    giving = sum(wanted[c] for c in shown if widths[c] and c not in rigid)
    left = room - sum(wanted[c] for c in shown if not widths[c] or c in rigid)
    share = min(1.0, max(SHRINK_LEAST, left / giving)) if giving else 1.0
    shares = (1.0 if column in rigid else share for column in range(len(widths)))
    return frozenset(shown), [
        round(want * part) if width else 0 for want, width, part in zip(wanted, widths, shares, strict=True)
    ]
