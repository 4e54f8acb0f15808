"""The way in with the recovery sheet: code, whose password, the new one twice."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.errors import InvalidInput
from ui.login.new_password import NewPassword
from ui.problem_text import problem_text
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label


@dataclass(frozen=True, slots=True, repr=False)
class Recovery:
    """What was typed. Not shown by repr."""

    code: str
    clerk_id: str
    password: str


class RecoveryForm(QWidget):
    """Emits `submitted` with a Recovery, or `left`. Nothing typed is lost by a fault."""

    submitted = Signal(object)
    left = Signal()

    def __init__(self, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.code = QLineEdit()
        self.code.setObjectName("recoveryCode")
        self.clerk = QLineEdit()
        self.clerk.setObjectName("recoveryClerk")
        self.code_field = Field(self.tr("Recovery code"), self.code, self.tr("Six groups of five, from the sheet"))
        self.clerk_field = Field(self.tr("Clerk who gets a new password"), self.clerk)
        self.passwords = NewPassword(self.tr("New password"), name="recovery")
        self.button = KeyButton(self.tr("Set password and open"), "Enter", primary=True)
        self.back = KeyButton(self.tr("Back"), "Esc")
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch()
        buttons.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Open with the recovery sheet"), "h1"))
        for widget in (self.code_field, self.clerk_field, self.passwords):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.code.returnPressed.connect(self.clerk.setFocus)
        self.clerk.returnPressed.connect(self.passwords.setFocus)
        self.passwords.finished.connect(self.submit)
        self.button.clicked.connect(self.submit)
        self.back.clicked.connect(self.left)

    def submit(self) -> None:
        """Asks to be let in if the two passwords agree."""
        for field in (self.code_field, self.clerk_field):
            field.clear_error()
            if not field.editor.property("text").strip():
                field.set_error(self.tr("This is needed."))
                field.setFocus()
                return
        if self.passwords.agreed() is not None:
            self.button.setEnabled(False)
            clerk_id = self.clerk.text().strip().lower()
            self.submitted.emit(Recovery(self.code.text(), clerk_id, self.passwords.agreed() or ""))

    def refuse(self, error: Exception) -> None:
        """Says what is wrong beside the field that it is about."""
        self.button.setEnabled(True)
        about = error.field if isinstance(error, InvalidInput) else ""
        field = {"password": self.passwords.first, "clerk_id": self.clerk_field}.get(about, self.code_field)
        field.set_error(problem_text(error, language=self._language))
        field.setFocus()
