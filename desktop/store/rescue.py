"""What to do with a damaged database: put it aside whole, read on what can be read, delete nothing."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.ports import Clock
from desktop.problems import DatabaseDamaged, EnvironmentProblem
from desktop.store.backup import DATABASE
from desktop.store.connection import database_problems, open_database
from desktop.store.files import file_problems, sync_folder
from desktop.store.installation import Installation
from desktop.store.instance_lock import InstanceLock
from desktop.store.ledger import LedgerReader
from desktop.store.line import Line, hash_of
from desktop.store.reading import Reader
from desktop.store.sqlcipher import Database
from desktop.store.store import Store

_PORTION = 500
_LAST = (
    "SELECT coalesce(max(arrival), 0) FROM ledger",
    "SELECT coalesce(max(arrival), 0) FROM ledger INDEXED BY ledger_by_time",
    "SELECT coalesce(max(arrival), 0) FROM ledger INDEXED BY ledger_by_kind",
)


@dataclass(frozen=True, slots=True)
class Rescue:
    """Where the damaged database lies now, and how many ledger lines with a sound hash can be read there."""

    folder: Path
    readable_lines: int


def open_or_set_aside(profile: Path, key: bytes, *, clock: Clock) -> Store | Rescue:
    """The store, or where its damaged file was put. A wrong key, a full disk and the like are no damage and are raised.

    Raises:
        What Store.open raises, but for DatabaseDamaged.
    """
    try:
        return Store.open(profile, key, clock=clock)
    except DatabaseDamaged:
        return set_aside(profile, key, now=clock.now())


def set_aside(profile: Path, key: bytes, *, now: datetime) -> Rescue:
    """Move the damaged database with its log into a folder of its own, and count what can be read of it.

    The profile has no database afterwards: a backup can be restored or a new store begun. Key file, reserve and
    everything else stay.

    Raises:
        ProfileInUse, FileMissing, FileRefused.
    """
    lock = InstanceLock(profile)
    try:
        folder = profile / f"damaged-{now:%Y%m%d-%H%M%S}"
        with file_problems(profile):
            folder.mkdir()
            for file in [*profile.glob(f"{DATABASE}-*"), profile / DATABASE]:
                file.rename(folder / file.name)
            sync_folder(profile)
        return Rescue(folder, sum(1 for _line in readable_lines(folder, key)))
    finally:
        lock.release()


def readable_lines(folder: Path, key: bytes) -> Iterator[Line]:
    """Ledger lines that can still be read and whose hash is sound, in the order of their arrival.

    The file is opened for reading only; an unreadable one gives nothing.
    """
    path = folder / DATABASE
    for after in range(0, _last_arrival(path, key), _PORTION):
        yield from (line for line in _portion(path, key, after) if hash_of(line) == line.hash)


@contextlib.contextmanager
def reading(folder: Path, key: bytes) -> Iterator[Reader]:
    """Reads a database that was set aside, as far as it goes.

    Raises:
        DatabaseDamaged: at opening or at any question, when the answer lies on a bad page. FileMissing, WrongKey.
    """
    path = folder / DATABASE
    with contextlib.closing(open_database(path, key, readonly=True)) as db, database_problems(path):
        hall, window, origin = db.execute("SELECT hall, window, origin FROM installation").fetchone()
        yield Reader(db, Installation(hall, window, origin))


def _last_arrival(path: Path, key: bytes) -> int:
    """Where to stop looking. If the page that was written last is bad, an index still knows how far the lines went."""
    for question in _LAST:
        with contextlib.suppress(EnvironmentProblem), _asked(path, key) as db:
            return int(db.execute(question).fetchone()[0])
    return 0


def _portion(path: Path, key: bytes, after: int) -> list[Line]:
    """So many lines at once; where a page among them is bad, one by one, so that it costs only the lines on it."""
    with contextlib.suppress(EnvironmentProblem), _asked(path, key) as db:
        return [
            line for line in LedgerReader(db).portion(after=after, limit=_PORTION) if line.arrival <= after + _PORTION
        ]
    return [line for arrival in range(after, after + _PORTION) for line in _one(path, key, arrival)]


def _one(path: Path, key: bytes, after: int) -> list[Line]:
    with contextlib.suppress(EnvironmentProblem), _asked(path, key) as db:
        return [line for line in LedgerReader(db).portion(after=after, limit=1) if line.arrival == after + 1]
    return []


@contextlib.contextmanager
def _asked(path: Path, key: bytes) -> Iterator[Database]:
    """A connection for one question: after the first bad page SQLCipher refuses every other page to the same one."""
    with contextlib.closing(open_database(path, key, readonly=True)) as db, database_problems(path):
        yield db
