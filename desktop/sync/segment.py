"""Segments: ledger lines of one origin, first to last, as they travel.

A segment is sealed (desktop.sync.seal) to the city and the hall. Inside the seal:

    head       one line of JSON in UTF-8, an object with the fields of SegmentHead in their order, and a line feed
    signature  64 bytes: Ed25519 (RFC 8032) by the origin's key over the ASCII text `yichuang segment 1`, a zero byte
               and the head without its line feed
    payload    the rest: one zstd frame (desktop.sync.packing), made with the dictionary that the head names

Bytes in the head are base64 (RFC 4648, with padding). The payload is one line of JSON for each ledger line, in order,
each closed by a line feed:

    [id, case_id, at, clerk, body]             case_id "" if there is none, at in UTC milliseconds
    [id, case_id, at, clerk, body, kind]

`body` is the event's own JSON, byte for byte; `kind` stands there only where the body does not name it in its field
`kind`. A body that is not one JSON object without line breaks travels as a text in base64 instead, always with its
kind. Origin and number follow from head and position; the chain's hashes are left out (11 % of the bytes) and computed
anew: the last must be the head's `tip`, which the signature vouches for, so no line can differ.

Everything is checked before anything is believed: seal, head against name, signature, hash of the payload, its size,
each line, the chain. Whether `prev` is the hash of the line that the reader has last is the reader's to see.
"""

import hashlib
from collections.abc import Callable, Sequence
from typing import Annotated, Literal

import msgspec

from desktop.store.line import GENESIS, Line, hash_of
from desktop.sync import dictionary, layout, packing, segment_lines
from desktop.sync.faults import ChainBroken, Damaged, Misplaced, SignatureWrong, TooNew, UnknownSigner
from desktop.sync.seal import LARGEST_PLAIN_BYTES, seal, unseal
from desktop.sync.signed import SIGNATURE_BYTES, Sign, is_signed

VERSION = 1
"""Of the form above. A reader refuses a higher one; what it leaves alone (zstd level, dictionary) needs no new one."""

CITY_WINDOW = "city"
DICTIONARY_BELOW = 2000
"""Lines from which on a segment has enough of its own to learn from."""

LARGEST_PAYLOAD_BYTES = 32 * 1024 * 1024

_CONTEXT = b"yichuang segment 1\0"
_LONGEST_HEAD_BYTES = 4096

_KeyOf = Callable[[str], bytes | None]
_Positive = Annotated[int, msgspec.Meta(ge=1)]
_Natural = Annotated[int, msgspec.Meta(ge=0)]
_Origin = Annotated[str, msgspec.Meta(pattern=r"^[0-9A-Za-z_]{1,20}-[0-9A-Za-z_]{1,20}-[0-9a-f]{8}\Z")]
_Digest = Annotated[bytes, msgspec.Meta(min_length=32, max_length=32)]


class SegmentHead(msgspec.Struct, frozen=True, kw_only=True):
    """What a segment is, signed by its origin.

    Attributes:
        v: version of the form.
        kind: `ev` of a window, `ans` of the city.
        prev: hash of the line before `first`; 32 zero bytes before line 1.
        tip: hash of line `last`.
        schema: version of the ledger's tables that the lines were written with; 0: not told.
        dictionary: number of the zstd dictionary; 0: none.
        size_bytes: of the payload unpacked.
        sha256: of the payload as it is.
    """

    v: int
    kind: Literal["ev", "ans"]
    origin: _Origin
    first: _Positive
    last: _Positive
    prev: _Digest
    tip: _Digest
    schema: _Natural
    dictionary: _Natural
    size_bytes: _Natural
    sha256: _Digest


class _Version(msgspec.Struct):
    v: int


def kind_of(origin: str) -> Literal["ev", "ans"]:
    """`ans` for an origin of the city, `<hall>-city-<tag>`; `ev` for a window's."""
    return "ans" if origin.split("-")[1:2] == [CITY_WINDOW] else "ev"


def name_of(lines: Sequence[Line]) -> str:
    """Where a segment of these lines lies in the store."""
    first = lines[0]
    if kind_of(first.origin) == "ans":
        return layout.answer(layout.hall_of(first.origin), first.seq, first.at)
    return layout.segment(first.origin, first.seq, first.at)


def seal_segment(lines: Sequence[Line], *, sign: Sign, recipients: Sequence[str], schema: int = 0) -> bytes:
    """Contiguous lines of one origin as the file that travels, at least one. `sign` signs with the origin's key.

    Raises:
        ChainBroken: these lines are not what their hashes say; nothing may leave before somebody has looked.
        ValueError: no lines, or more than LARGEST_PAYLOAD_BYTES of them.
    """
    if not lines:
        raise ValueError("a segment without lines")
    _require_chain(lines)
    plain = segment_lines.encode(lines)
    if len(plain) > LARGEST_PAYLOAD_BYTES:
        raise ValueError(f"a segment of {len(plain)} bytes")
    number = dictionary.CURRENT if len(lines) < DICTIONARY_BELOW else 0
    payload = packing.pack(plain, dictionary_number=number)
    head = msgspec.json.encode(
        SegmentHead(
            v=VERSION,
            kind=kind_of(lines[0].origin),
            origin=lines[0].origin,
            first=lines[0].seq,
            last=lines[-1].seq,
            prev=lines[0].prev,
            tip=lines[-1].hash,
            schema=schema,
            dictionary=number,
            size_bytes=len(plain),
            sha256=hashlib.sha256(payload).digest(),
        )
    )
    return seal(b"".join((head, b"\n", sign(_CONTEXT + head), payload)), recipients)


def open_segment(
    sealed: bytes, *, name: str, identities: Sequence[str], key_of: _KeyOf
) -> tuple[SegmentHead, tuple[Line, ...]]:
    """Head and lines of a segment that was found under `name`; the lines' `arrival` is 0.

    `key_of` gives an origin's Ed25519 public key, 32 bytes, or None; it may raise RevokedSigner.

    Raises:
        FileFault: what is wrong with it, see desktop.sync.faults; nothing of it may be used.
    """
    plain = unseal(sealed, identities, limit_bytes=LARGEST_PLAIN_BYTES, name=name)
    raw_head, signature, payload = _parts(plain, name)
    head = _head(raw_head, name)
    _require_place(head, name)
    key = key_of(head.origin)
    if key is None:
        raise UnknownSigner(name=name, origin=head.origin)
    if not is_signed(_CONTEXT + raw_head, signature, public_key=key):
        raise SignatureWrong(name=name, signer=head.origin)
    return head, _lines(head, payload, name)


def _parts(plain: bytes, name: str) -> tuple[bytes, bytes, bytes]:
    end = plain.find(b"\n", 0, _LONGEST_HEAD_BYTES)
    if end < 0 or len(plain) < end + 1 + SIGNATURE_BYTES:
        raise Damaged(name=name, reason="form")
    start = end + 1 + SIGNATURE_BYTES
    return plain[:end], plain[end + 1 : start], plain[start:]


def _head(raw: bytes, name: str) -> SegmentHead:
    try:
        found = msgspec.json.decode(raw, type=_Version).v
        if found > VERSION:
            raise TooNew(name=name, what="segment", found=found, known=VERSION)
        return msgspec.json.decode(raw, type=SegmentHead)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Damaged(name=name, reason="head") from None


def _require_place(head: SegmentHead, name: str) -> None:
    """The head must belong where the file was found: a foreign or renamed file is whole and still not this one."""
    place = layout.parse_segment(name)
    expected = f"{place.hall} {place.origin} {place.first_seq}" if place else name
    found = f"{layout.hall_of(head.origin)} {head.origin if head.kind == 'ev' else ''} {head.first}"
    if found != expected or head.kind != kind_of(head.origin):
        raise Misplaced(name=name, found=f"{head.origin} {head.first}", expected=expected)


def _lines(head: SegmentHead, payload: bytes, name: str) -> tuple[Line, ...]:
    if hashlib.sha256(payload).digest() != head.sha256:
        raise Damaged(name=name, reason="payload")
    limit = min(head.size_bytes, LARGEST_PAYLOAD_BYTES)
    plain = packing.unpack(payload, limit_bytes=limit, dictionary_number=head.dictionary, name=name)
    if len(plain) != head.size_bytes:
        raise Damaged(name=name, reason="size")
    bare = segment_lines.decode(plain, origin=head.origin, first=head.first, name=name)
    if len(bare) != head.last - head.first + 1:
        raise ChainBroken(name=name, origin=head.origin, seq=head.first + len(bare), reason="gap")
    lines = tuple(segment_lines.chained(bare, head.prev))
    if lines[-1].hash != head.tip or (head.first == 1 and head.prev != GENESIS):
        raise ChainBroken(name=name, origin=head.origin, seq=head.first, reason="hash")
    _require_month(lines, name)
    return lines


def _require_month(lines: Sequence[Line], name: str) -> None:
    try:
        found = name_of(lines)
    except (ValueError, OverflowError, OSError):  # a moment that no calendar has
        raise Damaged(name=name, reason="lines") from None
    if found != name:
        raise Misplaced(name=name, found=found, expected=name)


def _require_chain(lines: Sequence[Line]) -> None:
    """What is sealed is believed for ever: a ledger that was tampered with does not leave the counter unnoticed."""
    prev, origin, seq = lines[0].prev, lines[0].origin, lines[0].seq
    for line in lines:
        if (line.origin, line.seq) != (origin, seq):
            raise ChainBroken(name="", origin=origin, seq=seq, reason="gap")
        if line.prev != prev or hash_of(line) != line.hash:
            raise ChainBroken(name="", origin=origin, seq=seq, reason="hash")
        prev, seq = line.hash, seq + 1
