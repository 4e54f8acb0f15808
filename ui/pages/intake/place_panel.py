"""The other place: typed below the questions of step 3, where the answer names one."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop import messages
from desktop.domain.errors import InvalidInput
from desktop.services.intake_form import IntakeForm
from ui.pages.intake.place_presenter import EXAMINER, OFFICE, PLACE
from ui.widgets.field import Field


class PlacePanel(QWidget):
    """Fields by the form's attribute; `typed` is told the attribute and its text."""

    def __init__(self, typed: Callable[[str, str], None], *, language: str) -> None:
        super().__init__()
        self._language = language
        self.edits = {name: QLineEdit() for name in (PLACE, OFFICE, EXAMINER)}
        labels = {
            PLACE: self.tr("The other place: 6-digit code and name, or the name down to the county"),
            OFFICE: self.tr("Office that took it in"),
            EXAMINER: self.tr("Who looked at form and person there"),
        }
        self.fields: dict[str, Field] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for name, edit in self.edits.items():
            edit.setObjectName(name)
            edit.textEdited.connect(lambda text, name=name: typed(name, text))
            self.fields[name] = Field(labels[name], edit)
            column.addWidget(self.fields[name])

    def show_form(self, form: IntakeForm, shown: Sequence[str]) -> None:
        """The fields that are asked for, with what has been typed."""
        self.setVisible(bool(shown))
        for name, edit in self.edits.items():
            value = getattr(form, name)
            if edit.text() != value:
                edit.setText(value)
            self.fields[name].setVisible(name in shown)

    def show_faults(self, errors: Sequence[InvalidInput]) -> None:
        """What is wrong beside its field, and the keyboard there."""
        faults = {error.field: error for error in errors}
        for name, field in self.fields.items():
            if name in faults:
                field.set_error(messages.text(faults[name], self._language))
                field.editor.setFocus()
            else:
                field.clear_error()

    def next_of(self, editor: QWidget, shown: Sequence[str]) -> QWidget | None:
        """The field after this one; None after the last."""
        here = shown.index(editor.objectName()) if editor.objectName() in shown else len(shown)
        return self.edits[shown[here + 1]] if here + 1 < len(shown) else None
