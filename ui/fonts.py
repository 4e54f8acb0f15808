"""The fonts of the screen, shipped with the program: Chinese shows on a machine that has no font for it.

The two faces of everyday text are there before the first widget. Rare characters lie in some sixty packed files; a file
is unpacked when one of its characters is first shown, so that a hall without such names pays nothing for them.
"""

import logging
import lzma
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from threading import Thread

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.paths import resource
from resources.fonts.coverage import FontIndex, FontRecord, read_index

FACES = ("sans.ttf", "sans-bold.ttf")
_FOLLOWED = "fontsFollowTyping"

log = logging.getLogger(__name__)


class FontMissing(Exception):
    """A font file that is shipped could not be loaded: the installation is not whole."""


def load_faces() -> QFont:
    """Loads regular and bold, and gives the font that the whole application is set in.

    Raises:
        FontMissing: the file is not there or is no font.
    """
    font = QFont([_family(), *rare_fonts().families])
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return font


def use_faces(application: QApplication) -> None:
    """Sets the application in them. Raises FontMissing."""
    font = load_faces()
    if application.font().families() != font.families():  # another font polishes every widget there is
        application.setFont(font)


@cache
def _family() -> str:
    """Qt keeps a file once more for each time that it is added."""
    family = ""
    for name in FACES:
        found = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(resource("fonts", name))))
        if not found:
            raise FontMissing(name)
        family = found[0]
    return family


def ensure_shown(text: str) -> bool:
    """Whether the text can be shown now; if not, the files it needs are fetched and the windows drawn again with them.

    Called with every text that may hold a name, whenever it is shown: a text without rare characters costs less than a
    microsecond. A character that no file has is not waited for. Main thread only.
    """
    return text.isascii() or rare_fonts().ensure_shown(text)


@cache
def rare_fonts() -> "RareFonts":
    """The rare fonts of this process; Qt's register of fonts is one a process too."""
    return RareFonts(read_index(resource("fonts")))


@dataclass(frozen=True, slots=True)
class _Unpacked:
    """What the worker hands over; a file that cannot be read is missing from `files` and named in `broken`."""

    files: tuple[tuple[FontRecord, bytes], ...]
    broken: tuple[FontRecord, ...]


class RareFonts(QObject):
    """Which files of rare characters are loaded; their `families` stand behind the everyday one, in this order."""

    loaded = Signal()
    """More characters can be shown; the windows have been told."""

    _wanted = Signal()
    _unpacked = Signal(object)

    def __init__(self, index: FontIndex) -> None:
        super().__init__()
        self.families: list[str] = []
        self._everyday = index.faces["sans"]
        # The serif face has some signs that the sans lacks, and no rare file repeats them.
        self._files = (*index.rare, index.faces["serif"])
        self._settled: set[str] = set()
        self._waiting: set[FontRecord] = set()
        self._under_way: set[FontRecord] = set()
        self._ready: set[FontRecord] = set()
        # Queued: a table asks once for each cell, and all of them are to cost one round.
        self._wanted.connect(self._fetch, Qt.ConnectionType.QueuedConnection)
        self._unpacked.connect(self._add)

    def ensure_shown(self, text: str) -> bool:
        """See the function of this name."""
        if self._settled.issuperset(text):
            return True
        needed = set()
        for character in set(text) - self._settled:
            record = self._file_of(ord(character))
            if record is None or record in self._ready:
                self._settled.add(character)
            else:
                needed.add(record)
        if not needed <= self._waiting | self._under_way:
            self._waiting |= needed - self._under_way
            self._wanted.emit()
        return not needed

    def follow_typing(self, application: QApplication) -> None:
        """Looks after every line that is typed in, from the moment it has the keyboard."""
        application.focusChanged.connect(self._follow)

    def _follow(self, _left: QWidget | None, entered: QWidget | None) -> None:
        if isinstance(entered, QLineEdit) and not entered.property(_FOLLOWED):
            entered.setProperty(_FOLLOWED, True)
            entered.textChanged.connect(self.ensure_shown)
            self.ensure_shown(entered.text())

    def _file_of(self, code_point: int) -> FontRecord | None:
        if code_point in self._everyday.characters:
            return None
        return next((record for record in self._files if code_point in record.characters), None)

    def _fetch(self) -> None:
        """Unpacks on a thread of its own that ends in some 30 ms a file: the store's reader may be busy for longer."""
        if self._waiting and not self._under_way:
            self._under_way, self._waiting = self._waiting, set()
            Thread(target=self._unpack, args=(frozenset(self._under_way),), name="fonts").start()

    def _unpack(self, records: frozenset[FontRecord]) -> None:
        files, broken = [], []
        for record in records:
            try:
                files.append((record, _font_file(record)))
            except (OSError, lzma.LZMAError):
                broken.append(record)
        self._unpacked.emit(_Unpacked(tuple(files), tuple(broken)))

    def _add(self, unpacked: _Unpacked) -> None:
        for _, data in unpacked.files:
            added = QFontDatabase.addApplicationFontFromData(QByteArray(data))
            self.families += QFontDatabase.applicationFontFamilies(added)
        for record in unpacked.broken:
            log.error("font file not readable: %s", record.path.name)
        # What could not be read is not asked for again: its characters stay boxes until the program is repaired.
        self._ready |= self._under_way
        self._under_way = set()
        _use_everywhere(self.families)
        self.loaded.emit()
        self._fetch()


def _use_everywhere(rare: Sequence[str]) -> None:
    """Puts the families behind the everyday one in every widget there is.

    A font in use does not find a family that is registered later (Qt 6.11 forgets to renew its engines the second
    time), and the application's font does not reach a widget that the style sheet has touched until it is polished
    again: so a new font, and each widget polished. 30 ms for 430 widgets, a tenth of setting the style sheet anew.
    """
    application = QApplication.instance()
    if isinstance(application, QApplication):
        font = QFont(application.font())
        font.setFamilies([font.family(), *rare])
        application.setFont(font)
        for widget in application.allWidgets():
            widget.style().polish(widget)


def _font_file(record: FontRecord) -> bytes:
    data = record.path.read_bytes()
    return lzma.decompress(data) if record.path.suffix == ".xz" else data
