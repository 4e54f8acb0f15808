"""A few questions below a list: Enter goes through them and answers, Esc leaves. The list stays in view."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.pages.case_question import Answers, Question
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label

COLUMNS = 3


class QuestionForm(QWidget):
    """Hidden until `ask`. Emits `answered` with Answers, `left` on Esc. The owner calls `set_error` or `close_form`."""

    answered = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None, *, columns: int = COLUMNS) -> None:
        super().__init__(parent)
        self._columns = columns
        self._fields: dict[str, Field] = {}
        self.heading = label("", "strong", wrap=True)
        self.fault = label("", "fault", wrap=True)
        self.go = KeyButton("", "Enter", primary=True)
        self.go.setObjectName("doForm")
        self.back = KeyButton(self.tr("Back"), "Esc")
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(0)
        self._grid.setHorizontalSpacing(16)
        for place in range(columns):
            self._grid.setColumnStretch(place, 1)
        keys = QHBoxLayout()
        keys.setSpacing(8)
        keys.addWidget(self.fault, 1)
        keys.addWidget(self.back)
        keys.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addLayout(self._grid)
        column.addLayout(keys)
        self.go.clicked.connect(self._answer)
        self.back.clicked.connect(self.left)
        self.hide()

    def ask(self, heading: str, button: str, questions: Sequence[Question]) -> None:
        """Shows the questions, the keyboard in the first."""
        self._empty()
        self.heading.setText(heading)
        self.go.set_text(button)
        self.fault.setText("")
        for place, question in enumerate(questions):
            field = Field(question.label, self._editor(question))
            self._fields[question.key] = field
            self._grid.addWidget(field, *divmod(place, self._columns))
            field.show()
        self.show()
        first = next(iter(self._fields.values()), None)
        (first.editor if first else self.go).setFocus()

    def set_error(self, key: str, text: str) -> None:
        """A fault beside its question, or below all of them where no question has that key."""
        field = self._fields.get(key)
        if field is None:
            self.fault.setText(text)
            return
        field.set_error(text)
        field.editor.setFocus()

    def clear(self, key: str) -> None:
        """Nothing stands in an entry any more: a secret that was wrong."""
        field = self._fields.get(key)
        if field is not None and isinstance(field.editor, QLineEdit):
            field.editor.clear()

    def close_form(self) -> None:
        """Nothing is asked any more."""
        self.hide()
        self._empty()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in an entry goes on, and from the last one it answers."""
        is_enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.type() == QEvent.Type.KeyPress:
            editors = [field.editor for field in self._fields.values()]
            at = next((place for place, editor in enumerate(editors) if editor is watched), len(editors) - 1)
            if at == len(editors) - 1:
                self._answer()
            else:
                editors[at + 1].setFocus()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _editor(self, question: Question) -> QLineEdit | QComboBox:
        editor: QLineEdit | QComboBox
        if question.choices:
            editor = QComboBox()
            for value, text in question.choices:
                editor.addItem(text, value)
            editor.setCurrentIndex(max(0, editor.findData(question.start)))
        else:
            editor = QLineEdit(question.start)
            if question.is_secret:
                editor.setEchoMode(QLineEdit.EchoMode.Password)
        editor.setObjectName(question.key)
        editor.installEventFilter(self)
        return editor

    def _answer(self) -> None:
        self.fault.setText("")
        texts = {}
        for key, field in self._fields.items():
            field.clear_error()
            editor = field.editor
            if isinstance(editor, QComboBox):
                texts[key] = str(editor.currentData())
            elif isinstance(editor, QLineEdit):
                texts[key] = editor.text()
        self.answered.emit(Answers(texts))

    def _empty(self) -> None:
        self._fields.clear()
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
