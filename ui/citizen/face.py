"""A face for a level of satisfaction, drawn: no font of an old PC can be trusted to have one."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

_CURVES = (0.30, 0.17, 0.03, -0.12, -0.26)  # how far the mouth bends, best level first, in parts of the size
_LINE = 0.055


class Face(QWidget):
    """`place` 0 is the happiest, 4 the saddest; the word stands beside it, the face is never alone."""

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._ink = QColor("black")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_ink(self, colour: str) -> None:
        """Another colour of the line, as #RRGGBB."""
        self._ink = QColor(colour)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Round, two eyes, a mouth."""
        size = min(self.width(), self.height()) * 0.9
        centre = QPointF(self.width() / 2, self.height() / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ink, size * _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawEllipse(QRectF(centre.x() - size * 0.47, centre.y() - size * 0.47, size * 0.94, size * 0.94))
        bend, width = _CURVES[self._place] * size, 0.22 * size
        level = centre.y() + 0.16 * size
        mouth = QPainterPath(QPointF(centre.x() - width, level))
        mouth.quadTo(QPointF(centre.x(), level + bend), QPointF(centre.x() + width, level))
        painter.drawPath(mouth)
        painter.setBrush(self._ink)
        for side in (-1, 1):
            painter.drawEllipse(
                QPointF(centre.x() + side * 0.16 * size, centre.y() - 0.13 * size), 0.03 * size, 0.03 * size
            )
        painter.end()
