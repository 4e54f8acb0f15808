"""Settings: one's own password."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from desktop.domain.errors import DomainError, InvalidInput
from ui.context import Context
from ui.login.new_password import NewPassword
from ui.pages.settings_section import SettingsSection
from ui.problem_text import problem_text
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton


class PasswordSection(SettingsSection):
    """The password of now, the new one twice."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.old = QLineEdit()
        self.old.setObjectName("oldPassword")
        self.old.setEchoMode(QLineEdit.EchoMode.Password)
        self.old_field = Field(self.tr("Password of now"), self.old)
        self.new = NewPassword(self.tr("New password"), name="own")
        self.change = KeyButton(self.tr("Change my password"), "Enter", primary=True)
        self.change.setObjectName("changePassword")
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.change)
        card = Card(self.tr("My password"))
        card.body.addWidget(self.old_field)
        card.body.addWidget(self.new)
        card.body.addLayout(row)
        self.body.addWidget(card)
        self.body.addStretch()
        self.old.returnPressed.connect(self.new.setFocus)
        self.new.finished.connect(self._change)
        self.change.clicked.connect(self._change)
        self.setFocusProxy(self.old)

    def _change(self) -> None:
        from desktop import bootstrap

        self.old_field.clear_error()
        new = self.new.agreed()
        if new is None:
            return
        counter, clerk_id, old = self.context.counter, self.context.session.clerk.clerk_id, self.old.text()
        self.run(lambda: bootstrap.change_password(counter, clerk_id, old=old, new=new), self._changed, self._refused)

    def _changed(self, _nothing: None) -> None:
        self.old.clear()
        self.new.clear()
        self.say(self.tr("The new password holds from now on."))

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, DomainError):
            self.failed(error)
            return
        is_about_new = isinstance(error, InvalidInput) and error.field == "password"
        field = self.new.first if is_about_new else self.old_field
        field.set_error(problem_text(error, language=self.context.language))
        field.setFocus()
