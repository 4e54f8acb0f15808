"""A button that shows its key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

GAP = "\u3000"  # an ideographic space: as wide as a character, so keys line up


class KeyButton(QPushButton):
    """Text and key side by side. Enter presses it like the space bar does.

    Args:
        key: what is printed beside the text, and pressed anywhere on the page if `is_shortcut`. Enter and Esc
            are only printed: the page decides what they mean.
        primary: the one button of the page that goes on.
    """

    def __init__(
        self,
        text: str,
        key: str = "",
        primary: bool = False,
        *,
        is_shortcut: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        kind = "primary" if primary else "secondary"
        self.setObjectName(kind)  # a page gives it its own name; the look hangs on the property
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.set_text(text)
        if is_shortcut:
            self.setShortcut(QKeySequence(key))

    def set_text(self, text: str) -> None:
        """Another text, same key."""
        shortcut = self.shortcut()  # setText drops it
        self.setText(f"{text}{GAP}{self._key}" if self._key else text)
        self.setShortcut(shortcut)
        self.setAccessibleName(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a click: nobody at the counter thinks of the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
