"""Login: the first thing that is painted. The store is opened behind it, on a worker."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.problems import DatabaseDamaged, DatabaseSetAside, FileMissing
from ui.dialogs import print_file as file_dialogs
from ui.login.credentials_form import Credentials, CredentialsForm
from ui.login.door import Door
from ui.login.gate import Gate
from ui.login.recovery_form import Recovery, RecoveryForm
from ui.problem_text import problem_text
from ui.settings_store import SettingsStore
from ui.tasks import Tasks
from ui.widgets.label import label

CARD_WIDTH_PX = 460
LEARNER = "xuexi"


class LoginWindow(Door):
    """Emits `opened` with ui.login.gate.Opened."""

    opened = Signal(object)

    not_set_up = Signal()
    """There is no finished profile: the first set-up comes first."""

    def __init__(
        self, gate: Gate, tasks: Tasks, settings: SettingsStore, *, advice: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(width_px=round(CARD_WIDTH_PX * settings.current.percent / 100), parent=parent)
        self._gate = gate
        self._tasks = tasks
        self._settings = settings
        self._language = settings.current.language
        self.form = CredentialsForm(self.tr("Log in"), language=self._language)
        self.forgot = QPushButton(self.tr("Forgot the password?"))
        self.forgot.setObjectName("link")
        self.forgot.setAutoDefault(True)  # Enter is a click
        self.practise = QPushButton(self.tr("Practise with made-up cases"))
        self.practise.setObjectName("link")
        self.practise.setAutoDefault(True)
        self.practise.clicked.connect(self._practise)
        self.restore = QPushButton(self.tr("Restore a backup …"))
        self.restore.setObjectName("link")
        self.restore.setAutoDefault(True)
        self.restore.hide()
        self.recovery = RecoveryForm(language=self._language)
        first = QWidget()
        self._lay_out_first(first)
        self.first = first
        self.recovery.hide()
        self.body.addWidget(first)
        self.body.addWidget(self.recovery)
        self.below.setText(advice)
        self.form.submitted.connect(self._open)
        self.forgot.clicked.connect(self._show_recovery)
        self.restore.clicked.connect(self._choose_backup)
        self.recovery.submitted.connect(self._recover)
        self.recovery.left.connect(self._show_login)

    def _lay_out_first(self, first: QWidget) -> None:
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Log in to the window"), "h1"))
        if self._gate.is_demo:
            column.addWidget(label(self.tr("Demonstration: everything here is made up."), "muted", wrap=True))
        column.addWidget(self.form)
        column.addWidget(self.forgot, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.practise, 0, Qt.AlignmentFlag.AlignLeft)
        self.practise.setVisible(not self._gate.is_demo)
        column.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeft)

    def showEvent(self, event: QShowEvent) -> None:
        """Asks for the login names once the window is there."""
        super().showEvent(event)
        self.form.start()
        self._tasks.read(self._gate.clerk_ids, self._show_clerks, self._say)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back from the recovery sheet."""
        if event.key() == Qt.Key.Key_Escape and self.recovery.isVisible():
            self._show_login()
        else:
            super().keyPressEvent(event)

    def _show_clerks(self, clerk_ids: list[str]) -> None:
        if not clerk_ids:
            self.not_set_up.emit()
        self.form.set_clerks(clerk_ids, first=self._settings.current.last_clerk)
        self.form.start()

    def _open(self, credentials: Credentials) -> None:
        gate = self._gate
        self._tasks.run(lambda: gate.open(credentials.clerk_id, credentials.password), self.opened.emit, self._refuse)

    def _practise(self) -> None:
        """Whose name is typed practises; a made-up clerk if none is."""
        gate, name = self._gate, self.form.clerk.currentText().strip().lower() or LEARNER
        self._tasks.run(lambda: gate.practise(name, name), self.opened.emit, self._say)

    def _refuse(self, error: Exception) -> None:
        """Says why; where the data file is gone or damaged, a backup can be put in its place at once."""
        self.form.refuse(error)
        is_without_data = isinstance(error, DatabaseSetAside | DatabaseDamaged | FileMissing)
        self.restore.setVisible(is_without_data)
        if is_without_data:
            self.restore.setFocus()

    def _choose_backup(self) -> None:
        file_dialogs.ask(file_dialogs.folder(self, title=self.tr("Folder of the backup")), self._restore)

    def _restore(self, folder: str) -> None:
        gate = self._gate
        self._tasks.run(lambda: gate.restore(Path(folder)), self._restored, self._say)

    def _restored(self, _result: object) -> None:
        self.restore.hide()
        self.below.setText(self.tr("The backup is in place. Log in as usual."))
        self.form.start()

    def _recover(self, recovery: Recovery) -> None:
        gate = self._gate
        self._tasks.run(
            lambda: gate.recover(recovery.code, recovery.clerk_id, recovery.password),
            self.opened.emit,
            self.recovery.refuse,
        )

    def _show_recovery(self) -> None:
        self.recovery.clerk.setText(self.form.clerk.currentText())
        self.first.hide()
        self.recovery.show()
        self.recovery.code.setFocus()

    def _show_login(self) -> None:
        self.recovery.hide()
        self.first.show()
        self.form.start()

    def _say(self, error: Exception) -> None:
        self.below.setText(problem_text(error, language=self._language))
