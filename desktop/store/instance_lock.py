"""One running program per profile: a lock that the system lifts when the process ends, however it ends."""

import sys
from pathlib import Path
from typing import IO

from desktop.problems import ProfileInUse
from desktop.store.files import file_problems

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class InstanceLock:
    """Held from construction to `release`.

    Raises:
        ProfileInUse: another program, or another store of this one, holds it.
    """

    def __init__(self, profile: Path) -> None:
        path = profile / "lock"
        with file_problems(path):
            self._file: IO[bytes] = path.open("ab")
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            raise ProfileInUse(path=str(profile)) from error

    def release(self) -> None:
        """Let others in. May be called again."""
        self._file.close()


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
