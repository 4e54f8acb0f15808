"""After the conclusion: the number, large, the papers, and the next citizen by one key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop import messages
from desktop.domain.outcome import Outcome
from desktop.ports import Taken
from ui.pages.intake.flow_row import FlowRow
from ui.pages.intake.step_panel import ENTER_KEYS
from ui.theme import SPACING
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label


class DonePanel(QFrame):
    """Has the keyboard: F9 the papers again, F8 the citizen's turn, R the rating sheet, C copies, Enter goes on."""

    next_citizen = Signal()
    paper_wanted = Signal()
    rating_wanted = Signal()
    """The citizen rates on paper: this place has no device for it."""

    turn_wanted = Signal()
    """The window is to be turned to the citizen."""

    undo_wanted = Signal()
    """The conclusion was a slip: it is to be taken back while its paper is not printed."""

    copied = Signal()
    """The number is on the clipboard."""

    def __init__(self, *, language: str) -> None:
        super().__init__()
        self._language = language
        self._number = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("done")
        self.setAccessibleName(self.tr("Concluded"))
        card = Card()
        card.body.setContentsMargins(32, 40, 32, 40)
        card.body.setSpacing(SPACING * 2)
        self.chip = Chip("", "green")
        self.caption = label("", "muted")
        self.number = label("", "figure", wrap=True)  # at 150 % it would push the card off the page
        self.papers = label("", "", wrap=True)
        self.copy_key = KeyButton(self.tr("Copy the number"), "C")
        self.paper_key = KeyButton(self.tr("Show and print the paper"), "F9", is_shortcut=True)
        self.rating_key = KeyButton(self.tr("Rating sheet"), "R")
        self.turn_key = KeyButton(self.tr("Citizen's turn"), "F8", is_shortcut=True)
        self.turn_key.setObjectName("citizenTurn")
        self.undo_key = KeyButton(self.tr("Take it back"), "Ctrl+Z")
        self.undo_key.setObjectName("undoConclusion")
        self.next_key = KeyButton(self.tr("Next citizen"), "Enter", primary=True)
        self.copy_key.clicked.connect(self.copy_number)
        self.paper_key.clicked.connect(self.paper_wanted)
        self.rating_key.clicked.connect(self.rating_wanted)
        self.turn_key.clicked.connect(self.turn_wanted)
        self.undo_key.clicked.connect(self.undo_wanted)
        self.next_key.clicked.connect(self.next_citizen)
        for button in (self.copy_key, self.paper_key, self.rating_key, self.turn_key, self.undo_key, self.next_key):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        others = FlowRow(gap=SPACING)
        for button in (self.copy_key, self.paper_key, self.rating_key, self.turn_key, self.undo_key):
            others.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(SPACING * 2)
        row.addLayout(others, 1)  # breaks where the text is large; the key that goes on is never pushed off the card
        row.addWidget(self.next_key, 0, Qt.AlignmentFlag.AlignBottom)
        card.body.addStretch(1)
        card.body.addWidget(self.chip)
        card.body.addWidget(self.caption)
        card.body.addWidget(self.number)
        card.body.addWidget(self.papers)
        card.body.addStretch(2)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_taken(self, taken: Taken, outcome: Outcome) -> None:
        """What was concluded, and the papers that it made."""
        self._number = taken.case_number or (taken.papers[0] if taken.papers else "")
        self.chip.set_state(messages.word(outcome, self._language), "green")
        self.caption.setText(self.tr("Case number") if taken.case_number else self.tr("Number of the paper"))
        self.number.setText(self._number.replace("-", "-\u200b"))  # may break after each part, whatever it begins with
        self.number.setAccessibleName(self._number)
        self.papers.setText(self.tr("Papers: {numbers}").format(numbers="、".join(taken.papers)))
        self.papers.setVisible(bool(taken.papers))
        self.paper_key.setEnabled(bool(taken.papers))
        self.rating_key.setEnabled(bool(taken.case_id))
        self.undo_key.setEnabled(bool(taken.case_id) and outcome is not Outcome.RECEIVE)
        self.turn_key.setEnabled(bool(taken.case_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, C, R; F9 is a shortcut."""
        if event.key() in ENTER_KEYS:
            self.next_citizen.emit()
        elif event.matches(QKeySequence.StandardKey.Undo) and self.undo_key.isEnabled():
            self.undo_wanted.emit()
        elif event.key() == Qt.Key.Key_C:
            self.copy_number()
        elif event.key() == Qt.Key.Key_R and self.rating_key.isEnabled():
            self.rating_wanted.emit()
        else:
            super().keyPressEvent(event)

    def copy_number(self) -> None:
        """Puts the number on the clipboard."""
        QGuiApplication.clipboard().setText(self._number)
        self.copied.emit()
