"""The scanned pages of the material under the bar: how many, what is being done, and the pages small."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.filled import filled
from ui.scan_desk import Pace
from ui.widgets.label import label
from ui.widgets.thumbnail_strip import Thumbnail, ThumbnailStrip

_WORDS_PX = 92


class ScanPanel(QWidget):
    """Its height is the same with no page and with two hundred, so that the rows above keep their place."""

    def __init__(self) -> None:
        super().__init__()
        self.count = label("", "strong")
        self.doing = label("", "small")
        self.pages = ThumbnailStrip("scanPages", self.tr("Scanned pages"))
        self.pages.set_hint(self.tr("No page scanned: S file, Ctrl+V paste, or drop files on the row"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self.count)
        words.addWidget(self.doing)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(words)
        row.addWidget(self.pages, 1)
        self.count.setMinimumWidth(_WORDS_PX)
        self._pace = Pace(0)
        self._is_writing = False
        self._is_watching = False
        self.show_pages(())

    def show_pages(self, pages: Sequence[Thumbnail]) -> None:
        """The pages of this material."""
        self.pages.show_pages(pages)
        self.pages.setFocusPolicy(Qt.FocusPolicy.StrongFocus if pages else Qt.FocusPolicy.NoFocus)
        self.count.setText(filled(self.tr("Scans: %1"), len(pages)))

    def show_pace(self, pace: Pace) -> None:
        """What is being shrunk."""
        self._pace = pace
        self._show_doing()

    def show_watch(self, *, is_watching: bool, is_writing: bool) -> None:
        """Whether the camera's folder is looked at, and whether it is just writing a file."""
        self._is_watching, self._is_writing = is_watching, is_writing
        self._show_doing()

    def _show_doing(self) -> None:
        pace = self._pace
        if pace.files and pace.total > 1:
            text = filled(self.tr("page %1 of %2 …"), pace.done, pace.total)
        elif pace.files:
            text = filled(self.tr("adding %1 …"), pace.files)
        elif self._is_writing:
            text = self.tr("scanner writes …")
        elif self._is_watching:
            text = self.tr("watching folder")
        else:
            text = ""
        self.doing.setText(text)
