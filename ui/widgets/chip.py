"""A word on a coloured ground."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import TONES
from ui.widgets.label import restyle


class Chip(QLabel):
    """`tone` is green, yellow, red, accent or muted; the word says the same, the colour is never alone."""

    def __init__(self, text: str, tone: str = "muted", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName("chip")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_state(text, tone)

    def set_state(self, text: str, tone: str) -> None:
        """Another word and its tone."""
        if tone not in TONES:
            raise ValueError(f"no such tone: {tone}")
        self.setText(text)
        self.setProperty("tone", tone)
        restyle(self)
