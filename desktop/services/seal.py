"""The seal of the office: what may be set as one, who may set it, and whether it holds today.

Picture, certificate and password are settings of this PC inside the encrypted store, nowhere else. A picture alone is
no electronic seal: only the signature shows whose it is and that nothing was altered (电子签名法 13). So a paper bears
either both or the room for the wet seal.
"""

import base64
import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, pkcs12
from PIL import Image

from desktop.clock import HALL_ZONE
from desktop.domain.errors import InvalidInput, NotAllowed
from desktop.domain.events import SealRemoved, SealSet
from desktop.domain.office_seal import Certificate, OfficeSeal
from desktop.domain.people import ClerkRole, Session
from desktop.ports import CaseReader, UnitOfWork

IMAGE_BYTES = 2 * 1024 * 1024
PIXELS = range(300, 4097)
"""Of each side: 300 on 42 mm are 180 a inch, less would be seen on paper."""

_IMAGE, _PKCS12, _PASSWORD = "seal.image", "seal.pkcs12", "seal.password"
_CURVES = ("secp256r1", "secp384r1", "secp521r1")


@dataclass(frozen=True, slots=True)
class SealState:
    """What is set, for the settings. `fault` says why papers bear no seal though a certificate is there."""

    image: bytes = b""
    certificate: Certificate | None = None
    fault: InvalidInput | None = None

    @property
    def is_in_force(self) -> bool:
        """Whether papers are sealed."""
        return bool(self.image and self.certificate and not self.fault)


def check_image(data: bytes) -> None:
    """Refuse what cannot be printed as a seal over name and date.

    Raises:
        InvalidInput: `seal_image_size`, `seal_image_format`, `seal_image_pixels`, `seal_image_opaque`.
    """
    if len(data) > IMAGE_BYTES:
        raise InvalidInput("seal_image_size", field="image", limit=IMAGE_BYTES // 1024**2)
    try:
        picture = Image.open(BytesIO(data), formats=("PNG",))
        width, height = picture.size
        if width not in PIXELS or height not in PIXELS:  # asked before a single pixel is unpacked
            raise InvalidInput(
                "seal_image_pixels", field="image", least=PIXELS[0], most=PIXELS[-1], width=width, height=height
            )
        lowest, highest = picture.convert("RGBA").getchannel("A").getextrema()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise InvalidInput("seal_image_format", field="image") from error
    if lowest != 0 or highest == 0:
        raise InvalidInput("seal_image_opaque", field="image")


def read_certificate(data: bytes, password: str, *, at: datetime) -> Certificate:
    """What the certificate of a PKCS#12 file says, if it can sign papers at this moment.

    Raises:
        InvalidInput: `seal_certificate_form`, `seal_password`, `seal_no_key`, `seal_key_kind`, `seal_usage`,
            `seal_expired`, `seal_not_yet`.
    """
    certificate = _opened(data, password)
    if at < certificate.not_valid_before_utc:
        raise InvalidInput("seal_not_yet", field="certificate", day=_day(certificate.not_valid_before_utc))
    if at > certificate.not_valid_after_utc:
        raise InvalidInput("seal_expired", field="certificate", day=_day(certificate.not_valid_after_utc))
    return _facts(certificate)


def set_image(uow: UnitOfWork, session: Session, image: bytes) -> None:
    """Keep the picture of the seal. Raises NotAllowed for anybody but the lead, and what `check_image` raises."""
    _require_lead(session)
    check_image(image)
    uow.set_setting(_IMAGE, base64.b64encode(image).decode())
    uow.record([SealSet(image_sha256=hashlib.sha256(image).hexdigest())])


def set_certificate(uow: UnitOfWork, session: Session, data: bytes, password: str, *, at: datetime) -> Certificate:
    """Keep the certificate. Raises NotAllowed for anybody but the lead, and what `read_certificate` raises."""
    _require_lead(session)
    certificate = read_certificate(data, password, at=at)
    uow.set_setting(_PKCS12, base64.b64encode(data).decode())
    uow.set_setting(_PASSWORD, password)
    uow.record([SealSet(holder=certificate.holder, serial=certificate.serial, valid_to=certificate.valid_to)])
    return certificate


def remove(uow: UnitOfWork, session: Session) -> None:
    """Forget picture, certificate and password: papers take the wet seal again. Raises NotAllowed."""
    _require_lead(session)
    for name in (_IMAGE, _PKCS12, _PASSWORD):
        uow.set_setting(name, "")
    uow.record([SealRemoved()])


def state(reader: CaseReader, *, at: datetime) -> SealState:
    """What is set here and whether it holds at this moment."""
    kept = _kept(reader)
    if not kept.pkcs12:
        return SealState(kept.image)
    try:
        return SealState(kept.image, read_certificate(kept.pkcs12, kept.password, at=at))
    except InvalidInput as fault:
        return SealState(kept.image, _facts(_opened(kept.pkcs12, kept.password)), fault)


def in_force(reader: CaseReader, *, at: datetime) -> OfficeSeal | None:
    """The seal for the papers of this moment; None: the room for the wet seal stays."""
    kept = _kept(reader)
    return kept if kept.image and kept.pkcs12 and state(reader, at=at).is_in_force else None


def _kept(reader: CaseReader) -> OfficeSeal:
    image, data = (base64.b64decode(reader.setting(name)) for name in (_IMAGE, _PKCS12))
    return OfficeSeal(image, data, reader.setting(_PASSWORD))


def _require_lead(session: Session) -> None:
    if session.clerk.role is not ClerkRole.LEAD:
        raise NotAllowed(reason="lead_only")


def _opened(data: bytes, password: str) -> x509.Certificate:
    """The certificate whose private key is in the file and of a kind that the signature library knows."""
    if data[:1] != b"\x30":  # a DER sequence, as every PKCS#12 file is (RFC 7292, 4)
        raise InvalidInput("seal_certificate_form", field="certificate")
    try:
        key, certificate, _ = pkcs12.load_key_and_certificates(data, password.encode())
    except UnsupportedAlgorithm as error:
        raise InvalidInput("seal_key_kind", field="certificate") from error
    except ValueError as error:
        raise InvalidInput("seal_password", field="password") from error
    if key is None or certificate is None or _bytes_of(key.public_key()) != _bytes_of(certificate.public_key()):
        raise InvalidInput("seal_no_key", field="certificate")
    is_rsa = isinstance(key, rsa.RSAPrivateKey) and key.key_size >= 2048
    is_curve = isinstance(key, ec.EllipticCurvePrivateKey) and key.curve.name in _CURVES
    if not is_rsa and not is_curve:
        raise InvalidInput("seal_key_kind", field="certificate")
    if not _may_sign(certificate):
        raise InvalidInput("seal_usage", field="certificate")
    return certificate


def _may_sign(certificate: x509.Certificate) -> bool:
    """By its key usage, if it has one (RFC 5280, 4.2.1.3)."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment


def _facts(certificate: x509.Certificate) -> Certificate:
    return Certificate(
        holder=_name(certificate.subject),
        issuer=_name(certificate.issuer),
        serial=f"{certificate.serial_number:X}",
        valid_from=_day(certificate.not_valid_before_utc),
        valid_to=_day(certificate.not_valid_after_utc),
    )


def _name(name: x509.Name) -> str:
    """The common name, or all of it."""
    common = name.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return str(common[0].value) if common else name.rfc4514_string()


def _day(moment: datetime) -> date:
    return moment.astimezone(HALL_ZONE).date()


def _bytes_of(key: object) -> bytes:
    public: rsa.RSAPublicKey = key  # type: ignore[assignment]  # every kind of key has public_bytes
    return public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
