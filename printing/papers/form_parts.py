"""Parts of papers that a citizen reads, ticks or signs: numbered texts, boxes to tick, room to sign, the foot."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from desktop.domain.papers import Head
from printing.flow import Block, Gap, Para, Together
from printing.grid import Cell, Grid
from printing.marks import Box
from printing.papers.closing import CodeAndContacts, Proof, Signatures
from printing.sheet import Scale
from printing.surface import Surface

_FIVE = 10.5
_COLUMN_MM = 100.0
BLANK = "\u3000"
"""An ideographic space: a line of its own height where nothing is printed."""


def sign_boxes(scale: Scale, labels: Sequence[str], *, lines: int = 2) -> list[Block]:
    """One box for each who signs, side by side, with room for a seal or a fingerprint and a date to fill in.

    On a narrow roll lines to sign on stand in their place.
    """
    if is_narrow(scale):
        return [Signatures(scale, (*labels, "日期："))]
    text = "\n".join((BLANK,) * lines)
    row = tuple(Cell(f"{label}\n{text}\n日期：　　　　年　　月　　日", scale.cell) for label in labels)
    return [Grid((1.0,) * len(labels), (row,), pad_mm=1.5)]


def section(scale: Scale, heading: str, lines: Sequence[str]) -> list[Block]:
    """Numbered lines under a heading that stays with the first; nothing for none."""
    if not lines:
        return []
    first, *others = (Para(line, scale.cell) for line in _numbered(lines))
    return [Together((Para(heading, scale.strong), first)), *others, Gap(scale.gap_mm)]


def told(scale: Scale, rows: Sequence[tuple[str, Sequence[str]]]) -> list[Block]:
    """What is told, one row for each matter, its lines numbered; a matter without lines is left out."""
    shown = tuple(
        (
            Cell(label, scale.cell, align="center", is_shaded=True),
            Cell("\n".join(_numbered(lines)), scale.cell),
        )
        for label, lines in rows
        if lines
    )
    return [Grid((17.0, 83.0), shown, pad_mm=scale.pad_mm), Gap(scale.gap_mm)] if shown else []


def _numbered(lines: Sequence[str]) -> list[str]:
    return [f"{n}．{line}" for n, line in enumerate(lines, start=1)] if len(lines) > 1 else list(lines)


def foot(scale: Scale, head: Head, proof: Proof, *, before: Sequence[Block] = ()) -> list[Block]:
    """What stands at the end of a paper without a seal, together with `before` on one page."""
    return [Together((*before, Gap(scale.gap_mm), CodeAndContacts(scale, head, proof)))]


@dataclass(frozen=True, slots=True)
class Ticks:
    """Words with a box before each, on as many lines as they need; those in `ticked` are ticked."""

    scale: Scale
    words: tuple[str, ...]
    ticked: frozenset[str] = frozenset()

    def height(self, surface: Surface, width: float) -> float:
        """Its lines."""
        return len(self._lines(surface, width)) * self.scale.body.leading_mm

    def draw(self, surface: Surface, box: Box) -> None:
        """Box, word, space."""
        style = self.scale.body
        side = style.em_mm * 0.9
        top = box.top
        for line in self._lines(surface, box.width):
            left = box.left
            for word in line:
                square = Box(left, top + (style.leading_mm - side) / 2, side, side)
                surface.tick_box(square, ticked=word in self.ticked)
                width = surface.text_width(word, style)
                surface.text(word, Box(left + style.em_mm * 1.3, top, width, style.leading_mm), style)
                left += self._width(surface, word)
            top += style.leading_mm

    def split(self, surface: Surface, width: float, room: float) -> tuple[Block, Block] | None:
        """Never: there are a few words."""
        return None

    def _lines(self, surface: Surface, width: float) -> list[list[str]]:
        lines: list[list[str]] = [[]]
        room = width
        for word in self.words:
            needed = self._width(surface, word)
            if needed > room and lines[-1]:
                lines.append([])
                room = width
            lines[-1].append(word)
            room -= needed
        return lines

    def _width(self, surface: Surface, word: str) -> float:
        return surface.text_width(word, self.scale.body) + self.scale.body.em_mm * 3.3


def is_narrow(scale: Scale) -> bool:
    """Whether the paper is a column on a roll, where nothing stands side by side."""
    return scale.width_mm < _COLUMN_MM


def ticks(scale: Scale, words: Sequence[str], ticked: frozenset[str] = frozenset()) -> list[Block]:
    """Words with a box before each; on a roll as text, for printers that draw no boxes."""
    if is_narrow(scale):
        return [Para("　".join(f"{'√' if word in ticked else '□'}{word}" for word in words), scale.body)]
    return [Ticks(scale, tuple(words), ticked)]


def dense(scale: Scale) -> Scale:
    """The scale with its tables in 五号, 10.5 points, for papers of many pages that are read at home."""
    return scale.times(_FIVE / scale.cell.size) if scale.cell.size > _FIVE else scale


def without_authority(head: Head) -> Head:
    """The head of a paper that speaks in the citizen's name: no authority stands above it."""
    return msgspec.structs.replace(head, authority="")
