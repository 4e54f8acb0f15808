"""Draws the small pictures of the style sheet (arrows, tick, dot) for both themes. Run it when the tokens change."""

import os
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPen, QPixmap, QPolygonF

from ui.theme import DARK, LIGHT, Tokens

FOLDER = Path(__file__).parent
SIZE = 48  # drawn large; the style sheet scales it down, sharp at 150 % too

STROKES = {
    "down": [(10, 18), (24, 32), (38, 18)],
    "up": [(10, 32), (24, 18), (38, 32)],
    "check": [(9, 25), (20, 36), (40, 13)],
}


def build(tokens: Tokens) -> None:
    """Writes the pictures of one theme."""
    for name, points in STROKES.items():
        picture = _empty()
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = tokens.on_accent if name == "check" else tokens.muted
        painter.setPen(QPen(QColor(ink), 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))
        painter.end()
        picture.save(str(FOLDER / f"{name}-{tokens.name}.png"))
    picture = _empty()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(tokens.on_accent))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(SIZE / 2, SIZE / 2), 9, 9)
    painter.end()
    picture.save(str(FOLDER / f"dot-{tokens.name}.png"))


def _empty() -> QPixmap:
    picture = QPixmap(SIZE, SIZE)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _application = QGuiApplication([])
    for theme in (LIGHT, DARK):
        build(theme)
