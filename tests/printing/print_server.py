"""A print server of our own for a test: cupsd with its own folder, socket and queues; the system's is not touched."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SERVER_BIN = Path("/usr/lib/cups")
PDF_DRIVER = "lsb/usr/cups-pdf/CUPS-PDF_opt.ppd"
NEEDLE_DRIVER = "drv:///sample.drv/epson24.ppd"
ANONYMOUS = Path("/var/spool/cups-pdf/ANONYMOUS")
"""Where cups-pdf lays down what it prints for a user that has no home."""

USER = "yichuang-test"
PATIENCE_S = 20

_SERVER = """\
LogLevel debug
Listen {folder}/cups.sock
Browsing No
WebInterface No
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues default
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
<Location />
  Order allow,deny
  Allow all
</Location>
"""
_FILES = """\
ServerRoot {folder}/root
ServerBin {folder}/bin
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/temp
AccessLog {folder}/access.log
ErrorLog {folder}/error.log
PageLog {folder}/page.log
SystemGroup root
Group nogroup
FileDevice Yes
"""

# A printer whose tray is empty until a file of that name is gone; then it prints into another.
_TRAY = """\
#!/bin/sh
[ $# = 0 ] && exit 0
while [ -e "{folder}/empty" ]; do
    echo "STATE: +media-empty-error" >&2
    sleep 0.1
done
echo "STATE: -media-empty-error" >&2
cat "${{6:--}}" > "{folder}/out/tray-$1"
"""


class PrintServer:
    """A running server. Programs of CUPS find it by CUPS_SERVER."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.out = folder / "out"

    def queue(self, name: str, *, uri: str, driver: str = "raw") -> None:
        """Adds a queue that takes jobs."""
        self._call("lpadmin", "-p", name, "-v", uri, "-m", driver)
        self._call("cupsenable", name)
        self._call("cupsaccept", name)

    def stop(self, queue: str, reason: str) -> None:
        self._call("cupsdisable", "-r", reason, queue)

    def start(self, queue: str) -> None:
        self._call("cupsenable", queue)

    def log(self) -> str:
        return (self.folder / "error.log").read_text("utf-8", "replace")

    @staticmethod
    def _call(*command: str) -> None:
        subprocess.run(command, check=True, capture_output=True)


@contextmanager
def print_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    """Starts a server and ends it; skips, in words, where there is none or it cannot be started."""
    cupsd = shutil.which("cupsd", path=os.environ["PATH"] + ":/usr/sbin")
    if not cupsd or not shutil.which("lpadmin", path=os.environ["PATH"] + ":/usr/sbin"):
        pytest.skip("no CUPS here: install cups and cups-client, or run make test as root")
    if os.geteuid() != 0:
        pytest.skip("only root may start a print server that prints to PDF")
    # Not in pytest's own folder: filters and drivers run as another user, who may not look into it.
    folder = Path(tempfile.mkdtemp(prefix="yichuang-cups-"))
    try:
        _lay_out(folder)
        monkeypatch.setenv("CUPS_SERVER", str(folder / "cups.sock"))
        monkeypatch.setenv("CUPS_USER", USER)
        monkeypatch.setenv("PATH", os.environ["PATH"] + ":/usr/sbin")
        with _running(cupsd, folder):
            yield PrintServer(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _lay_out(folder: Path) -> None:
    folder.chmod(0o755)
    for name in ("root", "spool", "cache", "state", "bin/backend"):
        (folder / name).mkdir(parents=True)
    for name in ("temp", "out"):
        (folder / name).mkdir()
        (folder / name).chmod(0o1777)
    (folder / "root/cupsd.conf").write_text(_SERVER.format(folder=folder), "utf-8")
    (folder / "root/cups-files.conf").write_text(_FILES.format(folder=folder), "utf-8")
    for part in SERVER_BIN.iterdir():
        if part.name != "backend":
            (folder / "bin" / part.name).symlink_to(part)
    if (SERVER_BIN / "backend/cups-pdf").exists():
        (folder / "bin/backend/cups-pdf").symlink_to(SERVER_BIN / "backend/cups-pdf")
    tray = folder / "bin/backend/tray"
    tray.write_text(_TRAY.format(folder=folder), "utf-8")
    tray.chmod(0o755)


@contextmanager
def _running(cupsd: str, folder: Path) -> Iterator[None]:
    command = [cupsd, "-f", "-c", str(folder / "root/cupsd.conf"), "-s", str(folder / "root/cups-files.conf")]
    with (folder / "stderr").open("wb") as said, subprocess.Popen(command, stderr=said, stdout=said) as server:
        try:
            if not eventually(lambda: (folder / "cups.sock").exists() or server.poll() is not None, within_s=5):
                pytest.skip("the print server does not start here")
            if server.poll() is not None:
                pytest.skip(f"the print server does not start here: {(folder / 'stderr').read_text()[-200:]}")
            yield
        finally:
            server.terminate()
            server.wait(10)


def eventually(claim, *, within_s: float = PATIENCE_S) -> bool:
    """Whether the claim comes true; another program is waited for, so the clock decides when to give up."""
    until = time.monotonic() + within_s
    while time.monotonic() < until:
        if claim():
            return True
        time.sleep(0.02)
    return bool(claim())
