"""A PDF as black dots, for printers that are sent pictures."""

import pypdfium2 as pdfium
from PIL import Image

POINTS_PER_INCH = 72.0
MM_PER_INCH = 25.4
THRESHOLD = 200
"""Darker than this is black. At 140 the hairlines of rare characters vanish at 203 dpi: a wrong name (measured)."""

_SUPERSAMPLING = 2


def black_pages(pdf: bytes, *, dpi: float, margin_mm: float = 0.0) -> list[Image.Image]:
    """Every page in pure black and white (mode "1", 0 is black), drawn twice as fine and brought together.

    Only ever called from the one thread that makes papers: pdfium bears no second one.

    Args:
        dpi: dots per inch of the device.
        margin_mm: cut off on the left and right, where the device does not print.
    """
    document = pdfium.PdfDocument(pdf)
    try:
        return [_black(document[number], dpi, margin_mm) for number in range(len(document))]
    finally:
        document.close()


def _black(page: pdfium.PdfPage, dpi: float, margin_mm: float) -> Image.Image:
    bitmap = page.render(scale=_SUPERSAMPLING * dpi / POINTS_PER_INCH, grayscale=True)
    try:
        fine: Image.Image = bitmap.to_pil().convert("L")
    finally:
        bitmap.close()
    margin = margin_mm / MM_PER_INCH * dpi
    width = round(fine.width / _SUPERSAMPLING - 2 * margin)
    left = round(margin * _SUPERSAMPLING)
    fine = fine.crop((left, 0, left + width * _SUPERSAMPLING, fine.height - fine.height % _SUPERSAMPLING))
    return (
        fine.reduce(_SUPERSAMPLING).point(lambda gray: 255 * (gray >= THRESHOLD)).convert("1", dither=Image.Dither.NONE)
    )
