"""Chunks of a scan: sealed pieces under an address that only the hall and the city can compute.

A chunk is the bytes of the shrunk page from the offset in its name on, sealed (desktop.sync.seal), nothing else. It is
a multiple of STEP_BYTES long unless it is the last of its page. It bears no signature: the page as a whole must have
the SHA-256 and the length that the signed ledger line ScanAdded names, and a page that does not is fetched anew.

The address is HMAC-SHA256 over the ASCII text `yichuang scan address 1`, a zero byte and the 32 bytes of the page's
SHA-256, keyed with the hall's secret, as 64 hex digits. Who keeps the store cannot tell whether a paper that he has
himself lies in it.
"""

import hashlib
import hmac
from collections.abc import Sequence

from desktop.sync import seal

STEP_BYTES = 4096
LARGEST_CHUNK_BYTES = 1024 * 1024

_ADDRESS = b"yichuang scan address 1\0"


def address_of(sha256_hex: str, *, hall_secret: bytes) -> str:
    """Where the page with this SHA-256 lies: 64 hex digits, the same at every window of the hall."""
    return hmac.new(hall_secret, _ADDRESS + bytes.fromhex(sha256_hex), hashlib.sha256).hexdigest()


def seal_chunk(plain: bytes, *, recipients: Sequence[str]) -> bytes:
    """A chunk as it is put into the store.

    Raises:
        ValueError: empty, or more than LARGEST_CHUNK_BYTES.
    """
    if not 0 < len(plain) <= LARGEST_CHUNK_BYTES:
        raise ValueError(f"a chunk of {len(plain)} bytes")
    return seal.seal(plain, recipients)


def open_chunk(sealed: bytes, *, identities: Sequence[str], name: str = "") -> bytes:
    """The bytes of the page in a chunk. Raises a FileFault: Damaged, NotForUs, Bomb."""
    return seal.unseal(sealed, identities, limit_bytes=LARGEST_CHUNK_BYTES, name=name)


def sealed_size(plain_size: int) -> int:
    """The most bytes that a chunk sealed to city and hall can have; at most 177 more than it will have."""
    return plain_size + seal.overhead_bytes(plain_size).stop - 1


def plain_size(sealed_size: int) -> int:
    """How many bytes of the page are in a chunk of that size, sealed to city and hall.

    Exact for every chunk but the last of a page, for which it is a multiple of STEP_BYTES near it: see `can_hold`.
    """
    steps = max(0, sealed_size // STEP_BYTES)
    while steps and steps * STEP_BYTES + seal.overhead_bytes(steps * STEP_BYTES).start > sealed_size:
        steps -= 1
    return steps * STEP_BYTES


def can_hold(sealed_size: int, *, plain: int) -> bool:
    """Whether a chunk of `plain` bytes, sealed to city and hall, can be a file of that size."""
    return sealed_size - plain in seal.overhead_bytes(plain)
