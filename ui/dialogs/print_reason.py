"""Why a paper is printed again: the common reasons by number key, any other by typing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.dialogs.print_presenter import REASONS
from ui.filled import filled
from ui.theme import SPACING
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label


class ReasonPanel(QWidget):
    """Number keys choose, the last one goes to the field, Enter in the field takes what is typed."""

    chosen = Signal(object)
    """The reason, a text that is not empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reasonPanel")
        self.question = label(style="strong", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.question)
        self._buttons: list[KeyButton] = []
        for digit, reason in enumerate(REASONS, start=1):
            button = KeyButton(reason, str(digit))
            button.setObjectName("secondary")
            button.clicked.connect(lambda _=False, text=reason: self.chosen.emit(text))
            column.addWidget(button)
            self._buttons.append(button)
        other = KeyButton(self.tr("Another reason"), str(len(REASONS) + 1))
        other.clicked.connect(self._type)
        column.addWidget(other)
        self._buttons.append(other)
        self.entry = QLineEdit()
        self.entry.setObjectName("reason")
        self.entry.setMaxLength(60)
        self.field = Field(self.tr("Reason in words, then Enter"), self.entry)
        column.addWidget(self.field)
        column.addStretch(1)
        self.entry.returnPressed.connect(self._take_typed)

    def ask(self, reprint_no: int) -> None:
        """Starts asking for this reprint."""
        self.question.setText(filled(self.tr("Reprint no. %1: why?"), reprint_no))
        self.entry.clear()
        self.field.clear_error()
        self._buttons[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number key chooses wherever the focus is but in the field."""
        digit = event.key() - Qt.Key.Key_0
        if 1 <= digit <= len(self._buttons):
            self._buttons[digit - 1].click()
        else:
            super().keyPressEvent(event)

    def _type(self) -> None:
        self.entry.setFocus()

    def _take_typed(self) -> None:
        if self.entry.text().strip():
            self.chosen.emit(self.entry.text().strip())
        else:
            self.field.set_error(self.tr("Say why: it stands in the ledger."))
