"""The steps of the first set-up after the hall: the first clerk, and the catalogue."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from desktop.domain.catalogue import Catalogue
from desktop.domain.people import Clerk, ClerkRole
from ui.login.new_password import NewPassword
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label

SHORTEST_ID, LONGEST_ID = 2, 20


class ClerkStep(QWidget):
    """The first clerk, who is the lead."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.clerk_id = QLineEdit(), QLineEdit()
        self.name.setObjectName("leadName")
        self.clerk_id.setObjectName("leadId")
        self.name_field = Field(self.tr("Name"), self.name, self.tr("As printed on papers"))
        self.id_field = Field(
            self.tr("Login name"), self.clerk_id, self.tr("2 to 20 small letters or digits, such as li01")
        )
        self.passwords = NewPassword(self.tr("Password"), name="lead")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.name_field, 1)
        row.addWidget(self.id_field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(
            label(self.tr("You become the lead of the hall: settings, clerks, colleagues' drafts."), "muted", wrap=True)
        )
        column.addLayout(row)
        column.addWidget(self.passwords)
        column.addStretch()
        self.name.returnPressed.connect(self.clerk_id.setFocus)
        self.clerk_id.returnPressed.connect(self.passwords.setFocus)
        self.passwords.finished.connect(self.finished)
        self.setFocusProxy(self.name)

    def lead(self) -> Clerk | None:
        """The clerk if all is well; else None, and the fault stands beside its field."""
        self.name_field.clear_error()
        self.id_field.clear_error()
        name, clerk_id = self.name.text().strip(), self.clerk_id.text().strip().lower()
        is_id = clerk_id.isascii() and clerk_id.isalnum() and SHORTEST_ID <= len(clerk_id) <= LONGEST_ID
        if not name:
            self.name_field.set_error(self.tr("Type your name."))
            self.name_field.setFocus()
        elif not is_id:
            self.id_field.set_error(self.tr("2 to 20 letters a–z or digits, nothing else."))
            self.id_field.setFocus()
        elif self.passwords.agreed() is not None:
            return Clerk(clerk_id=clerk_id, name=name, role=ClerkRole.LEAD)
        return None

    def password(self) -> str:
        """The password; ask `lead` first."""
        return self.passwords.agreed() or ""


class CatalogueStep(QWidget):
    """Where the items come from: the sample, a file of the city, or later."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = ""
        self.file = self._radio("fromFile", self.tr("A file from the city: Excel or JSON"))
        self.sample = self._radio("fromSample", self.tr("The sample catalogue, to try it out (marked as a sample)"))
        self.later = self._radio("later", self.tr("Later, in the settings; nothing can be taken in until then"))
        self.sample.setChecked(True)
        self.group = QButtonGroup(self)
        for radio in (self.file, self.sample, self.later):
            self.group.addButton(radio)
        self.choose = KeyButton(self.tr("Choose the file …"))
        self.choose.setObjectName("chooseCatalogue")
        self.chosen = label("", "muted", wrap=True)
        self.fault = label("", "fault", wrap=True)
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addWidget(self.chosen, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Only items of the catalogue can be taken in."), "muted"))
        for widget in (self.sample, self.file):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.later)
        column.addWidget(self.fault)
        column.addStretch()
        self.choose.clicked.connect(self._choose)
        self.setFocusProxy(self.sample)

    def ask_file(self) -> str:
        """The file that is chosen; empty if none. Tests replace this."""
        path, _filter = QFileDialog.getOpenFileName(
            self, self.tr("Catalogue file"), "", self.tr("Catalogues (*.xlsx *.json)")
        )
        return path

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def is_ready(self) -> bool:
        """Whether what is chosen can be read; else the fault is shown."""
        self.fault.setText("")
        if self.file.isChecked() and not self.path:
            self.fault.setText(self.tr("Choose the file first, or one of the other two."))
            self.choose.setFocus()
            return False
        return True

    def source(self) -> "CatalogueSource":
        """What to load, for the worker."""
        return CatalogueSource(is_sample=self.sample.isChecked(), path=self.path if self.file.isChecked() else "")

    def _radio(self, name: str, text: str) -> QRadioButton:
        radio = QRadioButton(text)
        radio.setObjectName(name)
        radio.setAccessibleName(text)
        return radio

    def _choose(self) -> None:
        path = self.ask_file()
        if path:
            self.path = path
            self.chosen.setText(Path(path).name)
            self.file.setChecked(True)


class CatalogueSource:
    """Loads the catalogue that was chosen; on a worker, because a workbook takes seconds."""

    def __init__(self, *, is_sample: bool, path: str) -> None:
        self._is_sample = is_sample
        self._path = path

    def load(self) -> Catalogue | None:
        """The catalogue; None for later. Raises CatalogueInvalid with every fault."""
        if self._is_sample:
            from desktop.catalogue_files.sample import load_sample

            return load_sample()
        if self._path:
            from desktop.catalogue_files.reader import read_catalogue

            return read_catalogue(Path(self._path)).catalogue
        return None
