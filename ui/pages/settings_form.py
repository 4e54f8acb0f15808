"""A section of the settings that is a form of the lead's: fields from the store, Enter through them, saved as one."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from desktop.domain.errors import InvalidInput
from desktop.messages import text as error_text
from desktop.ports import CaseReader, Changes, UnitOfWork
from ui.context import Context
from ui.pages.settings_section import SettingsSection
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label

T = TypeVar("T")

_DIGITS = 5  # more than any setting; a longer number would be a slip of the hand


class SettingsForm(SettingsSection, Generic[T]):
    """All is saved or nothing; what the service refuses stands under its field. Override `stored`, `typed`, `store`.

    T is what is set, an attribute for each field.
    """

    def __init__(
        self,
        context: Context,
        name: str,
        *,
        heading: str,
        fields: Mapping[str, tuple[str, str]],
        saved: str,
        about: str = "",
    ) -> None:
        """Makes the form.

        Args:
            name: for the names of its controls.
            fields: by attribute of T, in the order of the form: caption and hint.
            saved: what the status bar says afterwards.
        """
        super().__init__(context, for_lead=True)
        self._said = saved
        self.fields = {
            key: Field(caption, self._editor(f"{name}_{key}", key), hint) for key, (caption, hint) in fields.items()
        }
        self.save = KeyButton(self.tr("Save"), "Enter", primary=True)
        self.save.setObjectName(f"save_{name}")
        self.save.setEnabled(self.may_change)
        self.save.clicked.connect(self._save)
        card = Card(heading)
        if about:
            card.body.addWidget(label(about, "muted", wrap=True))
        for field in self.fields.values():
            card.body.addWidget(field)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.save)
        card.body.addLayout(row)
        self.body.addWidget(card)
        self.body.addStretch()
        self.setFocusProxy(self.entry(next(iter(self.fields))))

    def stored(self, reader: CaseReader) -> T:
        """What is set now. Override."""
        raise NotImplementedError

    def typed(self) -> T:
        """What the fields hold. Override."""
        raise NotImplementedError

    def store(self, uow: UnitOfWork, wanted: T) -> Changes:
        """Sets it, or raises InvalidInput with the attribute that is wrong. Override."""
        raise NotImplementedError

    def opened(self) -> None:
        """Fills the fields from the store."""
        store = self.context.counter.store

        def job() -> T:
            with store.read() as reader:
                return self.stored(reader)

        self.read(job, self._fill)

    def entry(self, key: str) -> QLineEdit:
        """The editor of a field."""
        editor = self.fields[key].editor
        assert isinstance(editor, QLineEdit)  # all of them
        return editor

    def number(self, key: str, *, otherwise: int = 0) -> int:
        """The number typed, or `otherwise` for anything that is none: the service refuses it with its words."""
        text = self.entry(key).text().strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else otherwise

    def _editor(self, name: str, key: str) -> QLineEdit:
        editor = QLineEdit()
        editor.setObjectName(name)
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
                self.entry(keys[place]).setFocus()

        return go_on

    def _fill(self, now: T) -> None:
        for key in self.fields:
            self.entry(key).setText(str(getattr(now, key)))
            self.entry(key).setCursorPosition(0)

    def _save(self) -> None:
        if not self.may_change:
            return
        for field in self.fields.values():
            field.clear_error()
        wanted, counter, session = self.typed(), self.context.counter, self.context.session

        def job() -> Changes:
            with counter.store.write(session) as uow:
                return self.store(uow, wanted)

        self.run(job, self._saved, self._refused)

    def _saved(self, changes: Changes) -> None:
        self.say(self._said)
        self.changes_made.emit(changes)
        self.opened()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, InvalidInput) and error.field in self.fields:
            self.fields[error.field].set_error(error_text(error, self.context.language))
            self.entry(error.field).setFocus()
        else:
            self.failed(error)
