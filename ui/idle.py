"""Locks a window that nobody has touched for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,  # all that comes in of a key that is a shortcut
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """Emits `idle` once when no key and no pointer has moved for the minutes that were set; any touch starts again.

    It listens at the windows, where keys and pointer come in, not at the application: there every event of every widget
    would pass through Python, tens of thousands while a page is built.
    """

    idle = Signal()

    def __init__(self, application: QApplication, window: QWidget, *, minutes: int) -> None:
        super().__init__(window)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.idle)
        self.set_minutes(minutes)
        self._is_over = False
        self._window = window
        window.installEventFilter(self)
        application.focusWindowChanged.connect(self._listen)
        self._listen(application.focusWindow())

    def set_minutes(self, minutes: int) -> None:
        """Another time; it begins now."""
        self.timer.start(minutes * 60_000)

    def stop(self) -> None:
        """No more watching."""
        self._is_over = True
        self.timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks at the events of a window and takes none."""
        if watched is self._window and event.type() == QEvent.Type.Show:
            self._listen(self._window.windowHandle())  # without a window manager none is told that it has the focus
        if event.type() in _TOUCHES and not self._is_over:
            self.timer.start()
        return False

    def _listen(self, window: QWindow | None) -> None:
        """A dialog has a window of its own. To listen to one twice changes nothing."""
        if window is not None:
            window.installEventFilter(self)
