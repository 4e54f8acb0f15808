"""Settings: days for bad ratings and difficulties, the citizen's turn, the city's page for ratings."""

from desktop.ports import CaseReader, Changes, UnitOfWork
from desktop.services.service_settings import ServiceSettings, service_settings, set_service_settings
from ui.context import Context
from ui.pages.settings_form import SettingsForm


class ServiceSection(SettingsForm[ServiceSettings]):
    """No law known here sets these numbers: the hall does."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            "service",
            heading=self.tr("Ratings and difficulties"),
            fields={
                "follow_up_days": (self.tr("Working days to follow a bad rating up"), ""),
                "answer_days": (self.tr("Working days to answer what could not be done"), ""),
                "turn_seconds": (self.tr("Seconds until the citizen's untouched screen locks"), ""),
                "link": (self.tr("The city's page for ratings (empty: no code on the rating form)"), ""),
            },
            saved=self.tr("Saved; it holds from the next rating on."),
        )

    def stored(self, reader: CaseReader) -> ServiceSettings:
        """What is set now."""
        return service_settings(reader)

    def typed(self) -> ServiceSettings:
        """Numbers and link as typed."""
        return ServiceSettings(
            follow_up_days=self.number("follow_up_days"),
            answer_days=self.number("answer_days"),
            turn_seconds=self.number("turn_seconds"),
            link=self.entry("link").text(),
        )

    def store(self, uow: UnitOfWork, wanted: ServiceSettings) -> Changes:
        """Sets them."""
        return set_service_settings(uow, self.context.session, wanted)
