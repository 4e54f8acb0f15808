"""Settings: within how many days pledges are verified, how long evidence is used again, what the pledges print."""

from desktop.domain.free_text import clean_text
from desktop.ports import CaseReader, Changes, UnitOfWork
from desktop.services.pledge_settings import PledgeSettings, pledge_settings, set_pledge_settings
from ui import printable
from ui.context import Context
from ui.pages.settings_form import SettingsForm


class PledgeSection(SettingsForm[PledgeSettings]):
    """The lead's."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            "pledge",
            heading=self.tr("Pledges and reuse"),
            about=self.tr(
                "Holds for what is pledged and taken in from now on; what was signed keeps its day and words."
            ),
            fields={
                "verify_days": (
                    self.tr("Days within which a pledge is verified"),
                    self.tr("Where the catalogue gives the material no limit of its own"),
                ),
                "evidence_days": (
                    self.tr("Days for which evidence on file is used again"),
                    self.tr("Where the catalogue gives the material no validity of its own"),
                ),
                "publication": (
                    self.tr("Whether pledges are made public, to whom and for how long"),
                    self.tr("Printed on the pledge; empty: the usual sentence"),
                ),
                "consequence": (
                    self.tr("What follows if a deferred material does not come in time"),
                    self.tr("Printed on the pledge of deferral; empty: the usual sentence"),
                ),
            },
            saved=self.tr("Saved; it holds from the next pledge on."),
        )

    def stored(self, reader: CaseReader) -> PledgeSettings:
        """What is set now."""
        return pledge_settings(reader)

    def typed(self) -> PledgeSettings:
        """Days and words as typed."""
        return PledgeSettings(
            verify_days=self.number("verify_days"),
            evidence_days=self.number("evidence_days"),
            publication=self.entry("publication").text(),
            consequence=self.entry("consequence").text(),
        )

    def store(self, uow: UnitOfWork, wanted: PledgeSettings) -> Changes:
        """Words that cannot be printed are found here, not at the window with a citizen waiting."""
        for field in ("publication", "consequence"):
            printable.require_printable_text(clean_text(getattr(wanted, field)), field=field)
        return set_pledge_settings(uow, self.context.session, wanted)
