"""Reading a PDF that somebody hands in: what it carries, what its pages say and show.

Nothing here trusts the file: it may be cut, written by another program, or made to mislead.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from difflib import SequenceMatcher

import msgspec
import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from printing.carried import ATTACHMENT, Carried, decode_carried
from printing.marks import Box
from printing.seal_place import SealPlace

MAGIC = b"%PDF-"
_POINTS_PER_INCH = 72
_COMPARE_DPI = 100
_LOST_INK = 100
"""Of 255: thin strokes shift by parts of a pixel; a covered figure loses twice as much."""

_SCAN_DPI = 300
_MOST_LINES = 400
"""Of a page; a sheet holds some sixty. More are there to keep the comparison busy."""

_SCAN_PAGES = 6
"""The longest paper has its code on the last page of each copy; a book is not searched through."""


class Unreadable(Exception):
    """The bytes are no whole PDF or picture: an answer to whoever asked, and no failure of the program."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two papers say different things: the lines of each, on a page counted from 1. Either may be empty."""

    page: int
    shown: tuple[str, ...]
    expected: tuple[str, ...]


def carried_in(pdf: bytes) -> Carried | None:
    """What the PDF carries; None if nothing of ours is attached.

    Raises:
        Unreadable: not a whole PDF, or the attached file is damaged.
    """
    with _opened(pdf) as document:
        for number in range(document.count_attachments()):
            attached = document.get_attachment(number)
            if attached.get_name() == ATTACHMENT:
                try:
                    return decode_carried(bytes(attached.get_data()))
                except (msgspec.DecodeError, UnicodeDecodeError, pypdfium2.PdfiumError) as error:
                    raise Unreadable from error
    return None


def text_differences(pdf: bytes, expected: bytes) -> list[Difference]:
    """The lines in which the text of the two differs, from the first page on."""
    with _opened(pdf) as one, _opened(expected) as other:
        shown, wanted = _page_texts(one), _page_texts(other)
    found = []
    for page in range(max(len(shown), len(wanted))):
        here, there = (texts[page] if page < len(texts) else () for texts in (shown, wanted))
        for kind, a, b, c, d in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
            if kind != "equal":
                found.append(Difference(page + 1, here[a:b], there[c:d]))
    return found


def looks_the_same(pdf: bytes, expected: bytes, *, inked: Sequence[SealPlace] = ()) -> bool:
    """Whether every page looks the same to the last pixel, on the screen and on the printer.

    Two ways of looking, because a PDF can hold remarks that only one of them shows. Files that look the same may still
    have other bytes: saved again by a reader, or compressed by another edition of zlib.

    Args:
        inked: where a seal is pressed on the page; there only what was dark must still be dark.
    """
    with _opened(pdf) as one, _opened(expected) as other:
        if len(one) != len(other) or any(a.get_size() != b.get_size() for a, b in zip(one, other, strict=True)):
            return False
        return all(
            _same_page(a, b, [place.box for place in inked if place.page == number], mode)
            for number, (a, b) in enumerate(zip(one, other, strict=True), start=1)
            for mode in (None, "print")
        )


def _same_page(page: pypdfium2.PdfPage, expected: pypdfium2.PdfPage, inked: list[Box], mode: str | None) -> bool:
    if not inked:
        return _picture(page, _COMPARE_DPI, mode).tobytes() == _picture(expected, _COMPARE_DPI, mode).tobytes()
    seen, wanted = (_picture(each, _COMPARE_DPI, mode, is_gray=False).convert("L") for each in (page, expected))
    outside = ImageChops.difference(seen, wanted)
    # pdfium draws the letters under a seal up to one pixel aside.
    lost = ImageChops.subtract(seen.filter(ImageFilter.MinFilter(3)), wanted)
    for box in inked:
        square = [round(side * _COMPARE_DPI / 25.4) for side in (box.left, box.top, box.right, box.bottom)]
        square = [square[0] - 1, square[1] - 1, square[2] + 1, square[3] + 1]
        if lost.crop(tuple(square)).getextrema()[1] > _LOST_INK:  # type: ignore[arg-type, operator]
            return False
        outside.paste(0, tuple(square))  # type: ignore[arg-type]
    return outside.getbbox() is None


def page_pictures(pdf: bytes) -> Iterator[Image.Image]:
    """The first pages as a scanner would give them, for a PDF that is the scan of a paper."""
    with _opened(pdf) as document:
        for number in range(min(len(document), _SCAN_PAGES)):
            yield _picture(document[number], _SCAN_DPI, None)


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise Unreadable from error
    try:
        if not len(document):
            raise Unreadable
        yield document
    except pypdfium2.PdfiumError as error:
        raise Unreadable from error
    finally:
        with suppress(pypdfium2.PdfiumError):
            document.close()


def _page_texts(document: pypdfium2.PdfDocument) -> list[tuple[str, ...]]:
    texts = (page.get_textpage().get_text_bounded() for page in document)
    return [tuple(line.strip() for line in text.splitlines() if line.strip())[:_MOST_LINES] for text in texts]


def _picture(page: pypdfium2.PdfPage, dpi: int, mode: str | None, *, is_gray: bool = True) -> Image.Image:
    width, height = page.get_size()
    if not 0 < max(width, height) <= 3 * 842:  # far from any sheet of a counter: it would only fill the memory
        raise Unreadable
    bitmap = page.render(scale=dpi / _POINTS_PER_INCH, grayscale=is_gray, optimize_mode=mode)
    picture: Image.Image = bitmap.to_pil()
    return picture
