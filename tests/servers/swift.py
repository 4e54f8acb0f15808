"""A real S3 store: OpenStack Swift with s3api, in an environment of its own (.venv/swift, made by the set-up)."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.servers.ports import HOST, free_port, stop, wait_until_it_listens

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv/swift/bin/python"
PROGRAM = Path(__file__).with_name("swift_process.py")
SECRET = "not-a-secret"
ACCOUNT = "y"
_IN_MEMORY = Path("/dev/shm")
_STARTS_WITHIN_S = 60


@dataclass(frozen=True)
class Swift:
    """A running store; the user `city` may do everything, `A` nothing until somebody lets it."""

    endpoint: str

    def options(self, bucket: str, *, user: str = "city") -> dict[str, str]:
        """Options of a StoreConfig of kind s3."""
        return {
            "endpoint": self.endpoint,
            "bucket": bucket,
            "access_key": f"{ACCOUNT}:{user}",
            "secret_key": SECRET,
        }


def swift_is_missing() -> str:
    """What keeps Swift from running here, in words; empty if nothing does."""
    if not PYTHON.exists():
        return "OpenStack Swift is not in .venv/swift (the set-up could not fetch it)"
    if shutil.which("memcached") is None:
        return "memcached is not here (Debian: memcached)"
    return "" if _folder_with_attributes() else "no file system with extended attributes for Swift"


@contextlib.contextmanager
def swift() -> Iterator[Swift]:
    """Swift on free ports, its files in memory where that is possible."""
    base = Path(tempfile.mkdtemp(prefix="yichuang-swift-", dir=_folder_with_attributes()))
    ports = [free_port() for _ in range(5)]
    as_nobody = ["-u", "nobody"] if os.geteuid() == 0 else []
    memcached = ["memcached", *as_nobody, "-l", HOST, "-p", str(ports[4]), "-m", "16"]
    command = [str(PYTHON), "-P", "-W", "ignore", str(PROGRAM), str(base), *map(str, ports)]
    with contextlib.ExitStack() as stack:
        stack.callback(shutil.rmtree, base, ignore_errors=True)
        output = stack.enter_context((base / "output.log").open("wb"))
        for started, port in ((memcached, ports[4]), (command, ports[0])):
            process = subprocess.Popen(started, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
            stack.callback(stop, process)
            wait_until_it_listens(port, process=process, within_s=_STARTS_WITHIN_S)
        yield Swift(f"http://{HOST}:{ports[0]}/")


def _folder_with_attributes() -> Path | None:
    """A folder whose files may carry extended attributes, in which Swift keeps all that it knows of a file."""
    for folder in (_IN_MEMORY, Path(tempfile.gettempdir())):
        if not os.access(folder, os.W_OK):
            continue
        with tempfile.NamedTemporaryFile(dir=folder) as probe, contextlib.suppress(OSError):
            os.setxattr(probe.name, "user.yichuang", b"1")
            return folder
    return None
