"""Enrolment of this window: the city's file, the code that came by telephone, and in words what came of it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from desktop.domain.errors import InvalidInput
from ui.dialogs import print_file
from ui.filled import filled
from ui.problem_text import problem_text
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label

CODE_DIGITS = 12
GROUP = 4


class EnrolPanel(Card):
    """Emits `enrol_wanted` with (file, code) when both are there, `left` on Esc."""

    enrol_wanted = Signal(object)
    left = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._language = language
        self._is_busy = False
        self.set_title(self.tr("Connect this window to the city"))
        self.file = QLineEdit()
        self.file.setObjectName("enrolmentFile")
        self.file.setPlaceholderText(self.tr("Alt+O chooses the file that the city gave you"))
        self.choose = KeyButton(self.tr("Choose file"), "Alt+O", is_shortcut=True)
        self.choose.setObjectName("chooseEnrolment")
        self.file_field = Field(
            self.tr("1 Enrolment file of the city"),
            self.file,
            self.tr("On a stick, or saved from the city's message"),
            aside=self.choose,
        )
        self.code = QLineEdit()
        self.code.setObjectName("enrolmentCode")
        self.code.setMaxLength(CODE_DIGITS + 8)
        self.code.setProperty("entry", "short")
        self.code_field = Field(
            self.tr("2 Code, three groups of four digits"),
            self.code,
            self.tr("The city tells it by telephone; it opens this file only"),
        )
        self.connect_key = KeyButton(self.tr("Connect"), "Enter", primary=True)
        self.connect_key.setObjectName("enrol")
        self.said = label("", "muted", wrap=True)
        self._lay_out()
        self.setFocusProxy(self.choose)
        self.choose.clicked.connect(self._choose)
        self.file.returnPressed.connect(self.code.setFocus)
        self.code.returnPressed.connect(self._ask)
        self.code.textEdited.connect(self._group)
        self.connect_key.clicked.connect(self._ask)

    def begin(self) -> None:
        """The panel as it is at first; a file that was chosen stays."""
        self.set_busy(False)
        self.code.clear()
        self.file_field.clear_error()
        self.code_field.clear_error()

    def set_busy(self, is_busy: bool) -> None:
        """While the file is opened: what was asked for is said, nothing can be asked twice."""
        self._is_busy = is_busy
        for widget in (self.file, self.choose, self.code, self.connect_key):
            widget.setEnabled(not is_busy)
        self.said.setText(self.tr("The enrolment file is being opened …") if is_busy else "")

    def show_problem(self, error: Exception) -> None:
        """What went wrong, beside the field that it is about; the keyboard goes there."""
        self.set_busy(False)
        is_code = isinstance(error, InvalidInput) and error.field == "code"
        field = self.code_field if is_code else self.file_field
        field.set_error(problem_text(error, language=self._language))
        field.editor.setFocus()

    def use_file(self, path: str) -> None:
        """The file that was chosen; the code is next."""
        self.file.setText(path)
        self.file_field.clear_error()
        self.code.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def file_dialog(self) -> QFileDialog:
        """The dialog for the file."""
        dialog = QFileDialog(self, self.tr("Enrolment file of the city"), str(print_file.documents()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return dialog

    def _choose(self) -> None:
        print_file.ask(self.file_dialog(), self.use_file)

    def _ask(self) -> None:
        if self._is_busy:
            return
        digits = "".join(char for char in self.code.text() if char.isdigit())
        path = self.file.text().strip()
        self.file_field.clear_error()
        self.code_field.clear_error()
        if not path:
            self.file_field.set_error(self.tr("Choose the file first: Alt+O."))
            self.choose.setFocus()
        elif len(digits) != CODE_DIGITS:
            self.code_field.set_error(filled(self.tr("The code has 12 digits, here are %1."), len(digits)))
            self.code.setFocus()
        else:
            self.enrol_wanted.emit((Path(path), digits))

    def _group(self, text: str) -> None:
        """1234 5678 9012, as it is read aloud; typing at the end only, so that a correction inside stays put."""
        digits = "".join(char for char in text if char.isascii() and char.isdigit())[:CODE_DIGITS]
        if self.code.cursorPosition() == len(text):
            self.code.setText(" ".join(digits[at : at + GROUP] for at in range(0, len(digits), GROUP)))

    def _lay_out(self) -> None:
        self.body.addWidget(
            label(
                self.tr(
                    "Everything works without the city, and what is taken in waits here. Once connected it is sent by"
                    " itself, sealed so that only the city and this hall can read it."
                ),
                "muted",
                wrap=True,
            )
        )
        self.body.addSpacing(4)
        self.body.addWidget(self.file_field)
        self.body.addWidget(self.code_field)
        row = QHBoxLayout()
        row.addWidget(self.connect_key)
        row.addWidget(self.said, 1)
        self.body.addLayout(row)
        self.body.addStretch()
