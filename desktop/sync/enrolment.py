"""How a window and the city get to know each other: one file from the city, one request from the window.

**Enrolment file.** It holds the way to the store, the keys of the city, and the identity and the secret that the
windows of a hall share. It opens with a code, twelve digits that are told by telephone, never written beside it. The
city's key in it is the one that the window trusts from then on; it is believed because the code opened the file.

    0    3   the ASCII text `YCE`
    3    1   the version of this layout, 1
    4   16   salt, random
    20   …   ChaCha20-Poly1305 (RFC 8439) of a signed document (desktop.sync.signed); nonce 12 zero bytes, associated
             data all that stands before; the key is Argon2id (RFC 9106: 3 passes, 64 MB, 4 lanes, 32 bytes) of the
             code's twelve ASCII digits and the salt
    -32 32   SHA-256 of all that stands before: a file that was cut or changed is not taken for a wrong code

The cost of a guess is fixed, not measured as age does it, so that a file from the city's server opens in the same 64 MB
on the oldest PC: trying every code is some thousand years of one core.

**Request to join.** A signed document of the window's new key, sealed to the city and the hall. It proves that the
window holds the key, no more: that it is the right window is seen by the person at the city who approves it. An origin
that goes on from another brings the other's signature, made over `succession` of its own name and key.
"""

import hashlib
import secrets
import unicodedata
from collections.abc import Sequence

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from desktop.domain.errors import InvalidInput
from desktop.sync import layout, seal
from desktop.sync.faults import Damaged, Misplaced, TooNew
from desktop.sync.signed import Document, Sign, is_signed, read_document, read_unproven, sign_document
from desktop.sync.store_config import StoreConfig as StoreConfig

LARGEST_FILE_BYTES = 64 * 1024
VERSION = 1

_MAGIC = b"YCE"
_SALT_BYTES = 16
_START = len(_MAGIC) + 1 + _SALT_BYTES
_SUM_BYTES = 32
_NONCE = bytes(12)  # each key seals once: the salt is new each time
_CODE_DIGITS = 12
_SUCCESSION = b"yichuang succession 1\0"


class Enrolment(Document, frozen=True, kw_only=True, tag="enrolment"):
    """All that a window needs to reach the city. Secret: it is kept in the encrypted store alone.

    Attributes:
        city: the city's name for people.
        city_key: its Ed25519 public key, hex.
        city_recipient: whom everything is sealed to, with `hall_recipient`; `age1…`.
        hall: division code of the township.
        window: its number in the hall.
        hall_secret_key: age identity that the windows of the hall share.
        hall_secret: 32 bytes as hex, for the addresses of scans.
    """

    city: str
    city_key: str
    city_recipient: str
    hall: str
    hall_name: str
    window: str
    hall_secret_key: str
    hall_recipient: str
    hall_secret: str
    store: StoreConfig
    enrolment_id: str
    issued_at_ms: int

    def __repr__(self) -> str:
        return f"Enrolment({self.enrolment_id!r}, hall={self.hall!r}, window={self.window!r})"

    @property
    def recipients(self) -> tuple[str, str]:
        """Whom this window's files are sealed to."""
        return self.city_recipient, self.hall_recipient


class JoinRequest(Document, frozen=True, kw_only=True, tag="join"):
    """A window's wish to be approved with this key.

    `predecessor` is the origin that it goes on from, empty for a new window; `predecessor_signature` (hex) is that
    origin's signature over `succession`, empty if its key is lost.
    """

    origin: str
    window: str
    public_key: str  # 32 bytes as hex
    enrolment_id: str
    at_ms: int
    predecessor: str = ""
    predecessor_signature: str = ""


def new_code() -> str:
    """A code for an enrolment file, `1234-5678-9012`."""
    digits = f"{secrets.randbelow(10**_CODE_DIGITS):0{_CODE_DIGITS}}"
    return "-".join((digits[:4], digits[4:8], digits[8:]))


def seal_enrolment(enrolment: Enrolment, *, code: str, sign: Sign) -> bytes:
    """The file for a window, signed with the city's key. Takes 0.1 to 0.5 s and 64 MB, on purpose.

    Raises:
        InvalidInput: `enrolment_code`: not twelve digits.
    """
    start = _MAGIC + bytes([VERSION]) + secrets.token_bytes(_SALT_BYTES)
    file = start + _cipher(code, start).encrypt(_NONCE, sign_document(enrolment, sign), start)
    return file + hashlib.sha256(file).digest()


def open_enrolment(raw: bytes, code: str, *, name: str = "") -> Enrolment:
    """What is in the file. Takes 0.1 to 0.5 s and 64 MB, on purpose.

    Raises:
        InvalidInput: `enrolment_code`: not twelve digits, or not those of this file.
        FileFault: Damaged, TooNew, SignatureWrong, Bomb: ask the city for another file.
    """
    _require_whole(raw, name)
    start, sealed = raw[:_START], raw[_START:-_SUM_BYTES]
    try:
        signed = _cipher(code, start).decrypt(_NONCE, sealed, start)
    except InvalidTag:
        raise InvalidInput("enrolment_code", field="code") from None
    enrolment = read_unproven(signed, Enrolment, name=name)
    read_document(signed, Enrolment, public_key=_key(enrolment.city_key, name), name=name)
    if not (seal.is_recipient(enrolment.city_recipient) and seal.is_recipient(enrolment.hall_recipient)):
        raise Damaged(name=name, reason="content")
    return enrolment


def seal_join(request: JoinRequest, *, sign: Sign, recipients: Sequence[str]) -> bytes:
    """The request as a file, signed with the origin's own key."""
    return seal.seal(sign_document(request, sign), recipients)


def open_join(sealed: bytes, *, identities: Sequence[str], name: str = "") -> JoinRequest:
    """The request in a file; its key has signed it. Whether to believe it is for a person to say.

    Raises:
        FileFault: NotForUs, Damaged, TooNew, Misplaced (`name` is not this origin's), SignatureWrong, Bomb.
    """
    signed = seal.unseal(sealed, identities, limit_bytes=LARGEST_FILE_BYTES, name=name)
    request = read_unproven(signed, JoinRequest, name=name)
    if name and name != layout.join(request.origin):
        raise Misplaced(name=name, found=request.origin, expected=name)
    key = _key(request.public_key, name)
    return read_document(signed, JoinRequest, public_key=key, name=name, signer=request.origin)


def succession(origin: str, public_key: bytes) -> bytes:
    """What a predecessor signs: that `origin` with this key (32 bytes) goes on in its place."""
    return _SUCCESSION + origin.encode() + b"\0" + public_key


def is_successor(request: JoinRequest, *, predecessor_key: bytes) -> bool:
    """Whether the predecessor itself has named this origin as its successor."""
    message = succession(request.origin, bytes.fromhex(request.public_key))
    try:
        signature = bytes.fromhex(request.predecessor_signature)
    except ValueError:
        return False
    return is_signed(message, signature, public_key=predecessor_key)


def _require_whole(raw: bytes, name: str) -> None:
    if len(raw) > LARGEST_FILE_BYTES or len(raw) < _START + _SUM_BYTES or raw[: len(_MAGIC)] != _MAGIC:
        raise Damaged(name=name, reason="form")
    if raw[len(_MAGIC)] != VERSION:
        raise TooNew(name=name, what="enrolment", found=raw[len(_MAGIC)], known=VERSION)
    if hashlib.sha256(raw[:-_SUM_BYTES]).digest() != raw[-_SUM_BYTES:]:
        raise Damaged(name=name, reason="sum")


def _cipher(code: str, start: bytes) -> ChaCha20Poly1305:
    key = hash_secret_raw(
        _digits(code).encode(),
        start[-_SALT_BYTES:],
        time_cost=3,
        memory_cost=64 * 1024,  # KiB
        parallelism=4,
        hash_len=32,
        type=Type.ID,
    )
    return ChaCha20Poly1305(key)


def _digits(code: str) -> str:
    """The bare digits; blanks, dashes and full-width digits are as people write them."""
    plain = unicodedata.normalize("NFKC", code)
    digits = "".join(c for c in plain if not (c.isspace() or unicodedata.category(c) == "Pd"))
    if len(digits) != _CODE_DIGITS or not (digits.isascii() and digits.isdigit()):
        raise InvalidInput("enrolment_code", field="code")
    return digits


def _key(text: str, name: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise Damaged(name=name, reason="content") from None
