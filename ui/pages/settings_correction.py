"""Settings: how many days the hall gives for corrections, and where that was published. The lead's."""

from desktop.ports import CaseReader, Changes, UnitOfWork
from desktop.services.correction_rule import CorrectionRule, correction_rule, set_correction_rule
from ui.context import Context
from ui.pages.settings_form import SettingsForm


class CorrectionSection(SettingsForm[CorrectionRule]):
    """Days and the words that every notice with a day prints from now on."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            "correction",
            heading=self.tr("Days for corrections"),
            about=self.tr(
                "The law says within how many days the applicant is told what to correct, and not how long the"
                " correction may take. Only a rule that this hall has published may set a day; after it an"
                " application that was not corrected can be returned."
            ),
            fields={
                "days": (self.tr("Calendar days for corrections"), self.tr("0: no limit is published")),
                "published": (
                    self.tr("Where and when it was published"),
                    self.tr("Printed on the notice beside the day"),
                ),
            },
            saved=self.tr("Saved: notices print it from now on."),
        )

    def stored(self, reader: CaseReader) -> CorrectionRule:
        """What is set now."""
        return correction_rule(reader)

    def typed(self) -> CorrectionRule:
        """Nothing typed means no limit."""
        is_empty = not self.entry("days").text().strip()
        return CorrectionRule(0 if is_empty else self.number("days", otherwise=-1), self.entry("published").text())

    def store(self, uow: UnitOfWork, wanted: CorrectionRule) -> Changes:
        """Sets it."""
        return set_correction_rule(uow, self.context.session, wanted)
