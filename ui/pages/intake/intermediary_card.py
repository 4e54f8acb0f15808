"""Which intermediary services the item may need, and whether one was chosen: one line of the summary."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent

from ui.filled import filled
from ui.pages.intermediary_flow import INTERMEDIARY_KEY
from ui.widgets.key_button import GAP
from ui.widgets.label import Label


class IntermediaryCard(Label):
    """Hidden where the item needs none. The key opens the register, and so does a click; its tip is what was chosen."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strong")
        self.setProperty("ink", "accent")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_services(self, count: int, chosen: Sequence[str]) -> None:
        """How many services may be needed, and in words what was chosen so far."""
        open_ones = filled(self.tr("%1 intermediary services, free to choose"), count)
        text = filled(self.tr("intermediary services: %1 of %2 settled"), len(chosen), count) if chosen else open_ones
        self.setText(f"{text}{GAP}{INTERMEDIARY_KEY}")
        self.setToolTip("\n".join(chosen))
        self.setAccessibleName(" ".join((text, *chosen)))
        self.setVisible(count > 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click opens the register."""
        self.clicked.emit()
        super().mousePressEvent(event)
