"""Sealing: what leaves the counter can be read by the city and the hall and by nobody between them.

A sealed file is an age file, version 1 (https://age-encryption.org/v1), binary, to X25519 recipients; `age -d` opens
it. An intact file says nothing of who made it: signatures are the business of what is inside.

    header    `age-encryption.org/v1`, 98 bytes for each recipient, a random filler of 13 to 190, its MAC
    nonce     16 bytes
    payload   in pieces of 64 KB, each 16 bytes longer than its text

The filler is the library's (it keeps readers from relying on what a header holds) and its size is chance, so the size
of a sealed file is known within bounds alone: see desktop.sync.chunk.
"""

from collections.abc import Sequence

import pyrage

from desktop.sync.faults import Bomb, Damaged, NotForUs

LARGEST_PLAIN_BYTES = 8 * 1024 * 1024

_NOT_OURS = "No matching keys found"  # the library has one error class for all; these are its words
_DRAWS = 6
_SMALL_BYTES = 32 * 1024

_PIECE_BYTES = 64 * 1024
_TAG_BYTES = 16
_STANZA_BYTES = 98
_FRAME_BYTES = len("age-encryption.org/v1\n--- \n") + 43 + 16
_FILLER_BYTES = range(13, 191)
"""`-> `, a tag of 8 to 15 characters, up to four words of up to 8, and 0 to 99 bytes as base64 in lines of 64."""


def new_identity() -> tuple[str, str]:
    """A new key pair: the secret `AGE-SECRET-KEY-1…`, and the recipient `age1…` that others seal to."""
    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def is_recipient(text: str) -> bool:
    """Whether files can be sealed to this."""
    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


def seal(plain: bytes, recipients: Sequence[str]) -> bytes:
    """The bytes sealed so that each recipient can open them. Two seals of the same bytes are not the same.

    Raises:
        ValueError: no recipient.
    """
    if not recipients:
        raise ValueError("sealed to nobody")
    keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    # The filler is 100 bytes on average: drawing again costs 0.2 ms each and spares a small file 5 % of the line.
    draws = _DRAWS if len(plain) <= _SMALL_BYTES else 1
    return min((bytes(pyrage.encrypt(plain, keys)) for _ in range(draws)), key=len)


def unseal(
    sealed: bytes, identities: Sequence[str], *, limit_bytes: int = LARGEST_PLAIN_BYTES, name: str = ""
) -> bytes:
    """What was sealed; at most `limit_bytes` of it. `name` is told by the fault.

    Raises:
        Bomb: the file holds more than `limit_bytes`; it was not opened.
        NotForUs: none of the identities is among the recipients.
        Damaged: cut off, changed, or no age file.
    """
    if len(sealed) > limit_bytes + overhead_bytes(limit_bytes, recipients=len(identities) + 2).stop:
        raise Bomb(name=name, limit=limit_bytes)
    keys = [pyrage.x25519.Identity.from_str(identity) for identity in identities]
    try:
        plain = bytes(pyrage.decrypt(sealed, keys))
    except pyrage.DecryptError as error:
        if str(error) == _NOT_OURS:
            raise NotForUs(name=name) from None
        raise Damaged(name=name, reason="seal") from None
    if len(plain) > limit_bytes:
        raise Bomb(name=name, limit=limit_bytes)
    return plain


def overhead_bytes(plain_size: int, *, recipients: int = 2) -> range:
    """By how many bytes a sealed file can be longer than what is in it."""
    pieces = max(1, -(-plain_size // _PIECE_BYTES))
    fixed = _FRAME_BYTES + _STANZA_BYTES * recipients + _TAG_BYTES * pieces
    return range(fixed + _FILLER_BYTES.start, fixed + _FILLER_BYTES.stop)
