"""Settings: the data of this window. Check the ledger, compute the tables again, back up, a new recovery sheet."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout

from desktop.domain.people import ClerkRole
from desktop.ports import Changes
from ui.context import Context
from ui.filled import filled
from ui.login.recovery_sheet import RecoverySheet
from ui.pages.page import Goto
from ui.pages.settings_section import SettingsSection
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label
from ui.widgets.progress_row import Cancelled, ProgressRow

T = TypeVar("T")


class Fault(Protocol):
    """The first line of the ledger that is wrong, as the store reports it."""

    @property
    def seq(self) -> int: ...


class DataSection(SettingsSection):
    """Each button says what it does and what it leaves alone; long work shows how far it is and can be stopped."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.verify = self._button("verifyLedger", self.tr("Check the ledger"), self._verify)
        self.rebuild = self._button("rebuildTables", self.tr("Compute again"), self._rebuild)
        self.backup = self._button("backUp", self.tr("Back up …"), self._back_up)
        self.recovery = self._button("newRecoverySheet", self.tr("New recovery sheet"), self._renew)
        self._may_renew = context.session.clerk.role is ClerkRole.LEAD
        self.recovery.setEnabled(self._may_renew)
        self.result = label("", "strong", wrap=True)
        self.progress = ProgressRow("dataProgress")
        rows = (
            (self.verify, self.tr("Every line of the record, from the first to the last; nothing is changed.")),
            (self.rebuild, self.tr("All lists and the search, from the record; after a fault of the disk.")),
            (self.backup, self.tr("An encrypted copy, read back before it counts; to a stick or another disk.")),
            (self.recovery, self.tr("Opens the data when every password is lost. The sheet before is void then.")),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        for number, (button, text) in enumerate(rows):
            grid.addWidget(button, number, 0)
            grid.addWidget(label(text, "muted", wrap=True), number, 1)
        grid.setColumnStretch(1, 1)
        card = Card(self.tr("Data of this window"))
        card.body.addLayout(grid)
        card.body.addWidget(self.progress)
        card.body.addWidget(self.result)
        place = Card(self.tr("Where the data are"))
        place.body.addWidget(label(str(context.counter.profile), "muted", wrap=True))
        line = Card(self.tr("Connection to the city"))
        line_row = QHBoxLayout()
        line_row.addWidget(
            label(
                self.tr("How this window stands with the city, and its enrolment: on the page of sync."),
                "muted",
                wrap=True,
            ),
            1,
        )
        self.to_sync = self._button("toSync", self.tr("Sync　F6"), lambda: self.navigate.emit(Goto("sync")))
        line_row.addWidget(self.to_sync)
        line.body.addLayout(line_row)
        for widget in (card, line, place):
            self.body.addWidget(widget)
        self.body.addStretch()
        self.setFocusProxy(self.verify)

    def ask_folder(self) -> str:
        """Where the backup goes; empty if nowhere. Tests replace this."""
        return QFileDialog.getExistingDirectory(self, self.tr("Folder for the backup"))

    def _button(self, name: str, text: str, action: Callable[[], None]) -> KeyButton:
        button = KeyButton(text)
        button.setObjectName(name)
        button.clicked.connect(action)
        return button

    def _verify(self) -> None:
        store = self.context.counter.store
        tell = self.progress.start(self.tr("Checking …"))
        self._begin(lambda: store.verify(progress=tell), self._verified, is_reading=True)

    def _verified(self, fault: Fault | None) -> None:
        if fault is None:
            self._end(self.tr("Every line of the ledger is as it was written."), tone="good")
        else:
            text = self.tr("Line %1 of the ledger is not as it was written. Call a technician; you can go on working.")
            self._end(filled(text, fault.seq), tone="bad")

    def _rebuild(self) -> None:
        store = self.context.counter.store
        tell = self.progress.start(self.tr("Computing …"))
        self._begin(lambda: store.rebuild(tell), self._rebuilt)

    def _rebuilt(self, _nothing: None) -> None:
        self._end(self.tr("All lists are computed anew."), tone="good")
        self.changes_made.emit(Changes(hall=True, clerks=True, catalogue=True, calendar=True, drafts=True))

    def _back_up(self) -> None:
        from desktop import bootstrap

        folder = self.ask_folder()
        if folder:
            counter = self.context.counter
            self.progress.start(self.tr("Copying, then reading back …"), can_stop=False)
            self._begin(lambda: bootstrap.back_up(counter, Path(folder)), self._backed_up, is_reading=True)

    def _backed_up(self, made: Path) -> None:
        self._end(filled(self.tr("The backup is complete: %1"), made), tone="good")

    def _renew(self) -> None:
        from desktop import bootstrap

        counter, session = self.context.counter, self.context.session
        self._begin(lambda: bootstrap.renew_recovery_code(counter, session), self._renewed)

    def _renewed(self, code: str) -> None:
        self._end("", tone="plain")
        sheet = RecoverySheet(code, hall_name=self.window().windowTitle(), parent=self)
        sheet.confirmed.connect(self._prove)
        sheet.open()

    def _prove(self) -> None:
        from desktop import bootstrap

        counter, session = self.context.counter, self.context.session
        self.run(lambda: bootstrap.prove_recovery_sheet(counter, session), self._proved)

    def _proved(self, _nothing: None) -> None:
        self.say(self.tr("The new recovery sheet holds; destroy the old one."))
        self.changes_made.emit(Changes(hall=True))

    def _begin(self, job: Callable[[], T], done: Callable[[T], None], *, is_reading: bool = False) -> None:
        for button in (self.verify, self.rebuild, self.backup, self.recovery):
            button.setEnabled(False)
        self.result.setText("")
        start = self.context.tasks.read if is_reading else self.context.tasks.run
        start(job, done, self._stopped)

    def _end(self, text: str, *, tone: str) -> None:
        self.progress.end()
        for button in (self.verify, self.rebuild, self.backup):
            button.setEnabled(True)
        self.recovery.setEnabled(self._may_renew)
        self.result.setText(text)
        if text:
            self.say(text, tone=tone)
        self.verify.setFocus()

    def _stopped(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self._end(self.tr("Stopped; nothing was changed."), tone="plain")
        else:
            self._end("", tone="bad")
            self.failed(error)
