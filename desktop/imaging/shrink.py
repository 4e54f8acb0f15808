"""From a file to its pages as they are kept and sent. The same bytes always give the same pages."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import hypot

from PIL import Image

from desktop.imaging.encode import encoded
from desktop.imaging.paper import judged, photographed
from desktop.imaging.source import RawPage, pages

DPI = 200
SMALL_DPI = 300  # of a card or certificate smaller than A5: its letters are small, and it has few dots anyway
LARGE_DPI = 150  # above A4
_A4_LONG_MM, _A5_DIAGONAL_MM, _LONGEST_MM = 297.0, 257.0, 450.0
_MM = 25.4


@dataclass(frozen=True, slots=True)
class ShrunkPage:
    """A page as it is kept: `number` of `total` in its file, from 1; `dpi` 0: its size on paper is not known."""

    number: int
    total: int
    media: str
    width_px: int
    height_px: int
    dpi: int
    content: bytes = field(repr=False)


def shrink(content: bytes, *, turned: int = 0, only: int = 0) -> Iterator[ShrunkPage]:
    """The pages of a file in order, each made when it is asked for; errors as source.pages.

    Args:
        turned: quarter turns to the right that the clerk asked for.
        only: the number of the one page that is wanted, from 1; 0: all.
    """
    for raw in pages(content, only=only):
        yield shrunk(raw, turned=turned)


def shrunk(raw: RawPage, *, turned: int = 0) -> ShrunkPage:
    """One page."""
    upright = raw.image.transpose(_TURNS[turned % 4]) if turned % 4 else raw.image
    image, dpi = _sized(upright, raw.dpi)
    # A card has a face on it, which must not be evened out like paper.
    kept = encoded(photographed(image) if dpi > DPI else judged(image), dpi=dpi)
    return ShrunkPage(raw.number, raw.total, kept.media, kept.width_px, kept.height_px, kept.dpi, kept.content)


_TURNS = {1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90}


def _sized(image: Image.Image, known_dpi: int) -> tuple[Image.Image, int]:
    """The page at the resolution that its size asks for, never enlarged."""
    longest, source_dpi = max(image.size), float(known_dpi)
    if not source_dpi or longest / source_dpi * _MM > _LONGEST_MM:
        source_dpi = longest / _A4_LONG_MM * _MM  # a camera's picture: taken for a sheet that fills it
    wanted = _wanted_dpi(image, source_dpi)
    if wanted >= source_dpi:
        return image, round(source_dpi)
    share = wanted / source_dpi
    grey = image.convert("L") if image.mode == "1" else image
    size = (max(1, round(image.width * share)), max(1, round(image.height * share)))
    return grey.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0), wanted


def _wanted_dpi(image: Image.Image, source_dpi: float) -> int:
    width_mm, height_mm = image.width / source_dpi * _MM, image.height / source_dpi * _MM
    if max(width_mm, height_mm) > _A4_LONG_MM * 1.08:
        return LARGE_DPI
    return SMALL_DPI if hypot(width_mm, height_mm) < _A5_DIAGONAL_MM * 0.9 else DPI
