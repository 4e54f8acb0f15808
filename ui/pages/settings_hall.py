"""Settings: the hall and this window."""

from PySide6.QtWidgets import QHBoxLayout

from desktop.domain.errors import InvalidInput
from desktop.domain.people import Hall, Session
from desktop.ports import Changes
from desktop.services.hall import hall_errors
from ui.context import Context
from ui.pages.settings_section import SettingsSection
from ui.widgets.card import Card
from ui.widgets.hall_form import HallForm
from ui.widgets.key_button import KeyButton


class HallSection(SettingsSection):
    """What papers print about the hall from now on."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, for_lead=True)
        self.form = HallForm(language=context.language)
        self.form.set_read_only(not self.may_change)
        self.save = KeyButton(self.tr("Save"), "Enter", primary=True)
        self.save.setObjectName("saveHall")
        self.save.setEnabled(self.may_change)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.save)
        card = Card(self.tr("Hall and window"))
        card.body.addWidget(self.form)
        card.body.addLayout(row)
        self.body.addWidget(card)
        self.body.addStretch()
        self.save.clicked.connect(self._save)
        self.form.finished.connect(self._save)
        self.setFocusProxy(self.form)

    def opened(self) -> None:
        """Fills the form from the store."""
        store = self.context.counter.store

        def job() -> Hall | None:
            with store.read() as reader:
                return reader.hall()

        self.read(job, self._fill)

    def _fill(self, hall: Hall | None) -> None:
        if hall is not None:
            self.form.set_hall(hall)

    def _save(self) -> None:
        if not self.may_change:
            return
        from desktop import bootstrap

        hall = self.form.hall()
        errors = hall_errors(hall)
        self.form.show_errors(errors)
        if not errors:
            counter, session = self.context.counter, self.context.session
            self.run(lambda: bootstrap.change_hall(counter, session, hall), lambda _: self._saved(hall), self._refused)

    def _saved(self, hall: Hall) -> None:
        self.context.session = Session(clerk=self.context.session.clerk, window=hall.window)
        self.say(self.tr("Hall and window are saved; papers print them from now on."))
        self.changes_made.emit(Changes(hall=True))

    def _refused(self, error: Exception) -> None:
        if isinstance(error, InvalidInput):
            self.form.show_errors((error,))
        else:
            self.failed(error)
