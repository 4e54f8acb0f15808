"""A catalogue as the city publishes it: a signed document with the catalogue's JSON in it, `catalogue/snap/<n>.zst`."""

import msgspec

from desktop.domain.catalogue import Catalogue
from desktop.domain.errors import InvalidInput
from desktop.sync.faults import Damaged
from desktop.sync.signed import Document, Sign, read_document, sign_document

LARGEST_SNAPSHOT_BYTES = 32 * 1024 * 1024
"""Unpacked: about a hundred times the sample catalogue."""


class Snapshot(Document, frozen=True, kw_only=True, tag="snapshot"):
    """`number` counts what the city has published, from 1; `catalogue` is desktop.domain.catalogue.Catalogue."""

    number: int
    catalogue: msgspec.Raw


def pack_catalogue(catalogue: Catalogue, *, number: int, sign: Sign) -> bytes:
    """The file of the n-th published catalogue, signed with the city's key."""
    return sign_document(Snapshot(number=number, catalogue=msgspec.Raw(msgspec.json.encode(catalogue))), sign)


def unpack_catalogue(raw: bytes, *, public_key: bytes, name: str = "") -> tuple[int, Catalogue, bytes]:
    """Number, catalogue and its JSON as published.

    Raises:
        FileFault: SignatureWrong, Damaged, TooNew, Bomb.
    """
    found = read_document(raw, Snapshot, public_key=public_key, name=name, limit_bytes=LARGEST_SNAPSHOT_BYTES)
    body = bytes(found.catalogue)
    try:
        return found.number, msgspec.json.decode(body, type=Catalogue), body
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, InvalidInput):
        raise Damaged(name=name, reason="catalogue") from None
