"""The child of test_several_collectors: one process that has everything imported and forks a collector for each order.

An order is a line `<folder> <polls>`, polls 0 meaning until it is killed; the answer is the collector's pid, and when
it has ended `ended <pid> <status>`.
"""

import asyncio
import itertools
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.city.collect import collect_once
from desktop.city.folder import City

ROOT = Path(__file__).parents[2]


class Collectors:
    """Starts collectors, and waits for their ends."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def start(self, folder: Path, *, polls: int = 0) -> int:
        """The pid."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{folder} {polls}\n")
        self._process.stdin.flush()
        return int(self._line())

    def wait(self) -> int:
        """The status with which a collector ended, 0 if it did all it was told."""
        return int(self._line().split()[-1])

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the collectors' parent is gone"
        return line


@contextmanager
def collectors() -> Iterator[Collectors]:
    command = [sys.executable, "-m", "tests.city.collector"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    with process:
        yield Collectors(process)
        assert process.stdin is not None
        process.stdin.close()


def _work(folder: Path, polls: int) -> None:
    with City.open(folder) as city:
        for _ in range(polls) if polls else itertools.count():
            asyncio.run(collect_once(city))


def _serve() -> None:
    running = 0
    for order in sys.stdin:
        folder, polls = order.split()
        pid = os.fork()
        if pid == 0:
            _work(Path(folder), int(polls))
            os._exit(0)
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()
        running += 1
        if int(polls) == 0 or running == 2:  # two that poll once run beside each other
            for _ in range(running):
                ended, status = os.wait()
                sys.stdout.write(f"ended {ended} {status}\n")
            sys.stdout.flush()
            running = 0


if __name__ == "__main__":
    _serve()
