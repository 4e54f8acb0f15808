"""A paper on the screen: the pages of the very bytes that are printed, with zoom and page keys."""

import hashlib

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.filled import filled
from ui.paper_raster import POINTS_PER_INCH, pages
from ui.print_worker import PrintWorker

ZOOM_STEP = 1.25
ZOOM_LEAST, ZOOM_MOST = 0.5, 4.0
_A4_WIDTH_IN = 210 / 25.4
_GAP_PX = 12


class PaperView(QScrollArea):
    """Shows a PDF, as wide as the view at zoom 1. Page keys go through the pages, + and - zoom, 0 fits again."""

    shown = Signal()
    """The pages of the last `set_pdf` or zoom stand on the screen."""

    failed = Signal(object)
    """The bytes could not be shown; carries the error."""

    def __init__(self, worker: PrintWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paperView")
        self.setAccessibleName(self.tr("Preview of the paper"))
        self._worker = worker
        self._pdf = b""
        self._zoom = 1.0
        self._asked = 0
        self._sheet = QWidget()
        self._sheet.setObjectName("scrolled")
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(_GAP_PX, _GAP_PX, _GAP_PX, _GAP_PX)
        self._column.setSpacing(_GAP_PX)
        self.setWidget(self._sheet)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def pdf_sha256(self) -> str:
        """Hash of the bytes that are shown; empty while there are none."""
        return hashlib.sha256(self._pdf).hexdigest() if self._pdf else ""

    @property
    def page_count(self) -> int:
        """Pages on the screen."""
        return self._column.count()

    @property
    def zoom(self) -> float:
        """1: as wide as the view."""
        return self._zoom

    def sizeHint(self) -> QSize:
        """Room for most of a page."""
        return QSize(640, 640)

    def set_pdf(self, pdf: bytes) -> None:
        """Shows these bytes, from the first page on. Empty: an empty view."""
        self._pdf = pdf
        self.verticalScrollBar().setValue(0)
        if pdf:
            self._draw()
        else:
            self._show([])

    def set_zoom(self, zoom: float) -> None:
        """Another size, within the limits."""
        zoom = min(max(zoom, ZOOM_LEAST), ZOOM_MOST)
        if zoom != self._zoom:
            self._zoom = zoom
            self._draw()

    def stop(self) -> None:
        """Pictures that are still being made are not shown any more; called before the view goes."""
        self._asked += 1
        self._pdf = b""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom keys; page keys and arrows scroll."""
        if not self.take_key(event.key()):
            super().keyPressEvent(event)

    def take_key(self, key: int) -> bool:
        """What the key does to the view, also from outside; False: it means nothing here."""
        bar = self.verticalScrollBar()
        page = self._page_height() + _GAP_PX
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.set_zoom(self._zoom * ZOOM_STEP)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.set_zoom(self._zoom / ZOOM_STEP)
        elif key == Qt.Key.Key_0:
            self.set_zoom(1.0)
        elif key == Qt.Key.Key_PageDown:
            bar.setValue(bar.value() + min(page, bar.pageStep()))
        elif key == Qt.Key.Key_PageUp:
            bar.setValue(bar.value() - min(page, bar.pageStep()))
        elif key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page follows the width of the view."""
        super().resizeEvent(event)
        if self._pdf and event.oldSize().width() != event.size().width():
            self._draw()

    def _draw(self) -> None:
        if not self._pdf:
            return
        self._asked += 1
        asked, pdf, dpi = self._asked, self._pdf, self._dpi()
        ratio = self.devicePixelRatioF()

        def show(pictures: list[QImage]) -> None:
            if asked == self._asked:
                for picture in pictures:
                    picture.setDevicePixelRatio(ratio)
                self._show(pictures)
                self.shown.emit()

        def fail(error: Exception) -> None:
            if asked == self._asked:
                self.failed.emit(error)

        self._worker.run(lambda: pages(pdf, dpi=dpi), show, fail)

    def _dpi(self) -> float:
        # The width without a scroll bar, so that its coming and going does not change the size of the page.
        room = max(240, self.width() - self.verticalScrollBar().sizeHint().width() - 2 * _GAP_PX - 2)
        return max(POINTS_PER_INCH / 2, room * self._zoom * self.devicePixelRatioF() / _A4_WIDTH_IN)

    def _show(self, pictures: list[QImage]) -> None:
        while self._column.count() > len(pictures):
            item = self._column.takeAt(self._column.count() - 1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for number, picture in enumerate(pictures):
            if number == self._column.count():
                made = QLabel()
                made.setAccessibleName(filled(self.tr("Page %1"), number + 1))
                self._column.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)
            item = self._column.itemAt(number)
            page = item.widget() if item is not None else None
            if isinstance(page, QLabel):
                page.setPixmap(QPixmap.fromImage(picture))

    def _page_height(self) -> int:
        item = self._column.itemAt(0)
        widget = item.widget() if item is not None else None
        return widget.height() if widget is not None else self.viewport().height()
