"""Which origin this copy of the database writes as.

Two copies that write as one origin would give the same number to two lines and print the same number on two papers.
So a copy must notice that it is one. The database holds a random token, drawn anew at each opening, and a small file
beside it holds the same token with the place where the database lies: its path, its inode and the machine. A folder
copied to another place or PC differs in the place, an older database file put back differs in the token, and a backup
carries no token at all. Each of them goes on as a new origin from line 1; the lines of the old one stay and are
verified as before. A false alarm, such as a folder that was renamed, costs nothing but a new tag in the numbers.

Not noticed: the image of a whole disk running on two machines with the same machine id. The city sees that as two lines
of one number.
"""

import hashlib
import re
import secrets
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.domain.errors import InvalidInput
from desktop.domain.numbers import PRACTICE_ORIGIN, is_practice_origin
from desktop.problems import DatabaseDamaged
from desktop.store.files import write_whole
from desktop.store.sqlcipher import Database

BACKUP_TOKEN = ""
_PART = re.compile(r"[0-9A-Za-z_]{1,20}")


class _Seal(msgspec.Struct, forbid_unknown_fields=True):
    """The file beside the database. It may know two tokens, since it and the database are not written at once."""

    tokens: list[str]
    place: str


@dataclass(frozen=True, slots=True)
class Installation:
    """Hall, window and origin of this copy; `predecessor` is the origin before it was found to be a copy."""

    hall: str
    window: str
    origin: str
    predecessor: str | None = None


def found(db: Database, database: Path, *, hall: str, window: str) -> Installation:
    """Give a new database its first origin, inside no transaction of the caller.

    Raises:
        InvalidInput: hall or window is not 1 to 20 letters, digits or `_`.
    """
    check_names(hall=hall, window=window)
    return _adopt(db, database, hall, window, predecessor=None)


def check_names(*, hall: str, window: str) -> None:
    """Refuse what cannot be part of the name of an origin.

    Raises:
        InvalidInput: `origin_part`: not 1 to 20 letters, digits or `_`.
    """
    for field, value in (("hall", hall), ("window", window)):
        if not _PART.fullmatch(value):
            raise InvalidInput("origin_part", field=field)


def recognise(db: Database, database: Path) -> Installation:
    """The origin of this database, a new one if it is a copy of what was opened elsewhere or before.

    Raises:
        DatabaseDamaged: nobody has founded it; there are tables and nothing in them.
    """
    row = db.execute("SELECT hall, window, origin, token FROM installation").fetchone()
    if row is None:
        raise DatabaseDamaged(path=str(database), reason="no installation")
    hall, window, origin, token = row
    seal = _read_seal(database)
    if seal is None or token not in seal.tokens or seal.place != _place(database):
        return _adopt(db, database, hall, window, predecessor=origin)
    _draw_token(db, database, token)
    return Installation(hall, window, origin)


def move(db: Database, database: Path, installation: Installation, *, hall: str, window: str) -> Installation:
    """The origin after the hall or window of this PC was changed: a new one, since its name says both.

    Practice stays practice wherever it moves.
    """
    if is_practice_origin(installation.origin) and not is_practice_origin(hall):
        hall = f"{PRACTICE_ORIGIN}{hall}"
    if (hall, window) == (installation.hall, installation.window):
        return installation
    return found(db, database, hall=hall, window=window)


def succeed(db: Database, database: Path, installation: Installation) -> Installation:
    """A new origin at the same window, since somebody else writes as the old one; inside no transaction of its own."""
    return _adopt(db, database, installation.hall, installation.window, predecessor=installation.origin)


def signing_key(db: Database, origin: str) -> Ed25519PrivateKey:
    """The key with which this origin signs its papers."""
    row = db.execute("SELECT private FROM signing_keys WHERE origin = :origin", {"origin": origin}).fetchone()
    return Ed25519PrivateKey.from_private_bytes(row[0])


def forget_token(db: Database) -> None:
    """Make this file one that can only be opened as a copy: for backups."""
    db.execute("UPDATE installation SET token = :token", {"token": BACKUP_TOKEN})


def window_of(origin: str) -> str:
    """The window in the name of an origin, `<hall>-<window>-<tag>`."""
    return origin.split("-")[1]


def _adopt(db: Database, database: Path, hall: str, window: str, *, predecessor: str | None) -> Installation:
    origin = f"{hall}-{window}-{secrets.token_hex(4)}"
    private = Ed25519PrivateKey.generate()
    token = secrets.token_hex(16)
    with db.atomic():
        db.execute(
            """
            INSERT INTO installation (one, origin, hall, window, token) VALUES (1, :origin, :hall, :window, :token)
            ON CONFLICT (one) DO UPDATE SET origin = :origin, hall = :hall, window = :window, token = :token
            """,
            {"origin": origin, "hall": hall, "window": window, "token": token},
        )
        db.execute("INSERT INTO own_origins (origin) VALUES (:origin)", {"origin": origin})
        db.execute(
            "INSERT INTO signing_keys (origin, private, public) VALUES (:origin, :private, :public)",
            {
                "origin": origin,
                "private": private.private_bytes_raw(),
                "public": private.public_key().public_bytes_raw(),
            },
        )
    # Committed first: if the power goes between the two, the next start finds a stranger's token and adopts once more.
    _write_seal(database, [token])
    return Installation(hall, window, origin, predecessor)


def _draw_token(db: Database, database: Path, old: str) -> None:
    new = secrets.token_hex(16)
    _write_seal(database, [old, new])
    db.execute("UPDATE installation SET token = :token", {"token": new})
    # The old one is struck out, or a copy of the file made before this start would still pass.
    _write_seal(database, [new])


def _seal_path(database: Path) -> Path:
    return database.with_name("installation.json")


def _read_seal(database: Path) -> _Seal | None:
    try:
        return msgspec.json.decode(_seal_path(database).read_bytes(), type=_Seal)
    except (OSError, msgspec.DecodeError):
        return None


def _write_seal(database: Path, tokens: list[str]) -> None:
    write_whole(_seal_path(database), msgspec.json.encode(_Seal(tokens, _place(database))))


def _place(database: Path) -> str:
    """Digest of where the database lies. The device number is left out: it changes when a system starts."""
    parts = (str(database.resolve()), str(database.stat().st_ino), _machine())
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _machine() -> str:
    """What the system calls this machine; never stored in the clear."""
    if sys.platform == "win32":
        import winreg

        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    try:
        return Path("/etc/machine-id").read_text("ascii").strip()
    except OSError:
        return str(uuid.getnode())
