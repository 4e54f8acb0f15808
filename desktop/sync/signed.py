"""Small signed documents: what the city says to a hall, what a window asks of the city.

    0    3   the ASCII text `YCD`
    3    1   the version of this layout, 1
    4   64   Ed25519 signature (RFC 8032) over the ASCII text `yichuang document 1`, a zero byte, and all that follows
    68   …   one zstd frame: the document as JSON in UTF-8, its fields in the order of its type

The JSON has the fields `doc`, which document it is, and `v`, the version of its fields. So a signature under one kind
of document stands under no other. To look at one: `tail -c +69 HEAD.json | zstd -d`.

The signature is seen before anything is unpacked. Its key comes from what is known already, never from the document,
but for the two by which acquaintance is made (desktop.sync.enrolment).
"""

from collections.abc import Callable
from typing import TypeVar

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from desktop.sync import packing
from desktop.sync.faults import Damaged, SignatureWrong, TooNew

Sign = Callable[[bytes], bytes]
"""Gives the Ed25519 signature, 64 bytes, of what it is given; the private key stays where it is."""

LARGEST_DOCUMENT_BYTES = 1024 * 1024
SIGNATURE_BYTES = 64
VERSION = 1

_MAGIC = b"YCD"
_CONTEXT = b"yichuang document 1\0"
_START = len(_MAGIC) + 1 + SIGNATURE_BYTES


class Document(msgspec.Struct, frozen=True, kw_only=True, tag_field="doc"):
    """What can be signed by itself. Each has a tag, and the version of its fields in `v`, whose default is the newest
    that this program knows. Fields that a later program adds are passed over; a changed meaning raises `v`.
    """

    v: int = 1


Doc = TypeVar("Doc", bound=Document)


class _Start(msgspec.Struct):
    """What every document begins with. msgspec takes a struct without its tag for the one that is asked for."""

    doc: str
    v: int


def new_signing_key() -> tuple[bytes, bytes]:
    """A new Ed25519 key: private and public, 32 bytes each."""
    key = Ed25519PrivateKey.generate()
    return key.private_bytes_raw(), key.public_key().public_bytes_raw()


def signer(private_key: bytes) -> Sign:
    """Signs with this key."""
    return Ed25519PrivateKey.from_private_bytes(private_key).sign


def is_signed(message: bytes, signature: bytes, *, public_key: bytes) -> bool:
    """Whether the holder of the key has signed exactly this."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):  # ValueError: not 32 bytes
        return False
    return True


def sign_document(document: Document, sign: Sign) -> bytes:
    """The document as a file."""
    frame = packing.pack(msgspec.json.encode(document))
    return _MAGIC + bytes([VERSION]) + sign(_CONTEXT + frame) + frame


def read_document(
    raw: bytes,
    kind: type[Doc],
    *,
    public_key: bytes,
    name: str = "",
    signer: str = "city",
    limit_bytes: int = LARGEST_DOCUMENT_BYTES,
) -> Doc:
    """The document in a file, if the key has signed it. `name` and `signer` are told by the fault.

    Raises:
        SignatureWrong: by another key, or changed since.
        Damaged: none of our documents, or not this kind.
        TooNew: layout or document of a later version.
        Bomb: unpacks to more than `limit_bytes`.
    """
    frame = _frame(raw, name)
    if not is_signed(_CONTEXT + frame, raw[len(_MAGIC) + 1 : _START], public_key=public_key):
        raise SignatureWrong(name=name, signer=signer)
    return _decoded(packing.unpack(frame, limit_bytes=limit_bytes, name=name), kind, name)


def read_unproven(raw: bytes, kind: type[Doc], *, name: str = "", limit_bytes: int = LARGEST_DOCUMENT_BYTES) -> Doc:
    """The document in a file, whoever signed it: for one that brings its own key, which the caller then puts to it.

    Raises:
        Damaged, TooNew, Bomb: as `read_document`.
    """
    return _decoded(packing.unpack(_frame(raw, name), limit_bytes=limit_bytes, name=name), kind, name)


def _frame(raw: bytes, name: str) -> bytes:
    if raw[: len(_MAGIC)] != _MAGIC or len(raw) <= _START:
        raise Damaged(name=name, reason="form")
    if raw[len(_MAGIC)] != VERSION:
        raise TooNew(name=name, what="document", found=raw[len(_MAGIC)], known=VERSION)
    return raw[_START:]


def _decoded(plain: bytes, kind: type[Doc], name: str) -> Doc:
    known = _newest(kind)
    try:
        start = msgspec.json.decode(plain, type=_Start)
        if start.v > known:
            raise TooNew(name=name, what="document", found=start.v, known=known)
        return msgspec.json.decode(plain, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Damaged(name=name, reason="content") from None


def _newest(kind: type[Document]) -> int:
    (v,) = (field.default for field in msgspec.structs.fields(kind) if field.name == "v")
    return int(v)
