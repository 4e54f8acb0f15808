"""Who and password: the same form at the door and over a locked screen."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.errors import DomainError
from ui.problem_text import problem_text
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton

LOCKED_OUT = "locked_out"  # key of the error that names its seconds


@dataclass(frozen=True, slots=True, repr=False)
class Credentials:
    """What was typed. Not shown by repr, so that no log can hold it."""

    clerk_id: str
    password: str


class CredentialsForm(QWidget):
    """Emits `submitted` with Credentials. The owner calls `refuse` or leaves; what was typed as name stays."""

    submitted = Signal(object)

    def __init__(self, button_text: str, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._waiting: DomainError | None = None
        self._seconds = QTimer(self)
        self._seconds.setInterval(1000)
        self._seconds.timeout.connect(self._count_down)
        self.clerk = QComboBox()
        self.clerk.setObjectName("clerk")
        self.clerk.setEditable(True)
        self.clerk.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        name_edit = self.clerk.lineEdit()
        assert name_edit is not None  # editable
        name_edit.setObjectName("clerkName")
        name_edit.setAccessibleName(self.tr("Clerk"))
        self._name_edit = name_edit
        self.password = QLineEdit()
        self.password.setObjectName("password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.clerk_field = Field(self.tr("Clerk"), self.clerk, self.tr("Login name; arrow keys choose"))
        self.password_field = Field(self.tr("Password"), self.password)
        self.button = KeyButton(button_text, "Enter", primary=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.clerk_field, self.password_field, self.button):
            column.addWidget(widget)
        name_edit.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self.submit)
        self.password.textEdited.connect(self._forget_error)
        self.button.clicked.connect(self.submit)

    def take_pin(self) -> None:
        """Over a locked screen a PIN will do, and ↑ ↓ choose the clerk without leaving it."""
        self.password_field.caption.setText(self.tr("PIN or password"))
        self.password.setAccessibleName(self.tr("PIN or password"))
        self.clerk_field.set_hint(self.tr("↑ ↓ another clerk"))
        self.password.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the password ↑ and ↓ go to another clerk; what was typed for the one before is gone."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if watched is self.password and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            by = step.get(Qt.Key(event.key()), 0)
            if by and self.clerk.count():
                self.clerk.setCurrentIndex((self.clerk.currentIndex() + by) % self.clerk.count())
                self.password.clear()
                return True
        return super().eventFilter(watched, event)

    def set_clerks(self, clerk_ids: list[str], *, first: str) -> None:
        """The names to choose from. `first` is offered if it is one of them, and nothing else is typed.

        The clerk of last time may have sat at the sample hall, or be gone: that name only costs tries.
        """
        typed = self.clerk.currentText()
        self.clerk.clear()
        self.clerk.addItems(clerk_ids)
        wanted = typed or (first if first in clerk_ids else next(iter(clerk_ids), ""))
        self.clerk.setCurrentText(wanted)

    def start(self) -> None:
        """Puts the keyboard into the first field that is empty."""
        (self.password if self.clerk.currentText() else self._name_edit).setFocus()

    def submit(self) -> None:
        """Asks to be let in, unless a field is empty or the wait is not over."""
        if self._waiting is not None or not self.button.isEnabled():
            return
        clerk_id = self.clerk.currentText().strip().lower()
        if not clerk_id:
            self.clerk_field.set_error(self.tr("Type your login name."))
            self._name_edit.setFocus()
        elif not self.password.text():
            self.password_field.set_error(self.tr("Type your password."))
            self.password.setFocus()
        else:
            self.set_busy(True)
            self.submitted.emit(Credentials(clerk_id, self.password.text()))

    def set_busy(self, is_busy: bool) -> None:
        """While the password is being checked nothing can be sent twice."""
        self.button.setEnabled(not is_busy)
        self.password.setReadOnly(is_busy)
        if is_busy:
            self.password_field.clear_error()
            self.password_field.set_hint(self.tr("Checking the password …"))
        else:
            self.password_field.set_hint("")

    def refuse(self, error: Exception) -> None:
        """Says what is wrong beside the password; a wait counts down and ends by itself."""
        self.set_busy(False)
        self.password.clear()
        if isinstance(error, DomainError) and error.key == LOCKED_OUT:
            self._waiting = type(error)(**error.fields)
            self.button.setEnabled(False)
            self._seconds.start()
        self.password_field.set_error(problem_text(error, language=self._language))
        self.password.setFocus()

    def reset(self) -> None:
        """Empty password, no fault: for the next time."""
        self.set_busy(False)
        self.password.clear()
        self._end_wait()

    def _count_down(self) -> None:
        assert self._waiting is not None  # the timer runs only then
        left = int(self._waiting.fields["seconds"]) - 1
        if left <= 0:
            self._end_wait()
            return
        self._waiting = type(self._waiting)(seconds=left)
        self.password_field.set_error(problem_text(self._waiting, language=self._language))

    def _end_wait(self) -> None:
        self._seconds.stop()
        self._waiting = None
        self.button.setEnabled(True)
        self.password_field.clear_error()

    def _forget_error(self) -> None:
        if self._waiting is None:
            self.password_field.clear_error()
