"""What the intake page knows before anybody types: read once in the worker, then only looked at.

No Qt and no store: `load` takes a reader that somebody else opened.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from desktop.domain.bundle import item_of
from desktop.domain.calendar import WorkCalendar
from desktop.domain.catalogue import Catalogue, ServiceItem
from desktop.domain.decide import Circumstances
from desktop.ports import CaseReader, Draft
from desktop.services.intake_form import IntakeForm
from ui.pages.intake.item_presenter import Initials, ItemIndex
from ui.pages.intake.place_presenter import handled


@dataclass(frozen=True, slots=True)
class Desk:
    """The day, the catalogue in force, the work calendar, and the clerk's own unfinished drafts, newest first.

    `is_read` is False only until the store has answered for the first time.
    """

    today: date
    calendar: WorkCalendar
    catalogue: Catalogue | None = None
    most_used: tuple[str, ...] = ()
    drafts: tuple[Draft, ...] = ()
    index: ItemIndex = field(default_factory=ItemIndex.empty)
    is_read: bool = True
    division: str = ""  # of the hall; empty until the store has answered

    def item(self, code: str) -> ServiceItem | None:
        """The item, bundle or cart of the catalogue in force, or None."""
        return (self.index.item(code) or item_of(self.catalogue, code)) if code else None

    def item_for(self, form: IntakeForm) -> ServiceItem | None:
        """The chosen item as the form handles it: another place may be the one that decides."""
        item = self.item(form.item_code)
        return handled(item, form) if item is not None else None

    def circumstances(self, item: ServiceItem) -> Circumstances:
        """What a decision about this item depends on today."""
        version = self.catalogue.version if self.catalogue else ""
        return Circumstances(item=item, catalogue_version=version, today=self.today, calendar=self.calendar)

    def draft(self, draft_id: str) -> Draft | None:
        """One of the drafts, or None."""
        return next((draft for draft in self.drafts if draft.draft_id == draft_id), None)

    def without_draft(self, draft_id: str) -> "Desk":
        """The same desk, that draft not offered any more."""
        return replace(self, drafts=tuple(draft for draft in self.drafts if draft.draft_id != draft_id))


def empty_desk(today: date) -> Desk:
    """The desk until the store has been read: no catalogue, and no calendar that could promise a date."""
    return Desk(today=today, calendar=WorkCalendar(national=()), is_read=False)


def load(
    reader: CaseReader,
    *,
    today: date,
    clerk_id: str,
    calendar_of: Callable[[CaseReader, date], WorkCalendar],
    initials: Initials,
) -> Desk:
    """The desk as the store has it now. Runs on a worker thread: the first call of `initials` loads a dictionary."""
    catalogue = reader.catalogue_in_force(today)
    most_used = tuple(reader.item_use())
    hall = reader.hall()
    return Desk(
        today=today,
        calendar=calendar_of(reader, today),
        catalogue=catalogue,
        most_used=most_used,
        drafts=tuple(reader.drafts(clerk_id)),
        index=ItemIndex(catalogue, today=today, most_used=most_used, initials=initials),
        division=hall.division if hall is not None else "",
    )
