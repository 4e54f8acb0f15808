"""Pages to draw on in millimetres from the top left; nothing is written before the last page is known.

It knows type and lines, not papers: what stands where is said by printing.flow and printing.papers.
"""

from functools import lru_cache
from typing import Literal

from printing.cjk import Line, break_lines, stretch, tokens
from printing.fonts import Chain, Face, FontBook
from printing.marks import (
    POINTS_PER_MM,
    Box,
    BoxMark,
    ImageMark,
    Mark,
    QrMark,
    RuleMark,
    TextMark,
    Type,
    WatermarkMark,
)
from printing.qr import QUIET_MODULES, make_qr

Align = Literal["left", "center", "right", "justify"]

A4_MM = (210.0, 297.0)


class Surface:
    """A document being laid out. Pages stay open until it is written, so that page 1 can say how many there are."""

    def __init__(self, book: FontBook, *, width_mm: float = A4_MM[0], height_mm: float = A4_MM[1]) -> None:
        """Start with one empty page."""
        self.book = book
        self.width_mm = width_mm
        self.height_mm = height_mm
        self.pages: list[list[Mark]] = [[]]
        self._open = 0
        # A block is measured several times before it is drawn: the same question gets the same lines.
        self._broken: dict[tuple[str, float, Type, float], list[Line]] = {}

    @property
    def page_box(self) -> Box:
        """The whole sheet."""
        return Box(0, 0, self.width_mm, self.height_mm)

    @property
    def page_number(self) -> int:
        """The page being drawn on, from 1."""
        return self._open + 1

    def new_page(self) -> None:
        """Add a page at the end and draw on it from now on."""
        self.pages.append([])
        self._open = len(self.pages) - 1

    def repeat_pages(self) -> None:
        """All pages once more, for the second copy: the very same marks, which a PDF then holds once."""
        self.pages += [list(page) for page in self.pages]

    def turn_to(self, page_number: int) -> None:
        """Draw on this page from now on, from 1."""
        if not 1 <= page_number <= len(self.pages):
            raise ValueError(f"no page {page_number}")
        self._open = page_number - 1

    def put(self, mark: Mark) -> None:
        """Add a mark to the open page, above what is there; a watermark goes under."""
        page = self.pages[self._open]
        if isinstance(mark, WatermarkMark):
            page.insert(0, mark)
        else:
            page.append(mark)

    def text_width(self, text: str, style: Type) -> float:
        """Width in millimetres of the text on one line."""
        return self.book.chain(style.face).width(text, style.size) / POINTS_PER_MM

    def text(self, text: str, box: Box, style: Type, *, align: Align = "left", within: Box | None = None) -> float:
        """Put one line at the top of the box; it is not wrapped. Return its width in millimetres.

        A line wider than the box sticks out of it, and is recorded so; measure first with `text_width`.
        """
        self.book.require_printable(text, field="text")
        width = self.text_width(text, style)
        slack = box.width - width
        left = box.left + {"left": 0.0, "justify": 0.0, "center": slack / 2, "right": slack}[align]
        self.put(TextMark(Box(left, box.top, width, style.leading_mm), tokens(text), style, within=within or box))
        return width

    def lines(self, text: str, width: float, style: Type, *, indent_em: float = 0) -> list[Line]:
        """The lines into which `paragraph` breaks the text at a width in millimetres."""
        question = (text, round(width, 6), style, indent_em)
        if question not in self._broken:
            self._broken[question] = _broken(
                text, self.book.chain(style.face), style.size, question[1] * POINTS_PER_MM, indent_em * style.size
            )
        return self._broken[question]

    def paragraph_height(self, text: str, width: float, style: Type, *, indent_em: float = 0) -> float:
        """Height in millimetres that `paragraph` would use."""
        return len(self.lines(text, width, style, indent_em=indent_em)) * style.leading_mm

    def paragraph(
        self,
        text: str,
        box: Box,
        style: Type,
        *,
        indent_em: float = 0,
        align: Align = "justify",
        lines: slice = slice(None),
    ) -> float:
        """Put a text of any length from the top of the box, wrapped to its width; return the height used.

        Args:
            indent_em: the first line of each paragraph starts so many characters in.
            lines: only these of its lines (the others stand on another page).
        """
        self.book.require_printable(text, field="text")
        top = box.top
        after_feed = True
        for number, line in enumerate(broken := self.lines(text, box.width, style, indent_em=indent_em)):
            indent = indent_em * style.em_mm if after_feed else 0.0
            after_feed = line.is_last
            if number not in range(*lines.indices(len(broken))):
                continue
            room = box.width - indent
            gap = stretch(line, width=room * POINTS_PER_MM, size=style.size) if align == "justify" else 0.0
            width = (line.width + gap * max(len(line.tokens) - 1, 0)) / POINTS_PER_MM
            shift = {"center": (room - width) / 2, "right": room - width}.get(align, 0.0)
            place = Box(box.left + indent + shift, top, width, style.leading_mm)
            if line.tokens:
                within = Box(box.left, box.top, box.width, max(box.height, top + style.leading_mm - box.top))
                self.put(TextMark(place, line.tokens, style, gap=gap, within=within))
            top += style.leading_mm
        return top - box.top

    def rule(
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        *,
        width: float = 0.5,
        dash: tuple[float, ...] = (),
        gray: float = 0.0,
    ) -> None:
        """A straight line between two points in millimetres; `width` and `dash` in points."""
        self.put(RuleMark(left, top, right, bottom, width, dash, gray))

    def box(self, box: Box, *, line: float = 0.5, fill: float | None = None, radius_mm: float = 0.0) -> None:
        """A frame; `line` in points, `fill` a gray."""
        self.put(BoxMark(box, line, fill, radius_mm))

    def tick_box(self, box: Box, *, ticked: bool) -> None:
        """A square to tick, or ticked; drawn, because the fonts have no ☑."""
        self.box(box, line=0.8)
        if ticked:
            x, y, w, h = box.left, box.top, box.width, box.height
            self.rule(x + w * 0.2, y + h * 0.52, x + w * 0.42, y + h * 0.78, width=1.3)
            self.rule(x + w * 0.42, y + h * 0.78, x + w * 0.84, y + h * 0.2, width=1.3)

    def cut_line(self, top: float, label: str, style: Type) -> None:
        """A dotted line over the whole width with a word in the middle: here the copies are cut apart."""
        room = self.text_width(label, style) / 2 + 3
        middle = self.width_mm / 2
        self.rule(6, top, middle - room, top, width=0.6, dash=(1.2, 2.4), gray=0.35)
        self.rule(middle + room, top, self.width_mm - 6, top, width=0.6, dash=(1.2, 2.4), gray=0.35)
        self.text(label, Box(0, top - style.leading_mm / 2, self.width_mm, style.leading_mm), style, align="center")

    def qr(self, payload: str, left: float, top: float, *, size_mm: float) -> Box:
        """A QR code with its white border; return the square it takes."""
        box = Box(left, top, size_mm, size_mm)
        self.put(QrMark(box, make_qr(payload), payload))
        return box

    def image(self, data: bytes, box: Box) -> None:
        """A PNG or JPEG, stretched to the box."""
        self.put(ImageMark(box, data))

    def watermark(self, text: str, box: Box) -> None:
        """Large pale letters across the box, such as 示例 or 练习, under everything on the open page."""
        self.book.require_printable(text, field="watermark")
        size = min(box.width, box.height) * POINTS_PER_MM / 4.5
        self.put(WatermarkMark(box, text, Type(Face.SANS_BOLD, size, size, gray=0.92)))


@lru_cache(maxsize=1024)
def _broken(text: str, chain: Chain, size: float, width: float, indent: float) -> list[Line]:
    """Lines in points, remembered over papers: labels, law and names of materials are the same on most of them."""
    return break_lines(text, chain=chain, size=size, width=width, indent=indent)


def qr_size_mm(payload: str, *, module_mm: float) -> float:
    """The side of a code with its white border, so that a module is as wide as asked."""
    return (make_qr(payload).modules + 2 * QUIET_MODULES) * module_mm
