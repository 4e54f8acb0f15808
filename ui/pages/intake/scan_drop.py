"""Files dropped on the list of materials: on a row for that row, anywhere else for the row under the bar."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QTableView, QWidget


class ScanDrop(QObject):
    """Install on the parts that take drops; the row under the pointer is chosen while it hovers."""

    dropped = Signal(object)
    """QMimeData."""

    def __init__(self, table: QTableView, *others: QWidget) -> None:
        super().__init__(table)
        self._table = table
        for part in (table.viewport(), *others):
            part.setAcceptDrops(True)
            part.installEventFilter(self)
        table.setAcceptDrops(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes what has files or a picture."""
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            return self._drop(watched, event)
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.DragMove) and isinstance(event, QDragMoveEvent):
            return self._hover(watched, event)
        return super().eventFilter(watched, event)

    def _hover(self, watched: QObject, event: QDragMoveEvent) -> bool:
        data = event.mimeData()
        if not (data.hasUrls() or data.hasImage()):
            return False
        self._choose_row(watched, event)
        event.acceptProposedAction()
        return True

    def _drop(self, watched: QObject, event: QDropEvent) -> bool:
        self._choose_row(watched, event)
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())
        return True

    def _choose_row(self, watched: QObject, event: QDropEvent) -> None:
        if watched is self._table.viewport():
            index = self._table.indexAt(event.position().toPoint())
            if index.isValid():
                self._table.setCurrentIndex(index)
