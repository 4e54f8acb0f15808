"""Settings: one's own PIN, with which the screen is opened and the clerk changes in two seconds."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from desktop.domain.errors import DomainError, InvalidInput
from ui.context import Context
from ui.pages.settings_section import SettingsSection
from ui.problem_text import problem_text
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label


class PinSection(SettingsSection):
    """Password, PIN, PIN again."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.password, self.pin, self.again = QLineEdit(), QLineEdit(), QLineEdit()
        for name, editor in (("pinPassword", self.password), ("pin", self.pin), ("pinAgain", self.again)):
            editor.setObjectName(name)
            editor.setEchoMode(QLineEdit.EchoMode.Password)
        self.password_field = Field(self.tr("My password"), self.password)
        self.pin_field = Field(self.tr("PIN"), self.pin, self.tr("4 to 6 digits, no run of digits"))
        self.again_field = Field(self.tr("PIN again"), self.again)
        self.state = label("", "muted", wrap=True)
        self.save = KeyButton(self.tr("Set my PIN"), "Enter", primary=True)
        self.save.setObjectName("savePin")
        self.remove = KeyButton(self.tr("Remove my PIN"))
        self.remove.setObjectName("removePin")
        card = Card(self.tr("My PIN"))
        card.body.addWidget(
            label(
                self.tr(
                    "Ctrl+L locks the screen; there ↑ ↓ choose the clerk, and the PIN opens it. The PIN works only at"
                    " a counter that is open; after a start the password is asked."
                ),
                "muted",
                wrap=True,
            )
        )
        card.body.addWidget(self.state)
        for field in (self.password_field, self.pin_field, self.again_field):
            card.body.addWidget(field)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.remove)
        row.addWidget(self.save)
        card.body.addLayout(row)
        self.body.addWidget(card)
        self.body.addStretch()
        self.password.returnPressed.connect(self.pin.setFocus)
        self.pin.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self._save)
        self.save.clicked.connect(self._save)
        self.remove.clicked.connect(self._remove)
        self.setFocusProxy(self.password)

    def opened(self) -> None:
        """Says whether there is one."""
        from desktop import bootstrap_pin

        counter, session = self.context.counter, self.context.session
        self.read(lambda: bootstrap_pin.has_pin(counter, session), self._show_state)

    def _show_state(self, has_pin: bool) -> None:
        self.state.setText(self.tr("You have a PIN.") if has_pin else self.tr("You have no PIN yet."))
        self.remove.setVisible(has_pin)

    def _save(self) -> None:
        from desktop import bootstrap_pin

        for field in (self.password_field, self.pin_field, self.again_field):
            field.clear_error()
        if self.pin.text() != self.again.text():
            self.again_field.set_error(self.tr("The two are not the same."))
            self.again.setFocus()
            return
        counter, session = self.context.counter, self.context.session
        password, pin = self.password.text(), self.pin.text()
        self.run(
            lambda: bootstrap_pin.set_pin(counter, session, password=password, pin=pin), self._saved, self._refused
        )

    def _saved(self, _nothing: None) -> None:
        self._clear()
        self.say(self.tr("The PIN holds from now on: Ctrl+L, clerk, PIN."))
        self._show_state(True)

    def _remove(self) -> None:
        from desktop import bootstrap_pin

        counter, session = self.context.counter, self.context.session
        self.run(lambda: bootstrap_pin.remove_pin(counter, session), lambda _: self._show_state(False))

    def _clear(self) -> None:
        for editor in (self.password, self.pin, self.again):
            editor.clear()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, DomainError):
            self.failed(error)
            return
        field = self.pin_field if isinstance(error, InvalidInput) else self.password_field
        field.set_error(problem_text(error, language=self.context.language))
        field.editor.setFocus()
