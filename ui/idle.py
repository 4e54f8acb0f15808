"""Locks a window that nobody has touched for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """Emits `idle` once when no key and no pointer has moved for the minutes that were set; any touch starts again."""

    idle = Signal()

    def __init__(self, application: QApplication, *, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.idle)
        self.set_minutes(minutes)
        application.installEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """Another time; it begins now."""
        self.timer.start(minutes * 60_000)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks at every event and takes none."""
        if event.type() in _TOUCHES:
            self.timer.start()
        return False
