"""The hall and its window as they are printed: the same form at the first set-up and in the settings."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from desktop.domain.errors import InvalidInput
from desktop.domain.people import Hall
from ui.problem_text import problem_text
from ui.widgets.field import Field


class HallForm(QWidget):
    """Fields in the order of the paper form, two in a row. `finished` when Enter is pressed in the last one."""

    finished = Signal()

    def __init__(self, *, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.fields: dict[str, Field] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)  # all of it fits a screen of 768 without a scroll bar
        for number, (name, text, hint) in enumerate(self._rows()):
            edit = QLineEdit()
            edit.setObjectName(name)
            self.fields[name] = Field(text, edit, hint)
            grid.addWidget(self.fields[name], number // 2, number % 2)
        edits = self._edits()
        for edit, following in pairwise(edits):
            edit.returnPressed.connect(following.setFocus)
        edits[-1].returnPressed.connect(self.finished)
        self.setFocusProxy(edits[0])

    def hall(self) -> Hall:
        """What is typed, blanks around it taken away; not checked."""
        return Hall(**{name: self._edit(name).text().strip() for name in self.fields})

    def set_hall(self, hall: Hall) -> None:
        """Fills the form."""
        for name in self.fields:
            self._edit(name).setText(str(getattr(hall, name)))
        self.show_errors(())

    def show_errors(self, errors: Iterable[InvalidInput]) -> None:
        """Every fault beside its field; the keyboard goes to the first of them."""
        for field in self.fields.values():
            field.clear_error()
        shown = [error for error in errors if error.field in self.fields]
        for error in shown:
            self.fields[error.field].set_error(problem_text(error, language=self._language))
        if shown:
            first = next(name for name in self.fields if name in {error.field for error in shown})
            self.fields[first].setFocus()

    def set_read_only(self, is_read_only: bool) -> None:
        """For those who may look and not change."""
        for edit in self._edits():
            edit.setReadOnly(is_read_only)

    def _edit(self, name: str) -> QLineEdit:
        editor = self.fields[name].editor
        assert isinstance(editor, QLineEdit)  # made above
        return editor

    def _edits(self) -> list[QLineEdit]:
        return [self._edit(name) for name in self.fields]

    def _rows(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("name", self.tr("Name of the hall"), self.tr("As on the sign at the door")),
            ("division", self.tr("Division code, 9 digits"), self.tr("County 6 digits and township 3")),
            ("window", self.tr("Window number"), self.tr("Two digits; no other PC of the hall has the same")),
            ("authority", self.tr("Town government"), self.tr("Decides the items of its own; full name")),
            ("short_name", self.tr("Short name in paper numbers"), self.tr("At most 8 characters")),
            ("address", self.tr("Address"), ""),
            ("hours", self.tr("Opening hours"), ""),
            ("service_phone", self.tr("Phone for questions"), ""),
            ("complaint_phone", self.tr("Phone for complaints"), ""),
            ("review_authority", self.tr("Authority for administrative review"), self.tr("Printed under a refusal")),
            ("court", self.tr("Court for administrative cases"), self.tr("Printed under a refusal")),
        )
