"""Pages side by side, small, for the keyboard: arrows move, Space opens, Del removes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from ui.filled import filled

PICTURE_PX = 40
_GAP_PX = 4
_ROOM_PX = 14  # frame and focus around a picture
_HINT_FLAGS = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
_HINT_LEAST_PX = 10
_OPEN = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A page: its hash and what a reader of the screen says of it."""

    sha256: str
    text: str


class ThumbnailStrip(QListWidget):
    """One row of pages; as high as a page and never higher."""

    opened = Signal(object)
    """Number of the page, from 0."""

    removed = Signal(object)
    """Number of the page, from 0."""

    left = Signal()
    """Esc or Up: back to the list."""

    def __init__(self, name: str, accessible_name: str, *, picture_px: int = PICTURE_PX) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self._small: Callable[[str], QImage | None] = lambda _sha256: None
        self._pages: tuple[Thumbnail, ...] = ()
        self._hint = ""
        self._picture_px = picture_px
        self.setFlow(QListView.Flow.LeftToRight)
        self.setViewMode(QListView.ViewMode.ListMode)
        self.setWrapping(False)
        self.setSpacing(_GAP_PX // 2)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it would hide half the pages
        self.setIconSize(QSize(picture_px, picture_px))
        self.setFixedHeight(picture_px + _ROOM_PX)
        self.itemDoubleClicked.connect(self._on_item)

    def set_source(self, small: Callable[[str], QImage | None]) -> None:
        """Where pictures come from; None from it means: later."""
        self._small = small

    def set_hint(self, text: str) -> None:
        """What stands there while there is no page."""
        self._hint = text
        self.viewport().update()

    def show_pages(self, pages: Sequence[Thumbnail]) -> None:
        """These pages; the one at the keyboard stays if it is among them."""
        if tuple(pages) == self._pages:
            return
        now = self._pages[self.currentRow()].sha256 if 0 <= self.currentRow() < len(self._pages) else ""
        row = max(self.currentRow(), 0)
        self._pages = tuple(pages)
        self.clear()
        for page in self._pages:
            item = QListWidgetItem()
            item.setToolTip(page.text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, page.text)
            item.setSizeHint(QSize(self._picture_px + 8, self._picture_px + 6))
            item.setIcon(_framed(self._small(page.sha256), self._picture_px))
            self.addItem(item)
        hashes = [page.sha256 for page in self._pages]
        if hashes:
            self.setCurrentRow(hashes.index(now) if now in hashes else min(row, len(hashes) - 1))

    def picture_arrived(self, sha256: str) -> None:
        """A small picture is there now."""
        for row, page in enumerate(self._pages):
            item = self.item(row)
            if page.sha256 == sha256 and item is not None:
                item.setIcon(_framed(self._small(sha256), self._picture_px))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, Enter, Del, Esc, Up; arrows as in any list."""
        row = self.currentRow()
        if event.key() in _OPEN and row >= 0:
            self.opened.emit(row)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row >= 0:
            self.removed.emit(row)
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Up) or (event.key() == Qt.Key.Key_Left and row <= 0):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages, or the hint."""
        super().paintEvent(event)
        if self.count() or not self._hint:
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().placeholderText().color())
        painter.setFont(self.hint_font())
        painter.drawText(self.hint_room(), _HINT_FLAGS, self._hint)
        painter.end()

    def hint_room(self) -> QRect:
        """Where the hint stands."""
        return self.viewport().rect().adjusted(6, 0, -6, 0)

    def hint_font(self) -> QFont:
        """As large as the text around it, smaller where the hint would be cut above and below."""
        font, room = QFont(self.font()), self.hint_room()
        while font.pixelSize() > _HINT_LEAST_PX:
            if QFontMetrics(font).boundingRect(room, _HINT_FLAGS, self._hint).height() <= room.height():
                break
            font.setPixelSize(font.pixelSize() - 1)
        return font

    def _on_item(self, item: QListWidgetItem) -> None:
        self.opened.emit(self.row(item))


def page_text(place: int, count: int, size_bytes: int, text: str) -> str:
    """What is said of a page; `text` is translated and has the blanks %1 of %2, %3 KB."""
    return filled(text, place, count, max(1, round(size_bytes / 1000)))


def _framed(image: QImage | None, side_px: int) -> QPixmap:
    """On paper-white with a hairline, so that a white page is seen on a white card; white alone while it is read."""
    known = image is not None and not image.isNull()
    size = image.size() if image is not None and known else QSize(70, 99)
    pixmap = QPixmap(2 * side_px, 2 * side_px)  # twice the dots: sharp on a scaled screen as well
    pixmap.fill(Qt.GlobalColor.transparent)
    size.scale(2 * side_px - 2, 2 * side_px - 2, Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(QPoint((2 * side_px - size.width()) // 2, (2 * side_px - size.height()) // 2), size)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillRect(place, Qt.GlobalColor.white)
    if image is not None and known:
        painter.drawImage(place, image)
    painter.setPen(QPen(QColor("#8D97A5"), 2))
    painter.drawRect(place)
    painter.end()
    pixmap.setDevicePixelRatio(2.0)
    return pixmap
