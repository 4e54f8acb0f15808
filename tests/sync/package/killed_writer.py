"""Writes a package until somebody kills it: `python -m tests.sync.package.killed_writer FOLDER FILE`.

FILE holds the window. For each line on standard input a process of its own begins to write; it says its number and
then a line for each file that is proved. `end` follows when it has ended, however. So libraries are loaded once.
"""

import os
import pickle
import sys
from pathlib import Path

from desktop.sync.package_writing import write_package
from tests.sync.package.window import AT_MS


def say(text: object) -> None:
    os.write(1, f"{text}\n".encode())


def write(folder: Path, window: Path) -> None:
    say(os.getpid())
    write_package(
        pickle.loads(window.read_bytes()),
        folder,
        at_ms=AT_MS,
        report=lambda done, _total: say(done),
        is_cancelled=lambda: False,
    )


def main(folder: Path, window: Path) -> None:
    for _line in sys.stdin:
        child = os.fork()
        if child == 0:
            write(folder, window)
            os._exit(0)
        os.waitpid(child, 0)
        say("end")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
