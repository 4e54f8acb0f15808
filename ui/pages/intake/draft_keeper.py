"""Keeps what is typed: at the latest 400 ms after the first key that is not saved yet, at once when a field is left.

The timer is not started again by further keys, so fast typing cannot put the saving off: a cut of the power costs less
than half a second of typing. Saving is the store worker's work; one save at a time is enough, the newest form wins.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

SAVE_AFTER_MS = 400

Done = Callable[[object], None]
Failed = Callable[[Exception], None]


class DraftKeeper(QObject):
    """Calls `save(done, failed)`, which hands the present form to the worker and returns at once."""

    saved = Signal()
    failed = Signal(object)

    def __init__(self, save: Callable[[Done, Failed], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._is_dirty = False
        self._saving = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self._on_time)

    @property
    def is_dirty(self) -> bool:
        """Something typed has not been handed to the worker yet."""
        return self._is_dirty

    def touch(self) -> None:
        """Something was typed."""
        self._is_dirty = True
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Saves now what is not saved yet; the worker keeps the order, so a save on its way does not matter."""
        if not self._is_dirty:
            return
        self._timer.stop()
        self._is_dirty = False
        if self._save(self._on_saved, self._on_failed):
            self._saving += 1

    def forget(self) -> None:
        """What is in view needs no draft any more."""
        self._timer.stop()
        self._is_dirty = False

    def _on_time(self) -> None:
        if self._saving:
            self._timer.start()  # coalesced with the one on its way
        else:
            self.flush()

    def _on_saved(self, _result: object) -> None:
        self._saving -= 1
        self.saved.emit()

    def _on_failed(self, error: Exception) -> None:
        self._saving -= 1
        self._is_dirty = True  # the next key or field tries again
        self.failed.emit(error)
