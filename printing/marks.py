"""What stands on a page: marks with places in millimetres from the top left corner, before any PDF is written.

A page is a list of marks, so that a test can ask whether texts overlap or leave their frame, and other outputs (slip
printers) can draw the same page.
"""

from dataclasses import dataclass

from printing.fonts import Face
from printing.qr import QrCode

POINTS_PER_MM = 72 / 25.4

ASCENT = 0.88
"""Height of the em box of Han characters above the baseline, of the type size."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres, from the top left corner of the page."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Distance of its right edge from the left edge of the page."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Distance of its lower edge from the top of the page."""
        return self.top + self.height

    def holds(self, other: "Box", *, slack_mm: float = 0.05) -> bool:
        """Whether the other box lies inside this one."""
        return (
            other.left >= self.left - slack_mm
            and other.top >= self.top - slack_mm
            and other.right <= self.right + slack_mm
            and other.bottom <= self.bottom + slack_mm
        )

    def overlaps(self, other: "Box", *, slack_mm: float = 0.05) -> bool:
        """Whether the two share more than an edge."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > slack_mm
            and min(self.bottom, other.bottom) - max(self.top, other.top) > slack_mm
        )


@dataclass(frozen=True, slots=True)
class Type:
    """How text is set: `size` and `leading` (line to line) in points, `gray` 0 black to 1 white."""

    face: Face
    size: float
    leading: float
    gray: float = 0.0

    @property
    def leading_mm(self) -> float:
        """Height of one line."""
        return self.leading / POINTS_PER_MM

    @property
    def em_mm(self) -> float:
        """Width of one Han character."""
        return self.size / POINTS_PER_MM

    @property
    def baseline_mm(self) -> float:
        """From the top of a line down to its baseline."""
        return ((self.leading - self.size) / 2 + ASCENT * self.size) / POINTS_PER_MM


@dataclass(frozen=True, slots=True)
class TextMark:
    """One line of text; `gap` is the space in points added after each token, `within` the frame it must not leave."""

    box: Box
    tokens: tuple[str, ...]
    type: Type
    gap: float = 0.0
    within: Box | None = None

    @property
    def text(self) -> str:
        """The line in plain words."""
        return "".join(self.tokens)


@dataclass(frozen=True, slots=True)
class RuleMark:
    """A straight line; `width` in points, `dash` in points on and off, empty for a solid one."""

    left: float
    top: float
    right: float
    bottom: float
    width: float
    dash: tuple[float, ...] = ()
    gray: float = 0.0


@dataclass(frozen=True, slots=True)
class BoxMark:
    """A frame; `line` is its width in points (0 for none), `fill` its gray or None for no filling."""

    box: Box
    line: float
    fill: float | None = None
    radius_mm: float = 0.0


@dataclass(frozen=True, slots=True)
class QrMark:
    """A QR code; the box includes the white border."""

    box: Box
    code: QrCode
    payload: str


@dataclass(frozen=True, slots=True)
class ImageMark:
    """A picture, PNG or JPEG as bytes, stretched to the box."""

    box: Box
    data: bytes


@dataclass(frozen=True, slots=True)
class WatermarkMark:
    """Large pale letters across the middle of the box, under everything else."""

    box: Box
    text: str
    type: Type


Mark = TextMark | RuleMark | BoxMark | QrMark | ImageMark | WatermarkMark
