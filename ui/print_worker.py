"""The one thread that makes papers: rendering, rasters, the talk with the printer. Results arrive on the main thread.

One thread alone, because pdfium may not be called from two at once; and one of its own, because a printer that does not
answer must hold up neither the store nor the search.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Outcome:
    answer: Callable[[Any], None]
    value: Any


class PrintWorker(QObject):
    """Runs jobs one after the other; close() before the program ends."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_closed = False
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="papers")
        self._finished.connect(self._deliver)

    def run(self, job: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Runs the job on the paper thread; done or failed is called on the main thread, never both."""
        if self._is_closed:
            return

        def work() -> None:
            try:
                outcome = _Outcome(done, job())
            except Exception as error:  # noqa: BLE001 - every failure belongs to the caller, who says it in words
                outcome = _Outcome(failed, error)
            if not self._is_closed:
                self._finished.emit(outcome)

        self._pool.submit(work)

    def close(self) -> None:
        """Lets the running job end, drops those not begun; no answer is delivered after this."""
        self._is_closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _deliver(self, outcome: _Outcome) -> None:
        if not self._is_closed:
            outcome.answer(outcome.value)
