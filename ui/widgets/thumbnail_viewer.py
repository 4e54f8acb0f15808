"""A page in full: zoom, the pages before and after, a quarter turn that is kept."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.filled import filled
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label
from ui.widgets.thumbnail_strip import Thumbnail

ZOOM_STEP, ZOOM_LEAST, ZOOM_MOST = 1.25, 0.25, 4.0
FIT_MOST = 2.0  # a picture of a few dots is not blown up to the whole window
_SCROLL_PX = 80


class PageViewer(QDialog):
    """`ask_picture` is emitted for the page to show; whoever hears it calls `show_picture` or `show_trouble`."""

    ask_picture = Signal(object)
    """Hash of the page."""

    turn_wanted = Signal(object)
    """Number of the page, from 0: a quarter to the right, kept."""

    export_wanted = Signal(object)
    """Number of the page, from 0."""

    def __init__(self, parent: QWidget, *, title: str, can_export: bool = False, can_turn: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("pageViewer")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pages: tuple[Thumbnail, ...] = ()
        self.at = 0
        self._image = QImage()
        self.zoom = 0.0
        """Dots of the screen for a dot of the page; 0: as large as the window."""
        self.picture = QLabel()
        self.picture.setObjectName("page")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area = QScrollArea()
        self.area.setObjectName("paperView")
        self.area.setWidget(self.picture)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.said = label("", "strong")
        self.told = label("", "fault", wrap=True)
        self.told.hide()
        self.before = self._button(self.tr("Page before"), "←", "pageBefore", lambda: self.go(self.at - 1))
        self.after = self._button(self.tr("Next page"), "→", "pageAfter", lambda: self.go(self.at + 1))
        self.larger = self._button(self.tr("Larger"), "+", "larger", lambda: self.set_zoom(self._now() * ZOOM_STEP))
        self.smaller = self._button(self.tr("Smaller"), "−", "smaller", lambda: self.set_zoom(self._now() / ZOOM_STEP))
        self.whole = self._button(self.tr("Whole page"), "0", "wholePage", lambda: self.set_zoom(0))
        self.true_size = self._button(self.tr("100 %"), "1", "trueSize", lambda: self.set_zoom(1))
        self.turn = self._button(self.tr("Turn and keep"), "R", "turnPage", lambda: self.turn_wanted.emit(self.at))
        self.export = self._button(
            self.tr("Copy with watermark"), "E", "exportPage", lambda: self.export_wanted.emit(self.at)
        )
        self.shut = self._button(self.tr("Close"), "Esc", "closeViewer", self.reject)
        self.turn.setVisible(can_turn)
        self.export.setVisible(can_export)
        self._lay_out()

    def _button(self, text: str, key: str, name: str, act: object) -> KeyButton:
        button = KeyButton(text, key)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.said, 1)
        for button in (self.before, self.after):
            head.addWidget(button)
        foot = QHBoxLayout()
        for button in (self.whole, self.true_size, self.smaller, self.larger, self.turn, self.export):
            foot.addWidget(button)
        foot.addStretch()
        foot.addWidget(self.shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addLayout(head)
        column.addWidget(self.told)
        column.addWidget(self.area, 1)
        column.addLayout(foot)

    def sizeHint(self) -> QSize:
        """Nearly as large as the window that it stands over."""
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else QSize(1366, 768)
        return QSize(round(room.width() * 0.92), round(room.height() * 0.96))

    def open_at(self, pages: Sequence[Thumbnail], at: int) -> None:
        """Shows the dialog over its window."""
        self.resize(self.sizeHint())
        self.set_pages(pages, at)
        self.open()

    def set_pages(self, pages: Sequence[Thumbnail], at: int) -> None:
        """Other pages, such as after a turn; of none it closes."""
        self._pages = tuple(pages)
        if not self._pages:
            self.reject()
            return
        self.at = -1
        self.go(min(at, len(self._pages) - 1))

    def go(self, number: int) -> None:
        """Another page; nothing beyond the first and the last."""
        if not 0 <= number < len(self._pages) or number == self.at:
            return
        self.at = number
        self.said.setText(self._pages[number].text)
        self.setAccessibleDescription(self._pages[number].text)
        self.before.setEnabled(number > 0)
        self.after.setEnabled(number < len(self._pages) - 1)
        self.told.hide()
        self._image = QImage()
        self.picture.setText(self.tr("Reading the page …"))
        self.ask_picture.emit(self._pages[number].sha256)

    def show_picture(self, sha256: str, image: QImage) -> None:
        """The page that was asked for; one of another page is not shown."""
        if self._pages and self._pages[self.at].sha256 == sha256:
            self._image = image
            self._draw()

    def show_trouble(self, sha256: str, text: str) -> None:
        """Why it cannot be shown."""
        if self._pages and self._pages[self.at].sha256 == sha256:
            self.picture.clear()
            self.told.setText(text)
            self.told.show()

    def set_zoom(self, zoom: float) -> None:
        """Another size; 0 fits the window."""
        self.zoom = min(max(zoom, ZOOM_LEAST), ZOOM_MOST) if zoom else 0.0
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A whole page stays whole."""
        super().resizeEvent(event)
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that are on the buttons; the other arrows and the page keys scroll."""
        keys = {
            Qt.Key.Key_Left: self.before,
            Qt.Key.Key_Right: self.after,
            Qt.Key.Key_Plus: self.larger,
            Qt.Key.Key_Equal: self.larger,
            Qt.Key.Key_Minus: self.smaller,
            Qt.Key.Key_0: self.whole,
            Qt.Key.Key_1: self.true_size,
            Qt.Key.Key_R: self.turn,
            Qt.Key.Key_E: self.export,
            Qt.Key.Key_Space: self.shut,
        }
        button = keys.get(Qt.Key(event.key()))
        if button is not None:
            button.click()
        elif not self._scroll(event.key()):
            super().keyPressEvent(event)

    def _scroll(self, key: int) -> bool:
        page = self.area.viewport().height() - _SCROLL_PX
        steps = {
            Qt.Key.Key_Up: -_SCROLL_PX,
            Qt.Key.Key_Down: _SCROLL_PX,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
        }
        step = steps.get(Qt.Key(key))
        if step is None:
            return False
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + step)
        return True

    def _now(self) -> float:
        return self.zoom or self._fitting()

    def _fitting(self) -> float:
        if self._image.isNull():
            return 1.0
        room = self.area.viewport().size() - QSize(4, 4)
        return min(room.width() / self._image.width(), room.height() / self._image.height(), FIT_MOST)

    def _draw(self) -> None:
        if self._image.isNull():
            return
        zoom = self._now()
        size = QSize(max(1, round(self._image.width() * zoom)), max(1, round(self._image.height() * zoom)))
        way = Qt.TransformationMode.SmoothTransformation

        self.picture.setPixmap(QPixmap.fromImage(self._image).scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, way))
        self.larger.setEnabled(zoom < ZOOM_MOST)
        self.smaller.setEnabled(zoom > ZOOM_LEAST)


def viewer_title(name: str, text: str) -> str:
    """Heading of the window; `text` is translated and has the blank %1."""
    return filled(text, name)
