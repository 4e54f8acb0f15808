"""Settings: the clerks of this window. The lead adds and retires; everybody else may look."""

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit

from desktop import messages
from desktop.domain.errors import InvalidInput
from desktop.domain.people import Clerk, ClerkRole
from desktop.ports import Changes
from ui.context import Context
from ui.filled import filled
from ui.login.new_password import NewPassword
from ui.pages.settings_section import SettingsSection
from ui.problem_text import problem_text
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.table import Column, RowTable
from ui.widgets.table_view import TableView


class ClerksSection(SettingsSection):
    """The list of clerks, and a form for a new one."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.is_lead = context.session.clerk.role is ClerkRole.LEAD
        self.model: RowTable[Clerk] = RowTable(self._columns(), self)
        self.table = TableView("clerks", self.tr("Clerks"))
        self.table.set_model(self.model, widths=[120, 0, 140, 100], rigid=(3,))
        self.retire = KeyButton(self.tr("Retire"))
        self.retire.setObjectName("retire")
        self.retire.clicked.connect(self._retire)
        self.body.addWidget(self._list_card(), 1)
        self.new_card = self._new_card()
        self.body.addWidget(self.new_card)
        self.new_card.setVisible(self.is_lead)
        self.retire.setVisible(self.is_lead)
        self.setFocusProxy(self.table)

    def opened(self) -> None:
        """Reads the clerks."""
        store = self.context.counter.store

        def job() -> list[Clerk]:
            with store.read() as reader:
                return reader.clerks()

        self.read(job, self._show)

    def changed(self, changes: Changes) -> None:
        """Reads again if a clerk was changed."""
        if changes.clerks:
            self.opened()

    def _columns(self) -> tuple[Column[Clerk], ...]:
        return (
            Column(self.tr("Login name"), lambda clerk: clerk.clerk_id),
            Column(self.tr("Name"), lambda clerk: clerk.name),
            Column(self.tr("Role"), self._role_text),
            Column(
                self.tr("State"),
                lambda clerk: self.tr("active") if clerk.is_active else self.tr("retired"),
                tone=lambda clerk: "accent" if clerk.is_active else "muted",
            ),
        )

    def _role_text(self, clerk: Clerk) -> str:
        return messages.word(clerk.role, self.context.language)

    def _list_card(self) -> Card:
        card = Card(self.tr("Clerks"))
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.retire)
        card.body.addWidget(self.table, 1)
        card.body.addLayout(row)
        return card

    def _new_card(self) -> Card:
        self.new_id, self.new_name = QLineEdit(), QLineEdit()
        self.new_id.setObjectName("newClerkId")
        self.new_name.setObjectName("newClerkName")
        self.id_field = Field(
            self.tr("Login name"), self.new_id, self.tr("2 to 20 small letters or digits; never changes")
        )
        self.name_field = Field(self.tr("Name"), self.new_name, self.tr("As printed on papers"))
        self.lead_box = QCheckBox(self.tr("Lead of the hall"))
        self.lead_box.setObjectName("newClerkIsLead")
        self.new_password = NewPassword(self.tr("First password"), name="newClerk")
        self.add = KeyButton(self.tr("Add clerk"), "Enter", primary=True)
        self.add.setObjectName("addClerk")
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.addWidget(self.id_field, 0, 0)
        grid.addWidget(self.name_field, 0, 1)
        grid.addWidget(self.new_password, 1, 0, 1, 2)
        grid.addWidget(self.lead_box, 2, 0)
        grid.addWidget(self.add, 2, 1, Qt.AlignmentFlag.AlignRight)
        card = Card(self.tr("New clerk"))
        card.body.addLayout(grid)
        self.new_id.returnPressed.connect(self.new_name.setFocus)
        self.new_name.returnPressed.connect(self.new_password.setFocus)
        self.new_password.finished.connect(self._add)
        self.add.clicked.connect(self._add)
        return card

    def _show(self, clerks: list[Clerk]) -> None:
        self.model.set_rows(clerks)
        if clerks:
            self.table.selectRow(0)

    def _add(self) -> None:
        from desktop import bootstrap

        self.id_field.clear_error()
        self.name_field.clear_error()
        password = self.new_password.agreed()
        if password is None:
            return
        role = ClerkRole.LEAD if self.lead_box.isChecked() else ClerkRole.CLERK
        clerk = Clerk(clerk_id=self.new_id.text().strip().lower(), name=self.new_name.text().strip(), role=role)
        counter, session = self.context.counter, self.context.session
        self.run(
            lambda: bootstrap.add_clerk(counter, session, clerk, password), lambda _: self._added(clerk), self._refused
        )

    def _added(self, clerk: Clerk) -> None:
        for edit in (self.new_id, self.new_name):
            edit.clear()
        self.new_password.clear()
        self.lead_box.setChecked(False)
        self.say(filled(self.tr("%1 can log in now."), clerk.name))
        self.changes_made.emit(Changes(clerks=True))

    def _refused(self, error: Exception) -> None:
        fields = {"clerk_id": self.id_field, "clerk_name": self.name_field, "password": self.new_password.first}
        field = fields.get(error.field) if isinstance(error, InvalidInput) else None
        if field is None:
            self.failed(error)
            return
        field.set_error(problem_text(error, language=self.context.language))
        field.setFocus()

    def _retire(self) -> None:
        from desktop import bootstrap

        clerk = self.model.row_at(self.table.currentIndex())
        if clerk is None or not clerk.is_active:
            return
        if clerk.clerk_id == self.context.session.clerk.clerk_id:
            self.say(self.tr("You cannot retire yourself; another lead can."), tone="bad")
            return
        counter, session = self.context.counter, self.context.session
        gone = msgspec.structs.replace(clerk, is_active=False)
        self.run(lambda: bootstrap.retire_clerk(counter, session, clerk), lambda _: self._retired(gone))

    def _retired(self, clerk: Clerk) -> None:
        self.say(filled(self.tr("%1 can log in no more; what was done stays on record."), clerk.name))
        self.changes_made.emit(Changes(clerks=True))
