"""Processes to be killed, born quickly: one process loads the program, and forks a child for each run.

    python -m tests.sync.proof.nursery MODULE      MODULE has `work(say, *arguments)`

Each line on standard input is a JSON list of arguments. What a child says comes out as JSON lines; `born` with its pid
before it, `gone` with its exit status (negative: the signal) behind it.
"""

import importlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

Message = dict[str, Any]
Say = Callable[..., None]

ROOT = Path(__file__).parents[3]


class Nursery:
    """As a test holds it. Close it."""

    def __init__(self, module: str) -> None:
        command = [sys.executable, "-m", "tests.sync.proof.nursery", module]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def run(self, *arguments: object) -> list[Message]:
        """Everything that a child says which is left alone; it must end well."""
        heard = list(self._messages(arguments))
        assert heard[-1] == {"what": "gone", "status": 0}, heard[-1]
        return heard[1:-1]

    def run_and_kill(
        self, *arguments: object, at: Callable[[Message], bool], delay_s: float
    ) -> tuple[list[Message], bool]:
        """What a child says that is killed so long after the first message that is `at`, and whether it still lived."""
        heard: list[Message] = []
        pid = 0
        for message in self._messages(arguments):
            heard.append(message)
            pid = message.get("pid", pid)
            if pid and at(message):
                time.sleep(delay_s)  # not a wait for something: the moment of the kill
                os.kill(pid, signal.SIGKILL)
                pid = 0
        assert heard[-1]["status"] in (0, -signal.SIGKILL), "it fell over by itself"
        return heard[1:-1], heard[-1]["status"] != 0

    def close(self) -> None:
        """Ends the process."""
        self._process.kill()
        with self._process:
            pass

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None):
        self.close()

    def _messages(self, arguments: tuple[object, ...]) -> Iterator[Message]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(arguments).encode() + b"\n")
        self._process.stdin.flush()
        for line in self._process.stdout:
            message = json.loads(line)
            if message["what"] == "ended":
                self._process.stdin.write(b"reap\n")
                self._process.stdin.flush()
                continue
            yield message
            if message["what"] == "gone":
                return


def _say(what: str, **fields: Any) -> None:
    os.write(1, json.dumps({"what": what, **fields}).encode() + b"\n")  # one write: a kill leaves all of it or nothing


def main() -> None:
    """See the module."""
    module = importlib.import_module(sys.argv[1])
    for line in sys.stdin:
        released, release = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.read(released, 1)  # its pid is told before it says anything
            status = 1
            try:
                module.work(_say, *json.loads(line))
                status = 0
            finally:
                os._exit(status)
        _say("born", pid=pid)
        os.write(release, b"1")
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
        _say("ended")
        sys.stdin.readline()  # until then the pid is given to nobody else: it may still be killed
        _, waited = os.waitpid(pid, 0)
        _say("gone", status=os.waitstatus_to_exitcode(waited))
        os.close(released)
        os.close(release)


if __name__ == "__main__":
    main()
