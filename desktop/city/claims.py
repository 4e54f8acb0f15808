"""Several collectors share the work: each takes an origin or a hall for itself, and a killed one lets go at once.

On PostgreSQL by advisory locks, which end with the connection; on SQLite, where all collectors are on one machine, by
locks of the system on files beside the database, which end with the process. A claim only saves work twice done: that
nothing is stored twice is the transaction's business.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from desktop.city.database import Database, database_problems

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class Claims(Protocol):
    """What this collector has taken for itself."""

    def take(self, name: str) -> bool:
        """True: nobody else works on it now, until `release`."""

    def release(self, name: str) -> None: ...

    def close(self) -> None:
        """Release all."""


def open_claims(database: Database) -> Claims:
    """The claims of one run on this database."""
    if database.path is None:
        return _AdvisoryClaims(database)
    return _FileClaims(database.path.with_name(f"{database.path.name}.claims"))


@contextmanager
def claimed(claims: Claims, name: str) -> Iterator[bool]:
    """True inside if the name could be taken; released at the end."""
    is_mine = claims.take(name)
    try:
        yield is_mine
    finally:
        if is_mine:
            claims.release(name)


class _AdvisoryClaims:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._conn: Connection | None = None
        self._held: set[str] = set()

    def take(self, name: str) -> bool:
        if name in self._held:  # the same connection would be let in again
            return False
        if self._ask("pg_try_advisory_lock", name):
            self._held.add(name)
            return True
        return False

    def release(self, name: str) -> None:
        self._held.discard(name)
        self._ask("pg_advisory_unlock", name)

    def close(self) -> None:
        if self._conn is not None:
            self._conn.invalidate()  # ends the session, and with it every lock
            self._conn.close()
            self._conn = None

    def _ask(self, function: str, name: str) -> bool:
        with database_problems():
            if self._conn is None:
                self._conn = self._database.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
            key = sa.func.hashtextextended(f"yichuang {name}", 0)
            return bool(self._conn.execute(sa.select(getattr(sa.func, function)(key))).scalar())


class _FileClaims:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[str, IO[bytes]] = {}

    def take(self, name: str) -> bool:
        self._folder.mkdir(parents=True, exist_ok=True)
        file = (self._folder / name).open("ab")
        try:
            _lock(file)
        except OSError:
            file.close()
            return False
        self._held[name] = file
        return True

    def release(self, name: str) -> None:
        self._held.pop(name).close()

    def close(self) -> None:
        for name in list(self._held):
            self.release(name)


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
