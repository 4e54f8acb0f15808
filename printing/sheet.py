"""How a paper lies on its sheets: two copies with a cutting line where both fit on one, else each on its own pages.

The other sizes of sheet are in printing.formats. On A4 margins and type follow GB/T 9704-2012 where it fits a counter
paper: 28 mm on the left to bind, serif body, centred title, page number 7 mm below the text. Its 37 mm on top, meant
for a red head, are given to the text instead.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from printing.flow import Block, flow, place, total_height
from printing.fonts import Face
from printing.marks import Box, Type
from printing.surface import Align, Surface


@dataclass(frozen=True, slots=True)
class Scale:
    """The sizes in which a paper is set, on whole pages or halves of a page; `width_mm` is the width of the text."""

    width_mm: float
    title: Type
    head: Type
    body: Type
    strong: Type
    cell: Type
    cell_strong: Type
    small: Type
    pad_mm: float
    gap_mm: float
    seal_mm: float
    module_mm: float

    def times(self, factor: float) -> "Scale":
        """The same proportions, larger or smaller; room for the seal and the code stays."""
        styles = {
            name: replace(style, size=style.size * factor, leading=style.leading * factor)
            for name in ("title", "head", "body", "strong", "cell", "cell_strong", "small")
            if isinstance(style := getattr(self, name), Type)
        }
        return replace(self, **styles, pad_mm=self.pad_mm * factor, gap_mm=self.gap_mm * factor)  # type: ignore[arg-type]


FULL = Scale(
    width_mm=158,
    title=Type(Face.SERIF_BOLD, 22, 32),
    head=Type(Face.SERIF_BOLD, 15, 23),
    body=Type(Face.SERIF, 14, 24),
    strong=Type(Face.SERIF_BOLD, 14, 24),
    cell=Type(Face.SERIF, 12, 17),
    cell_strong=Type(Face.SERIF_BOLD, 13, 18),
    small=Type(Face.SERIF, 10.5, 15),
    pad_mm=1.5,
    gap_mm=3.0,
    seal_mm=38.0,
    module_mm=0.45,
)
HALF = Scale(
    width_mm=178,
    title=Type(Face.SERIF_BOLD, 17, 23),
    head=Type(Face.SERIF_BOLD, 11.5, 16),
    body=Type(Face.SERIF, 11, 16),
    strong=Type(Face.SERIF_BOLD, 11, 16),
    cell=Type(Face.SERIF, 10.5, 14),
    cell_strong=Type(Face.SERIF_BOLD, 11, 14),
    small=Type(Face.SERIF, 9, 12.5),
    pad_mm=0.8,
    gap_mm=1.4,
    seal_mm=28.0,
    module_mm=0.4,
)

FULL_FRAME = Box(28, 27, FULL.width_mm, 240)
HALF_FRAME = Box(16, 11.5, HALF.width_mm, 131)
HALF_MM = 148.5

HALF_FACTORS = (1.16, 1.1, 1.05, 1.0, 0.955)
"""A half is set as large as it can be; below 10.5 pt (五号) the copies go on pages of their own, for old eyes."""

FULL_FACTORS = (1.0, 0.95, 0.9, 0.85)
"""A page is set smaller, down to 12 pt, if the paper then needs no second one."""

_LABEL = Type(Face.SERIF, 9, 12)
_FOOT_NUMBER = Type(Face.SANS_BOLD, 11, 13)


@dataclass(frozen=True, slots=True)
class SheetForm:
    """A size of sheet and how it is used: `frame` for the text, `factors` the sizes of type that are tried.

    `edge_mm` is how far above the frame the labels stand, `foot_mm` how far below it the page number. `halves`: two
    copies may share a sheet. `has_plies`: the carbon makes the copies, so each page is printed once; the number then
    stands on every page in letters, because no code survives the second ply.
    """

    width_mm: float
    height_mm: float
    frame: Box
    scale: Scale
    factors: tuple[float, ...]
    edge_mm: float = 12.0
    foot_mm: float = 7.0
    halves: bool = False
    has_plies: bool = False


A4_FORM = SheetForm(210.0, 297.0, FULL_FRAME, FULL, FULL_FACTORS, halves=True)
"""A4, as GB/T 9704-2012 has it."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One of the copies of a paper; `label` says whose it is."""

    label: str


APPLICANT_COPY = Copy("申请人联 · 请妥善保存")
STUB = Copy("存根联 · 窗口留存")
GIVER_COPY = Copy("移交方联 · 移交方留存")
TAKER_COPY = Copy("接收方联 · 随件移交")


@dataclass(frozen=True, slots=True)
class Marking:
    """What stands outside the text: `watermark` and `reprint` may be empty; `running` heads the further pages.

    `copies` are who keeps (first, and the upper half) and who takes away, where there are two. `number` is the paper's
    own, put at the foot of sheets whose copies are made by carbon.
    """

    running: str
    watermark: str = ""
    reprint: str = ""
    copies: tuple[Copy, Copy] = (STUB, APPLICANT_COPY)
    number: str = ""


Build = Callable[[Scale], Sequence[Block]]


def lay_out_copies(surface: Surface, build: Build, marking: Marking, form: SheetForm = A4_FORM) -> None:
    """Both copies: two halves of one sheet if they fit, else pages of their own, first those to take away.

    Where carbon makes the copies each page is printed once.
    """
    half = _largest(surface, build, HALF, HALF_FACTORS, HALF_FRAME) if form.halves else None
    if half:
        _halves(surface, half, marking)
        return
    blocks = _one_page_or_more(surface, build, form)
    if form.has_plies:
        _pages(surface, blocks, marking, _plies(marking.copies), form)
        return
    _pages(surface, blocks, marking, "", form)
    count = len(surface.pages)
    surface.repeat_pages()
    kept, taken = marking.copies
    for number in range(1, 2 * count + 1):
        surface.turn_to(number)
        label = taken.label if number <= count else kept.label
        surface.text(label, _edge_line(form), _LABEL, align="right")


def lay_out_single(surface: Surface, build: Build, marking: Marking, form: SheetForm = A4_FORM) -> None:
    """One copy on whole pages."""
    _pages(surface, _one_page_or_more(surface, build, form), marking, "", form)


def _plies(copies: tuple[Copy, Copy]) -> str:
    kept, taken = (copy.label.partition(" · ")[0] for copy in copies)
    return f"一式三联 · ①{kept} ②{taken} ③承办机关联"


def _one_page_or_more(surface: Surface, build: Build, form: SheetForm) -> Sequence[Block]:
    return _largest(surface, build, form.scale, form.factors, form.frame) or build(form.scale)


def _largest(
    surface: Surface, build: Build, scale: Scale, factors: Sequence[float], frame: Box
) -> Sequence[Block] | None:
    """The blocks in the largest type with which they fit into the frame; None if they never do.

    The smallest is tried first and the others by halves, since larger type takes more room: a long paper is then
    measured once and not with every size.
    """
    fitting: Sequence[Block] | None = None
    low, high = 0, len(factors)  # of the factors in [low, high) one may be larger and fit still
    trial = len(factors) - 1
    while low < high:
        found = build(scale.times(factors[trial]))
        if total_height(found, surface, frame.width) <= frame.height:
            fitting, high = found, trial
        else:
            low = trial + 1
        trial = (low + high) // 2
    return fitting


def _halves(surface: Surface, blocks: Sequence[Block], marking: Marking) -> None:
    for copy, top in zip(marking.copies, (0.0, HALF_MM), strict=True):
        frame = Box(HALF_FRAME.left, HALF_FRAME.top + top, HALF_FRAME.width, HALF_FRAME.height)
        _edge(surface, Box(frame.left, top + 6.5, frame.width, _LABEL.leading_mm), marking, copy.label)
        place(surface, blocks, frame)
        if marking.watermark:
            surface.watermark(marking.watermark, Box(0, top, surface.width_mm, HALF_MM))
    surface.cut_line(HALF_MM, "沿此线剪开", Type(Face.SERIF, 7.5, 9, gray=0.35))


def _pages(surface: Surface, blocks: Sequence[Block], marking: Marking, label: str, form: SheetForm) -> None:
    first, frame = surface.page_number, form.frame
    line = _edge_line(form)

    def next_page() -> Box:
        surface.new_page()
        return frame

    flow(surface, blocks, frame, next_page=next_page)
    count = surface.page_number - first + 1
    for number in range(1, count + 1):
        surface.turn_to(first + number - 1)
        _edge(surface, line, marking, label)
        if marking.watermark:
            surface.watermark(marking.watermark, surface.page_box)
        if number > 1 and not form.has_plies:
            running = Box(line.left, line.top + 6, line.width, _LABEL.leading_mm)
            surface.text(f"{marking.running}（续）", running, _LABEL)
        foot = Box(frame.left, frame.bottom + form.foot_mm, frame.width, 6)
        if form.has_plies:
            surface.text(f"{marking.running}（续）" if number > 1 else marking.number, foot, _FOOT_NUMBER)
        if count > 1:
            align: Align = "right" if form.has_plies else "center"
            surface.text(f"第{number}页 共{count}页", foot, Type(Face.SERIF, 12, 15), align=align)


def _edge_line(form: SheetForm) -> Box:
    return Box(form.frame.left, form.frame.top - form.edge_mm, form.frame.width, _LABEL.leading_mm)


def _edge(surface: Surface, line: Box, marking: Marking, label: str) -> None:
    """Whose copy it is on the right, that it is a reprint on the left."""
    if label:
        surface.text(label, line, _LABEL, align="right")
    if marking.reprint:
        style = Type(Face.SANS_BOLD, 9, 12)
        width = surface.text_width(marking.reprint, style) + 4
        surface.box(Box(line.left, line.top - 0.4, width, line.height + 0.8), line=0.9)
        surface.text(marking.reprint, Box(line.left, line.top, width, line.height), style, align="center")
