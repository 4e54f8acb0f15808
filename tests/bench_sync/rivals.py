"""What sync is measured beside: Anki's sync server and a server of CouchDB's protocol, each fetched on first use.

They live in out/rivals, in a virtual environment and a node folder of their own, never among our libraries. Where one
cannot be fetched or does not start, the reason is kept in words for the table. Both speak plain HTTP, which spares them
the handshake that we pay for.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench_sync.lines import Line

RIVALS = Path(__file__).parents[2] / "out" / "rivals"
HERE = Path(__file__).parent
ANKI, COUCH = "Anki's sync server", "CouchDB protocol (pouchdb-server)"
PORT = 27701
_FETCH_S = 900
_START_TRIES = 100


class NotHere(Exception):
    """A rival that cannot be measured on this machine, and why."""


@dataclass(slots=True)
class RivalHall:
    """A hall at work in a process of its own; every answer is the seconds that it took."""

    process: subprocess.Popen[str]

    def do(self, command: str) -> float:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise NotHere("it ended while it synced")
        return float(answer)


@dataclass(frozen=True, slots=True)
class Rival:
    """How to start both ends of it. `place` is its folder once it has been fetched."""

    name: str
    place: Callable[[], Path]
    server: Callable[[Path, Path, str], list[str]]
    hall: Callable[[Path, Path, str, Path], list[str]]
    environment: Mapping[str, str]
    path: str


def anki() -> Path:
    """The virtual environment with Anki's library, made on first use."""
    home = RIVALS / "anki"
    if not (home / "made").exists():
        shutil.rmtree(home, ignore_errors=True)
        _fetch([sys.executable, "-m", "venv", str(home)])
        _fetch([str(home / "bin/python"), "-m", "pip", "install", "-q", "--disable-pip-version-check", "anki"])
        (home / "made").touch()
    return home


def couch() -> Path:
    """The folder with PouchDB, client and server, made on first use."""
    home = RIVALS / "couch"
    if shutil.which("npm") is None:
        raise NotHere("npm is not installed")
    if not (home / "made").exists():
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        (home / "package.json").write_text('{"private": true}\n', "ascii")
        _fetch(["npm", "install", "--no-audit", "--no-fund", "--silent", "pouchdb", "pouchdb-server"], cwd=home)
        (home / "made").touch()
    return home


def _fetch(command: list[str], cwd: Path | None = None) -> None:
    try:
        done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=_FETCH_S, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotHere(f"could not be fetched: {type(error).__name__}") from error
    if done.returncode:
        raise NotHere(f"could not be fetched: {(done.stderr or done.stdout).strip().splitlines()[-1]}")


def _anki_server(home: Path, _work: Path, _host: str) -> list[str]:
    return [str(home / "bin/python"), "-m", "anki.syncserver"]


def _anki_hall(home: Path, work: Path, url: str, payload: Path) -> list[str]:
    return [str(home / "bin/python"), str(HERE / "anki_hall.py"), str(work), url, str(payload)]


def _couch_server(home: Path, work: Path, host: str) -> list[str]:
    program = str(home / "node_modules/.bin/pouchdb-server")
    quiet = ["--in-memory", "--no-stdout-logs", "--config", str(work / "config.json")]
    return ["node", program, *quiet, "--host", host, "--port", str(PORT)]


def _couch_hall(_home: Path, work: Path, url: str, payload: Path) -> list[str]:
    return ["node", str(HERE / "pouch_hall.js"), str(work), url, str(payload)]


RIVAL_SYSTEMS = (
    Rival(ANKI, anki, _anki_server, _anki_hall, {"SYNC_USER1": "hall:hall", "SYNC_PORT": str(PORT)}, path=""),
    Rival(COUCH, couch, _couch_server, _couch_hall, {}, path="hall"),
)


@contextlib.contextmanager
def hall_of(rival: Rival, line: Line, payload: Path) -> Iterator[RivalHall]:
    """Server at the city's end, hall at the other, both fresh.

    Raises:
        NotHere: it cannot be fetched or does not start.
    """
    home = rival.place()
    with tempfile.TemporaryDirectory(prefix="yichuang-rival-") as folder, contextlib.ExitStack() as stack:
        work = Path(folder)
        environment = {**os.environ, **rival.environment, "SYNC_HOST": line.city_address, "SYNC_BASE": folder}
        server = [*line.city, *rival.server(home, work, line.city_address)]
        stack.enter_context(_process(server, environment, work))
        host, port = line.reach(PORT)
        _wait(line, stack)
        command = [*line.hall, *rival.hall(home, work, f"http://{host}:{port}/{rival.path}", payload)]
        process = stack.enter_context(_process(command, environment, home))
        assert process.stdout
        if process.stdout.readline() != "ready\n":
            raise NotHere("its client does not start")
        yield RivalHall(process)


@contextlib.contextmanager
def _process(command: list[str], environment: dict[str, str], cwd: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        command,
        cwd=cwd,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _wait(line: Line, stack: contextlib.ExitStack) -> None:
    """Until the server answers at its own end of the line."""
    look = f"import socket; socket.create_connection(('{line.city_address}', {PORT}), 1).close()"
    for _ in range(_START_TRIES):
        if subprocess.run([*line.city, sys.executable, "-c", look], capture_output=True, check=False).returncode == 0:
            return
    stack.close()
    raise NotHere("its server does not start")
