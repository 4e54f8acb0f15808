"""Reading a paper as others do: its text, its picture, its fonts; and whether the marks of a page are in order."""

import subprocess
from itertools import combinations
from pathlib import Path

import pypdfium2
import zxingcpp
from PIL import Image

from printing.marks import ImageMark, QrMark, TextMark
from printing.surface import Surface


def text_of(pdf: bytes) -> str:
    """What poppler extracts, without any white space: lines are broken where the paper breaks them."""
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return "".join(done.stdout.decode().split())


def page_count(pdf: bytes) -> int:
    """Number of pages."""
    return len(pypdfium2.PdfDocument(pdf))


def picture(pdf: bytes, *, dpi: int, page: int = 0) -> Image.Image:
    """The page in shades of gray, as a raster printer would get it."""
    document = pypdfium2.PdfDocument(pdf)
    image: Image.Image = document[page].render(scale=dpi / 72, grayscale=True).to_pil()
    return image


def codes_in(image: Image.Image) -> list[str]:
    """Texts of the QR codes a reader finds."""
    return [found.text for found in zxingcpp.read_barcodes(image) if found.format == zxingcpp.BarcodeFormat.QRCode]


def fonts_of(pdf: bytes, folder: Path) -> str:
    """poppler's list of fonts."""
    (folder / "paper.pdf").write_bytes(pdf)
    return subprocess.run(["pdffonts", folder / "paper.pdf"], capture_output=True, check=True, text=True).stdout


def faults(surface: Surface) -> list[str]:
    """Texts that overlap another, leave their frame, or leave the sheet."""
    found = []
    for number, page in enumerate(surface.pages, start=1):
        texts = [mark for mark in page if isinstance(mark, TextMark)]
        found += [f"page {number}: {mark.text!r} leaves its frame" for mark in texts if mark.within and _leaves(mark)]
        solid = [mark for mark in page if isinstance(mark, TextMark | QrMark | ImageMark)]
        found += [f"page {number}: {mark} leaves the sheet" for mark in solid if not surface.page_box.holds(mark.box)]
        found += [
            f"page {number}: {one} lies over {other}"
            for one, other in combinations(solid, 2)
            if one.box.overlaps(other.box)
        ]
    return found


def _leaves(mark: TextMark) -> bool:
    return mark.within is not None and not mark.within.holds(mark.box)
