"""The question that decides about a policy: a key for each answer, or a number to type."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.policy_question import MOST_NUMBER, PolicyQuestion, answer_of
from ui.pages.intake.flow_row import FlowRow
from ui.theme import SPACING
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label


class QuestionBar(QWidget):
    """Emits `answered` with the pair (fact, value). Digits are handed in by whoever has the keyboard."""

    answered = Signal(object)
    """(fact, value)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question: PolicyQuestion | None = None
        self.text = label("", "strong", wrap=True)
        self.number = QLineEdit()
        self.number.setObjectName("policyNumber")
        self.number.setMaxLength(len(str(MOST_NUMBER)))
        self.number.setAccessibleName(self.tr("Number, then Enter"))
        self.number.setPlaceholderText(self.tr("Number, then Enter"))
        self.number.setMaximumWidth(220)
        self.number.returnPressed.connect(self._take_number)
        self._choices = QWidget()
        self._row = FlowRow()
        self._choices.setLayout(self._row)
        self._buttons: list[KeyButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING // 2)
        column.addWidget(self.text)
        column.addWidget(self._choices)
        line = QHBoxLayout()
        line.addWidget(self.number)
        line.addStretch()
        column.addLayout(line)

    def ask(self, question: PolicyQuestion | None) -> None:
        """Shows a question; None: there is none."""
        if question != self.question:
            self.number.clear()
        self.question = question
        self.setVisible(question is not None)
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        if question is None:
            return
        self.text.setText(question.text)
        self.number.setVisible(question.is_number)
        self._choices.setVisible(not question.is_number)
        for digit, choice in enumerate(question.choices, start=1):
            button = KeyButton(choice.text, str(digit))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, value=choice.value: self._answer(value))
            self._row.addWidget(button)
            self._buttons.append(button)

    def take_digit(self, digit: int) -> bool:
        """A digit pressed elsewhere: the answer of that key, or the beginning of the number."""
        if self.question is None:
            return False
        if self.question.is_number:
            self.number.setFocus()
            self.number.insert(str(digit))
            return True
        if 1 <= digit <= len(self.question.choices):
            self._answer(self.question.choices[digit - 1].value)
            return True
        return False

    def _take_number(self) -> None:
        self._answer(self.number.text())

    def _answer(self, typed: str) -> None:
        if self.question is None:
            return
        value = answer_of(self.question, typed)
        if value is not None:
            self.answered.emit((self.question.fact, value))
