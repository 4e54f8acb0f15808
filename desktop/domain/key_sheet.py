"""The sheet of public keys with which any office can check a paper offline. It holds no secret."""

from datetime import date

import msgspec


class PublicKey(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One window's Ed25519 key. `public_key` is base64 of 32 bytes."""

    origin: str
    public_key: str
    hall: str = ""
    window: str = ""
    valid_from: date | None = None
    revoked_on: date | None = None


class KeySheet(msgspec.Struct, frozen=True, kw_only=True):
    """Keys, oldest first."""

    keys: tuple[PublicKey, ...] = ()
    format: int = 1
