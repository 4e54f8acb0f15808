"""How many policies fit the applicant as typed so far, in one line of the summary."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from ui.filled import filled
from ui.pages.policy_flow import POLICY_KEY
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label


class PolicyCard(Card):
    """Hidden while nothing fits."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.text = label("", "strong", wrap=True)
        self.first = label("", "small", wrap=True)
        self.open_key = KeyButton(self.tr("Tell"), POLICY_KEY)
        self.open_key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.text)
        words.addWidget(self.first)
        self.title_row.insertLayout(0, words, 1)
        self.title_row.addWidget(self.open_key, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_counts(self, certain: int, open_ones: int, name: str) -> None:
        """How many fit and may fit; the name of the first that fits."""
        if certain:
            self.text.setText(filled(self.tr("%1 policies fit"), certain))
        else:
            self.text.setText(filled(self.tr("%1 policies may fit"), open_ones))
        self.first.setText(name)
        self.first.setVisible(bool(name))
        self.setVisible(bool(certain or open_ones))
