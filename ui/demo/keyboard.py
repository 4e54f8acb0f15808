"""The hands at the keyboard: key events as a window gets them, waiting for what the screen shows, pictures of it."""

from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

PATIENCE_MS = 20_000


class NotShown(Exception):
    """The screen did not come to show what it had to; the text says what."""


class Keyboard:
    """Types into whatever has the focus. `out` takes the pictures, numbered in the order they were taken."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self.pictures: list[str] = []

    def write(self, text: str) -> None:
        """Types the text: keys for what a keyboard has, an input method's commits for the rest, as with Chinese."""
        for is_ascii, run in groupby(text, key=str.isascii):
            part = "".join(run)
            if is_ascii:
                QTest.keyClicks(self._focused(), part)
            else:
                commit = QInputMethodEvent()
                commit.setCommitString(part)
                QApplication.sendEvent(self._focused(), commit)
        QApplication.processEvents()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses and lets go of one key."""
        QTest.keyClick(self._focused(), key, modifiers)
        QApplication.processEvents()

    def digit(self, number: int) -> None:
        """Presses a number key."""
        self.write(str(number))
        QApplication.processEvents()

    def enter(self) -> None:
        """Presses Enter."""
        self.press(Qt.Key.Key_Return)

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Lets the program work until the condition holds.

        Raises:
            NotShown: it did not in twenty seconds.
        """
        clock = QElapsedTimer()
        clock.start()
        while not condition():
            if clock.hasExpired(PATIENCE_MS):
                raise NotShown(what)
            QTest.qWait(10)

    def settle(self) -> None:
        """Lets what is under way be painted."""
        QTest.qWait(60)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()

    def picture(self, window: QWidget, name: str) -> None:
        """Keeps what the clerk sees: the window, and the dialog over it where there is one."""
        self.settle()
        picture = window.grab()
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog is not window:
            picture = _with_dialog(picture, window, dialog)
        file = f"{len(self.pictures) + 1:02d}-{name}.png"
        picture.save(str(self._out / file))
        self.pictures.append(file)

    def has_focus(self) -> bool:
        """Whether something takes what is typed. There is no window manager here: the topmost window is made active."""
        if QApplication.activeWindow() is None:
            shown = [w for w in QApplication.topLevelWidgets() if w.isWindow() and w.isVisible()]
            for window in shown[-1:]:
                window.activateWindow()
                QApplication.processEvents()
        return QApplication.focusWidget() is not None

    def _focused(self) -> QWidget:
        self.wait(self.has_focus, "something that has the keyboard")
        widget = QApplication.focusWidget()
        if widget is None:
            raise NotShown("nothing has the keyboard")
        return widget


def _with_dialog(picture: QPixmap, window: QWidget, dialog: QWidget) -> QPixmap:
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), Qt.GlobalColor.transparent)
    place = QPoint((window.width() - dialog.width()) // 2, (window.height() - dialog.height()) // 2)
    painter.drawPixmap(place, dialog.grab())
    painter.end()
    return picture
