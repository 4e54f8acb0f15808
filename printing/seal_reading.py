"""The seals of a PDF that somebody hands in: whose signature, and whether it still fits the file. No network."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

_SIGN = b"/ByteRange"
"""Stands in the clear in every signed PDF (PDF 32000-1, 12.8.1)."""


@dataclass(frozen=True, slots=True)
class FoundSeal:
    """A signature in a PDF. What its certificate says of itself; who issued it is not checked offline.

    `is_intact`: the signature fits, and it covers the whole file to its last byte. What cannot be read is not intact.
    """

    is_intact: bool
    holder: str = ""
    issuer: str = ""
    serial: str = ""
    signed_at: datetime | None = None


def seals_in(pdf: bytes) -> tuple[FoundSeal, ...]:
    """Every signature of the file, oldest first; the library is loaded only for a file that has one."""
    if _SIGN not in pdf:
        return ()
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        found = PdfFileReader(BytesIO(pdf)).embedded_signatures
        return tuple(_told(signature) for signature in found) or (FoundSeal(is_intact=False),)
    except (PdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OSError):
        return (FoundSeal(is_intact=False),)  # made to mislead, or cut: the library's words would help nobody


def _told(signature: Any) -> FoundSeal:
    """Of an EmbeddedPdfSignature, half of whose methods have no types."""
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    signature.compute_integrity_info()
    certificate: Any = signature.signer_cert
    is_intact = _fits(signature) and signature.coverage == SignatureCoverageLevel.ENTIRE_FILE
    return FoundSeal(
        is_intact=is_intact,
        holder=_name(certificate.subject),
        issuer=_name(certificate.issuer),
        serial=f"{certificate.serial_number:X}",
        signed_at=signature.self_reported_timestamp,
    )


def _fits(signature: Any) -> bool:
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    try:
        is_same, is_valid = validate_sig_integrity(
            signature.signer_info,
            signature.signer_cert,
            expected_content_type="data",
            actual_digest=signature.compute_digest(),
        )
    except (SignatureValidationError, SigningError):
        return False
    return bool(is_same and is_valid)


def _name(name: Any) -> str:
    """The common name, or all of it."""
    return str(name.native.get("common_name") or name.human_friendly)
