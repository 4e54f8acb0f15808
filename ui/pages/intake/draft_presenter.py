"""Drafts in one line each, for offering them. Qt-free."""

from dataclasses import dataclass

from desktop.clock import HALL_ZONE
from desktop.ports import Draft
from desktop.services.intake_form import decode
from ui.pages.intake.desk import Desk


@dataclass(frozen=True, slots=True)
class DraftLine:
    """Whose application it is, for what, and when it was last typed in (month-day hour:minute in the hall)."""

    draft_id: str
    name: str
    item_name: str
    saved_at: str


def draft_lines(desk: Desk, *, but: str) -> tuple[DraftLine, ...]:
    """The clerk's drafts, newest first, without the one that is in view."""
    return tuple(_line(desk, draft) for draft in desk.drafts if draft.draft_id != but)


def _line(desk: Desk, draft: Draft) -> DraftLine:
    form = decode(draft.body)
    item = desk.item(form.item_code)
    return DraftLine(
        draft_id=draft.draft_id,
        name=form.name.strip(),
        item_name=item.name if item else "",
        saved_at=draft.updated_at.astimezone(HALL_ZONE).strftime("%m-%d %H:%M"),
    )
