"""How evenly the screen goes on while sync works as hard as it can: no line between window and city to slow it."""

import hashlib
import random
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.bootstrap import Counter
from desktop.domain.events import ScanAdded
from desktop.domain.people import Session
from desktop.ports_sync import SyncControl
from tests.bench.figures import Table, p99_ms
from tests.bench.test_papers_screen import TICK_MS, gaps_while
from tests.bench_sync.lines import NoLine
from tests.bench_sync.offices import offices
from tests.builders import HALL, LEAD

pytestmark = pytest.mark.bench

ENTRIES, PAGES, PAGE_BYTES = 3_000, 60, 70_000
LOOK_EVERY_S = 0.2
MOST_MS = 50


def scan(counter: Counter) -> None:
    """Pages of random bytes, kept as the real ones are."""
    chance = random.Random(5)
    for place in range(PAGES):
        page = chance.randbytes(PAGE_BYTES)
        digest = hashlib.sha256(page).hexdigest()
        counter.store.scan_files.keep(digest, page)
        added = ScanAdded(sha256=digest, material_code="m1", place=1, media="image/webp", size_bytes=PAGE_BYTES)
        with counter.store.write(Session(clerk=LEAD, window=HALL.window)) as unit:
            unit.record([added], case_id=f"0192f0c0-0000-7000-8000-{900_000 + place:012}")


class Watch:
    """A worker that looks every now and then whether everything is in the store, as the status bar does."""

    def __init__(self, sync: SyncControl) -> None:
        self._sync = sync
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._look, name="watch")
        self._thread.start()

    def is_over(self) -> bool:
        return self._is_over.is_set()

    def close(self) -> None:
        self._thread.join()

    def _look(self) -> None:
        while self._sync.status().bytes_left:
            time.sleep(LOOK_EVERY_S)
        self._is_over.set()


def test_screen_while_sync_works(qtbot: Any, tmp_path: Path, report: Callable[[Table], None]):
    with offices(tmp_path, NoLine()) as at:
        made = len(at.take_in(ENTRIES))
        scan(at.opened)
        sync = at.opened.sync
        assert sync
        end = time.perf_counter() + 1
        idle = gaps_while(qtbot, lambda: time.perf_counter() > end)
        begin = time.perf_counter()
        sync.start()
        sync.sync_now()
        watch = Watch(sync)
        busy = gaps_while(qtbot, watch.is_over)
        taken_s = time.perf_counter() - begin
        watch.close()

    table = Table(
        "Screen while sync works",
        ("", "p99 ms", "longest ms", "seconds"),
        f"Gaps of a timer of {TICK_MS} ms on the main thread while {made} entries and {PAGES} pages of "
        f"{PAGE_BYTES // 1000} KB go to an Apache on this machine; at most {MOST_MS} ms are wanted.",
    )
    table.add("idle", p99_ms(idle), max(idle) * 1000, "")
    table.add("sync at work", p99_ms(busy), max(busy) * 1000, taken_s)
    report(table)
