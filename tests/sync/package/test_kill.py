"""The program is killed while it writes to a real stick, again and again: the next writing makes the package whole.

A list is there only when everything on it is. The moments come from a seed.
"""

import asyncio
import contextlib
import os
import pickle
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.sync.carriers.folder import FolderCarrier
from desktop.sync.package import FOLDER
from desktop.sync.package_list import PackageCheck, check_package
from tests.sync.package.media import Medium
from tests.sync.package.window import AT_MS, HALL, Window, write

KILLS = 10
FILES = 12
A_FILE_S = 0.02
ROOT = Path(__file__).parents[3]


class Writers:
    """Starts writers one after the other; see killed_writer."""

    def __init__(self, stick: Path, window: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.sync.package.killed_writer", str(stick), str(window)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def kill_one(self, chance: random.Random) -> None:
        """Starts a writer and ends it with SIGKILL after some file, or before the first."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write("go\n")
        self._process.stdin.flush()
        writer, left = int(self._process.stdout.readline()), chance.randrange(FILES)
        while left and self._process.stdout.readline() != "end\n":
            left -= 1
        if left == 0:
            time.sleep(chance.uniform(0, A_FILE_S))  # not a wait for something: the moment of the kill
            with contextlib.suppress(ProcessLookupError):
                os.kill(writer, signal.SIGKILL)
            while self._process.stdout.readline() != "end\n":
                pass

    def close(self) -> None:
        with self._process:
            assert self._process.stdin
            self._process.stdin.close()


def checked(stick: Path, window: Window) -> PackageCheck:
    return asyncio.run(check_package(FolderCarrier(stick / FOLDER), HALL, key_of={window.origin: window.keys[1]}.get))


@pytest.fixture
def window() -> Window:
    """Twelve files: two segments, ten pages."""
    made = Window()
    made.add_pages(*[40_000] * 10)
    return made


def test_killed_again_and_again_no_list_ever_names_what_is_not_whole(window, card: Medium, tmp_path):
    chance = random.Random(20_261_122)
    (tmp_path / "window").write_bytes(pickle.dumps(window))

    with contextlib.closing(Writers(card.folder, tmp_path / "window")) as writers:
        for _ in range(KILLS):
            writers.kill_one(chance)
            if (card.folder / FOLDER).exists():
                found = checked(card.folder, window)
                assert (found.missing, found.spoilt, found.faults) == ((), (), ())

    write(window, card.folder, at_ms=AT_MS + 3_600_000)
    assert checked(card.folder, window).is_whole
