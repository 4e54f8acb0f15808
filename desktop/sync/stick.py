"""A USB stick as a file system that may be full, locked or gone: its errors in words, and reading past the memory."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from desktop.sync.problems import StickFull, StickGone, StickReadOnly


@contextlib.contextmanager
def problems(folder: Path, *, needed: int = 0) -> Iterator[None]:
    """Turn the system's errors about a folder of a stick into what a person can do about it."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StickFull(needed=needed, free=0) from error
        if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM) and folder.is_dir():
            raise StickReadOnly from error
        raise StickGone from error


def forget(path: Path) -> None:
    """Drop what the system remembers of a file, so that the next reading asks the medium; where there is a way to."""
    if not hasattr(os, "posix_fadvise"):
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(handle)
