"""A PostgreSQL of its own for a test run: in a temporary folder, on a Unix socket and a free port, ended by its pid.

PostgreSQL does not run as root: then the account `nobody` runs it.
"""

import contextlib
import getpass
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

_INITDB_PLACES = "/usr/lib/postgresql"
_START_S = 60
USER = "yichuang"


def programs() -> Path | None:
    """The folder of the newest PostgreSQL's programs; None if there is none here."""
    found = sorted(Path(_INITDB_PLACES).glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@contextlib.contextmanager
def running(*, is_durable: bool = False) -> Iterator[str]:
    """The address of a fresh server, which ends with the block. Without `is_durable` it does not wait for the disk.

    Yields:
        `postgresql://…/postgres`, over TCP on 127.0.0.1; the user may make databases.
    """
    binaries = programs()
    assert binaries is not None, "no PostgreSQL on this machine"
    with tempfile.TemporaryDirectory(prefix="yichuang-pg-") as place:
        base = Path(place)
        data = base / "data"
        account = _account(base)
        _run([binaries / "initdb", "-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync"], account)
        port = _free_port()
        command = [str(binaries / "postgres"), "-D", str(data), "-k", str(base), "-p", str(port)]
        with (base / "log").open("wb") as log:
            server = subprocess.Popen(
                command + _settings(is_durable), stdout=subprocess.DEVNULL, stderr=log, user=account, cwd=base
            )
        try:
            _wait(binaries, port, account)
            yield f"postgresql://{USER}@127.0.0.1:{port}/postgres"
        finally:
            _end(server)


def _end(server: "subprocess.Popen[bytes]") -> None:
    server.send_signal(signal.SIGQUIT)  # at once: nobody needs its data any more
    try:
        server.wait(20)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _settings(is_durable: bool) -> list[str]:
    settings = {"listen_addresses": "127.0.0.1", "max_connections": "60", "shared_buffers": "64MB"}
    if not is_durable:
        settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    return [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]


def _account(base: Path) -> str:
    """Who runs the server; the folder is made theirs."""
    if os.geteuid() != 0:
        return getpass.getuser()
    nobody = pwd.getpwnam("nobody")
    os.chown(base, nobody.pw_uid, nobody.pw_gid)
    return "nobody"


def _run(command: list[object], account: str) -> None:
    parts = [str(part) for part in command]
    done = subprocess.run(parts, user=account, capture_output=True, text=True, cwd="/", check=False)
    assert done.returncode == 0, done.stderr


def _wait(binaries: Path, port: int, account: str) -> None:
    """Until the server takes connections: pg_isready asks it itself."""
    command = [str(binaries / "pg_isready"), "-h", "127.0.0.1", "-p", str(port), "-q", "-t", "1"]
    for _ in range(_START_S * 10):
        if subprocess.run(command, user=account, check=False).returncode == 0:
            return
        subprocess.run(["sleep", "0.1"], check=True)
    raise AssertionError("PostgreSQL did not start")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
