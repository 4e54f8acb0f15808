"""The chart of the statistics on the screen: the very drawing that is printed, made a picture on the paper thread."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.pages.statistics_presenter import Chart
from ui.print_worker import PrintWorker
from ui.settings_store import UiSettings
from ui.theme import DARK, tokens

DPI = 110.0
HEIGHT_PX, LEAST_PX = 232, 130
AROUND_PT = 12.0  # the margins of the picture


class ChartPicture(QLabel):
    """Shows a chart as it is on paper, in the dark look with light and dark changed; says if there is nothing to draw.

    It says in words what it is of for who cannot see it.
    """

    shown = Signal()
    """The picture of the last `show_chart` stands."""

    failed = Signal(object)
    """The error of a chart that could not be drawn."""

    def __init__(self, worker: PrintWorker, look: Callable[[], UiSettings], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._look = look
        self._image = QImage()
        self._asked = 0
        self.setObjectName("chart")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumHeight(LEAST_PX)
        self.setMaximumHeight(HEIGHT_PX)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """The least: what is more comes by the share of the page, up to the height of the drawing."""
        return QSize(400, LEAST_PX)

    def minimumSizeHint(self) -> QSize:
        """Not that of the picture: it gives way."""
        return QSize(200, LEAST_PX)

    def show_chart(self, chart: Chart) -> None:
        """Another chart; one that is still being drawn is not shown any more."""
        self._asked += 1
        asked, room = self._asked, QSize(max(self.width(), 400), max(self.height(), LEAST_PX))
        dpi = DPI * self._look().percent / 100
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(", ".join(chart.categories))
        if not any(value for _name, values in chart.series for value in values):
            self._image = QImage()
            self.setText(self.tr("Nothing to draw for this period."))
            self.shown.emit()
            return

        def done(image: QImage) -> None:
            if asked == self._asked:
                self._image = image
                self._place()
                self.shown.emit()

        self._worker.run(lambda: picture(chart, room=room, dpi=dpi), done, self.failed.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture stays whole."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Another look: the picture goes with it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place()

    def _place(self) -> None:
        if not self._image.isNull():
            room = self.size()
            fits = self._image.width() <= room.width() and self._image.height() <= room.height()
            smooth = Qt.TransformationMode.SmoothTransformation
            shown = self._image if fits else self._image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth)
            colours = tokens(self._look().theme)
            self.setPixmap(QPixmap.fromImage(on_dark(shown, colours.surface) if colours is DARK else shown))


def on_dark(image: QImage, surface: str) -> QImage:
    """The drawing in gray with light and dark changed; its white paper becomes the surface (#RRGGBB)."""
    changed = image.convertToFormat(QImage.Format.Format_RGB32)
    changed.invertPixels()
    painter = QPainter(changed)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
    painter.fillRect(changed.rect(), QColor(surface))
    painter.end()
    return changed


def picture(chart: Chart, *, room: QSize, dpi: float = DPI) -> QImage:
    """The drawing of a chart as an image that about fills the room, in pixels. On the paper thread."""
    # The library of charts is not needed before the first one is looked at.
    from printing.charts import Series, bars, columns
    from printing.picture import picture_pdf
    from ui.paper_raster import pages

    width_pt, height_pt = room.width() / dpi * 72 - AROUND_PT, room.height() / dpi * 72 - AROUND_PT
    series = [Series(name, values) for name, values in chart.series]
    if chart.is_upright:
        drawing = columns(chart.title, chart.categories, series, width=width_pt, height=height_pt)
    else:
        drawing = bars(chart.title, chart.categories, series, width=width_pt, most_height=height_pt)
    return pages(picture_pdf(drawing, title=chart.title), dpi=dpi)[0]
