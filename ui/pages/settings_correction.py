"""Settings: how many days the hall gives for corrections, and where that was published. The lead's."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from desktop.domain.errors import InvalidInput
from desktop.messages import text as error_text
from desktop.ports import Changes
from desktop.services.correction_rule import CorrectionRule, correction_rule, set_correction_rule
from ui.context import Context
from ui.pages.settings_section import SettingsSection
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label


class CorrectionSection(SettingsSection):
    """Days and the words that every notice with a day prints from now on."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, for_lead=True)
        self.days, self.published = QLineEdit(), QLineEdit()
        self.days.setObjectName("days")
        self.published.setObjectName("published")
        self.fields = {
            "days": Field(self.tr("Calendar days for corrections"), self.days, self.tr("0: no limit is published")),
            "published": Field(
                self.tr("Where and when it was published"),
                self.published,
                self.tr("Printed on the notice beside the day"),
            ),
        }
        self.save = KeyButton(self.tr("Save"), "Enter", primary=True)
        self.save.setObjectName("saveCorrection")
        card = Card(self.tr("Days for corrections"))
        card.body.addWidget(
            label(
                self.tr(
                    "The law says within how many days the applicant is told what to correct, and not how long the"
                    " correction may take. Only a rule that this hall has published may set a day; after it an"
                    " application that was not corrected can be returned."
                ),
                "muted",
                wrap=True,
            )
        )
        for field in self.fields.values():
            card.body.addWidget(field)
            field.editor.setEnabled(self.may_change)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.save)
        self.save.setEnabled(self.may_change)
        card.body.addLayout(row)
        self.body.addWidget(card)
        self.body.addStretch()
        self.days.returnPressed.connect(self.published.setFocus)
        self.published.returnPressed.connect(self._save)
        self.save.clicked.connect(self._save)
        self.setFocusProxy(self.days)

    def opened(self) -> None:
        """Fills the form from the store."""
        store = self.context.counter.store

        def job() -> CorrectionRule:
            with store.read() as reader:
                return correction_rule(reader)

        self.read(job, self._fill)

    def _fill(self, rule: CorrectionRule) -> None:
        self.days.setText(str(rule.days))
        self.published.setText(rule.published)

    def _save(self) -> None:
        for field in self.fields.values():
            field.clear_error()
        typed = self.days.text().strip() or "0"
        days = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 4 else -1
        wanted = CorrectionRule(days, self.published.text())
        counter, session = self.context.counter, self.context.session

        def job() -> Changes:
            with counter.store.write(session) as uow:
                return set_correction_rule(uow, session, wanted)

        self.run(job, self._saved, self._refused)

    def _saved(self, changes: Changes) -> None:
        self.say(self.tr("Saved: notices print it from now on."))
        self.changes_made.emit(changes)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, InvalidInput) and error.field in self.fields:
            field = self.fields[error.field]
            field.set_error(error_text(error, self.context.language))
            field.setFocus()
        else:
            self.failed(error)
