"""Settings: within how many days pledges are verified, how long evidence is used again, what the pledges print."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from desktop.domain.errors import InvalidInput
from desktop.domain.free_text import clean_text
from desktop.messages import text as error_text
from desktop.ports import Changes
from desktop.services.pledge_settings import PledgeSettings, pledge_settings, set_pledge_settings
from ui import printable
from ui.context import Context
from ui.pages.settings_section import SettingsSection
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label


class PledgeSection(SettingsSection):
    """The lead's. Enter goes from field to field and saves at the end, all at once or not at all."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, for_lead=True)
        self.fields = {
            "verify_days": Field(
                self.tr("Days within which a pledge is verified"),
                self._editor("verify_days"),
                self.tr("Where the catalogue gives the material no limit of its own"),
            ),
            "evidence_days": Field(
                self.tr("Days for which evidence on file is used again"),
                self._editor("evidence_days"),
                self.tr("Where the catalogue gives the material no validity of its own"),
            ),
            "publication": Field(
                self.tr("Whether pledges are made public, to whom and for how long"),
                self._editor("publication"),
                self.tr("Printed on the pledge; empty: the usual sentence"),
            ),
            "consequence": Field(
                self.tr("What follows if a deferred material does not come in time"),
                self._editor("consequence"),
                self.tr("Printed on the pledge of deferral; empty: the usual sentence"),
            ),
        }
        self.save = KeyButton(self.tr("Save"), "Enter", primary=True)
        self.save.setObjectName("savePledge")
        self.save.setEnabled(self.may_change)
        self._lay_out()
        self.save.clicked.connect(self._save)
        self.setFocusProxy(self._entry("verify_days"))

    def opened(self) -> None:
        """Fills the fields from the store."""
        store = self.context.counter.store

        def job() -> PledgeSettings:
            with store.read() as reader:
                return pledge_settings(reader)

        self.read(job, self._fill)

    def _lay_out(self) -> None:
        card = Card(self.tr("Pledges and reuse"))
        card.body.addWidget(
            label(
                self.tr("Holds for what is pledged and taken in from now on; what was signed keeps its day and words."),
                "muted",
                wrap=True,
            )
        )
        for field in self.fields.values():
            card.body.addWidget(field)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.save)
        card.body.addLayout(row)
        self.body.addWidget(card)
        self.body.addStretch()

    def _editor(self, key: str) -> QLineEdit:
        editor = QLineEdit()
        editor.setObjectName(f"pledge_{key}")
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

    def _fill(self, now: PledgeSettings) -> None:
        for key in self.fields:
            self._entry(key).setText(str(getattr(now, key)))
            self._entry(key).setCursorPosition(0)

    def _save(self) -> None:
        if not self.may_change:
            return
        for field in self.fields.values():
            field.clear_error()
        wanted = PledgeSettings(
            verify_days=self._number("verify_days"),
            evidence_days=self._number("evidence_days"),
            publication=self._entry("publication").text(),
            consequence=self._entry("consequence").text(),
        )
        counter, session = self.context.counter, self.context.session

        def job() -> Changes:
            for field in ("publication", "consequence"):  # found here, not at the window with a citizen waiting
                printable.require_printable_text(clean_text(getattr(wanted, field)), field=field)
            with counter.store.write(session) as uow:
                return set_pledge_settings(uow, session, wanted)

        self.run(job, self._saved, self._refused)

    def _number(self, key: str) -> int:
        """0 for anything that is no number: the service refuses it with its words."""
        text = self._entry(key).text().strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) <= 5 else 0

    def _saved(self, changes: Changes) -> None:
        self.say(self.tr("Saved; it holds from the next pledge on."))
        self.changes_made.emit(changes)
        self.opened()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, InvalidInput) and error.field in self.fields:
            self.fields[error.field].set_error(error_text(error, self.context.language))
            self._entry(error.field).setFocus()
        else:
            self.failed(error)
