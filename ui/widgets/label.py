"""Text on a page. Plain text unless it says rich: a name with a `<` in it must not become markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.fonts import ensure_shown


class Label(QLabel):
    """A label that fetches the fonts its text needs."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setText(text)

    def setText(self, text: str) -> None:
        """Another text."""
        ensure_shown(text)
        super().setText(text)


def label(text: str = "", style: str = "", *, wrap: bool = False, ink: str = "") -> QLabel:
    """A label of plain text.

    Args:
        style: its name in the style sheet: h1, h2, strong, muted, small, fault, figure; empty for body text.
        ink: a lamp's colour: green, yellow, red, accent, muted. Only beside a word that says the same.
    """
    made = Label(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(style)
    made.setWordWrap(wrap)
    if ink:
        made.setProperty("ink", ink)
    return made


def restyle(widget: QWidget) -> None:
    """Makes a changed property or object name visible; Qt looks at them only when it polishes."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
