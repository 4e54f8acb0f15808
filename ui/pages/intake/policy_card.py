"""How many policies fit the applicant as typed so far: one line of the summary, which has no room for more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent

from ui.filled import filled
from ui.pages.policy_flow import POLICY_KEY
from ui.widgets.key_button import GAP
from ui.widgets.label import Label


class PolicyCard(Label):
    """Hidden while nothing fits. The key opens the policies, and so does a click; the first that fits is its tip."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strong")
        self.setProperty("ink", "accent")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_counts(self, certain: int, open_ones: int, name: str) -> None:
        """How many fit and may fit; the name of the first that fits."""
        if certain:
            text = filled(self.tr("%1 policies fit"), certain)
        else:
            text = filled(self.tr("%1 policies may fit"), open_ones)
        self.setText(f"{text}{GAP}{POLICY_KEY}")
        self.setToolTip(name)
        self.setAccessibleName(f"{text} {name}".strip())
        self.setVisible(bool(certain or open_ones))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click opens them."""
        self.clicked.emit()
        super().mousePressEvent(event)
