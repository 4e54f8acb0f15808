"""A row that breaks: what does not fit goes to the next line, so that long texts never push the window wider."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowRow(QLayout):
    """Items from left to right, line by line; hidden ones take no room.

    With `wants_one_line` it asks for the width of all its items and takes less; else for none.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, wants_one_line: bool = False) -> None:
        super().__init__(parent)
        self._wants_one_line = wants_one_line
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Puts it at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Items, hidden ones too."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item, or None past the end: Qt asks until there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Removes the item."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Grows by itself in neither direction."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the lines at this width."""
        return self._place(QRect(0, 0, width, 0), is_dry=True)

    def setGeometry(self, rect: QRect) -> None:
        """Places every item."""
        super().setGeometry(rect)
        self._place(rect, is_dry=False)

    def sizeHint(self) -> QSize:
        """As small as it may be, or all in one line."""
        least = self.minimumSize()
        if self._wants_one_line:
            widths = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
            least.setWidth(sum(widths) + self._gap * max(0, len(widths) - 1))
        return least

    def minimumSize(self) -> QSize:
        """The highest line; the width may be anything, a text that is too long is cut."""
        shown = [item for item in self._items if not item.isEmpty()]
        return QSize(0, max((item.minimumSize().height() for item in shown), default=0))

    def _place(self, rect: QRect, *, is_dry: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            width = min(size.width(), rect.width())
            if x > rect.x() and x + width > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._gap // 2, 0
            if not is_dry:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x += width + self._gap
            line = max(line, size.height())
        return y + line - rect.y()
