"""How a paper lies on A4: two copies with a cutting line where both fit on one sheet, else each on its own pages.

Margins and type follow GB/T 9704-2012 where it fits a counter paper: type area 156 by 225 mm, 28 mm from the left and
37 mm from the top, page number 7 mm below it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from printing.flow import Block, flow, place, total_height
from printing.fonts import Face
from printing.marks import Box, Type
from printing.surface import Surface


@dataclass(frozen=True, slots=True)
class Scale:
    """The sizes in which a paper is set: whole pages or halves of a page."""

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


FULL = Scale(
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

FULL_FRAME = Box(28, 37, 156, 225)
HALF_FRAME = Box(16, 12, 178, 130)
HALF_MM = 148.5
_LABEL = Type(Face.SANS, 9, 12)


@dataclass(frozen=True, slots=True)
class Copy:
    """One of the copies of a paper; `label` says whose it is."""

    label: str


APPLICANT_COPY = Copy("申请人联 · 请妥善保存")
STUB = Copy("存根联 · 窗口留存")


@dataclass(frozen=True, slots=True)
class Marking:
    """What stands outside the text: `watermark` and `reprint` may be empty; `running` heads the further pages."""

    running: str
    watermark: str = ""
    reprint: str = ""


Build = Callable[[Scale], Sequence[Block]]


def lay_out_copies(surface: Surface, build: Build, marking: Marking) -> None:
    """The applicant's copy and the stub: two halves of one sheet if both fit, else pages of their own."""
    half = build(HALF)
    if total_height(half, surface, HALF_FRAME.width) <= HALF_FRAME.height:
        _halves(surface, half, marking)
        return
    blocks = build(FULL)
    _pages(surface, blocks, marking, APPLICANT_COPY.label)
    surface.new_page()
    _pages(surface, blocks, marking, STUB.label)


def lay_out_single(surface: Surface, build: Build, marking: Marking) -> None:
    """One copy on whole pages."""
    _pages(surface, build(FULL), marking, "")


def _halves(surface: Surface, blocks: Sequence[Block], marking: Marking) -> None:
    for copy, top in ((STUB, 0.0), (APPLICANT_COPY, HALF_MM)):
        frame = Box(HALF_FRAME.left, HALF_FRAME.top + top, HALF_FRAME.width, HALF_FRAME.height)
        _edge(surface, Box(frame.left, top + 6.5, frame.width, _LABEL.leading_mm), marking, copy.label)
        place(surface, blocks, frame)
        if marking.watermark:
            surface.watermark(marking.watermark, Box(0, top, surface.width_mm, HALF_MM))
    surface.cut_line(HALF_MM, "沿此线剪开", Type(Face.SANS, 7.5, 9, gray=0.35))


def _pages(surface: Surface, blocks: Sequence[Block], marking: Marking, label: str) -> None:
    first = surface.page_number
    line = Box(FULL_FRAME.left, FULL_FRAME.top - 11, FULL_FRAME.width, _LABEL.leading_mm)

    def next_page() -> Box:
        surface.new_page()
        return FULL_FRAME

    flow(surface, blocks, FULL_FRAME, next_page=next_page)
    count = surface.page_number - first + 1
    for number in range(1, count + 1):
        surface.turn_to(first + number - 1)
        _edge(surface, line, marking, label)
        if marking.watermark:
            surface.watermark(marking.watermark, surface.page_box)
        if number > 1:
            running = Box(line.left, line.top + _LABEL.leading_mm, line.width, _LABEL.leading_mm)
            surface.text(f"{marking.running}（续）", running, _LABEL)
        if count > 1:
            foot = Box(FULL_FRAME.left, FULL_FRAME.bottom + 7, FULL_FRAME.width, 6)
            surface.text(f"第{number}页 共{count}页", foot, Type(Face.SERIF, 12, 15), align="center")


def _edge(surface: Surface, line: Box, marking: Marking, label: str) -> None:
    """Whose copy it is on the right, that it is a reprint on the left."""
    if label:
        surface.text(label, line, _LABEL, align="right")
    if marking.reprint:
        style = Type(Face.SANS_BOLD, 9, 12)
        width = surface.text_width(marking.reprint, style) + 4
        surface.box(Box(line.left, line.top - 0.4, width, line.height + 0.8), line=0.9)
        surface.text(marking.reprint, Box(line.left, line.top, width, line.height), style, align="center")
