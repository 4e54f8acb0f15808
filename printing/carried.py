"""What a PDF carries besides its pages: its own content, so that it can be checked far from any database.

A file attached to the PDF holds the content JSON byte for byte, the text of the QR code and the number of the reprint.
From these the pages can be made again and compared. printing.render writes it, printing.verify reads it.
"""

import msgspec

ATTACHMENT = "yichuang.json"
"""Name of the attached file; readers of PDF show it among the attachments."""

FORMAT = 1


class Carried(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The attached file. Fields of a later edition are passed over; `format` says that there are some.

    `content` is papers.encode of the paper, untouched, because its SHA-256 is what the window signed. `template` is the
    TEMPLATE_VERSION that the pages were laid out under. `code` is empty on a paper without a signature. `paper_format`
    is a printing.formats.PaperFormat; A4 is not written.
    """

    format: int
    template: int
    content: msgspec.Raw
    code: str
    reprint_no: int
    paper_format: str = "A4"


def encode_carried(carried: Carried) -> bytes:
    """JSON, the same for the same paper."""
    return msgspec.json.encode(carried)


def decode_carried(data: bytes) -> Carried:
    """The inverse of `encode_carried`. Raises msgspec.DecodeError for what is no such file."""
    return msgspec.json.decode(data, type=Carried)


def check_code(content_sha256: bytes) -> str:
    """校验码: the first eight hexadecimal digits of the content's hash, `1A2B-3C4D`.

    It stands beside the QR code, so that a person can hold a photocopy against the record. It is an aid to the eye and
    no proof: contents with the same eight digits can be made on purpose.
    """
    digits = content_sha256.hex().upper()
    return f"{digits[:4]}-{digits[4:8]}"
