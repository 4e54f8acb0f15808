"""Settings: the way into practice, for the clerk who is at the window."""

from PySide6.QtWidgets import QHBoxLayout

from ui.context import Context
from ui.pages.settings_section import SettingsSection
from ui.practice_switch import PRACTISE
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label


class PracticeSection(SettingsSection):
    """One button. Inside practice the page of exercises has the way out."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.button = KeyButton(self.tr("Practise with made-up cases"), "Enter", primary=True)
        self.button.setObjectName("practise")
        self.button.setEnabled(not context.counter.is_practice)
        card = Card(self.tr("Practice"))
        card.body.addWidget(
            label(
                self.tr(
                    "The whole program on made-up citizens, with ten exercises that tick themselves off. This counter"
                    " is closed meanwhile; coming back asks for your password. Nothing of practice is sent or counted."
                ),
                "muted",
                wrap=True,
            )
        )
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.button)
        card.body.addLayout(row)
        self.body.addWidget(card)
        self.body.addStretch()
        self.button.clicked.connect(lambda: context.switch(PRACTISE))
        self.setFocusProxy(self.button)
