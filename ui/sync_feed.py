"""News of sync on the main thread: one status for all who show it, and a sign when others have written.

Sync tells on its own thread that something may have moved. The status is then read on the reading thread, once for any
number of tellings that come meanwhile, and not more often than every 0.4 s: a burst tells after each file.
"""

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from desktop.ports_sync import SyncControl, SyncStatus
from ui.tasks import Tasks

if TYPE_CHECKING:  # the first paint must not wait for the store
    from desktop.bootstrap import Counter

PAUSE_MS = 400
COUNTED_AT_MOST = 1_000  # without sync every case is waiting

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Look:
    status: SyncStatus
    mark: tuple[int, int]  # CaseReader.outside_mark


class SyncFeed(QObject):
    """`status` is the newest one known; None before the first look."""

    status_changed = Signal(object)
    """SyncStatus, also when it is equal to the last one: what waits may have moved all the same."""

    outside_changed = Signal()
    """Answers, acknowledgements or lines of other windows came in since the last look."""

    _told = Signal()

    def __init__(self, counter: "Counter", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.status: SyncStatus | None = None
        self._counter = counter
        self._tasks = tasks
        self._mark: tuple[int, int] | None = None
        self._is_looking = False
        self._is_stale = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look_if_stale)
        self._told.connect(self.look)
        if self.control is not None:
            self.control.subscribe(self._tell)

    @property
    def control(self) -> SyncControl | None:
        """Sync of this counter; None where a counter has none, such as a made-up one of a test."""
        return self._counter.sync

    def look(self) -> None:
        """Reads the status again, soon; call it as often as you like."""
        if self._is_looking or self._pause.isActive():
            self._is_stale = True
            return
        self._is_looking = True
        self._is_stale = False
        counter, control = self._counter, self.control

        def read() -> _Look:
            with counter.store.read() as reader:
                mark = reader.outside_mark()
                unsent = 0 if control is not None else len(reader.search("", limit=COUNTED_AT_MOST))
            return _Look(control.status() if control is not None else SyncStatus(waiting_cases=unsent), mark)

        self._tasks.read(read, self._have, self._failed)

    def _tell(self) -> None:
        """On sync's thread; the window may be gone while a last telling is under way."""
        if isValid(self):
            self._told.emit()

    def _have(self, look: _Look) -> None:
        self._rest()
        self.status = look.status
        is_news = self._mark is not None and self._mark != look.mark
        self._mark = look.mark
        self.status_changed.emit(look.status)
        if is_news:
            self.outside_changed.emit()

    def _failed(self, error: Exception) -> None:
        """The store was busy or is closing; the next telling or the next minute asks again."""
        log.info("no look at sync: %s", type(error).__name__)
        self._rest()

    def _rest(self) -> None:
        self._is_looking = False
        self._pause.start()

    def _look_if_stale(self) -> None:
        if self._is_stale:
            self.look()
