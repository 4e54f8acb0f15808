"""Breaking Chinese text into lines: what may stand at the start and the end of a line, and what is kept whole.

reportlab's own wrapping follows Japanese rules, lets `，` start a line and hangs `。` outside the margin, so it is not
used. Rules: GB/T 15834-2011, 5.1 (no stop, comma, closing mark or connector at the start of a line, no opening mark at
the end, —— and …… never torn apart).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

NO_START = frozenset("，。、；：？！）》〉」』】〕］｝〗”’…—～·．・％‰℃°,.;:?!)]}%々〃ー―–")
"""Characters that must not start a line (避头)."""

NO_END = frozenset("（《〈「『【〔［｛〖“‘￥＄¥$([{#№§")
"""Characters that must not end a line (避尾)."""

TOLERANCE_PT = 0.01
"""Sums of widths are floats: a line is too long only if it is so by more than this."""

MAX_STRETCH_EM = 2.5
"""A line that lacks more than this is left ragged: gaps between characters would look torn."""

_LETTER = r"[^\W\u2e80-\U0010ffff]"
_TOKEN = re.compile(
    # a word, number, code or address, with the space after it
    rf"{_LETTER}+(?:[-/.@:+#&=?,'’*]+{_LETTER}+)*[%‰℃°]?[ ]*"
    r"|——+[ ]*|……+[ ]*"  # dash and ellipsis are two characters and one mark
    r"|[^\n][ ]*"
)


class Measure(Protocol):
    """What knows how wide a text is: a printing.fonts.Chain, or a printer whose letters are all of one width."""

    def width(self, text: str, size: float) -> float:
        """Width of the text on one line at a type size."""
        ...


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph.

    `tokens` are the units between which space may be put; `width` in points, without the spaces at its end;
    `is_last` says that the paragraph (or a line feed) ends here, so that it is not justified.
    """

    tokens: tuple[str, ...]
    width: float
    is_last: bool

    @property
    def text(self) -> str:
        """What stands on the line; with the spaces at its end."""
        return "".join(self.tokens)


@lru_cache(maxsize=512)
def tokens(text: str) -> tuple[str, ...]:
    """The units of a text without line feeds: words, numbers, single Han characters; joined they are the text."""
    return tuple(_TOKEN.findall(text))


def break_lines(text: str, *, chain: Measure, size: float, width: float, indent: float = 0) -> list[Line]:
    """The lines of a text; a line feed ends a line, and an empty text is one empty line.

    Nothing is lost: the lines joined (with the line feeds) are the text. A rule about starts and ends gives way only
    where no place in the line would keep it. A word is torn only if it is wider than a line.

    Args:
        size, width, indent: in points; indent is for the first line of each paragraph.
    """
    return [
        line
        for paragraph in text.split("\n")
        for line in _paragraph(list(tokens(paragraph)), chain=chain, size=size, width=width, indent=indent)
    ]


def may_break(before: str, after: str) -> bool:
    """Whether a line may end with the token `before` and the next start with `after`."""
    end = before.rstrip(" ")
    return not (after[0] in NO_START or (end and end[-1] in NO_END))


def stretch(line: Line, *, width: float, size: float) -> float:
    """Space in points to put after each token but the last, so that the line fills the width; 0 for ragged lines."""
    lack = width - line.width
    if line.is_last or len(line.tokens) < 2 or not 0 < lack < size * MAX_STRETCH_EM:
        return 0.0
    return lack / (len(line.tokens) - 1)


def _paragraph(units: list[str], *, chain: Measure, size: float, width: float, indent: float) -> Iterator[Line]:
    start = 0
    available = width - indent
    while start < len(units):
        end = _end_of_line(units, start, chain=chain, size=size, width=available)
        if end == start:  # not even one token fits: tear it
            units[start : start + 1] = _torn(units[start])
            end = max(start + 1, _end_of_line(units, start, chain=chain, size=size, width=available))
        yield _line(units[start:end], chain=chain, size=size, is_last=end == len(units))
        start, available = end, width
    if not units:
        yield Line(tokens=(), width=0.0, is_last=True)


def _end_of_line(units: list[str], start: int, *, chain: Measure, size: float, width: float) -> int:
    """The index after the last token of the line; `start` itself when no token fits."""
    end, reached = start, 0.0
    while end < len(units) and reached + chain.width(units[end].rstrip(" "), size) <= width + TOLERANCE_PT:
        reached += chain.width(units[end], size)
        end += 1
    if end == len(units):
        return end
    lawful = (place for place in range(end, start, -1) if may_break(units[place - 1], units[place]))
    return next(lawful, end)


def _torn(unit: str) -> list[str]:
    """The characters of a token that is wider than a line; spaces stay with the character before."""
    body = unit.rstrip(" ")
    return [*body[:-1], body[-1:] + unit[len(body) :]]


def _line(units: list[str], *, chain: Measure, size: float, is_last: bool) -> Line:
    width = chain.width("".join(units).rstrip(" "), size)
    return Line(tokens=tuple(units), width=width, is_last=is_last)
