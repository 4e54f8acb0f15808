"""Small files that must be whole after a power cut: written beside, synced, then renamed."""

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from errno import EDQUOT, ENOSPC
from pathlib import Path

from desktop.problems import DiskFull, EnvironmentProblem, FileMissing, FileRefused

OWNER_ONLY = 0o600


@contextlib.contextmanager
def file_problems(path: Path) -> Iterator[None]:
    """Turn the system's errors about `path` into problems with words: the edge for plain files."""
    try:
        yield
    except OSError as error:
        raise _problem(error, path) from error


def _problem(error: OSError, path: Path) -> EnvironmentProblem:
    if error.errno in (ENOSPC, EDQUOT):
        return DiskFull(path=str(path))
    if isinstance(error, FileNotFoundError):
        return FileMissing(path=str(path))
    return FileRefused(path=str(path), reason=error.strerror or type(error).__name__)


def write_whole(path: Path, content: bytes) -> None:
    """Replace the file by `content`: after a power cut it holds the old bytes or the new ones, never a part.

    Only the owner may read it.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    with file_problems(path):
        try:
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        sync_folder(path.parent)


def copy_whole(source: Path, target: Path) -> None:
    """A copy that is whole or not there; only the owner may read it. Raises OSError."""
    beside = target.with_name(f".{target.name}.new")
    try:
        shutil.copyfile(source, beside)
        beside.chmod(OWNER_ONLY)
        sync_file(beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(target.parent)


def sync_file(path: Path) -> None:
    """What was written to the file lasts through a power cut."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Make renames in the folder last through a power cut (Windows does this by itself and cannot open folders)."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
