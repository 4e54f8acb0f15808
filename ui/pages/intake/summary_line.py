"""One line of the summary that opens something by its key, or by a click."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent

from ui.widgets.key_button import GAP
from ui.widgets.label import Label


class SummaryLine(Label):
    """Hidden while there is nothing to open. `key` stands behind the text."""

    clicked = Signal()

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.setObjectName("strong")
        self.setProperty("ink", "accent")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_line(self, text: str, *, more: tuple[str, ...], is_shown: bool) -> None:
        """Another text; `more` is its tip, a line each, and read out with it."""
        self.setText(f"{text}{GAP}{self._key}")
        self.setToolTip("\n".join(more))
        self.setAccessibleName(" ".join((text, *more)))
        self.setVisible(is_shown)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click does what the key does."""
        self.clicked.emit()
        super().mousePressEvent(event)
