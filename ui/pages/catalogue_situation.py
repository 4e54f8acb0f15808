"""The situation in the catalogue: one question at a time, one key for each answer; the materials follow."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.filled import filled
from ui.pages.catalogue_presenter import QuestionView
from ui.pages.intake.flow_row import FlowRow
from ui.widgets.label import label


class SituationPanel(QWidget):
    """Digits answer, ↑ ↓ go to another question, Backspace takes the answer back."""

    answered = Signal(object)
    """(key of the question, key of the answer; empty to take it back)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("situation")
        self.setAccessibleName(self.tr("Situation"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.questions: tuple[QuestionView, ...] = ()
        self.at = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_questions(self, questions: Sequence[QuestionView], *, is_new_item: bool) -> None:
        """The questions of the item; the first open one is asked."""
        self.questions = tuple(questions)
        open_at = next((n for n, question in enumerate(self.questions) if not question.chosen), None)
        if is_new_item:
            self.at = 0
        elif open_at is not None:
            self.at = open_at
        self.at = min(self.at, max(0, len(self.questions) - 1))
        self.setVisible(bool(self.questions))
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the panel."""
        digit = event.key() - Qt.Key.Key_0
        if not self.questions:
            super().keyPressEvent(event)
        elif 1 <= digit <= len(self.questions[self.at].options):
            self._answer(self.questions[self.at].options[digit - 1][0])
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.at = min(max(self.at + step, 0), len(self.questions) - 1)
            self._draw()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._answer("")
        else:
            super().keyPressEvent(event)

    def _answer(self, option: str) -> None:
        self.answered.emit((self.questions[self.at].key, option))

    def _draw(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, question in enumerate(self.questions):
            is_now = number == self.at
            text = question.text if is_now else filled(self.tr("%1　%2"), question.text, question.answer or "…")
            self._column.addWidget(label(text, "strong" if is_now else "muted", wrap=True))
            if is_now:
                self._column.addWidget(self._options(question))

    def _options(self, question: QuestionView) -> QWidget:
        row = QWidget()
        flow = FlowRow(row)
        for digit, (key, text) in enumerate(question.options, start=1):
            mark = "● " if key == question.chosen else ""
            button = QPushButton(f"{mark}{digit} {text}")
            button.setObjectName("answer")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, chosen=key: self._answer(chosen))
            flow.addWidget(button)
        return row
