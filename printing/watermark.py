"""Copies of evidence with the mark of their grade, so that a copy serves one purpose and no other.

国办函〔2016〕108号 grades the copies in a person's data by how far they may be trusted, and gives each grade its words.
The words are part of the picture: nobody takes them off with a program for PDF.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from io import BytesIO
from math import cos, hypot, radians, sin

import pypdfium2
from PIL import Image, ImageOps

from desktop.domain.checklist import Grade
from desktop.domain.errors import InvalidInput
from printing.fonts import Face, FontBook, shipped_fonts
from printing.marks import POINTS_PER_MM, Box, Type, WatermarkMark
from printing.papers.wording import day
from printing.pdf import to_pdf
from printing.pdf_page import WATERMARK_DEGREES
from printing.surface import Surface

MAX_BYTES = 30_000_000
MAX_PIXELS = 60_000_000
"""Of a picture: A4 at 600 dots an inch has 35 million."""

MAX_PAGES = 60
MAX_WORDS = 60
"""Characters of a purpose or a name."""

_DPI = 200
_MARGIN_MM = 8.0
_TYPE = Type(Face.SANS_BOLD, 13, 13)
_LINE_MM = 34.0
_GAP_MM = 22.0
_INK, _SHARE = 96, 0.3
"""Grey of the mark and how much of it: seen on white paper and in a dark photograph, and read through in both."""

_QUALITY = 82


def mark_text(
    grade: Grade, *, purpose: str = "", provider: str = "", valid_to: date | None = None, today: date | None = None
) -> str:
    """The words for a copy of this grade.

    Args:
        purpose: what it is for; for the grades B to D.
        provider, valid_to: the authority that provided it and until when it holds; for grade A.
        today: a copy of grade A that no longer holds is refused; None: not asked.

    Raises:
        InvalidInput: `copy_purpose`, `copy_provider`, `copy_expired`.
    """
    if grade is Grade.ISSUED:
        if not 0 < len(provider.strip()) <= MAX_WORDS:
            raise InvalidInput("copy_provider", field="provider")
        if valid_to and today and valid_to < today:
            raise InvalidInput("copy_expired", field="valid_to", day=valid_to)
        until = f"，有效期至{day(valid_to)}" if valid_to else ""
        return f"此件由{provider.strip()}提供，仅供办理政务服务事项时使用{until}"
    if not 0 < len(purpose.strip()) <= MAX_WORDS:
        raise InvalidInput("copy_purpose", field="purpose", most=MAX_WORDS)
    words = {
        Grade.COMPARED: "此件经与原件核对无误",
        Grade.UPLOADED: "原件待核对",
        Grade.VOUCHED: "申请人承诺与原件一致",
    }
    return f"{words[grade]}，仅供办理{purpose.strip()}使用"


def marked_copies(files: Sequence[tuple[str, bytes]], mark: str, *, book: FontBook | None = None) -> bytes:
    """The PDF of the copies on A4, each page under the mark; the same arguments give the same bytes.

    Args:
        files: name and content of PNG, JPEG and PDF files, in order; the name is for the words of a refusal.

    Raises:
        InvalidInput: `copy_form`, `copy_locked`, `copy_size`, `copy_pages`; `unprintable` for the mark. Nothing of the
            other files is given then.
    """
    fonts = book or shipped_fonts()
    fonts.require_printable(mark, field="purpose")
    mask = _mask(mark, fonts)
    surface = Surface(fonts)
    for number, page in enumerate(page for name, data in files for page in _pages(name, data)):
        if number:
            surface.new_page()
        surface.image(_marked(page, mask), surface.page_box)
    return to_pdf(surface, title=mark)


def tiles(surface: Surface, mark: str) -> list[WatermarkMark]:
    """The mark in slanting lines over the whole page, every second line shifted by half."""
    width = surface.text_width(mark, _TYPE) + _GAP_MM
    reach = hypot(surface.width_mm, surface.height_mm) / 2
    along, down = cos(radians(WATERMARK_DEGREES)), sin(radians(WATERMARK_DEGREES))
    found = []
    lines, columns = int(reach / _LINE_MM) + 1, int(reach / width) + 2
    for line in range(-lines, lines + 1):
        for column in range(-columns, columns + 1):
            u, v = (column + (line % 2) / 2) * width, line * _LINE_MM
            x = surface.width_mm / 2 + u * along + v * down
            y = surface.height_mm / 2 - u * down + v * along
            if abs(x - surface.width_mm / 2) < reach and abs(y - surface.height_mm / 2) < reach:
                found.append(WatermarkMark(Box(x, y, 0, 0), mark, _TYPE))
    return found


def _mask(mark: str, book: FontBook) -> Image.Image:
    """How much ink each pixel of the page gets, 0 to 255."""
    surface = Surface(book)
    for tile in tiles(surface, mark):
        surface.put(tile)
    document = pypdfium2.PdfDocument(to_pdf(surface, title=""))
    try:
        drawn: Image.Image = document[0].render(scale=_DPI / 72, grayscale=True).to_pil()
    finally:
        document.close()
    return ImageOps.invert(drawn.convert("L")).point(lambda ink: round(ink * _SHARE))


def _marked(page: Image.Image, mask: Image.Image) -> bytes:
    """The page in the middle of a white A4 sheet, with the mark, as JPEG."""
    sheet = Image.new("RGB", mask.size, "white")
    margin = round(_MARGIN_MM * POINTS_PER_MM * _DPI / 72)
    room = (mask.width - 2 * margin, mask.height - 2 * margin)
    scale = min(room[0] / page.width, room[1] / page.height)
    size = (max(round(page.width * scale), 1), max(round(page.height * scale), 1))
    fitted = page.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    sheet.paste(fitted, ((mask.width - size[0]) // 2, (mask.height - size[1]) // 2))
    sheet.paste((_INK, _INK, _INK), (0, 0), mask)
    out = BytesIO()
    sheet.save(out, "JPEG", quality=_QUALITY, dpi=(_DPI, _DPI))
    return out.getvalue()


def _pages(name: str, data: bytes) -> Iterator[Image.Image]:
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    if data.lstrip()[:5] == b"%PDF-":
        yield from _pdf_pages(name, data)
    else:
        yield _picture(name, data)


def _picture(name: str, data: bytes) -> Image.Image:
    """Upright as the camera held it, on white where it is transparent."""
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > MAX_PIXELS:  # before a single pixel is unpacked
                raise _too_large(name)
            upright = ImageOps.exif_transpose(opened)
            with_alpha = upright.convert("RGBA")
    except Image.DecompressionBombError as error:
        raise _too_large(name) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise InvalidInput("copy_form", field="file", path=name) from error
    white = Image.new("RGBA", with_alpha.size, (255, 255, 255, 255))
    white.alpha_composite(with_alpha)
    return white.convert("RGB")


def _pdf_pages(name: str, data: bytes) -> Iterator[Image.Image]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "copy_locked" if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD else "copy_form"
        raise _refused(reason, name) from error
    try:
        pages = len(document)
        if not 0 < pages <= MAX_PAGES:
            raise InvalidInput("copy_pages", field="file", path=name, pages=pages, most=MAX_PAGES)
        for number in range(pages):
            width, height = document[number].get_size()
            scale = min(210 / max(width, 1), 297 / max(height, 1)) * POINTS_PER_MM * _DPI / 72
            drawn: Image.Image = document[number].render(scale=scale).to_pil()
            yield drawn.convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise _refused("copy_form", name) from error
    finally:
        with suppress(pypdfium2.PdfiumError):
            document.close()


def _refused(reason: str, name: str) -> InvalidInput:
    if reason == "copy_locked":
        return InvalidInput("copy_locked", field="file", path=name)
    return InvalidInput("copy_form", field="file", path=name)


def _too_large(name: str) -> InvalidInput:
    limits = {"megabytes": MAX_BYTES // 10**6, "megapixels": MAX_PIXELS // 10**6}
    return InvalidInput("copy_size", field="file", path=name, **limits)
