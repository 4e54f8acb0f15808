"""Draws the program's icon, a counter window with a check mark, in the sizes that desktops ask for."""

import os
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPen, QPixmap, QPolygonF

from ui.theme import LIGHT

FOLDER = Path(__file__).parent
UNIT = 256


def draw(size: int) -> QPixmap:
    """The icon: dark ground, a white window whose sill is the counter, one accent mark."""
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / UNIT, size / UNIT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.rail))
    painter.drawRoundedRect(QRectF(8, 8, 240, 240), 48, 48)
    painter.setBrush(QColor(LIGHT.surface))
    painter.drawRoundedRect(QRectF(56, 52, 144, 116), 12, 12)
    painter.setBrush(QColor(LIGHT.rail_mark))
    painter.drawRoundedRect(QRectF(36, 182, 184, 22), 8, 8)
    pen = QPen(QColor(LIGHT.accent), 18, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([QPointF(92, 112), QPointF(118, 138), QPointF(166, 84)]))
    painter.end()
    return picture


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _application = QGuiApplication([])
    draw(UNIT).save(str(FOLDER / "yichuang.png"))
    for side in (16, 32, 48, 128):
        draw(side).save(str(FOLDER / f"yichuang-{side}.png"))
