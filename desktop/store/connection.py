"""The one place that opens the encrypted database file, and the edge where its errors become problems with words.

The key is 32 random bytes and goes to SQLCipher raw, so a connection costs a fraction of a millisecond; the slow step
that guards it is the unlocking of a key slot, once per login. SQLCipher says "file is not a database" for a wrong key
and for damage alike. To tell them apart the file's salt is not random but derived from the key (it is unique because
the key is), and where the first sector itself is gone, any page that still carries a valid authentication code proves
the key right.
"""

import contextlib
import hashlib
import hmac
import sys
from collections.abc import Iterator
from pathlib import Path

from desktop.problems import (
    DatabaseBusy,
    DatabaseDamaged,
    DiskFull,
    EnvironmentProblem,
    FileMissing,
    FileRefused,
    ProfileExists,
    WrongKey,
)
from desktop.store.sqlcipher import Database, dbapi

KEY_BYTES = 32
SALT_BYTES = 16
PAGE_BYTES = 4096
CODE_BYTES = 64  # HMAC-SHA512 at the end of each page (SQLCipher 4)
PAGES_TRIED = 64
BUSY_TIMEOUT_MS = 5000
CACHE_KIB = 64 * 1024

_DAMAGED = {"SQLITE_CORRUPT", "SQLITE_NOTADB"}
_BUSY = {"SQLITE_BUSY", "SQLITE_LOCKED"}
_REFUSED = {"SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH"}


def open_database(path: Path, key: bytes, *, readonly: bool = False) -> Database:
    """A connection to the existing encrypted file, set up for durable writing, or for reading alone.

    It may be handed from thread to thread, but used by one at a time.

    Args:
        key: the 32 random bytes, never a password.
        readonly: any write through this connection is refused.

    Raises:
        FileMissing, WrongKey, DatabaseDamaged, DatabaseBusy, FileRefused.
    """
    if not path.is_file():
        raise FileMissing(path=str(path))
    if path.stat().st_size == 0:
        # SQLite takes it for a new database. A power cut can leave it; opened, it would be a hall without its cases.
        raise DatabaseDamaged(path=str(path), reason="empty")
    return _connect(path, key, readonly=readonly)


def create_database(path: Path, key: bytes) -> Database:
    """A new, empty encrypted file and a writing connection to it.

    Raises:
        ProfileExists: there is a file already; it is not touched.
    """
    if path.exists():
        raise ProfileExists(path=str(path))
    return _connect(path, key, readonly=False)


@contextlib.contextmanager
def database_problems(path: Path) -> Iterator[None]:
    """Turn the library's errors about the file at `path` into problems; errors in our own SQL pass unchanged."""
    try:
        yield
    except dbapi.DatabaseError as error:
        problem = _problem(error, path)
        if problem is None:
            raise
        raise problem from error


def key_fits(path: Path, key: bytes) -> bool:
    """True if the file was written with this key, also when parts of it are damaged. An empty file fits no key."""
    salt = _salt(key)
    with path.open("rb") as stream:
        if stream.read(SALT_BYTES) == salt:
            return True
        pages = path.stat().st_size // PAGE_BYTES
        code_key = _code_key(key, salt)
        for number in range(1, pages + 1, max(1, pages // PAGES_TRIED)):
            stream.seek((number - 1) * PAGE_BYTES)
            if _page_is_genuine(stream.read(PAGE_BYTES), number, code_key):
                return True
    return False


def _connect(path: Path, key: bytes, *, readonly: bool) -> Database:
    if len(key) != KEY_BYTES:
        raise ValueError(f"the database key has {KEY_BYTES} bytes, not {len(key)}")
    mode = "ro" if readonly else "rwc"
    connection = None
    try:
        with database_problems(path):
            connection = dbapi.connect(
                f"{path.resolve().as_uri()}?mode={mode}",
                uri=True,
                timeout=BUSY_TIMEOUT_MS / 1000,
                check_same_thread=False,
            )
            _set_up(connection, key, readonly=readonly)
            # No plug-ins: they are looked up in every installed package, and none may see this data.
            return Database(connection, execute_plugins=False)
    except DatabaseDamaged as error:
        if connection is not None:
            connection.close()
        if path.stat().st_size and not key_fits(path, key):
            raise WrongKey(path=str(path)) from error
        raise
    except EnvironmentProblem:
        if connection is not None:
            connection.close()
        raise


def _set_up(connection: "dbapi.Connection", key: bytes, *, readonly: bool) -> None:
    # Before the key, or the library writes every refusal to stderr.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}{_salt(key).hex()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if readonly:
        connection.execute("PRAGMA query_only = on")
    else:
        connection.execute("PRAGMA journal_mode = wal")
        # NORMAL loses acknowledged transactions at a power cut in 20 of 20 trials; FULL in none.
        connection.execute("PRAGMA synchronous = full")
    if sys.platform == "darwin":
        connection.execute("PRAGMA fullfsync = on")
        connection.execute("PRAGMA checkpoint_fullfsync = on")
    connection.execute("PRAGMA foreign_keys = on")
    # Without this INSERT OR REPLACE walks past the trigger that refuses DELETE.
    connection.execute("PRAGMA recursive_triggers = on")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")


def _problem(error: "dbapi.DatabaseError", path: Path) -> EnvironmentProblem | None:
    name = str(getattr(error, "sqlite_errorname", ""))
    family = "_".join(name.split("_")[:2])
    if family == "SQLITE_FULL":
        return DiskFull(path=str(path))
    if family in _DAMAGED:
        return DatabaseDamaged(path=str(path), reason=name)
    if family in _BUSY:
        return DatabaseBusy(path=str(path))
    if family in _REFUSED:
        return FileRefused(path=str(path), reason=name)
    return None


def _salt(key: bytes) -> bytes:
    return hashlib.sha256(b"yichuang database salt 1\0" + key).digest()[:SALT_BYTES]


def _code_key(key: bytes, salt: bytes) -> bytes:
    """PBKDF2-HMAC-SHA512 of the raw key, 2 rounds, the salt with every byte xor 0x3a (SQLCipher 4)."""
    return hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, KEY_BYTES)


def _page_is_genuine(page: bytes, number: int, code_key: bytes) -> bool:
    start = SALT_BYTES if number == 1 else 0
    covered = page[start:-CODE_BYTES] + number.to_bytes(4, "little")
    return hmac.compare_digest(hmac.new(code_key, covered, "sha512").digest(), page[-CODE_BYTES:])
