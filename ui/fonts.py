"""The fonts of the screen, shipped with the program: Chinese shows on a machine that has no font for it.

The two faces of everyday text are there before the first widget. The files of rare characters are unpacked on a worker
after the first paint: a name with 𬭳 in it is shown as soon as it can be typed.
"""

import lzma
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

from desktop.paths import resource

FACES = ("sans.ttf", "sans-bold.ttf")


class FontMissing(Exception):
    """A font file that is shipped could not be loaded: the installation is not whole."""


def load_faces() -> QFont:
    """Loads regular and bold, and gives the font that the whole application is set in.

    Raises:
        FontMissing: the file is not there or is no font.
    """
    family = ""
    for name in FACES:
        found = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(resource("fonts", name))))
        if not found:
            raise FontMissing(name)
        family = found[0]
    font = QFont(family)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return font


def rare_files() -> list[Path]:
    """The packed files of rare characters, by name."""
    return sorted(resource("fonts", "rare").glob("*.ttf.xz"))


def unpack_rare() -> tuple[bytes, ...]:
    """The rare fonts unpacked, about 10 MB in a third of a second: for a worker thread; touches nothing of Qt."""
    return tuple(lzma.decompress(path.read_bytes()) for path in rare_files())


def add_rare(base: QFont, unpacked: tuple[bytes, ...]) -> QFont:
    """The font with the rare families behind it, tried in order for what it lacks. Main thread only."""
    families = list(base.families())
    for data in unpacked:
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFontFromData(QByteArray(data)))
    font = QFont(base)
    font.setFamilies(families)
    return font
