"""A certificate authority, certificates and a picture for seals, all made by the tests: a grey square, no seal."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from PIL import Image, ImageDraw

from desktop.domain.office_seal import OfficeSeal

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
"""Twelve o'clock in the hall."""

PASSWORD = "示例密码-2026"
HOLDER = "示例镇人民政府（测试）"
ISSUER = "示例发证机构（测试）"


@dataclass(frozen=True)
class Authority:
    key: Any
    certificate: x509.Certificate


def name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, common)])


@cache
def authority() -> Authority:
    key = ec.generate_private_key(ec.SECP256R1())
    draft = x509.CertificateBuilder().subject_name(name(ISSUER)).issuer_name(name(ISSUER)).public_key(key.public_key())
    draft = draft.serial_number(1).not_valid_before(NOON - timedelta(days=900))
    draft = draft.not_valid_after(NOON + timedelta(days=3000))
    draft = draft.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    return Authority(key, draft.sign(key, hashes.SHA256()))


def usage(**allowed: bool) -> x509.KeyUsage:
    names = (
        "digital_signature",
        "content_commitment",
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
        "key_cert_sign",
        "crl_sign",
        "encipher_only",
        "decipher_only",
    )
    return x509.KeyUsage(**{each: allowed.get(each, False) for each in names})


@cache
def rsa_key(bits: int = 2048) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, bits)


def certificate(
    key: Any,
    *,
    first: datetime = NOON - timedelta(days=30),
    last: datetime = NOON + timedelta(days=335),
    purpose: x509.KeyUsage | None = None,
) -> x509.Certificate:
    """Of the office, signed by the test's authority."""
    issuer = authority()
    draft = x509.CertificateBuilder().subject_name(name(HOLDER)).issuer_name(issuer.certificate.subject)
    draft = draft.public_key(key.public_key()).serial_number(0x2026).not_valid_before(first).not_valid_after(last)
    draft = draft.add_extension(purpose or usage(digital_signature=True, content_commitment=True), critical=True)
    return draft.sign(issuer.key, hashes.SHA256())


def packed(key: Any, made: x509.Certificate | None, *, password: str = PASSWORD) -> bytes:
    """As PKCS#12, with the authority's certificate."""
    encryption = BestAvailableEncryption(password.encode())
    return pkcs12.serialize_key_and_certificates(b"seal", key, made, [authority().certificate], encryption)


@cache
def signing_file() -> bytes:
    """A sound PKCS#12 file."""
    return packed(rsa_key(), certificate(rsa_key()))


def picture(width: int = 400, height: int = 400, *, mode: str = "RGBA", ground: Any = (0, 0, 0, 0)) -> bytes:
    """A grey frame with a stroke in it, on a transparent ground: nothing like a seal."""
    made = Image.new("RGBA", (width, height), ground)
    pen = ImageDraw.Draw(made)
    pen.rectangle((10, 10, width - 10, height - 10), outline=(120, 120, 120, 255), width=max(width // 40, 1))
    pen.line((width * 0.2, height * 0.5, width * 0.8, height * 0.5), fill=(120, 120, 120, 255), width=8)
    out = BytesIO()
    made.convert(mode).save(out, "PNG")
    return out.getvalue()


def office_seal() -> OfficeSeal:
    """Picture and certificate that go together."""
    return OfficeSeal(picture(), signing_file(), PASSWORD)
