"""Blocks one under the other in a frame, and over to the next page when the frame is full."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from printing.marks import Box, Type
from printing.surface import Align, Surface

SLACK_MM = 0.01
"""Sums of heights are floats."""


class Block(Protocol):
    """Something that takes the whole width of the frame."""

    def height(self, surface: Surface, width: float) -> float:
        """Height in millimetres at this width; nothing is drawn."""
        ...

    def draw(self, surface: Surface, box: Box) -> None:
        """Draw at the top of the box, which is as high as `height` said."""
        ...

    def split(self, surface: Surface, width: float, room: float) -> "tuple[Block, Block] | None":
        """A part that fits into `room` millimetres and the rest; None if it cannot be cut there."""
        ...


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty space; none at the top of a page that is not the first."""

    mm: float

    def height(self, surface: Surface, width: float) -> float:
        """The space itself."""
        return self.mm

    def draw(self, surface: Surface, box: Box) -> None:
        """Nothing."""

    def split(self, surface: Surface, width: float, room: float) -> tuple[Block, Block] | None:
        """Space is not carried over."""
        return None


@dataclass(frozen=True, slots=True)
class Para:
    """A text of any length; `first` is the first of its lines that still has to be printed, `count` how many."""

    text: str
    style: Type
    indent_em: float = 0
    align: Align = "justify"
    first: int = 0
    count: int | None = None

    def height(self, surface: Surface, width: float) -> float:
        """Its lines."""
        return len(range(self._total(surface, width))[self._lines]) * self.style.leading_mm

    def draw(self, surface: Surface, box: Box) -> None:
        """Wrapped to the width of the box."""
        surface.paragraph(self.text, box, self.style, indent_em=self.indent_em, align=self.align, lines=self._lines)

    def split(self, surface: Surface, width: float, room: float) -> tuple[Block, Block] | None:
        """Between two lines, never leaving one line alone on either page."""
        lines = len(range(self._total(surface, width))[self._lines])
        fitting = min(int((room + SLACK_MM) / self.style.leading_mm), lines - 2)
        if fitting < 2:
            return None
        return (
            replace(self, count=fitting),
            replace(self, first=self.first + fitting, count=lines - fitting),
        )

    @property
    def _lines(self) -> slice:
        return slice(self.first, None if self.count is None else self.first + self.count)

    def _total(self, surface: Surface, width: float) -> int:
        height = surface.paragraph_height(self.text, width, self.style, indent_em=self.indent_em)
        return round(height / self.style.leading_mm)


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page: a heading with what follows it, signatures with their date."""

    blocks: tuple[Block, ...]

    def height(self, surface: Surface, width: float) -> float:
        """All of them."""
        return total_height(self.blocks, surface, width)

    def draw(self, surface: Surface, box: Box) -> None:
        """One under the other."""
        top = box.top
        for block in self.blocks:
            height = block.height(surface, box.width)
            block.draw(surface, Box(box.left, top, box.width, height))
            top += height

    def split(self, surface: Surface, width: float, room: float) -> tuple[Block, Block] | None:
        """Only the last block is cut; what stands before it goes with its first part."""
        *before, last = self.blocks
        parts = last.split(surface, width, room - total_height(before, surface, width))
        return (Together((*before, parts[0])), parts[1]) if parts else None


def total_height(blocks: Sequence[Block], surface: Surface, width: float) -> float:
    """Height of the blocks one under the other, in millimetres."""
    return sum(block.height(surface, width) for block in blocks)


def place(surface: Surface, blocks: Sequence[Block], frame: Box) -> None:
    """All blocks in one frame, for which there must be room: see `total_height`."""
    Together(tuple(blocks)).draw(surface, frame)


def flow(surface: Surface, blocks: Sequence[Block], frame: Box, *, next_page: Callable[[], Box]) -> None:
    """The blocks from the top of the frame; when one does not fit, it is cut or goes to the next page.

    A block that can neither be cut nor fit on an empty page is drawn all the same and leaves the frame; papers have
    none.

    Args:
        next_page: opens a page and returns the frame on it.
    """
    waiting = list(blocks)
    top, is_empty = frame.top, True
    while waiting:
        block = waiting.pop(0)
        height, room = block.height(surface, frame.width), frame.bottom - top
        if height > room + SLACK_MM:
            parts = block.split(surface, frame.width, room)
            if parts:
                block, rest = parts
                waiting.insert(0, rest)
                height = block.height(surface, frame.width)
            elif not is_empty:
                frame = next_page()
                top, is_empty = frame.top, True
                if not isinstance(block, Gap):
                    waiting.insert(0, block)
                continue
        block.draw(surface, Box(frame.left, top, frame.width, height))
        top, is_empty = top + height, False
