"""The PIN of a clerk (4 to 6 digits): opens a locked screen while the counter is open, and nothing else.

It is kept in the encrypted store and wraps no key: whoever has the files but no password learns nothing from it.
Wrong tries are counted on disk before the PIN is looked at, and waited for, as with passwords.
"""

import base64
import secrets

import msgspec
from argon2.low_level import Type, hash_secret_raw

from desktop.domain.errors import InvalidInput
from desktop.store.key_slots import SALT_BYTES, Cost
from desktop.store.keys import LockedOut, Tries, WrongPassword
from desktop.store.store import Store

SHORTEST, LONGEST = 4, 6
PIN_COST = Cost(time=2, memory_kib=16 * 1024, lanes=1)
_HASH_BYTES = 32


class _Kept(msgspec.Struct):
    salt: str = ""
    hash: str = ""
    cost: Cost = PIN_COST
    tries: Tries = msgspec.field(default_factory=Tries)


def is_pin(secret: str) -> bool:
    """Whether what was typed can be a PIN; no password is so short."""
    return secret.isascii() and secret.isdigit() and SHORTEST <= len(secret) <= LONGEST


def has_pin(store: Store, clerk_id: str) -> bool:
    """Whether the clerk has set one."""
    with store.read() as reader:
        return bool(_decoded(reader.setting(_key(clerk_id))).hash)


def set_pin(store: Store, clerk_id: str, pin: str, *, cost: Cost = PIN_COST) -> None:
    """A new PIN; wrong tries are forgotten.

    Raises:
        InvalidInput: `pin_form` with `least` and `most`; `pin_simple` for one digit over and over or a run of digits.
    """
    if not is_pin(pin):
        raise InvalidInput("pin_form", field="pin", least=SHORTEST, most=LONGEST)
    if len(set(pin)) == 1 or pin in "01234567890" or pin in "09876543210":
        raise InvalidInput("pin_simple", field="pin")
    salt = secrets.token_bytes(SALT_BYTES)
    kept = _Kept(salt=_text(salt), hash=_text(_hashed(pin, salt, cost)), cost=cost)
    _keep(store, clerk_id, kept)


def remove_pin(store: Store, clerk_id: str) -> None:
    """Only the password opens the screen for this clerk."""
    _keep(store, clerk_id, _Kept())


def check_pin(store: Store, clerk_id: str, pin: str, *, now_ms: int) -> None:
    """Returns if it is the clerk's PIN. A clerk without one is refused in the same words.

    Raises:
        WrongPassword, LockedOut.
    """
    with store.read() as reader:
        kept = _decoded(reader.setting(_key(clerk_id)))
    if seconds := kept.tries.seconds_left(now_ms):
        raise LockedOut(seconds=seconds)
    kept.tries.count(now_ms)
    _keep(store, clerk_id, kept)
    salt = base64.b64decode(kept.salt)
    found = _hashed(pin, salt or bytes(SALT_BYTES), kept.cost)
    if not kept.hash or not secrets.compare_digest(found, base64.b64decode(kept.hash)):
        raise WrongPassword(tries_left=kept.tries.left)
    kept.tries = Tries()
    _keep(store, clerk_id, kept)


def _hashed(pin: str, salt: bytes, cost: Cost) -> bytes:
    return hash_secret_raw(pin.encode(), salt, cost.time, cost.memory_kib, cost.lanes, _HASH_BYTES, Type.ID)


def _keep(store: Store, clerk_id: str, kept: _Kept) -> None:
    with store.write(None) as uow:
        uow.set_setting(_key(clerk_id), msgspec.json.encode(kept).decode())


def _decoded(text: str) -> _Kept:
    return msgspec.json.decode(text, type=_Kept) if text else _Kept()


def _key(clerk_id: str) -> str:
    return f"pin.{clerk_id}"


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
