"""The frame that login and first set-up stand in: the rail with the name of the program, and one card."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.label import label

DOOR_SIZE = QSize(1366, 768)


class Door(QWidget):
    """Lay out into `body`, which is as wide as `width_px` and stands in the middle."""

    def __init__(self, *, width_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("loginPage")
        self.setWindowTitle(self.tr("Yichuang"))
        self.resize(DOOR_SIZE.boundedTo(self.screen().availableSize()))
        rail = QFrame()
        rail.setObjectName("rail")
        rail_column = QVBoxLayout(rail)
        rail_column.setContentsMargins(0, 0, 0, 8)
        rail_column.addWidget(label(self.tr("Yichuang"), "brand"))
        rail_column.addStretch()
        self.card = QFrame()
        self.card.setObjectName("loginCard")
        self.card.setMaximumWidth(width_px)
        self.body = QVBoxLayout(self.card)
        self.body.setContentsMargins(28, 18, 28, 18)
        self.body.setSpacing(10)
        middle = QVBoxLayout()
        middle.setContentsMargins(24, 10, 24, 10)
        middle.addStretch(1)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.card, 100)
        across.addStretch(1)
        middle.addLayout(across)
        self.below = label("", "small", wrap=True)
        self.below.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        middle.addSpacing(8)
        middle.addWidget(self.below)
        middle.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        row.addLayout(middle, 1)
