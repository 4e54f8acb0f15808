"""Settings: days for bad ratings and difficulties, the citizen's turn, the city's page for ratings."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from desktop.domain.errors import InvalidInput
from desktop.messages import text as error_text
from desktop.ports import Changes
from desktop.services.service_settings import ServiceSettings, service_settings, set_service_settings
from ui.context import Context
from ui.pages.settings_section import SettingsSection
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton


class ServiceSection(SettingsSection):
    """No law known here sets these numbers: the hall does. Saved by Enter, all at once or not at all."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, for_lead=True)
        captions = {
            "follow_up_days": self.tr("Working days to follow a bad rating up"),
            "answer_days": self.tr("Working days to answer what could not be done"),
            "turn_seconds": self.tr("Seconds until the citizen's untouched screen locks"),
            "link": self.tr("The city's page for ratings (empty: no code on the rating form)"),
        }
        self.fields = {key: Field(caption, self._editor(key)) for key, caption in captions.items()}
        self.save = KeyButton(self.tr("Save"), "Enter", primary=True)
        self.save.setObjectName("saveService")
        self.save.setEnabled(self.may_change)
        card = Card(self.tr("Ratings and difficulties"))
        for field in self.fields.values():
            card.body.addWidget(field)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.save)
        card.body.addLayout(row)
        self.body.addWidget(card)
        self.body.addStretch()
        self.save.clicked.connect(self._save)
        self.setFocusProxy(self._entry("follow_up_days"))

    def opened(self) -> None:
        """Fills the fields from the store."""
        store = self.context.counter.store

        def job() -> ServiceSettings:
            with store.read() as reader:
                return service_settings(reader)

        self.read(job, self._fill)

    def _editor(self, key: str) -> QLineEdit:
        editor = QLineEdit()
        editor.setObjectName(f"service_{key}")
        editor.setReadOnly(not self.may_change)
        editor.returnPressed.connect(self._going_on(key))
        return editor

    def _going_on(self, key: str) -> Callable[[], None]:
        def go_on() -> None:
            keys = list(self.fields)
            place = keys.index(key) + 1
            if place == len(keys):
                self._save()
            else:
                self._entry(keys[place]).setFocus()

        return go_on

    def _entry(self, key: str) -> QLineEdit:
        editor = self.fields[key].editor
        assert isinstance(editor, QLineEdit)  # all of them
        return editor

    def _fill(self, now: ServiceSettings) -> None:
        for key in self.fields:
            self._entry(key).setText(str(getattr(now, key)))

    def _save(self) -> None:
        if not self.may_change:
            return
        for field in self.fields.values():
            field.clear_error()
        wanted = ServiceSettings(
            follow_up_days=self._number("follow_up_days"),
            answer_days=self._number("answer_days"),
            turn_seconds=self._number("turn_seconds"),
            link=self._entry("link").text(),
        )
        counter, session = self.context.counter, self.context.session

        def job() -> Changes:
            with counter.store.write(session) as uow:
                return set_service_settings(uow, wanted)

        self.run(job, self._saved, self._refused)

    def _number(self, key: str) -> int:
        """0 for anything that is no number: the service refuses it with its words."""
        text = self._entry(key).text().strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else 0

    def _saved(self, changes: Changes) -> None:
        self.say(self.tr("Saved; it holds from the next rating on."))
        self.changes_made.emit(changes)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, InvalidInput) and error.field in self.fields:
            self.fields[error.field].set_error(error_text(error, self.context.language))
            self._entry(error.field).setFocus()
        else:
            self.failed(error)
