"""Long work in sight: a bar, the time left, and a key to stop it."""

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.filled import filled
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label

MOST_STEPS = 1_000
TOLD_EVERY_S = 0.1
IN_MINUTES_FROM_S = 120


class Cancelled(Exception):
    """The clerk stopped the work; the transaction it was in is rolled back."""


class Progress(QObject):
    """Given to a job as `tell(done, total)`; the counts arrive on the main thread."""

    told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._last_s = 0.0

    def cancel(self) -> None:
        """The next `tell` raises Cancelled in the job."""
        self._stop.set()

    def tell(self, done: int, total: int) -> None:
        """Called by the job, on its thread.

        Raises:
            Cancelled: the clerk asked to stop.
        """
        if self._stop.is_set():
            raise Cancelled
        now_s = time.monotonic()
        if done >= total or now_s - self._last_s >= TOLD_EVERY_S:
            self._last_s = now_s
            self.told.emit((done, total))


class ProgressRow(QWidget):
    """Hidden while nothing runs. `start` gives the Progress for the job; `end` takes the bar away.

    Args:
        amount: how a count is written; as it is if not given.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, amount: Callable[[int], str] = str) -> None:
        super().__init__(parent)
        self._amount = amount
        self._progress: Progress | None = None
        self._began_s = 0.0
        self.bar = QProgressBar()
        self.bar.setObjectName(name)
        self.bar.setTextVisible(False)
        self.left = label("", "muted")
        self.stop = KeyButton(self.tr("Stop"), "Esc")
        self.stop.setObjectName(f"{name}Stop")
        self.stop.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.left)
        row.addWidget(self.stop)
        self.hide()

    def start(self, text: str, *, can_stop: bool = True) -> Callable[[int, int], None]:
        """Shows the bar for this work and gives what the job calls with (done, total)."""
        self.end()
        self._progress = Progress(self)
        self._progress.told.connect(self._show)
        self._began_s = time.monotonic()
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(text)
        self.left.setText(text)
        self.stop.setVisible(can_stop)
        self.show()
        if can_stop:
            self.stop.setFocus()
        return self._progress.tell

    def cancel(self) -> None:
        """Asks the job to stop."""
        if self._progress is not None:
            self._progress.cancel()
            self.left.setText(self.tr("Stopping …"))

    def end(self) -> None:
        """The work is over, however."""
        self.hide()
        if self._progress is not None:
            self._progress.deleteLater()
            self._progress = None

    def _show(self, counts: tuple[int, int]) -> None:
        done, total = counts
        if total <= 0:
            return
        self.bar.setRange(0, MOST_STEPS)
        self.bar.setValue(min(MOST_STEPS, done * MOST_STEPS // total))
        seconds = seconds_left(time.monotonic() - self._began_s, done=done, total=total)
        if seconds is not None:
            self.left.setText(self._left_text(self._amount(done), self._amount(total), seconds))

    def _left_text(self, done: str, total: str, seconds: int) -> str:
        if seconds < IN_MINUTES_FROM_S:
            return filled(self.tr("%1 of %2, about %3 s left"), done, total, seconds)
        return filled(self.tr("%1 of %2, about %3 min left"), done, total, -(-seconds // 60))


def seconds_left(spent_s: float, *, done: int, total: int) -> int | None:
    """Whole seconds that the rest takes at the pace so far; None before anything is done."""
    return round(spent_s / done * (total - done)) if done > 0 else None
