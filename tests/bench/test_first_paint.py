"""From starting the process to the first painted window, against a window of Qt with nothing in it."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.figures import Table, median_ms
from tests.proof import counter_work, profiles

pytestmark = pytest.mark.bench

ROOT = Path(__file__).parents[2]
ROUNDS = 7
WAYS = {
    "bare": "bare PySide6 QMainWindow",
    "login": "the client as it starts: login window",
    "counter": "the counter on Today: store opened, main window",
}


def seconds_to_paint(way: str, profile: Path) -> float:
    start = time.monotonic_ns()
    child = subprocess.run(
        [sys.executable, "-m", "tests.bench.first_window", way, str(profile)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert child.returncode == 0, child.stderr
    return (int(child.stdout.split()[-1]) - start) / 1e9


def test_first_paint(tmp_path: Path, report: Callable[[Table], None]):
    profile = tmp_path / "window"
    profiles.set_up(profile, counter_work.CATALOGUE).close()
    for way in WAYS:
        seconds_to_paint(way, profile)  # the files are read from the disk once before anything counts

    taken: dict[str, list[float]] = {way: [] for way in WAYS}
    for _ in range(ROUNDS):
        for way, seconds in taken.items():
            seconds.append(seconds_to_paint(way, profile))

    table = Table(
        "First paint",
        ("window", "ms", "ratio"),
        f"Cold process, offscreen platform, from spawn to the first paint; {ROUNDS} rounds.",
    )
    bare = median_ms(taken["bare"])
    for way, name in WAYS.items():
        table.add(name, median_ms(taken[way]), median_ms(taken[way]) / bare)
    report(table)
