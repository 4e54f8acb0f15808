"""One line of the ledger, and the bytes that its hash is taken over."""

import hashlib
import secrets
from dataclasses import dataclass, field

GENESIS = bytes(32)

_LAYOUT = b"yichuang ledger line 1\0"


@dataclass(frozen=True, slots=True)
class NewLine:
    """What a service wants to put on record. `id` is made here unless the client brought its own."""

    kind: str
    case_id: str | None
    body: bytes = field(repr=False)
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands in the ledger.

    `arrival` counts the lines of every origin in the order in which this database got them; it is local and not hashed.
    `at` is UTC milliseconds.
    """

    arrival: int
    origin: str
    seq: int
    id: str
    kind: str
    case_id: str | None
    at: int
    clerk: str
    body: bytes = field(repr=False)
    prev: bytes = field(repr=False)
    hash: bytes = field(repr=False)


def hash_of(line: Line, *, seq: int | None = None) -> bytes:
    """The SHA-256 that the line should carry, were its number `seq`; its own hash field is not looked at.

    Layout: the ASCII text `yichuang ledger line 1` and a zero byte; then prev, origin, seq, id, kind, case_id, at,
    clerk, body, each as its length in 8 bytes and its bytes. Text is UTF-8, seq and at are 8 bytes signed, all numbers
    are big-endian; no case is the empty text, which no case_id can be. The first line's prev is 32 zero bytes.
    """
    number = line.seq if seq is None else seq
    digest = hashlib.sha256(_LAYOUT)
    for part in (
        line.prev,
        line.origin.encode(),
        number.to_bytes(8, "big", signed=True),
        line.id.encode(),
        line.kind.encode(),
        (line.case_id or "").encode(),
        line.at.to_bytes(8, "big", signed=True),
        line.clerk.encode(),
        line.body,
    ):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()


def new_uuid7(at_ms: int) -> str:
    """A UUID version 7 (RFC 9562 5.7): the time in 48 bits, the rest random."""
    value = (at_ms & (2**48 - 1)) << 80 | 7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    text = f"{value:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
