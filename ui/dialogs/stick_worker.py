"""A worker of a dialog's own: what may hang on a faulty drive keeps neither the screen nor the store waiting."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Outcome:
    answer: Callable[[Any], None]
    value: Any


class StickWorker(QObject):
    """Runs jobs beside each other; results arrive on the main thread. After `close` none does, and nobody waits."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_closed = False
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="stick")
        self._finished.connect(self._deliver)

    def run(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Runs the job; done or failed is called on the main thread, never both."""
        if not self._is_closed:
            self._pool.submit(self._work, job, done, failed)

    def close(self) -> None:
        """Drops what has not begun; what hangs may go on hanging."""
        self._is_closed = True
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _work(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        try:
            outcome = _Outcome(done, job())
        except Exception as error:  # noqa: BLE001 - every failure of a job belongs to its caller, who says it in words
            outcome = _Outcome(failed, error)
        if isValid(self) and not self._is_closed:
            self._finished.emit(outcome)

    def _deliver(self, outcome: _Outcome) -> None:
        if not self._is_closed:
            outcome.answer(outcome.value)
