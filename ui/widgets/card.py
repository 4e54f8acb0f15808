"""A white card with a title: the unit that every page is made of."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import SPACING
from ui.widgets.label import label


class Card(QFrame):
    """Lay out into `body`; `title_row` takes what stands beside the title."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.body.setSpacing(SPACING)
        self.title_row = QHBoxLayout()
        self.title_row.setSpacing(SPACING)
        self.title = label(title, "strong")
        self.title_row.addWidget(self.title)
        self.title_row.addStretch()
        self.count = label("", "small")
        self.count.hide()
        self.title_row.addWidget(self.count)
        self.title.setVisible(bool(title))
        self.body.addLayout(self.title_row)

    def set_count(self, text: str) -> None:
        """A few small words at the end of the title's row; empty takes them away."""
        self.count.setText(text)
        self.count.setVisible(bool(text))

    def set_title(self, title: str) -> None:
        """Another title; empty takes it away."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
