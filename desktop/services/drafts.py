"""Drafts: what is typed before 收件. They never leave the PC and are no part of the ledger."""

from datetime import datetime

import msgspec

from desktop.domain.events import IntermediaryChosen
from desktop.domain.intermediary import HowChosen
from desktop.domain.people import Session
from desktop.ports import Draft, UnitOfWork
from desktop.services import intake_form
from desktop.services.intake_form import IntakeForm


def save(uow: UnitOfWork, session: Session, form: IntakeForm, *, field: str, at: datetime) -> None:
    """Keeps the form as it stands, with the name of the field in use. A form already taken in is not kept again."""
    if uow.case(form.case_id) is not None:
        return
    uow.save_draft(
        Draft(
            draft_id=form.case_id,
            clerk_id=session.clerk.clerk_id,
            window=session.window,
            body=intake_form.encode(form),
            field=field,
            updated_at=at,
        )
    )


def drop(uow: UnitOfWork, draft_id: str) -> None:
    """Throws a draft away; the clerk has said so. Lots that were drawn in it go on record without a case."""
    draft = next((one for one in uow.drafts() if one.draft_id == draft_id), None)
    if draft is not None:
        lots = [event for event in _chosen(draft) if event.how is HowChosen.LOT]
        if lots:
            uow.record(lots)
    uow.delete_draft(draft_id)


def _chosen(draft: Draft) -> tuple[IntermediaryChosen, ...]:
    try:
        return intake_form.decode(draft.body).intermediaries
    except msgspec.DecodeError:
        return ()  # of a newer program: it is thrown away as it is
