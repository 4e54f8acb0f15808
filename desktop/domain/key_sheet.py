"""The sheet of public keys with which any office can check a paper without asking anyone.

A hall or the city hands it out as JSON; it holds nothing secret:

    {"format": 1, "keys": [{"origin": "K7QX", "hall": "示例镇便民服务中心", "window": "02",
      "public_key": "<base64 of 32 bytes>", "valid_from": "2026-01-01", "revoked_on": null}]}
"""

import base64
import binascii
from collections.abc import Iterable
from datetime import date

import msgspec

from desktop.domain.errors import InvalidInput
from desktop.domain.paper_code import key_id

FORMAT = 1
KEY_BYTES = 32
"""Length of an Ed25519 public key (RFC 8032, 5.1.5)."""


class PublicKey(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The key of one window: `public_key` is base64 of 32 bytes, `origin` the installation that holds the other half.

    `valid_from` is its first day, None for always; from `revoked_on` on, that day too, it signs nothing.
    """

    origin: str
    public_key: str
    hall: str = ""
    window: str = ""
    valid_from: date | None = None
    revoked_on: date | None = None

    def __post_init__(self) -> None:
        """Refuses what is no key."""
        try:
            size = len(self.raw)
        except binascii.Error:
            raise ValueError("public_key is not base64") from None
        if size != KEY_BYTES:
            raise ValueError(f"public_key has {size} bytes, not {KEY_BYTES}")

    @property
    def raw(self) -> bytes:
        """The 32 bytes."""
        return base64.b64decode(self.public_key, validate=True)

    @property
    def id(self) -> bytes:
        """The eight bytes by which a paper names this key."""
        return key_id(self.raw)

    def is_valid_on(self, day: date) -> bool:
        """Whether a paper of this day may bear its signature."""
        has_begun = self.valid_from is None or self.valid_from <= day
        return has_begun and (self.revoked_on is None or day < self.revoked_on)


class KeySheet(msgspec.Struct, frozen=True, kw_only=True):
    """Keys, oldest first; fields of a later edition are passed over as long as `format` is the same."""

    keys: tuple[PublicKey, ...]
    format: int = FORMAT

    def find(self, wanted: bytes) -> PublicKey | None:
        """The key that a paper names; None if the sheet does not have it."""
        return next((key for key in self.keys if key.id == wanted), None)


EMPTY = KeySheet(keys=())


def encode(sheet: KeySheet) -> bytes:
    """JSON as it is handed out, indented for reading."""
    return msgspec.json.format(msgspec.json.encode(sheet), indent=2)


def decode(data: bytes) -> KeySheet:
    """A key sheet as it was handed out.

    Raises:
        InvalidInput: `key_sheet`: not such a file, `fault` is the library's short word; `key_sheet_newer`: of a later
            format.
    """
    try:
        sheet = msgspec.json.decode(data, type=KeySheet)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InvalidInput("key_sheet", field="keys", fault=str(error)) from error
    if sheet.format != FORMAT:
        raise InvalidInput("key_sheet_newer", field="keys", format=sheet.format)
    return sheet


def merged(sheets: Iterable[KeySheet]) -> KeySheet:
    """Several sheets as one. Where two name the same key, the one that revokes it earliest holds."""
    keys: dict[bytes, PublicKey] = {}
    for key in (key for sheet in sheets for key in sheet.keys):
        known = keys.get(key.raw)
        if known is None or (key.revoked_on or date.max) < (known.revoked_on or date.max):
            keys[key.raw] = key
    return KeySheet(keys=tuple(keys.values()))


def revoked(sheet: KeySheet, origin: str, *, on: date) -> KeySheet:
    """The sheet on which every key of this origin signs nothing from that day on; an earlier revocation stays.

    Raises:
        InvalidInput: `key_sheet_origin`: the sheet has no key of this origin.
    """
    if all(key.origin != origin for key in sheet.keys):
        raise InvalidInput("key_sheet_origin", field="revoke", origin=origin)
    ended = (msgspec.structs.replace(key, revoked_on=on) for key in sheet.keys if key.origin == origin)
    return merged((KeySheet(keys=tuple(ended)), sheet))


def renewed(old: KeySheet, new: KeySheet) -> KeySheet:
    """What a window says of its keys today, with the revocations of the sheet that it handed out before.

    Keys of other windows on the old sheet stay.
    """
    ends = {key.raw: key.revoked_on for key in old.keys}
    fresh = (msgspec.structs.replace(key, revoked_on=ends.get(key.raw)) for key in new.keys)
    return merged((KeySheet(keys=tuple(fresh)), old))
