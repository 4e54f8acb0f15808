"""What a file holds, page by page: pictures upright as the camera held them, documents drawn as they would be printed.

Everything that could fill the memory is measured before it is unpacked. A name's ending is never believed.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from PIL import Image, ImageOps, UnidentifiedImageError

from desktop.domain.errors import InvalidInput

MOST_BYTES = 40_000_000
MOST_PIXELS = 80_000_000
"""Of a picture: A3 at 600 dots an inch has 70 million."""

MOST_PAGES = 200
LEAST_SIDE_PX = 32

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP")
DRAWN_DPI = 200
_POINTS = 72
_LONGEST_IN = 420 / 25.4  # of a drawn page: a plan larger than A3 is drawn as A3
_LONGEST_PX = 3400
"""What a JPEG need not be larger than: it is unpacked at half its size, or less, while it stays above."""

_HEIF = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"heif")
_VIDEO = (b"isom", b"mp41", b"mp42", b"qt  ", b"3gp", b"M4V ", b"avc1", b"iso2")
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, KeyError, TypeError, IndexError, OverflowError)  # of a bad file


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as it came: mode 1, L or RGB; `dpi` 0: nothing believable is known of its size on paper."""

    number: int
    total: int
    image: Image.Image
    dpi: int = 0


def pages(content: bytes, *, only: int = 0) -> Iterator[RawPage]:
    """The pages in order, each made when it is asked for.

    Args:
        only: the number of the one page that is wanted, from 1; 0: all.

    Raises:
        InvalidInput: `scan_empty`, `scan_size`, `scan_kind`, `scan_heic`, `scan_video`, `scan_locked`, `scan_pages`,
            `scan_pixels`, `scan_tiny`, `scan_broken`; the last ones may come after sound pages.
    """
    require_size(len(content))
    if content.lstrip()[:5] == b"%PDF-":
        yield from _drawn(content, only)
        return
    _require_picture(content[:16])
    yield from _pictures(content, only)


def require_size(size_bytes: int) -> None:
    """Raises InvalidInput `scan_empty` or `scan_size`; asked before a file is read."""
    if size_bytes == 0:
        raise InvalidInput("scan_empty", field="file")
    if size_bytes > MOST_BYTES:
        megabytes = -(-size_bytes // 1_000_000)
        raise InvalidInput("scan_size", field="file", megabytes=megabytes, most=MOST_BYTES // 1_000_000)


def _require_picture(head: bytes) -> None:
    brand = head[8:12]
    if head[4:8] == b"ftyp" and brand in _HEIF:
        raise InvalidInput("scan_heic", field="file")
    is_video = head[4:8] == b"ftyp" and brand.startswith(_VIDEO)
    if is_video or head.startswith((b"\x1aE\xdf\xa3", b"\x00\x00\x01\xba")) or (head[:4], brand) == (b"RIFF", b"AVI "):
        raise InvalidInput("scan_video", field="file")


def _pictures(content: bytes, only: int) -> Iterator[RawPage]:
    with _opened(content) as picture:
        total = _frames(picture)
        _require_pages(total)
        for number in _wanted(total, only):
            with _broken_told():
                if number:
                    picture.seek(number)
                page = _unpacked(picture)
            yield RawPage(number + 1, total, page, _dpi_of(picture))


@contextlib.contextmanager
def _opened(content: bytes) -> Iterator[Image.Image]:
    try:
        picture = Image.open(BytesIO(content), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except UnidentifiedImageError as error:
        raise InvalidInput("scan_kind", field="file") from error
    except _BROKEN as error:
        raise InvalidInput("scan_broken", field="file") from error
    with picture:
        yield picture


@contextlib.contextmanager
def _broken_told() -> Iterator[None]:
    try:
        yield
    except InvalidInput:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except (*_BROKEN, MemoryError) as error:
        raise InvalidInput("scan_broken", field="file") from error


def _frames(picture: Image.Image) -> int:
    """Pages of a TIFF; a telephone's second picture and a moving picture's later ones are no pages."""
    with _broken_told():
        return int(getattr(picture, "n_frames", 1)) if picture.format == "TIFF" else 1


def _unpacked(picture: Image.Image) -> Image.Image:
    if picture.width * picture.height > MOST_PIXELS:
        raise _too_many_pixels()
    if min(picture.size) < LEAST_SIDE_PX:
        raise InvalidInput("scan_tiny", field="file", width=picture.width, height=picture.height)
    if picture.format in ("JPEG", "MPO"):  # MPO: a JPEG of a telephone, with another one behind it
        scale = _LONGEST_PX / max(picture.size)
        picture.draft(None, (round(picture.width * scale), round(picture.height * scale)))
    return _plain(ImageOps.exif_transpose(picture))


def _plain(picture: Image.Image) -> Image.Image:
    """Mode 1, L or RGB, on white where it is transparent."""
    if picture.mode in ("1", "L", "RGB"):
        return picture.copy()
    if picture.mode.startswith("I;16") or picture.mode == "I":
        return picture.point(lambda value: value / 256).convert("L")
    if picture.has_transparency_data:
        over = picture.convert("RGBA")
        white = Image.new("RGBA", over.size, (255, 255, 255, 255))
        white.alpha_composite(over)
        return white.convert("RGB")
    return picture.convert("RGB")


def _dpi_of(picture: Image.Image) -> int:
    known = picture.info.get("dpi", (0, 0))
    try:
        across, down = float(known[0]), float(known[1])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        return 0
    return round(across) if 50 <= across <= 1300 and abs(across - down) < 2 else 0


def _drawn(content: bytes, only: int) -> Iterator[RawPage]:
    try:
        document = pypdfium2.PdfDocument(content)
        total = len(document)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise InvalidInput("scan_locked", field="file") from error
        raise InvalidInput("scan_broken", field="file") from error
    try:
        _require_pages(total)
        for number in _wanted(total, only):
            with _broken_told():
                image, dpi = _drawn_page(document, number)
            yield RawPage(number + 1, total, image, dpi)
    finally:
        with contextlib.suppress(pypdfium2.PdfiumError):
            document.close()


def _drawn_page(document: pypdfium2.PdfDocument, number: int) -> tuple[Image.Image, int]:
    try:
        page = document[number]
        longest_in = max(*page.get_size(), 1) / _POINTS
        dpi = min(DRAWN_DPI, round(DRAWN_DPI * _LONGEST_IN / longest_in))
        picture: Image.Image = page.render(scale=max(dpi, 1) / _POINTS).to_pil().convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise InvalidInput("scan_broken", field="file") from error
    return picture, dpi


def _wanted(total: int, only: int) -> range:
    return range(only - 1, min(only, total)) if only else range(total)


def _require_pages(total: int) -> None:
    if total > MOST_PAGES:
        raise InvalidInput("scan_pages", field="file", pages=total, most=MOST_PAGES)
    if total == 0:
        raise InvalidInput("scan_broken", field="file")


def _too_many_pixels() -> InvalidInput:
    return InvalidInput("scan_pixels", field="file", most=MOST_PIXELS // 1_000_000)
