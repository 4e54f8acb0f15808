"""The city's secrets and those of its halls, each in a small file that its owner alone may read.

    city.keys            Ed25519 key that signs everything the city says; age identity that opens what windows send
    halls/<hall>.keys    age identity shared by the windows of the hall, and the secret of its scans' addresses

A file is written whole and never replaced: who loses it cannot open what was sealed to it. Keep a copy off the machine.
"""

import secrets
from pathlib import Path
from typing import TypeVar

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.city.problems import CityKeysDamaged
from desktop.store.files import file_problems, write_whole
from desktop.sync.seal import new_identity

CITY_KEYS = "city.keys"
HALLS = "halls"
_SECRET_BYTES = 32
_PASSWORD_BYTES = 20
_Keys = TypeVar("_Keys", bound=msgspec.Struct)


class CityKeys(msgspec.Struct, frozen=True, kw_only=True):
    """What the city signs with and opens with."""

    signing_key: str  # 32 bytes, hex
    identity: str
    recipient: str

    def __repr__(self) -> str:
        return f"CityKeys(recipient={self.recipient!r})"

    def sign(self, message: bytes) -> bytes:
        """The city's Ed25519 signature."""
        return self._private().sign(message)

    @property
    def public_key(self) -> bytes:
        """What the windows know the city by."""
        return self._private().public_key().public_bytes_raw()

    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(self.signing_key))


class HallKeys(msgspec.Struct, frozen=True, kw_only=True):
    """What the windows of a hall share."""

    identity: str
    recipient: str
    secret: str  # 32 bytes, hex
    store_password: str = ""  # of the hall's user in a WebDAV store

    def __repr__(self) -> str:
        return f"HallKeys(recipient={self.recipient!r})"


def city_keys(folder: Path) -> CityKeys:
    """The city's keys. Raises FileMissing, CityKeysDamaged, FileRefused."""
    return _read(folder / CITY_KEYS, CityKeys)


def make_city_keys(folder: Path) -> CityKeys:
    """The city's keys; made now if this folder never had any."""
    path = folder / CITY_KEYS
    if not path.exists():
        identity, recipient = new_identity()
        key = Ed25519PrivateKey.generate().private_bytes_raw()
        _write(path, CityKeys(signing_key=key.hex(), identity=identity, recipient=recipient))
    return city_keys(folder)


def hall_keys(folder: Path, hall: str) -> HallKeys:
    """The keys of a hall. Raises FileMissing, CityKeysDamaged, FileRefused."""
    return _read(folder / HALLS / f"{hall}.keys", HallKeys)


def make_hall_keys(folder: Path, hall: str) -> HallKeys:
    """The keys of a hall; made once, with its first window."""
    path = folder / HALLS / f"{hall}.keys"
    if not path.exists():
        with file_problems(path):
            path.parent.mkdir(mode=0o700, exist_ok=True)
        identity, recipient = new_identity()
        secret, password = secrets.token_hex(_SECRET_BYTES), secrets.token_hex(_PASSWORD_BYTES)
        _write(path, HallKeys(identity=identity, recipient=recipient, secret=secret, store_password=password))
    return hall_keys(folder, hall)


def _read(path: Path, kind: type[_Keys]) -> _Keys:
    with file_problems(path):
        raw = path.read_bytes()
    try:
        return msgspec.json.decode(raw, type=kind)
    except msgspec.DecodeError:
        raise CityKeysDamaged(path=str(path)) from None


def _write(path: Path, keys: msgspec.Struct) -> None:
    write_whole(path, msgspec.json.encode(keys) + b"\n")
