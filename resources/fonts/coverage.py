"""What index.json says: which shipped file has which character. It knows neither screen nor paper."""

import json
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


class Characters:
    """A set of code points, read from sorted hexadecimal ranges when something within its bounds is first asked for.

    All ranges of all files are some 200 KB of text: to read them at the start would cost more than the first paper.
    """

    def __init__(self, ranges: str) -> None:
        """Take ranges as in index.json: `3400-3446 344B`; at least one."""
        self._ranges = ranges
        self._lowest = int(ranges.partition(" ")[0].partition("-")[0], 16)
        self._highest = int(ranges.rpartition(" ")[2].rpartition("-")[2], 16)

    def __contains__(self, code_point: int) -> bool:
        """Whether the character is in one of the ranges."""
        if not self._lowest <= code_point <= self._highest:
            return False
        first, last = self._spans
        place = bisect_right(first, code_point) - 1
        return place >= 0 and code_point <= last[place]

    @cached_property
    def _spans(self) -> tuple[list[int], list[int]]:
        spans = [span.partition("-") for span in self._ranges.split()]
        return [int(first, 16) for first, _, _ in spans], [int(last or first, 16) for first, _, last in spans]


@dataclass(frozen=True, slots=True, eq=False)
class FontRecord:
    """One shipped file: `name` is its own among all files; a path that ends in .xz is to be unpacked."""

    name: str
    path: Path
    characters: Characters


@dataclass(frozen=True, slots=True)
class FontIndex:
    """The whole faces by name, and the files of rare characters in the order in which they stand in."""

    faces: dict[str, FontRecord]
    rare: tuple[FontRecord, ...]


def read_index(folder: Path) -> FontIndex:
    """The index.json of the folder; no font file is opened."""
    index = json.loads((folder / "index.json").read_text("utf-8"))
    return FontIndex(
        {face: _record(folder, line) for face, line in index["faces"].items()},
        tuple(_record(folder, line) for line in index["rare"]),
    )


def _record(folder: Path, line: dict[str, str]) -> FontRecord:
    path = folder / line["file"]
    return FontRecord(path.name.partition(".")[0], path, Characters(line["characters"]))
