"""One wrapped copy of the database key per user: argon2id of the password, then AES-256-GCM.

The associated data are the profile and the slot's name, so a slot cannot be moved to another user or another profile.
"""

import base64
import secrets
import unicodedata
from typing import Annotated

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12


class DatabaseKey(bytes):
    """The 32 random bytes that the database is encrypted with; neither printed nor logged by accident."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "DatabaseKey(…)"

    __str__ = __repr__


class Cost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one try costs. The bounds keep a tampered key file from hanging the machine."""

    time: Annotated[int, msgspec.Meta(ge=1, le=20)] = 3
    memory_kib: Annotated[int, msgspec.Meta(ge=8, le=1024 * 1024)] = 64 * 1024
    lanes: Annotated[int, msgspec.Meta(ge=1, le=8)] = 1


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The database key wrapped under one secret; salt, nonce and wrapped are base64."""

    name: str
    cost: Cost
    salt: str
    nonce: str
    wrapped: str


def new_database_key() -> DatabaseKey:
    """32 fresh random bytes."""
    return DatabaseKey(secrets.token_bytes(KEY_BYTES))


def wrap(key: bytes, *, profile: str, name: str, secret: str, cost: Cost) -> Slot:
    """A slot that gives `key` back to whoever knows `secret`."""
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    cipher = AESGCM(_wrapping_key(secret, salt, cost))
    return Slot(
        name, cost, _text(salt), _text(nonce), _text(cipher.encrypt(nonce, bytes(key), _bound_to(profile, name)))
    )


def unwrap(slot: Slot, *, profile: str, secret: str) -> DatabaseKey | None:
    """The key, or None if the secret is not the right one (or the slot was tampered with)."""
    salt, nonce, wrapped = (base64.b64decode(part) for part in (slot.salt, slot.nonce, slot.wrapped))
    cipher = AESGCM(_wrapping_key(secret, salt, slot.cost))
    try:
        return DatabaseKey(cipher.decrypt(nonce, wrapped, _bound_to(profile, slot.name)))
    except InvalidTag:
        return None


def _wrapping_key(secret: str, salt: bytes, cost: Cost) -> bytes:
    # A password typed with a Chinese input method may arrive in full-width letters: it is the same password.
    # Half a character, as a broken input stream gives, is a wrong password and no fault of the program.
    typed = unicodedata.normalize("NFKC", secret).encode("utf-8", "surrogatepass")
    return hash_secret_raw(typed, salt, cost.time, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID)


def _bound_to(profile: str, name: str) -> bytes:
    return f"yichuang key slot 1\n{profile}\n{name}".encode()


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
