"""How a window and the city get to know each other: one file from the city, one request from the window.

**Enrolment file.** A signed document (desktop.sync.signed) in an age file to a passphrase, the code: twelve digits that
are told by telephone, never written beside the file. It holds the way to the store, the keys of the city, and the
identity and the secret that the windows of a hall share. The city's key in it is the one that the window trusts from
then on; it is believed because the code opened the file.

**Request to join.** A signed document of the window's new key, sealed to the city and the hall. It proves that the
window holds the key, no more: that it is the right window is seen by the person at the city who approves it. An origin
that goes on from another brings the other's signature, made over `succession` of its own name and key.
"""

import secrets
import unicodedata
from collections.abc import Sequence

import pyrage

from desktop.domain.errors import InvalidInput
from desktop.sync import seal
from desktop.sync.faults import Damaged
from desktop.sync.signed import Document, Sign, is_signed, read_document, read_unproven, sign_document
from desktop.sync.store_config import StoreConfig as StoreConfig

LARGEST_FILE_BYTES = 64 * 1024

_WRONG_CODE = "Decryption failed"  # the library's word where the passphrase does not fit
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
    """The file for a window, signed with the city's key. Takes about a second, on purpose.

    Raises:
        InvalidInput: `enrolment_code`: not twelve digits.
    """
    return bytes(pyrage.passphrase.encrypt(sign_document(enrolment, sign), _digits(code)))


def open_enrolment(raw: bytes, code: str, *, name: str = "") -> Enrolment:
    """What is in the file. Takes about a second, some on an old PC.

    Raises:
        InvalidInput: `enrolment_code`: not twelve digits, or not those of this file.
        FileFault: Damaged, TooNew, SignatureWrong, Bomb: ask the city for another file.
    """
    if len(raw) > LARGEST_FILE_BYTES:
        raise Damaged(name=name, reason="form")
    try:
        signed = bytes(pyrage.passphrase.decrypt(raw, _digits(code)))
    except pyrage.DecryptError as error:
        if str(error) == _WRONG_CODE:
            raise InvalidInput("enrolment_code", field="code") from None
        raise Damaged(name=name, reason="seal") from None
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
        FileFault: NotForUs, Damaged, TooNew, SignatureWrong, Bomb.
    """
    signed = seal.unseal(sealed, identities, limit_bytes=LARGEST_FILE_BYTES, name=name)
    request = read_unproven(signed, JoinRequest, name=name)
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
