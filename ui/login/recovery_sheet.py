"""The recovery code, shown once: written down or printed, and proved by typing two groups of it again."""

import secrets
from html import escape
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from printing.devices import PrinterProblem, save
from ui.filled import filled
from ui.problem_text import problem_text
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label

GROUPS_ASKED = 2
SHEET_TEXT_PT = 14


class RecoveryProof(QWidget):
    """The code, a button that makes the sheet, and the two groups to type. `confirmed` when both are right."""

    confirmed = Signal()

    def __init__(self, code: str, *, hall_name: str, language: str = "zh", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = code
        self._hall_name = hall_name
        self._language = language
        self._asked = sorted(secrets.SystemRandom().sample(range(len(code.split("-"))), GROUPS_ASKED))
        self.shown: QLabel = label(code)
        self.shown.setObjectName("recoveryShown")
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.shown.setAccessibleName(self.tr("Recovery code"))
        self.save_button = KeyButton(self.tr("Save the sheet as PDF …"))
        self.save_button.setObjectName("saveSheet")
        self.said = label("", "small", wrap=True)
        self.fields = [self._group_field(number) for number in self._asked]
        self.confirm = KeyButton(self.tr("The sheet is in a safe place"), "Enter", primary=True)
        self.confirm.setObjectName("confirmSheet")
        self._lay_out()
        self.save_button.clicked.connect(self._save)
        self.confirm.clicked.connect(self.check)
        self.setFocusProxy(self.fields[0])

    def ask_path(self) -> str:
        """Where the sheet is saved; empty if nowhere. Tests replace this."""
        path, _filter = QFileDialog.getSaveFileName(
            self, self.tr("Save the recovery sheet"), "", self.tr("PDF file (*.pdf)")
        )
        return path

    def check(self) -> None:
        """Confirms if both groups are typed right; else says which is not."""
        groups = self._code.split("-")
        for field, number in zip(self.fields, self._asked, strict=True):
            typed = str(field.editor.property("text")).strip().upper()
            if typed != groups[number]:
                field.set_error(self.tr("This is not the group on the sheet. Write the code down first."))
                field.setFocus()
                return
            field.clear_error()
        self.confirmed.emit()

    def sheet(self) -> bytes:
        """The sheet as a PDF of one page."""
        text = self.tr(
            "With this code the data of the window can be opened when every password is lost. Lock this sheet away."
            " On the login window choose the forgotten password, then type the code and a new password."
        )
        heading = self.tr("Recovery sheet")
        document = QTextDocument()
        document.setHtml(
            f"<h2>{heading}</h2><p>{escape(self._hall_name)}</p>"
            f"<p style='font-size:16pt'><b>{self._code}</b></p><p>{text}</p>"
        )
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageMargins(QMarginsF(20, 20, 20, 20))
        font = document.defaultFont()
        font.setPointSize(SHEET_TEXT_PT)
        document.setDefaultFont(font)
        document.print_(writer)
        buffer.close()
        return bytes(buffer.data().data())

    def _group_field(self, number: int) -> Field:
        edit = QLineEdit()
        edit.setObjectName(f"group{number + 1}")
        edit.setMaxLength(len(self._code.split("-")[0]))
        edit.returnPressed.connect(self._next)
        return Field(filled(self.tr("Group %1 of the code"), number + 1), edit)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        for field in self.fields:
            row.addWidget(field, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addStretch()
        buttons.addWidget(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Recovery code, shown only now"), "h2"))
        column.addWidget(
            label(
                self.tr(
                    "It opens the data when every password is lost; nobody can help without it. Write it down or save"
                    " the sheet to a stick, print it, and lock it away. Do not keep it on this PC."
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(self.shown)
        column.addWidget(label(self.tr("To be sure that it is written down, type two groups of it:")))
        column.addLayout(row)
        column.addWidget(self.said)
        column.addLayout(buttons)
        column.addStretch()

    def _next(self) -> None:
        first, second = (field.editor for field in self.fields)
        if first.hasFocus():
            second.setFocus()
        else:
            self.check()

    def _save(self) -> None:
        path = self.ask_path()
        if not path:
            return
        try:
            saved = save(self.sheet(), Path(path).with_suffix(".pdf"))
        except PrinterProblem as error:
            self.said.setText(problem_text(error, language=self._language))
            return
        self.said.setText(filled(self.tr("Saved: %1. Print it, then delete the file."), saved))


class RecoverySheet(QDialog):
    """The proof in a dialog, for a code that was renewed. It closes only when the code is proved to be written down."""

    confirmed = Signal()

    def __init__(self, code: str, *, hall_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recoverySheet")
        self.setWindowTitle(self.tr("New recovery sheet"))
        self.proof = RecoveryProof(code, hall_name=hall_name)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(self.proof)
        self._is_proved = False
        self.proof.confirmed.connect(self._close)

    def reject(self) -> None:
        """Esc does nothing: the old sheet is void already."""
        self.proof.said.setText(self.tr("The old sheet is void: this code has to be written down first."))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Not before the proof."""
        if not self._is_proved:
            self.reject()
            event.ignore()

    def _close(self) -> None:
        self._is_proved = True
        self.confirmed.emit()
        self.accept()
