"""A scroll area that keeps what has the keyboard in view, however the keyboard came there."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

MARGIN_PX = 28  # the line under a field, which says what is wrong with it, is to be seen too


class FollowArea(QScrollArea):
    """Qt follows Tab only; here Enter, a fault or a digit may have moved the keyboard to a field under the edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A smaller window, or larger text, does not take the field away from under the hands."""
        super().resizeEvent(event)
        self._follow_soon()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is shown grows or shrinks: a panel more, a line that breaks."""
        if watched is self.widget() and event.type() == QEvent.Type.Resize:
            self._follow_soon()
        return super().eventFilter(watched, event)

    def _follow_soon(self) -> None:
        QTimer.singleShot(0, self, lambda: self._follow(None, QApplication.focusWidget()))

    def _follow(self, _left: QWidget | None, entered: QWidget | None) -> None:
        inner = self.widget()
        if entered is not None and inner is not None and entered is not inner and inner.isAncestorOf(entered):
            is_small = entered.height() + 2 * MARGIN_PX <= self.viewport().height()
            if is_small:  # what is larger than the view has its own way of showing where the keyboard is
                self.ensureWidgetVisible(entered, MARGIN_PX, MARGIN_PX)
