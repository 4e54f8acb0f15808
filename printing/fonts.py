"""The typefaces of the papers: which face has which character, how wide it is, and what cannot be printed at all.

reportlab prints a box for a character that a font lacks and says nothing. So every text of a paper goes through a
`Chain`, which splits it among the faces that have its characters, and `require_printable` refuses the rest by name.
"""

import lzma
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from io import BytesIO
from pathlib import Path
from threading import RLock
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from desktop.domain.errors import InvalidInput
from printing import tounicode
from printing.embedding import LeanFont
from resources import fonts as font_files
from resources.fonts.coverage import FontRecord, read_index


class Face(StrEnum):
    """The faces that are shipped whole; the value is the name in index.json."""

    SERIF = "serif"
    SERIF_BOLD = "serif-bold"
    SANS = "sans"
    SANS_BOLD = "sans-bold"


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters of one face; `font` is the name under which reportlab knows it."""

    font: str
    text: str


class FontFile:
    """One font file: what it covers is known at once, the file is opened when it is first drawn with."""

    def __init__(self, record: FontRecord, name: str) -> None:
        """Take a line of the index and the name under which reportlab shall know the font."""
        self.name = name
        self._path = record.path
        self._characters = record.characters
        self._font: TTFont | None = None
        self._lock = RLock()

    def covers(self, code_point: int) -> bool:
        """Whether the file has a glyph for this character."""
        return code_point in self._characters

    def width(self, code_point: int) -> float:
        """Advance of a character it covers, in thousandths of the type size."""
        face: Any = self.open().face
        return float(face.getCharWidth(code_point))

    def open(self) -> TTFont:
        """The font, registered with reportlab under its own name; later calls give the same one."""
        with self._lock:
            if self._font is None:
                self._font = self._register()
            return self._font

    def _register(self) -> TTFont:
        data = self._path.read_bytes()
        if self._path.suffix == ".xz":
            data = lzma.decompress(data)
        font = LeanFont(self.name, BytesIO(data), shapable=False, asciiReadable=False)
        # registerFont silently takes a second face of the same PostScript name for the first (reportlab 5.1).
        font.face.name = self.name.encode("ascii")
        pdfmetrics.registerFont(font)
        return font


class Chain:
    """A face and the files that stand in, in order, for the characters it lacks.

    Fit for several threads: what it remembers is the same whoever finds it out.
    """

    def __init__(self, files: Sequence[FontFile]) -> None:
        """The first file is the face itself."""
        self._files = tuple(files)
        self._chosen: dict[str, FontFile | None] = {}
        self._widths: dict[str, float] = {}

    @property
    def main_font(self) -> str:
        """reportlab's name of the face itself, opened."""
        return str(self._files[0].open().fontName)

    def has(self, character: str) -> bool:
        """Whether any file of the chain can draw this one character."""
        return self._file(character) is not None

    def missing(self, text: str) -> list[str]:
        """The characters of the text that no file has, each once, in order of appearance; line feeds are not counted.

        Control characters and variation selectors are missing too: what they would do to a paper is not known.
        """
        return list(dict.fromkeys(c for c in text if c != "\n" and self._file(c) is None))

    def runs(self, text: str) -> list[Run]:
        """The text, in order, split where the face changes; the files needed are opened.

        Raises:
            InvalidInput: `unprintable`, see `require_printable`.
        """
        found: list[tuple[FontFile, list[str]]] = []
        for character in text:
            file = self._file(character)
            if file is None:
                raise _unprintable(self.missing(text), field="text")
            if found and found[-1][0] is file:
                found[-1][1].append(character)
            else:
                found.append((file, [character]))
        return [Run(str(file.open().fontName), "".join(characters)) for file, characters in found]

    def width(self, text: str, size: float) -> float:
        """Width of the text on one line in points, at a type size in points; what is missing counts as nothing."""
        known = self._widths.get(text)  # most of what is measured is one Han character
        return (sum(map(self._width, text)) if known is None else known) * size / 1000

    def _width(self, character: str) -> float:
        width = self._widths.get(character)
        if width is None:
            file = self._file(character)
            width = file.width(ord(character)) if file else 0.0
            self._widths[character] = width
        return width

    def _file(self, character: str) -> FontFile | None:
        try:
            return self._chosen[character]
        except KeyError:
            code_point = ord(character)
            file = next((file for file in self._files if file.covers(code_point)), None)
            self._chosen[character] = file
            return file


class FontBook:
    """The fonts of one folder: a chain for each face."""

    def __init__(self, folder: Path, *, prefix: str = "yc") -> None:
        """Read index.json of the folder; no font file is opened yet.

        Args:
            prefix: starts the names under which reportlab knows the fonts; two books need two.
        """
        index = read_index(folder)
        faces = {face: FontFile(record, f"{prefix}-{face}") for face, record in index.faces.items()}
        rare = [FontFile(record, f"{prefix}-{record.name}") for record in index.rare]
        self._chains = {face: Chain(_in_order(faces, face, rare)) for face in Face}

    def chain(self, face: Face) -> Chain:
        """The chain that begins with this face."""
        return self._chains[face]

    def missing(self, text: str) -> list[str]:
        """The characters that cannot be printed; every chain ends in the same files, so any may be asked."""
        return self._chains[Face.SERIF].missing(text)

    def require_printable(self, text: str, *, field: str) -> None:
        """Refuse a text with a character that no shipped font has: never a box on paper.

        Raises:
            InvalidInput: `unprintable`; `field` as given, `code_points` such as ["U+30ABC"].
        """
        missing = self.missing(text)
        if missing:
            raise _unprintable(missing, field=field)

    def warm(self, faces: Iterable[Face] = (Face.SERIF, Face.SERIF_BOLD)) -> None:
        """Open these faces now, so that the first paper does not wait for them."""
        for face in faces:
            _ = self._chains[face].main_font


@cache
def shipped_fonts() -> FontBook:
    """The fonts of resources/fonts, one book a process: reportlab's register of fonts is one a process too."""
    tounicode.install()
    return FontBook(font_files.FOLDER)


def require_printable(text: str, *, field: str = "text") -> None:
    """Refuse a text that the shipped fonts cannot print; see FontBook.require_printable."""
    shipped_fonts().require_printable(text, field=field)


def _in_order(faces: dict[str, FontFile], face: Face, rare: list[FontFile]) -> list[FontFile]:
    """The face, the regular serif for symbols that only it has, then the rare characters."""
    return [faces[name] for name in dict.fromkeys((face.value, Face.SERIF.value, Face.SANS.value))] + rare


def _unprintable(missing: list[str], *, field: str) -> InvalidInput:
    return InvalidInput("unprintable", field=field, code_points=[f"U+{ord(c):04X}" for c in missing])
