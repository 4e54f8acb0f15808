"""Slips as pictures (ESC/POS, GS v 0): every character that we have a font for, on any slip printer."""

from PIL import Image, ImageChops

from printing.formats import ROLL_MM, ROLL_PRINTED_MM
from printing.raster import black_pages

DPI = 203.2
"""8 dots a millimetre: 72 mm are 576 dots."""

BAND = 240
"""Rows in one command: cheap printers have small buffers."""

_START = b"\x1b@"
_END = b"\x1bd\x03\x1dVB\x00"


def slip_raster(pdf: bytes) -> bytes:
    """The one page of a roll as a picture, with its cut."""
    margin = (ROLL_MM - ROLL_PRINTED_MM) / 2
    pages = black_pages(pdf, dpi=DPI, margin_mm=margin)
    return _START + b"".join(picture_bytes(page) for page in pages) + _END


def picture_bytes(picture: Image.Image) -> bytes:
    """A picture of mode "1" as raster commands, a band after the other; a dot that is black is a bit that is set."""
    width = (picture.width + 7) // 8
    bands = []
    for top in range(0, picture.height, BAND):
        band = picture.crop((0, top, picture.width, min(top + BAND, picture.height)))
        dots = ImageChops.invert(band.convert("L")).convert("1").tobytes()
        head = b"\x1dv0\x00" + width.to_bytes(2, "little") + band.height.to_bytes(2, "little")
        bands.append(head + dots)
    return b"".join(bands)
