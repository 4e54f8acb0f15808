"""Where the seal stands on a paper: pressed on name and date, in the middle of both (GB/T 9704-2012, 7.3.5.1)."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.papers import Head
from printing.marks import Box, Mark, TextMark
from printing.papers.closing import stand_in_seal
from printing.papers.wording import day
from printing.surface import Surface

SEAL_MM = 42.0
"""Diameter of the seal of a local department or a township (国发〔1999〕25号)."""


@dataclass(frozen=True, slots=True)
class SealPlace:
    """A square on a page counted from 1, in millimetres from its top left corner."""

    page: int
    box: Box


def seal_places(surface: Surface, head: Head) -> list[SealPlace]:
    """The places of every copy, in the order of the pages; none on a sample or practice paper, nor without a date.

    Found by what stands there, the name of the authority with the date right under it: a seal is pressed on these
    words, and on nothing else.
    """
    if stand_in_seal(head):
        return []
    words = head.authority + day(head.issued_on)
    return [
        SealPlace(number, _square(surface, found))
        for number, page in enumerate(surface.pages, start=1)
        for found in _lines_that_say(words, page)
    ]


def _lines_that_say(words: str, page: list[Mark]) -> Iterator[list[TextMark]]:
    """Neighbouring lines of text that make up these words exactly, blanks at their ends aside."""
    lines = [mark for mark in page if isinstance(mark, TextMark)]
    for start in range(len(lines)):
        said, end = "", start
        while end < len(lines) and len(said) < len(words) and words.startswith(said):
            said += lines[end].text.strip()
            end += 1
        if said == words and end - start > 1:
            yield lines[start:end]


def _square(surface: Surface, lines: list[TextMark]) -> Box:
    """Around the middle of the lines, moved as little as needed to stay on the sheet."""
    middle = (min(line.box.left for line in lines) + max(line.box.right for line in lines)) / 2
    height = (lines[0].box.top + lines[-1].box.bottom) / 2
    left = min(max(middle - SEAL_MM / 2, 0.0), surface.width_mm - SEAL_MM)
    top = min(max(height - SEAL_MM / 2, 0.0), surface.height_mm - SEAL_MM)
    return Box(left, top, SEAL_MM, SEAL_MM)
