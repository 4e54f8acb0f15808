"""A new password, typed twice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.widgets.field import Field

SHORTEST = 8  # desktop.store.keys refuses shorter ones; here the clerk is told while typing


class NewPassword(QWidget):
    """Two fields side by side; `finished` when Enter is pressed in the second."""

    finished = Signal()

    def __init__(self, text: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits = (QLineEdit(), QLineEdit())
        for number, edit in enumerate(self._edits, start=1):
            edit.setEchoMode(QLineEdit.EchoMode.Password)
            edit.setObjectName(f"{name}Password{number}")
        self.first = Field(text, self._edits[0], self.tr("At least 8 characters; a short sentence is best"))
        self.second = Field(self.tr("The same again"), self._edits[1])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.first, 1)
        row.addWidget(self.second, 1)
        self.setFocusProxy(self._edits[0])
        self._edits[0].returnPressed.connect(self._edits[1].setFocus)
        self._edits[1].returnPressed.connect(self.finished)

    def agreed(self) -> str | None:
        """The password if it is long enough and both are the same; else None, and the fault stands beside its field."""
        first, second = (edit.text() for edit in self._edits)
        self.first.clear_error()
        self.second.clear_error()
        if len(first) < SHORTEST:
            self.first.set_error(self.tr("The password has at least 8 characters."))
            self.first.setFocus()
        elif first != second:
            self.second.set_error(self.tr("The two passwords differ. Type the same one again."))
            self.second.setFocus()
        else:
            return first
        return None

    def clear(self) -> None:
        """Empties both."""
        for edit in self._edits:
            edit.clear()
