"""Marks become the operators of a page (PDF 32000-1, 8 and 9), in as few bytes as they need.

Written out here, not through reportlab's drawing calls: those repeat colour, font and state with every line of text,
which takes half the time and a third of the bytes of a paper.
"""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from printing.fonts import FontBook
from printing.marks import (
    POINTS_PER_MM,
    Box,
    BoxMark,
    ImageMark,
    Mark,
    QrMark,
    RuleMark,
    TextMark,
    WatermarkMark,
)
from printing.qr import QUIET_MODULES, QrCode

WATERMARK_DEGREES = 35
"""How steeply a watermark rises."""

_COS, _SIN = 0.81915, 0.57358
"""Of that angle."""


class PageWriter:
    """Draws the marks of one page after the other on a canvas, whose origin is at the bottom left, in points."""

    def __init__(self, canvas: Canvas, book: FontBook, height_mm: float) -> None:
        """Take the canvas to draw on."""
        self._canvas: Any = canvas
        self._book = book
        self._height_mm = height_mm
        self._codes: dict[QrCode, str] = {}
        self._glyphs: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
        self._begin()

    def write(self, marks: Sequence[Mark]) -> None:
        """Put marks on what the canvas is open for, a page or a form on which nothing was set yet."""
        self._begin()
        for mark in marks:
            self.draw(mark)
        self._leave_text()

    def _begin(self) -> None:
        self._say: Callable[[str], None] = self._canvas._code.append
        self._state: dict[str, str] = {}
        self._origin: tuple[int, int] | None = None  # of the line of text, in hundredths; None outside of text

    def draw(self, mark: Mark) -> None:
        """Put one mark on the current page."""
        if isinstance(mark, TextMark):
            self._text(mark)
            return
        self._leave_text()
        match mark:
            case RuleMark():
                self._rule(mark)
            case BoxMark():
                self._box(mark)
            case QrMark():
                self._qr(mark)
            case ImageMark():
                x, y, width, height = self._place(mark.box)
                self._canvas.drawImage(ImageReader(BytesIO(mark.data)), x, y, width, height, mask="auto")
            case WatermarkMark():
                self._watermark(mark)

    def _set(self, operator: str, value: str) -> None:
        """Say how it is to be drawn from here on, unless it is so already."""
        if self._state.get(operator) != value:
            self._state[operator] = value
            self._say(f"{value} {operator}")

    def _leave_text(self) -> None:
        if self._origin is not None:
            self._say("ET")
            self._origin = None

    def _up(self, top_mm: float) -> float:
        return (self._height_mm - top_mm) * POINTS_PER_MM

    def _place(self, box: Box) -> tuple[float, float, float, float]:
        return (
            box.left * POINTS_PER_MM,
            self._up(box.bottom),
            box.width * POINTS_PER_MM,
            box.height * POINTS_PER_MM,
        )

    def _text(self, mark: TextMark) -> None:
        x = round(mark.box.left * POINTS_PER_MM * 100)
        y = round(self._up(mark.box.top + mark.type.baseline_mm) * 100)
        if self._origin is None:
            self._say("BT")
            self._origin = (0, 0)
        self._say(f"{_number((x - self._origin[0]) / 100)} {_number((y - self._origin[1]) / 100)} Td")
        self._origin = (x, y)
        self._set("g", _number(mark.type.gray))
        size = _number(mark.type.size)
        for piece, space in _pieces(mark.tokens, mark.gap):
            self._set("Tc", f"{space:.3f}" if space else "0")
            self._show(piece, mark.type.face, size)

    def _show(self, text: str, face: Any, size: str) -> None:
        for font, codes in self._encoded(text, face):
            self._set("Tf", f"{font} {size}")
            self._say(f"<{codes}> Tj")

    def _encoded(self, text: str, face: Any) -> tuple[tuple[str, str], ...]:
        """Runs of one font each: its name on the page, and the characters in hexadecimal digits."""
        known = self._glyphs.get((text, face))
        if known is None:
            document = self._canvas._doc
            known = tuple(
                (font.getSubsetInternalName(subset, document), codes.hex())
                for run in self._book.chain(face).runs(text)
                for font in (_font(run.font),)
                for subset, codes in font.splitString(run.text, document)
            )
            self._glyphs[text, face] = known
        return known

    def _rule(self, mark: RuleMark) -> None:
        self._set("w", _number(mark.width))
        self._set("d", f"[{' '.join(map(_number, mark.dash))}] 0")
        self._set("G", _number(mark.gray))
        from_x, from_y = _number(mark.left * POINTS_PER_MM), _number(self._up(mark.top))
        to_x, to_y = _number(mark.right * POINTS_PER_MM), _number(self._up(mark.bottom))
        self._say(f"{from_x} {from_y} m {to_x} {to_y} l S")

    def _box(self, mark: BoxMark) -> None:
        if mark.line:
            self._set("w", _number(mark.line))
            self._set("d", "[] 0")
            self._set("G", "0")
        if mark.fill is not None:
            self._set("g", _number(mark.fill))
        if mark.radius_mm:
            stroke, fill = int(mark.line > 0), int(mark.fill is not None)
            self._canvas.roundRect(*self._place(mark.box), mark.radius_mm * POINTS_PER_MM, stroke=stroke, fill=fill)
            return
        painted = {(True, False): "S", (True, True): "B", (False, True): "f", (False, False): "n"}
        operator = painted[mark.line > 0, mark.fill is not None]
        self._say(f"{' '.join(map(_number, self._place(mark.box)))} re {operator}")

    def _qr(self, mark: QrMark) -> None:
        """In whole modules under one scale, and drawn once however many copies show it: a tenth of the bytes."""
        side = mark.code.modules + 2 * QUIET_MODULES
        form = self._codes.get(mark.code)
        if form is None:
            form = self._codes[mark.code] = f"code{len(self._codes)}"  # a hash would change with the process
            self._canvas.beginForm(form, 0, 0, side, side)
            self._canvas._code.append(_code_path(mark.code, side))
            self._canvas.endForm()
        x, y = map(_number, self._place(mark.box)[:2])
        scale = f"{mark.box.width * POINTS_PER_MM / side:.5f}"
        self._say(f"q 0 g {scale} 0 0 {scale} {x} {y} cm")
        self._canvas.doForm(form)
        self._say("Q")

    def _watermark(self, mark: WatermarkMark) -> None:
        style = mark.type
        x = (mark.box.left + mark.box.width / 2) * POINTS_PER_MM
        y = self._up(mark.box.top + mark.box.height / 2)
        back, down = self._book.chain(style.face).width(mark.text, style.size) / 2, style.size * 0.38
        left, low = x - back * _COS + down * _SIN, y - back * _SIN - down * _COS
        self._say(f"BT {_COS} {_SIN} -{_SIN} {_COS} {_number(left)} {_number(low)} Tm")
        self._set("g", _number(style.gray))
        self._set("Tc", "0")
        self._show(mark.text, style.face, _number(style.size))
        self._say("ET")


def _font(name: str) -> Any:
    """reportlab's font of this name."""
    return pdfmetrics.getFont(name)


def _number(value: float) -> str:
    """To a hundredth of a point, which is a sixth of a dot at 1200 dots an inch."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def _code_path(code: QrCode, side: int) -> str:
    """The dark modules as rectangles that are filled at once; equal bars under each other are one."""
    rising: dict[tuple[int, int], int] = {}  # column and length to the row in which it begins
    found: list[str] = []

    def close(bar: tuple[int, int], end: int) -> None:
        top = rising.pop(bar)
        found.append(f"{bar[0] + QUIET_MODULES} {side - QUIET_MODULES - end} {bar[1]} {end - top} re")

    rows: list[set[tuple[int, int]]] = [set() for _ in range(code.modules + 1)]
    for bar in code.bars:
        rows[bar.row].add((bar.column, bar.length))
    for row, here in enumerate(rows):
        for ended in sorted(set(rising) - here):
            close(ended, row)
        for found_here in here:
            rising.setdefault(found_here, row)
    return " ".join([*found, "f"])


def _pieces(units: tuple[str, ...], gap: float) -> list[tuple[str, float]]:
    """The line cut where the space after a character changes: words keep theirs, the gap stands between tokens."""
    if not gap:
        return [("".join(units), 0.0)] if units else []
    pieces: list[tuple[str, float]] = []
    for unit in units:
        for text, space in ((unit[:-1], 0.0), (unit[-1:], gap)):
            if text and pieces and pieces[-1][1] == space:
                pieces[-1] = (pieces[-1][0] + text, space)
            elif text:
                pieces.append((text, space))
    return pieces
