"""A PDF as pictures of its pages, through pdfium. Only ever called from the one thread that makes papers."""

import pypdfium2 as pdfium
from PySide6.QtGui import QImage

POINTS_PER_INCH = 72.0
PRINT_DPI = 300


def pages(pdf: bytes, *, dpi: float) -> list[QImage]:
    """Every page on white, in order.

    Args:
        dpi: dots per inch; an A4 page at 96 is 794 × 1123 pixels.
    """
    document = pdfium.PdfDocument(pdf)
    try:
        return [_picture(document[number], dpi) for number in range(len(document))]
    finally:
        document.close()


def grey_pages(pdf: bytes, *, dpi: float = PRINT_DPI) -> list[QImage]:
    """The pages as a laser or needle printer gets them: grey on white."""
    return [page.convertToFormat(QImage.Format.Format_Grayscale8) for page in pages(pdf, dpi=dpi)]


def _picture(page: pdfium.PdfPage, dpi: float) -> QImage:
    # On white from the start: a transparent page prints and scans as black (its QR code cannot be read).
    bitmap = page.render(scale=dpi / POINTS_PER_INCH, fill_color=(255, 255, 255, 255), prefer_bgrx=True)
    try:
        picture = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
        picture = picture.copy()  # pdfium's own memory goes with the bitmap
    finally:
        bitmap.close()
    dots_per_metre = round(dpi / 0.0254)
    picture.setDotsPerMeterX(dots_per_metre)
    picture.setDotsPerMeterY(dots_per_metre)
    return picture
