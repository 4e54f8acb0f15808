"""Which stick, and how far: what writing a package and reading one have in common. By keyboard alone."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop import drives
from desktop.ports_sync import PackageResult, Report, Stick, SyncControl, SyncStatus
from ui.dialogs.stick_worker import StickWorker
from ui.filled import filled
from ui.line_words import size_text
from ui.pages.page import Notice
from ui.problem_text import problem_text
from ui.widgets.current_stack import CurrentStack
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label
from ui.widgets.progress_row import Cancelled, ProgressRow
from ui.widgets.table import Column, RowTable
from ui.widgets.table_view import BASE_TEXT_PX, TableView

SIZE_PX = (760, 430)
LOOK_EVERY_MS = 2_000  # a stick that is plugged in appears by itself

GIGABYTE = 1_000_000_000

Look = Callable[[], list[Stick]]


class StickDialog(QDialog):
    """Lists the sticks; Enter starts, O picks a folder, F5 looks again, Esc stops what runs, else closes.

    Stays open after a failure, with the reason; goes with the work done, and `notice` tells what it was.
    """

    notice = Signal(object)
    """ui.pages.page.Notice: for the page that opened the dialog."""

    def __init__(
        self,
        control: SyncControl,
        *,
        language: str,
        name: str,
        look: Look = drives.sticks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.control = control
        self.language = language
        self.is_running = False
        self.status = SyncStatus()
        self._look = look
        self._is_looking = False
        self._picked: list[Stick] = []
        self.worker = StickWorker(self)
        self.heading = label(style="h2", wrap=True)
        self.advice = label(style="muted", wrap=True)
        self.problem = label(style="fault", wrap=True)
        self.stopped = label(style="strong", wrap=True)
        self.nothing = label(style="muted", wrap=True)
        self.model: RowTable[Stick] = RowTable(self._columns(), self)
        self.table = TableView("sticks", self.tr("USB sticks"))
        self.table.set_model(self.model, widths=[0, 250, 130], droppable=(1,))
        self.table.row_chosen.connect(self._start)
        self.middle = CurrentStack()
        self.progress = ProgressRow("stickProgress", amount=size_text)
        self.close_button = self._button("stickClose", self.tr("Close"), "Esc", self._back)
        self.folder_button = self._button("stickFolder", self.tr("Another folder …"), "O", self._pick)
        self.look_button = self._button("stickLook", self.tr("Look again"), "F5", self._look_now)
        self.start_button = self._button("stickStart", self.start_text(), "Enter", self._start_current, primary=True)
        QShortcut(QKeySequence("O"), self).activated.connect(self._pick)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look_now)
        self._lay_out()
        self._refresh()

    # What writing and reading differ in

    def start_text(self) -> str:
        """On the button that starts."""
        raise NotImplementedError

    def show_status(self, status: SyncStatus) -> None:
        """What the heading and the line below it say."""
        raise NotImplementedError

    def work(self, folder: Path, report: Report) -> PackageResult:
        """The job itself, on the worker's thread."""
        raise NotImplementedError

    def done_text(self, result: PackageResult) -> str:
        """One sentence: what is on the stick, or was."""
        raise NotImplementedError

    def busy_text(self) -> str:
        """While it runs and nothing is counted yet."""
        raise NotImplementedError

    def stopped_text(self) -> str:
        """After Esc."""
        raise NotImplementedError

    def may_use(self, stick: Stick) -> bool:
        """Whether this one can be started with."""
        return True

    # How it looks

    def ask_folder(self) -> str:
        """The folder that a person picks; empty for none. Tests replace this."""
        return QFileDialog.getExistingDirectory(self, self.tr("Folder of the stick"))

    def showEvent(self, event: QShowEvent) -> None:
        """Looks at once, and then again and again."""
        super().showEvent(event)
        self._timer.start()
        self.worker.run(self.control.status, self._have_status, self._no_status)
        self._look_now()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that stand on the buttons."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._back()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._start_current()
        elif key == Qt.Key.Key_F5:
            self._look_now()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's cross while it runs: stops, and stays until it has."""
        if self.is_running:
            self.progress.cancel()
            event.ignore()
        else:
            super().closeEvent(event)

    def done(self, result: int) -> None:
        """No more looking."""
        self._timer.stop()
        self.worker.close()
        super().done(result)

    def _button(
        self, name: str, text: str, key: str, action: Callable[[], None], *, primary: bool = False
    ) -> KeyButton:
        made = KeyButton(text, key, primary=primary)
        made.setObjectName(name)
        made.clicked.connect(action)
        return made

    def _lay_out(self) -> None:
        size = self.fontInfo().pixelSize() / BASE_TEXT_PX
        self.resize(*(round(pixels * size) for pixels in SIZE_PX))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setText(
            self.tr("No USB stick is plugged in. It appears here as soon as it is; O picks a folder by hand.")
        )
        self.middle.addWidget(self.nothing)
        self.middle.addWidget(self.table)
        for widget in (self.heading, self.advice):
            column.addWidget(widget)
        column.addWidget(self.middle, 1)
        for said in (self.problem, self.stopped):
            column.addWidget(said)
        column.addWidget(self.progress)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.close_button)
        row.addStretch()
        for button in (self.look_button, self.folder_button, self.start_button):
            row.addWidget(button)
        column.addLayout(row)

    def _columns(self) -> list[Column[Stick]]:
        return [
            Column(self.tr("Stick"), lambda stick: stick.name),
            Column(self.tr("Room"), self._room),
            Column(self.tr("State"), self._word, tone=lambda stick: "green" if self.may_use(stick) else "red"),
        ]

    def _room(self, stick: Stick) -> str:
        if stick.free_bytes is None:
            return self.tr("not told")
        return filled(self.tr("%1 of %2 free"), room_text(stick.free_bytes), room_text(stick.size_bytes))

    def _word(self, stick: Stick) -> str:
        return self.tr("ready") if self.may_use(stick) else self.tr("locked")

    # Looking for sticks

    def _look_now(self) -> None:
        if not self.is_running and not self._is_looking:
            self._is_looking = True
            self.worker.run(self._find, self._have_sticks, self._not_found)

    def _find(self) -> list[Stick]:
        picked = [stick for old in self._picked if (stick := drives.stick_at(old.folder)) is not None]
        found = self._look()
        return found + [stick for stick in picked if stick.folder not in {other.folder for other in found}]

    def _have_sticks(self, sticks: Sequence[Stick]) -> None:
        self._is_looking = False
        if list(sticks) != self.model.rows() and not self.is_running:
            self._show(sticks, chosen=self._current())

    def _not_found(self, error: Exception) -> None:
        self._is_looking = False
        self.problem.setText(problem_text(error, language=self.language))
        self._refresh()

    def _show(self, sticks: Sequence[Stick], *, chosen: Stick | None) -> None:
        self.model.set_rows(sticks)
        if sticks:
            folders = [stick.folder for stick in sticks]
            self.table.selectRow(folders.index(chosen.folder) if chosen and chosen.folder in folders else 0)
        self._refresh()

    def _current(self) -> Stick | None:
        return self.model.row_at(self.table.currentIndex())

    def _pick(self) -> None:
        folder = "" if self.is_running else self.ask_folder()
        stick = drives.stick_at(Path(folder)) if folder else None
        if stick is not None:
            self._picked = [stick]
            others = [other for other in self.model.rows() if other.folder != stick.folder]
            self._show([*others, stick], chosen=stick)

    # The work

    def _start_current(self) -> None:
        self._start(self._current())

    def _start(self, stick: Stick | None) -> None:
        if stick is None or self.is_running or not self.may_use(stick):
            return
        self.is_running = True
        self.problem.clear()
        self.stopped.clear()
        tell = self.progress.start(self.busy_text(), can_stop=False)  # Esc and the button below do
        self._refresh()
        self.worker.run(lambda: self.work(stick.folder, tell), self._done, self._failed)

    def _done(self, result: PackageResult) -> None:
        self.is_running = False
        self.progress.end()
        self.notice.emit(Notice(self.done_text(result), "good"))
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.is_running = False
        self.progress.end()
        if isinstance(error, Cancelled):
            self.stopped.setText(self.stopped_text())
        else:
            self.problem.setText(problem_text(error, language=self.language))
        self._refresh()
        self._look_now()

    def _back(self) -> None:
        if self.is_running:
            self.progress.cancel()
        else:
            self.reject()

    def _have_status(self, status: SyncStatus) -> None:
        self.status = status
        self.show_status(status)

    def _no_status(self, error: Exception) -> None:
        self.problem.setText(problem_text(error, language=self.language))
        self._refresh()

    def _refresh(self) -> None:
        current = self._current()
        has_sticks = bool(self.model.rows())
        for said in (self.problem, self.stopped):
            said.setVisible(bool(said.text()))
        self.middle.setCurrentWidget(self.table if has_sticks else self.nothing)
        self.table.setEnabled(not self.is_running)
        for button in (self.folder_button, self.look_button):
            button.setEnabled(not self.is_running)
        self.start_button.setEnabled(not self.is_running and current is not None and self.may_use(current))
        self.close_button.set_text(self.tr("Stop") if self.is_running else self.tr("Close"))
        (self if self.is_running or not has_sticks else self.table).setFocus()


def room_text(size_bytes: int) -> str:
    """As it is printed on a stick: 12.3 GB, below that as any size."""
    return f"{size_bytes / GIGABYTE:.1f} GB" if size_bytes >= GIGABYTE else size_text(size_bytes)
