"""评价表: five levels and what may be ticked under each; for places without a device (handbook 4).

Voluntary, filled in by the citizen alone (GB/T 39734-2020, 4.1); the case number is a code, so that nobody copies it.
"""

from dataclasses import dataclass

from desktop.domain.papers import title
from desktop.domain.papers_pledge import RatingLevelLine, RatingSheet
from printing.flow import Block, Gap, Para
from printing.grid import Cell, Grid
from printing.marks import Box
from printing.papers.closing import Proof
from printing.papers.form_parts import BLANK, foot, is_narrow
from printing.papers.parts import heading
from printing.qr import QUIET_MODULES
from printing.sheet import Scale
from printing.surface import Surface, qr_size_mm

_CALL = (
    "请您对本次服务作出评价。评价完全自愿，由您本人填写；窗口人员不得代填、不得要求您给予好评，也不影响您的事项办理。"
    "请在一个等级前打√，并可在下面勾选原因。"
)
_BY_TELEPHONE = "也可以用手机扫左边的二维码评价；扫码评价和纸质评价，同一环节只计一次。"
_LINK_MM = 0.4  # the link is long: smaller modules keep the sheet on one page
_SCALE_MM = 0.6  # a module of the number's code: a phone reads it from an arm's length


def blocks(paper: RatingSheet, scale: Scale, proof: Proof) -> list[Block]:
    """The sheet from top to bottom; one copy, which the citizen keeps in the hand."""
    return [
        *heading(scale, paper.head, title(paper)),
        *_what(paper, scale),
        Gap(scale.gap_mm),
        Para(_CALL, scale.cell, indent_em=2),
        Gap(scale.gap_mm / 2),
        *_levels(paper.levels, scale),
        Gap(scale.gap_mm),
        Grid((19.0, 81.0), (_row(scale, "意见建议", lines=2), _row(scale, "联系方式", lines=1)), pad_mm=1.5),
        Gap(scale.gap_mm),
        LinkCode(scale, paper.link, _after(paper)) if paper.link else Para(_after(paper), scale.cell),
        *foot(scale, paper.head, proof),
    ]


def _subject(paper: RatingSheet) -> tuple[tuple[str, str], ...]:
    head = paper.head
    rows = (("办件编号", head.case_number), ("办理事项", head.item_name))
    return tuple((label, value) for label, value in rows if value)


def _what(paper: RatingSheet, scale: Scale) -> list[Block]:
    """With the number as a code beside it; on a roll there is no room for a second code, and the number is printed."""
    subject = Subject(scale, _subject(paper), paper.head.case_number)
    return [subject.grid] if is_narrow(scale) else [subject]


def _levels(levels: tuple[RatingLevelLine, ...], scale: Scale) -> list[Block]:
    if is_narrow(scale):
        return [
            block
            for line in levels
            for block in (
                Para(f"□ {line.level}", scale.strong),
                Para("\n".join(f"□ {option.code} {option.text}" for option in line.options), scale.small, align="left"),
                Gap(scale.gap_mm),
            )
        ]
    rows = tuple(
        (
            Cell(f"□ {line.level}", scale.cell_strong),
            Cell(_two_columns(tuple(f"□ {o.code} {o.text}" for o in line.options), 0), scale.small),
            Cell(_two_columns(tuple(f"□ {o.code} {o.text}" for o in line.options), 1), scale.small),
        )
        for line in levels
    )
    return [Grid((19.0, 40.5, 40.5), rows, pad_mm=scale.pad_mm / 2)]


def _two_columns(options: tuple[str, ...], column: int) -> str:
    half = (len(options) + 1) // 2
    return "\n".join(options[column * half : (column + 1) * half]) or BLANK


def _row(scale: Scale, label: str, *, lines: int) -> tuple[Cell, ...]:
    hint = "（自愿填写，只用于回访，依法保密）" if label == "联系方式" else "\n".join((BLANK,) * lines)
    return (Cell(label, scale.cell, align="center", is_shaded=True), Cell(hint, scale.small))


def _after(paper: RatingSheet) -> str:
    place = f"填好后请投入{paper.return_to}的评价箱，也可以带走以后再交。" if paper.return_to else ""
    return f"{place}评价为“不满意”“非常不满意”的，将按规定核实整改并向您反馈。"


@dataclass(frozen=True, slots=True)
class Subject:
    """What is rated, and its number as a code at the right."""

    scale: Scale
    rows: tuple[tuple[str, str], ...]
    number: str

    def height(self, surface: Surface, width: float) -> float:
        """The higher of the two."""
        return max(self.grid.height(surface, width - self._code_mm), self._code_mm)

    def draw(self, surface: Surface, box: Box) -> None:
        """Side by side."""
        grid_width = box.width - self._code_mm
        self.grid.draw(surface, Box(box.left, box.top, grid_width, self.grid.height(surface, grid_width)))
        if self.number:
            border = QUIET_MODULES * _SCALE_MM
            surface.qr(self.number, box.right - self._code_mm + border, box.top, size_mm=self._code_mm)

    def split(self, surface: Surface, width: float, room: float) -> tuple[Block, Block] | None:
        """Never."""
        return None

    @property
    def grid(self) -> Grid:
        """Number and matter, labelled."""
        cell = self.scale.cell
        rows = tuple((Cell(a, cell, align="center", is_shaded=True), Cell(b, cell)) for a, b in self.rows)
        return Grid((18.0, 82.0), rows, pad_mm=self.scale.pad_mm)

    @property
    def _code_mm(self) -> float:
        return qr_size_mm(self.number, module_mm=_SCALE_MM) if self.number else 0.0


@dataclass(frozen=True, slots=True)
class LinkCode:
    """The way to rate by telephone instead: a link as a code at the left, beside it what it is for and what follows."""

    scale: Scale
    link: str
    after: str

    def height(self, surface: Surface, width: float) -> float:
        """The higher of the two."""
        text = surface.paragraph_height(self._words, width - self._size_mm - 2, self.scale.small)
        return max(self._size_mm, text)

    def draw(self, surface: Surface, box: Box) -> None:
        """Side by side."""
        surface.qr(self.link, box.left, box.top, size_mm=self._size_mm)
        width = box.width - self._size_mm - 2
        height = surface.paragraph_height(self._words, width, self.scale.small)
        place = Box(box.left + self._size_mm + 2, box.top + 1, width, height)
        surface.paragraph(self._words, place, self.scale.small, align="left")

    def split(self, surface: Surface, width: float, room: float) -> tuple[Block, Block] | None:
        """Never."""
        return None

    @property
    def _size_mm(self) -> float:
        return qr_size_mm(self.link, module_mm=_LINK_MM)

    @property
    def _words(self) -> str:
        return f"{_BY_TELEPHONE}\n{self.after}"
