"""What the form gathered beside the application goes on record when it is taken in: told, used again, chosen."""

from datetime import date

from desktop.domain.catalogue import ServiceItem
from desktop.domain.people import Session
from desktop.ports import UnitOfWork
from desktop.services import intermediary_draft, policies, reuse
from desktop.services.intake_form import IntakeForm


def keep_with_case(
    uow: UnitOfWork, session: Session, form: IntakeForm, item: ServiceItem, *, case_id: str, today: date
) -> None:
    """Policies that were told, evidence used again, intermediaries with their slips: all with the case."""
    policies.record_with_form(uow, form, item, case_id=case_id, today=today)
    reuse.record_with_form(uow, form, item, case_id=case_id, today=today)
    intermediary_draft.record_with_form(uow, session, form, item, case_id=case_id, today=today)


def keep_without_case(
    uow: UnitOfWork, session: Session, form: IntakeForm, item: ServiceItem, *, today: date
) -> tuple[str, ...]:
    """Of somebody who only asked: policies and intermediaries. Numbers of the slips."""
    policies.record_with_form(uow, form, item, case_id=None, today=today)
    return intermediary_draft.record_with_form(uow, session, form, item, case_id=None, today=today)
