"""A folder as a store: the demonstration, a share in the hall, a USB stick.

A file is written under a hidden name beside its place, flushed to the medium and then given its name in one step that
fails if the name is taken; so kill -9 and a lost power leave a whole file or none. Hidden files are never listed, and
those of a day ago are swept when their folder is next written to. Windows renames without replacing; elsewhere a hard
link does; where there are none (FAT32, exFAT), look and rename under a lock of the system, which dies with its owner.
"""

import asyncio
import errno
import hashlib
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.sync.carrier import LARGEST_FILE_BYTES, Fetched, Stat
from desktop.sync.carriers.names import check_name, check_prefix, is_name, may_hold
from desktop.sync.problems import (
    LineDown,
    LineProblem,
    NotThere,
    StickFull,
    StickGone,
    StickReadOnly,
    StoreForbids,
    StoreFull,
    TooLarge,
)

_UNFINISHED = ".part-"
_LOCK = ".lock"
_LEFT_OVER_AFTER_S = 86_400
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NO_HARD_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})
_CANNOT_FLUSH_FOLDER = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EISDIR})


class FolderCarrier:
    """The store in the folder `root`, which must be there: a share that is not mounted is not silently made anew.

    Each call works in a thread of the loop; one that is cancelled may still finish there, whole.
    """

    is_shared = True

    def __init__(self, root: Path) -> None:
        self._root = root
        self._made: set[Path] = set()

    def expect_folder_of(self, name: str) -> None:
        """See Carrier. Nothing is asked before a put here."""

    async def put_new(self, name: str, body: bytes) -> bool:
        """See Carrier. On True the file and its name are on the medium, as far as the system can tell."""
        return await asyncio.to_thread(self._put_new, check_name(name), body)

    async def replace(self, name: str, body: bytes) -> None:
        """See Carrier."""
        await asyncio.to_thread(self._replace, check_name(name), body)

    async def get(self, name: str, *, limit_bytes: int = LARGEST_FILE_BYTES) -> Fetched:
        """See Carrier. The tag is made of the content: FAT32 keeps times to two seconds only."""
        return await asyncio.to_thread(self._get, check_name(name), limit_bytes)

    async def get_if_changed(self, name: str, tag: str) -> Fetched | None:
        """See Carrier."""
        fetched = await self.get(name)
        return None if tag and fetched.tag == tag else fetched

    async def stat(self, name: str) -> Stat | None:
        """See Carrier. Without a tag."""
        return await asyncio.to_thread(self._stat, check_name(name))

    async def list(self, prefix: str, *, after: str = "") -> list[str]:
        """See Carrier. Files that cannot be ours are left out."""
        return sorted(await asyncio.to_thread(self._names, check_prefix(prefix), after))

    async def close(self) -> None:
        """Nothing is held open."""

    def _put_new(self, name: str, body: bytes) -> bool:
        with self._problems(name, len(body)):
            place = self._place(name, body)
            if place.exists():
                _flush_folder(place.parent)
                return False
            with _written_beside(place, body) as written:
                is_new = _name_if_free(written, place, lock=self._root / _LOCK)
            _flush_folder(place.parent)
            return is_new

    def _replace(self, name: str, body: bytes) -> None:
        with self._problems(name, len(body)):
            place = self._place(name, body)
            with _written_beside(place, body) as written:
                written.replace(place)
            _flush_folder(place.parent)

    def _get(self, name: str, limit_bytes: int) -> Fetched:
        with self._problems(name, 0):
            self._check_root()
            try:
                with (self._root / name).open("rb") as file:
                    body = file.read(limit_bytes + 1)
            except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
                raise NotThere(name=name) from None
        if len(body) > limit_bytes:
            raise TooLarge(name=name)
        return Fetched(body, hashlib.sha256(body).hexdigest())

    def _stat(self, name: str) -> Stat | None:
        with self._problems(name, 0):
            self._check_root()
            try:
                found = (self._root / name).stat()
            except (FileNotFoundError, NotADirectoryError):
                return None
            return Stat(found.st_size) if (self._root / name).is_file() else None

    def _names(self, prefix: str, after: str) -> set[str]:
        with self._problems(prefix, 0):
            self._check_root()
            return {name for name in self._walk(prefix, after) if name > after}

    def _walk(self, prefix: str, after: str) -> Iterator[str]:
        try:
            entries = tuple((self._root / prefix).iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return
        for entry in entries:
            name = prefix + entry.name
            if not is_name(name):
                continue
            if entry.is_file():
                yield name
            elif entry.is_dir() and may_hold(f"{name}/", after=after):
                yield from self._walk(f"{name}/", after)

    def _place(self, name: str, body: bytes) -> Path:
        """Where the file goes; its folder is there and flushed."""
        self._check_root()
        if len(body) > LARGEST_FILE_BYTES:
            raise TooLarge(name=name)
        place = self._root / name
        if place.parent not in self._made or not place.parent.is_dir():
            _make_folder(place.parent, self._root)
            _sweep(place.parent)
            self._made.add(place.parent)
        return place

    def _check_root(self) -> None:
        """Raises FileNotFoundError if there is no such folder (any more)."""
        if not self._root.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))

    def _is_there(self) -> bool:
        """False also where Windows says "access denied" for a drive that was pulled out."""
        with suppress(OSError):
            return self._root.is_dir()
        return False

    @contextmanager
    def _problems(self, name: str, needed: int) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise self._problem(error, name, needed) from error

    def _problem(self, error: OSError, name: str, needed: int) -> LineProblem:
        if error.errno in _FULL:
            return StoreFull()
        if error.errno in _FORBIDDEN and self._is_there():
            return StoreForbids(name=name)
        return LineDown(reason=error.strerror or type(error).__name__)


class StickCarrier(FolderCarrier):
    """The store on a USB stick: says what is wrong with the stick; never writes to what was mounted in its place."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._device: int | None = None

    def _check_root(self) -> None:
        super()._check_root()
        device = self._root.stat().st_dev
        if self._device is None:
            self._device = device
        if device != self._device:
            raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))

    def _problem(self, error: OSError, name: str, needed: int) -> LineProblem:
        if error.errno in _FULL:
            return StickFull(needed=needed, free=self._free())
        if error.errno in _FORBIDDEN and self._is_there():
            return StickReadOnly()
        return StickGone()

    def _free(self) -> int:
        with suppress(OSError):
            return shutil.disk_usage(self._root).free
        return 0


@contextmanager
def _written_beside(place: Path, body: bytes) -> Iterator[Path]:
    """A hidden file with the bytes, on the medium, in the folder of `place`; gone afterwards if nobody moved it."""
    path = place.with_name(f"{_UNFINISHED}{secrets.token_hex(8)}")
    try:
        with path.open("xb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        yield path
    finally:
        with suppress(OSError):  # a stick that is gone; else it is moved already, or swept in a day
            path.unlink()


def _name_if_free(written: Path, place: Path, *, lock: Path) -> bool:
    """Give the file its name; False if there is one of that name."""
    try:
        if sys.platform == "win32":
            written.rename(place)  # refuses a taken name there
        else:
            place.hardlink_to(written)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        return _rename_if_free(written, place, lock=lock)
    return True


def _rename_if_free(written: Path, place: Path, *, lock: Path) -> bool:
    """As _name_if_free where the file system knows no hard links: one writer at a time, by a lock of the system."""
    import fcntl  # not on Windows, which never comes here

    with lock.open("ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)  # let go with the file, also by kill -9
        if place.exists():
            return False
        written.rename(place)
    return True


def _make_folder(folder: Path, root: Path) -> None:
    """Make the folder and those above it, each flushed into its parent."""
    if folder == root or folder.is_dir():
        return
    _make_folder(folder.parent, root)
    folder.mkdir(exist_ok=True)
    _flush_folder(folder.parent)


def _flush_folder(folder: Path) -> None:
    """Bring the names in a folder to the medium, where the system can."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _CANNOT_FLUSH_FOLDER:
            raise
    finally:
        os.close(handle)


def _sweep(folder: Path) -> None:
    """Take away what a cut left of files that never got their name."""
    oldest = time.time() - _LEFT_OVER_AFTER_S
    with suppress(OSError):
        for path in folder.glob(f"{_UNFINISHED}*"):
            if path.stat().st_mtime < oldest:
                path.unlink()
