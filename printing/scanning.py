"""Codes in pictures: a scan or photograph of a paper gives the texts of the QR codes on it."""

import warnings
from io import BytesIO

import zxingcpp
from PIL import Image, UnidentifiedImageError

from printing.pdf_reading import Unreadable

MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How PNG and JPEG begin."""


def codes_in(picture: Image.Image) -> list[str]:
    """Texts of the QR codes that a reader finds, each once, from the top."""
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.barcode_formats_from_str("QRCode"))
    return list(dict.fromkeys(code.text for code in sorted(found, key=lambda code: code.position.top_left.y)))


def opened_picture(data: bytes) -> Image.Image:
    """A PNG or JPEG in shades of gray, what is transparent in white.

    Raises:
        Unreadable: damaged, of another kind, or so large that it would fill the memory.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
            image.load()
    except (
        UnidentifiedImageError,
        OSError,
        SyntaxError,  # what Pillow raises for a PNG with a broken chunk
        ValueError,
        Image.DecompressionBombWarning,
        Image.DecompressionBombError,
    ) as error:
        raise Unreadable from error
    with_alpha = image.convert("RGBA")
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(with_alpha)
    return paper.convert("L")
