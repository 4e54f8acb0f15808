"""Intermediaries chosen while the form is filled in: the choice waits in the draft, and goes to the case taken in.

A lot is drawn once. It is saved with the draft in the transaction that draws it, and a draft that is thrown away leaves
it in the ledger: nobody can draw again until the result pleases.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime

import msgspec

from desktop.domain.catalogue import ServiceItem
from desktop.domain.errors import NotAllowed
from desktop.domain.events import IntermediaryChosen
from desktop.domain.intermediary import HowChosen
from desktop.domain.people import Session
from desktop.ports import UnitOfWork
from desktop.services import drafts, intermediaries
from desktop.services.intake_form import IntakeForm
from desktop.services.intermediaries import Need, Wanted, new_seed


def choose(
    uow: UnitOfWork,
    session: Session,
    form: IntakeForm,
    service: str,
    wanted: Wanted,
    *,
    field: str,
    at: datetime,
    today: date,
    seed: Callable[[], str] = new_seed,
) -> IntakeForm:
    """The form with the choice, saved as the draft. An earlier choice of the service gives way; a lot stays on record.

    Args:
        field: in use on the form, see drafts.save.

    Raises:
        NotAllowed: `why.lot_drawn`: a lot was drawn for this service. Otherwise as intermediaries.weighed.
    """
    if wanted.how is HowChosen.LOT and any(_is_lot(one) and one.service == service for one in form.intermediaries):
        raise NotAllowed(reason="why.lot_drawn", service=service)
    event = intermediaries.weighed(uow, Need(form.item_code, service), wanted, today=today, seed=seed)
    others = (one for one in form.intermediaries if one.service != service or _is_lot(one))
    made = msgspec.structs.replace(form, intermediaries=(*others, event))
    drafts.save(uow, session, made, field=field, at=at)
    return made


def record_with_form(
    uow: UnitOfWork, session: Session, form: IntakeForm, item: ServiceItem, *, case_id: str | None, today: date
) -> tuple[str, ...]:
    """Puts what was chosen on record, with its slips, whose numbers come back.

    Of another item than the one taken in, a lot is kept without the case, and a free choice has gone with its item.
    """
    numbers: list[str] = []
    for event in form.intermediaries:
        if event.service in item.intermediary_services:
            made = intermediaries.keep(uow, session, Need(item.code, event.service, case_id), event, today=today)
            numbers += made.taken.papers
        elif _is_lot(event):
            uow.record([event])
    return tuple(numbers)


def current(form: IntakeForm) -> Iterator[IntermediaryChosen]:
    """The choice that holds for each service: the last of each."""
    yield from {event.service: event for event in form.intermediaries}.values()


def _is_lot(event: IntermediaryChosen) -> bool:
    return event.how is HowChosen.LOT
