"""Work off the main thread: one thread that writes to the store, one that reads, one for what takes long.

Results arrive on the main thread.

A job never touches a widget: calling Qt's interface from a worker may crash the process. What it gives back is handed
over whole, whatever its type, because the signal carries one frozen object.
"""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A finished job: what to call on the main thread, and with what."""

    answer: Callable[[Any], None]
    value: Any


class Tasks(QObject):
    """Runs jobs in the order given, writers and readers each among themselves; close() before the store is closed."""

    _finished = Signal(object)
    busy_changed = Signal()
    """`pending` went from none to some or back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pending = 0
        self._is_closed = False
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store-writer")
        self._reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store-reader")
        self._heavy = ThreadPoolExecutor(max_workers=1, thread_name_prefix="heavy")
        self.is_closing = threading.Event()
        self._finished.connect(self._deliver)

    def run(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Runs the job on the store's one writing thread; done or failed is called on the main thread, never both."""
        self._submit(self._writer, job, done, failed)

    def read(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """As run, on the reading thread: it does not wait for a write that takes long."""
        self._submit(self._reader, job, done, failed)

    def work(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """As run, on a thread of its own for files and pictures: neither search nor saving waits for it.

        A job of more than a second looks at `is_closing` and breaks off.
        """
        self._submit(self._heavy, job, done, failed)

    def close(self) -> None:
        """Finishes every write that was asked for, drops reads not begun; no answer is delivered after this."""
        if self._is_closed:
            return
        self._is_closed = True
        self.is_closing.set()
        for pool in (self._heavy, self._reader, self._writer):
            pool.shutdown(wait=True, cancel_futures=pool is not self._writer)

    def _submit(
        self,
        pool: ThreadPoolExecutor,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        if self._is_closed:
            return
        self._count(+1)

        def work() -> None:
            try:
                outcome = _Outcome(done, job())
            except Exception as error:  # noqa: BLE001 - every failure of a job belongs to its caller, who says it in words
                outcome = _Outcome(failed, error)
            if not self._is_closed:
                self._finished.emit(outcome)

        pool.submit(work)

    def _deliver(self, outcome: _Outcome) -> None:
        self._count(-1)
        owner = getattr(outcome.answer, "__self__", None)
        is_gone = isinstance(owner, QObject) and not isValid(owner)  # its page went away with the clerk before
        if not self._is_closed and not is_gone:
            outcome.answer(outcome.value)

    def _count(self, step: int) -> None:
        was_busy = self.pending > 0
        self.pending += step
        if was_busy != (self.pending > 0):
            self.busy_changed.emit()
