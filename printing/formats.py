"""The sizes of paper that counters have, and how a paper is set on each.

Continuous paper has holes on both sides and copies made by carbon: 241 mm wide, a page 11 inches high, a half or a
third of that. A roll of 80 mm prints 72 mm of its width and is as long as the text.
"""

from enum import StrEnum

from printing.fonts import Face
from printing.marks import Box, Type
from printing.sheet import A4_FORM, Scale, SheetForm


class PaperFormat(StrEnum):
    """What lies in the device; the value is kept in settings and in the file of a paper that is not on A4."""

    A4 = "A4"
    A5 = "A5"
    TRACTOR_WHOLE = "241x279"  # 241 mm 三联整页, 279.4 mm
    TRACTOR_HALF = "241x140"  # 二等分, 139.7 mm
    TRACTOR_THIRD = "241x93"  # 三等分, 93.1 mm
    ROLL = "80mm"  # the whole paper on a roll
    SLIP = "80mm-slip"  # its short form where it has one, else the whole paper

    @property
    def is_roll(self) -> bool:
        """One page, as long as its text."""
        return self in (PaperFormat.ROLL, PaperFormat.SLIP)

    @property
    def is_tractor(self) -> bool:
        """Continuous paper with holes and carbon copies."""
        return self in (PaperFormat.TRACTOR_WHOLE, PaperFormat.TRACTOR_HALF, PaperFormat.TRACTOR_THIRD)


TRACTOR_MARGIN_MM = 20.5
"""Left free on both sides: the strips with the holes are 12.7 mm wide, and the paper is never fed quite straight."""

ROLL_MM = 80.0
ROLL_PRINTED_MM = 72.0
"""576 dots of 203 dpi."""

_A5 = Scale(
    width_mm=120,
    title=Type(Face.SERIF_BOLD, 15, 20),
    head=Type(Face.SERIF_BOLD, 11, 15),
    body=Type(Face.SERIF, 10.5, 15),
    strong=Type(Face.SERIF_BOLD, 10.5, 15),
    cell=Type(Face.SERIF, 10, 13),
    cell_strong=Type(Face.SERIF_BOLD, 10.5, 13),
    small=Type(Face.SERIF, 8.5, 11.5),
    pad_mm=0.8,
    gap_mm=1.4,
    seal_mm=30.0,
    module_mm=0.4,
)
_TRACTOR = Scale(
    width_mm=241 - 2 * TRACTOR_MARGIN_MM,
    title=Type(Face.SERIF_BOLD, 16, 20),
    head=Type(Face.SERIF_BOLD, 12, 16),
    body=Type(Face.SERIF, 11.5, 15.5),
    strong=Type(Face.SERIF_BOLD, 11.5, 15.5),
    cell=Type(Face.SERIF, 11, 14),
    cell_strong=Type(Face.SERIF_BOLD, 11.5, 14),
    small=Type(Face.SERIF, 10.5, 13.5),
    pad_mm=0.7,
    gap_mm=1.2,
    seal_mm=28.0,
    module_mm=0.5,  # needles of 180 dpi: three and a half dots
)
_SHRUNK = (1.0, 0.955)
"""A needle printer and tired eyes want 10.5 pt (五号) at least."""


def _tractor(height_mm: float, factors: tuple[float, ...]) -> SheetForm:
    edge_mm, foot_mm = 7.0, 1.5
    top, bottom = 4.0 + edge_mm, 5.0 + foot_mm + 3.0
    frame = Box(TRACTOR_MARGIN_MM, top, _TRACTOR.width_mm, height_mm - top - bottom)
    return SheetForm(241.0, height_mm, frame, _TRACTOR, factors, edge_mm, foot_mm, has_plies=True)


_FORMS = {
    PaperFormat.A4: A4_FORM,
    PaperFormat.A5: SheetForm(
        148.0, 210.0, Box(16, 19, _A5.width_mm, 175), _A5, (1.16, 1.1, 1.05, 1.0, 0.955), edge_mm=11.0, foot_mm=4.0
    ),
    PaperFormat.TRACTOR_WHOLE: _tractor(279.4, (1.2, 1.1, *_SHRUNK)),
    PaperFormat.TRACTOR_HALF: _tractor(139.7, (1.1, *_SHRUNK)),
    PaperFormat.TRACTOR_THIRD: _tractor(93.1, _SHRUNK),
}

ROLL_SCALE = Scale(
    width_mm=ROLL_PRINTED_MM,
    title=Type(Face.SANS_BOLD, 15, 21),
    head=Type(Face.SANS_BOLD, 11, 15),
    body=Type(Face.SANS, 10.5, 15),
    strong=Type(Face.SANS_BOLD, 10.5, 15),
    cell=Type(Face.SANS, 10.5, 14.5),
    cell_strong=Type(Face.SANS_BOLD, 10.5, 14.5),
    small=Type(Face.SANS, 9.5, 13),
    pad_mm=0.6,
    gap_mm=1.6,
    seal_mm=32.0,
    module_mm=0.5,  # four dots of 203 dpi
)
"""How a paper is set on a roll: sans, because the hairlines of a serif vanish in the heat."""


def form_of(paper_format: PaperFormat) -> SheetForm:
    """The sheet of this format. Raises KeyError for a roll, which has none."""
    return _FORMS[paper_format]


def format_of(value: str) -> PaperFormat:
    """The format of this name; A4 for a name that is not known (kept by a later version)."""
    return next((known for known in PaperFormat if known == value), PaperFormat.A4)
