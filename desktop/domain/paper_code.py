"""The code on every paper: number, SHA-256 of the content, Ed25519 signature of the window, in base45 for the QR.

Layout of the bytes, big endian:

    1   version, 1
    1   length n of the paper number in UTF-8, at most 96
    n   paper number
    8   key id: first 8 bytes of the SHA-256 of the window's public key
    32  SHA-256 of the content JSON (papers.encode)
    64  Ed25519 signature over everything before it

Text form: "YC1:" + base45 (RFC 9285), which a QR code holds in its dense alphanumeric mode; raw bytes are mangled by
common readers. Signing itself needs a key and is done by the caller.
"""

import hashlib
from dataclasses import dataclass

from desktop.domain.errors import InvalidInput

PREFIX = "YC1:"
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {char: value for value, char in enumerate(_ALPHABET)}
_VERSION = 1


@dataclass(frozen=True, slots=True)
class PaperCode:
    """What the QR of a paper says. `signature` is 64 bytes, `content_sha256` 32, `key_id` 8."""

    number: str
    key_id: bytes
    content_sha256: bytes
    signature: bytes

    @property
    def text(self) -> str:
        """Text for the QR code."""
        return PREFIX + base45_encode(signed_part(self.number, self.key_id, self.content_sha256) + self.signature)


def key_id(public_key: bytes) -> bytes:
    """Eight bytes that name a window's public key on paper."""
    return hashlib.sha256(public_key).digest()[:8]


def content_hash(content: bytes) -> bytes:
    """SHA-256 of a paper's content JSON."""
    return hashlib.sha256(content).digest()


def signed_part(number: str, key_id: bytes, content_sha256: bytes) -> bytes:
    """The bytes that the window signs."""
    name = number.encode()
    if not 0 < len(name) <= 96 or len(key_id) != 8 or len(content_sha256) != 32:
        raise InvalidInput("paper_code", field="paper_code")
    return bytes((_VERSION, len(name))) + name + key_id + content_sha256


def parse(text: str) -> PaperCode:
    """Reads a scanned text; blanks around it do not matter.

    Raises:
        InvalidInput: not one of our codes (`paper_code`), or of a newer edition (`paper_code_newer`).
    """
    stripped = text.strip()
    if not stripped.startswith(PREFIX):
        raise InvalidInput("paper_code", field="paper_code")
    data = base45_decode(stripped.removeprefix(PREFIX))
    if data[:1] > bytes((_VERSION,)):
        raise InvalidInput("paper_code_newer", field="paper_code")
    if len(data) < 2 or data[0] != _VERSION or len(data) != 2 + data[1] + 8 + 32 + 64:
        raise InvalidInput("paper_code", field="paper_code")
    end = 2 + data[1]
    try:
        number = data[2:end].decode()
    except UnicodeDecodeError:
        raise InvalidInput("paper_code", field="paper_code") from None
    return PaperCode(number, data[end : end + 8], data[end + 8 : end + 40], data[end + 40 :])


def base45_encode(data: bytes) -> str:
    """RFC 9285: two bytes in three characters, a last odd one in two."""
    out = []
    for start in range(0, len(data) - 1, 2):
        value = data[start] << 8 | data[start + 1]
        out += [_ALPHABET[value % 45], _ALPHABET[value // 45 % 45], _ALPHABET[value // 2025]]
    if len(data) % 2:
        out += [_ALPHABET[data[-1] % 45], _ALPHABET[data[-1] // 45]]
    return "".join(out)


def base45_decode(text: str) -> bytes:
    """RFC 9285. Raises InvalidInput for a character or a length that no encoder writes."""
    try:
        values = [_VALUES[char] for char in text]
    except KeyError:
        raise InvalidInput("paper_code", field="paper_code") from None
    out = bytearray()
    for start in range(0, len(values), 3):
        group = values[start : start + 3]
        number = sum(value * 45**place for place, value in enumerate(group))
        size = len(group) - 1
        if size == 0 or number >= 256**size:
            raise InvalidInput("paper_code", field="paper_code")
        out += number.to_bytes(size, "big")
    return bytes(out)
