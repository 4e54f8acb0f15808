"""Continuous paper on needle printers (ESC/P-K): pages in the printer's own Chinese letters, or as a picture.

The page length is told in lines of a sixth of an inch, so the paper stays in step with the tear-off edge: 22 lines are
93.1 mm, 33 are 139.7 mm, 66 are 279.4 mm. The carbon copies are made by the needles, and no code survives on them:
number and check code stand in letters.
"""

from collections.abc import Iterator, Sequence

from PIL import Image

from printing.formats import TRACTOR_MARGIN_MM, PaperFormat
from printing.plain import PlainLine, PlainRow, columns
from printing.raster import black_pages

CPI = 12
"""Latin letters per inch; a Chinese one takes two of them."""

MARGIN_COLUMNS = 10
"""21.2 mm: the strip with the holes and some air."""

COLUMNS = 92
"""What is left of 241 mm between two such margins, and one column of air."""

PAGE_LINES = {PaperFormat.TRACTOR_THIRD: 22, PaperFormat.TRACTOR_HALF: 33, PaperFormat.TRACTOR_WHOLE: 66}
"""Lines of a page; the command wants whole ones."""

FREE_LINES = 2
"""Above and below the text."""

DPI = 180
"""Twenty-four needles, 180 to the inch, and as many columns (ESC * 39)."""

_NEEDLES = 24
_CHINESE = b"\x1c&"
_PITCH = b"\x1bM\x1cS\x00\x06\x1cT\x00\x03"
"""12 to the inch: Latin (ESC M), Chinese 24 + 6 dots (FS S), Latin among Chinese 12 + 3 dots (FS T)."""


def page_text(rows: Sequence[PlainRow], *, paper_format: PaperFormat, number: str) -> bytes:
    """The paper on as many pages as it needs; each further one is headed by the number. Codes are left out.

    Raises:
        UnicodeEncodeError: a character beyond GBK; see printing.plain.beyond_gbk.
    """
    lines = PAGE_LINES[paper_format]
    pages = _pages([row for row in rows if isinstance(row, PlainLine)], lines - 2 * FREE_LINES, number)
    start = b"\x1b@\x1b2\x1bC" + bytes([lines]) + _PITCH + b"\x1bl" + bytes([MARGIN_COLUMNS]) + _CHINESE
    return start + b"".join(b"\r\n" * FREE_LINES + _page(page) + b"\f" for page in pages)


def page_raster(pdf: bytes, *, paper_format: PaperFormat) -> bytes:
    """The pages of the PDF as pictures of 180 dpi in strips of 24 needles; empty strips are only fed."""
    pages = black_pages(pdf, dpi=DPI, margin_mm=TRACTOR_MARGIN_MM)
    start = b"\x1b@\x1b2\x1bC" + bytes([PAGE_LINES[paper_format]]) + b"\x1b3" + bytes([_NEEDLES])
    return start + b"".join(b"".join(_strips(page)) + b"\f" for page in pages)


def _pages(lines: list[PlainLine], room: int, number: str) -> Iterator[list[PlainLine]]:
    """Pages of at most `room` lines. Blank lines at the top of a page are dropped; several pages are counted."""
    if len(lines) <= room:
        yield lines
        return
    pages: list[list[PlainLine]] = [[]]
    for line in lines:
        if len(pages[-1]) == room - 2:
            pages.append([])
        if line.text or pages[-1]:
            pages[-1].append(line)
    pages = [page for page in pages if page]
    for count, page in enumerate(pages, start=1):
        yield [PlainLine(_head(number, count, len(pages))), PlainLine(""), *page]


def _head(number: str, count: int, of: int) -> str:
    label = f"第{count}页 共{of}页"
    space = max(COLUMNS - columns(number) - columns(label), 1)
    return f"{number}{' ' * space}{label}"


def _page(page: list[PlainLine]) -> bytes:
    """Alignment by blanks, because ESC a is not understood by all; strong is printed twice in one pass (ESC E)."""
    return b"".join(_line(line) for line in page)


def _line(line: PlainLine) -> bytes:
    space = COLUMNS - columns(line.text)
    blanks = {"left": 0, "center": space // 2, "right": space}[line.align]
    text = b" " * max(blanks, 0) + line.text.encode("gbk")
    return (b"\x1bE" + text + b"\x1bF" if line.is_strong and line.text else text) + b"\r\n"


def _strips(page: Image.Image) -> Iterator[bytes]:
    """From the top, 24 rows each: columns from the left, three bytes a column, the top needle in the highest bit."""
    left = round(TRACTOR_MARGIN_MM / 25.4 * 60)
    start = b"\x1b$" + left.to_bytes(2, "little")  # in sixtieths of an inch
    for top in range(0, page.height, _NEEDLES):
        strip = Image.new("1", (page.width, _NEEDLES), 1)
        strip.paste(page.crop((0, top, page.width, min(top + _NEEDLES, page.height))), (0, 0))
        used = _used_columns(strip)
        if used:
            # A column of the strip is a row of the strip turned left and mirrored: 24 dots, three bytes.
            dots = strip.crop((0, 0, used, _NEEDLES)).transpose(Image.Transpose.TRANSPOSE).tobytes()
            yield start + b"\x1b*\x27" + used.to_bytes(2, "little") + bytes(byte ^ 0xFF for byte in dots)
        yield b"\r\n"


def _used_columns(strip: Image.Image) -> int:
    """How many columns from the left there are up to the last one with a dot."""
    box = strip.convert("L").point(lambda gray: 255 - gray).getbbox()
    return box[2] if box else 0
