"""How evenly the screen goes on while the print worker makes a hundred papers."""

import itertools
import time
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer

from printing.fonts import shipped_fonts
from tests.bench.figures import Table, p99_ms
from tests.bench.paper_ways import code, content
from ui.print_worker import PrintWorker

pytestmark = pytest.mark.bench

PAPERS = 100
TICK_MS = 5
serials = itertools.count(1000)


def make_paper() -> int:
    """As the desk makes one."""
    from printing.render import render

    serial = next(serials)
    return len(render(content(serial), code=code(serial)))


class Ticker:
    """Seconds between the ticks of a timer on the main thread."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def stop(self) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._last)
        self._last = now


def gaps_while(qtbot: Any, is_over: Callable[[], bool]) -> list[float]:
    ticker = Ticker()
    qtbot.waitUntil(is_over, timeout=60_000)
    ticker.stop()
    return ticker.gaps


def test_screen_while_a_hundred_papers_are_made(qtbot: Any, report: Callable[[Table], None]):
    shipped_fonts().warm()
    worker = PrintWorker()
    made: list[int] = []

    def fail(error: Exception) -> None:
        raise error

    worker.run(make_paper, lambda _: None, fail)
    end = time.perf_counter() + 1
    idle = gaps_while(qtbot, lambda: time.perf_counter() > end)
    start = time.perf_counter()
    for _ in range(PAPERS):
        worker.run(make_paper, made.append, fail)
    busy = gaps_while(qtbot, lambda: len(made) == PAPERS)
    taken = time.perf_counter() - start
    worker.close()
    QCoreApplication.processEvents()

    table = Table(
        "Screen while papers are made",
        ("", "p99 ms", "longest ms", "papers a second"),
        f"Gaps of a timer of {TICK_MS} ms on the main thread; the print worker makes {PAPERS} papers of 12 materials.",
    )
    table.add("idle", p99_ms(idle), max(idle) * 1000, "")
    table.add("printing", p99_ms(busy), max(busy) * 1000, PAPERS / taken)
    report(table)
