"""A reportlab drawing on a page: its rectangles, lines and words become marks, so that a chart has the fonts, the
checks and the bytes of any paper.
"""

from dataclasses import dataclass
from typing import Any

from reportlab.graphics.renderbase import Renderer, getStateDelta
from reportlab.graphics.shapes import Drawing, Line, Rect, String

from printing.flow import Block
from printing.fonts import Face, shipped_fonts
from printing.marks import ASCENT, POINTS_PER_MM, Box, Type
from printing.pdf import to_pdf
from printing.surface import Surface

LEADING = 1.2
MARGIN_MM = 2.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as wide as the text, never larger than it was drawn."""

    drawing: Drawing

    def height(self, surface: Surface, width: float) -> float:
        """In proportion to its width."""
        return float(self.drawing.height) * self._scale(width) / POINTS_PER_MM

    def draw(self, surface: Surface, box: Box) -> None:
        """From the top left of the box."""
        scale = self._scale(box.width)
        place = Box(box.left, box.top, float(self.drawing.width) * scale / POINTS_PER_MM, box.height)
        _MarkRenderer().draw(self.drawing, _Target(surface, place, scale))

    def split(self, surface: Surface, width: float, room: float) -> tuple[Block, Block] | None:
        """A picture is not cut."""
        return None

    def _scale(self, width: float) -> float:
        return min(1.0, width * POINTS_PER_MM / float(self.drawing.width))


def picture_pdf(drawing: Drawing, *, title: str) -> bytes:
    """The drawing alone on a page of its own size, for the screen."""
    width, height = float(drawing.width) / POINTS_PER_MM, float(drawing.height) / POINTS_PER_MM
    surface = Surface(shipped_fonts(), width_mm=width + 2 * MARGIN_MM, height_mm=height + 2 * MARGIN_MM)
    Picture(drawing).draw(surface, Box(MARGIN_MM, MARGIN_MM, width, height))
    return to_pdf(surface, title=title)


class _Target:
    """Where the renderer draws: points from the lower left corner of `place`, in millimetres on the page."""

    def __init__(self, surface: Surface, place: Box, scale: float) -> None:
        self.surface = surface
        self.place = place
        self.scale = scale / POINTS_PER_MM

    def saveState(self) -> None:  # noqa: N802 - reportlab calls it
        """The renderer's own tracker keeps the state."""

    def restoreState(self) -> None:  # noqa: N802 - reportlab calls it
        """As above."""

    def point(self, ctm: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
        """A point of the drawing on the page."""
        a, b, c, d, e, f = ctm
        across, up = a * x + c * y + e, b * x + d * y + f
        return self.place.left + across * self.scale, self.place.bottom - up * self.scale


class _MarkRenderer(Renderer):
    """Knows what our charts are made of; a turned text or a round shape would be a chart that we do not make."""

    _tracker: Any
    _canvas: Any

    def drawNode(self, node: Any) -> None:  # noqa: N802 - reportlab calls it
        """Each node in its own state."""
        delta: Any = getStateDelta(node)  # type: ignore[no-untyped-call]
        self._tracker.push(delta)
        self.drawNodeDispatcher(node)
        self._tracker.pop()

    def applyStateChanges(self, delta: Any, newState: Any) -> None:  # noqa: N802, N803 - reportlab calls it
        """Read from the tracker when something is drawn."""

    def drawRect(self, rect: Rect) -> None:  # noqa: N802 - reportlab calls it
        """A box, filled and framed as its state says."""
        target, state = self._canvas, self._tracker.getState()
        left, bottom = target.point(state["ctm"], rect.x, rect.y)
        right, top = target.point(state["ctm"], rect.x + rect.width, rect.y + rect.height)
        box = Box(min(left, right), min(top, bottom), abs(right - left), abs(bottom - top))
        line = state["strokeWidth"] if state["strokeColor"] else 0.0
        target.surface.box(box, line=line, fill=_gray(state["fillColor"]))

    def drawLine(self, line: Line) -> None:  # noqa: N802 - reportlab calls it
        """A rule; none without a colour."""
        target, state = self._canvas, self._tracker.getState()
        if not state["strokeColor"]:
            return
        left, top = target.point(state["ctm"], line.x1, line.y1)
        right, bottom = target.point(state["ctm"], line.x2, line.y2)
        gray = _gray(state["strokeColor"]) or 0.0
        target.surface.rule(left, top, right, bottom, width=state["strokeWidth"], gray=gray)

    def drawString(self, stringObj: String) -> None:  # noqa: N802, N803 - reportlab calls it
        """One line of text, by its anchor."""
        target, state = self._canvas, self._tracker.getState()
        if not stringObj.text:
            return
        size = state["fontSize"] * target.scale * POINTS_PER_MM
        style = Type(Face.SANS, size, size * LEADING)
        x, y = target.point(state["ctm"], stringObj.x, stringObj.y)
        width = target.surface.text_width(stringObj.text, style)
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[state["textAnchor"]]
        top = y - ((style.leading - size) / 2 + ASCENT * size) / POINTS_PER_MM
        target.surface.text(stringObj.text, Box(left, top, width, style.leading_mm), style)


def _gray(color: Any) -> float | None:
    return None if color is None else float(color.red)
