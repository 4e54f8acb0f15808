"""The hall, its window and its clerks, and who sat down when."""

import re

import msgspec

from desktop.domain.errors import InvalidInput
from desktop.domain.events import ClerkSet, HallSetUp, Locked, LoggedIn
from desktop.domain.free_text import clean_text
from desktop.domain.identity import DivisionCode, DivisionLevel
from desktop.domain.names import Name, OrganisationName
from desktop.domain.numbers import can_number_papers
from desktop.domain.people import Clerk, ClerkRole, Hall
from desktop.ports import CaseReader, Changes, UnitOfWork

_OFFICES = ("name", "authority", "review_authority", "court")
_RECOVERY = "recovery.sheet"
_PROVED, _UNPROVED = "proved", "unproved"


def hall_errors(hall: Hall) -> tuple[InvalidInput, ...]:
    """Every fault of the hall's fields at once; `field` names the attribute. Empty: all is well."""
    errors = []
    for name in ("name", "authority", "short_name", "division", "window"):
        if not getattr(hall, name).strip():
            errors.append(InvalidInput("empty", field=name))
    errors += [error for name in _OFFICES if (error := _office_error(name, getattr(hall, name)))]
    if hall.short_name.strip() and not can_number_papers(hall.short_name):
        errors.append(InvalidInput("short_name", field="short_name"))
    if hall.window.strip() and not re.fullmatch(r"[0-9]{2}", hall.window):
        errors.append(InvalidInput("window", field="window"))
    if hall.division.strip() and (error := _division_error(hall.division)):
        errors.append(error)
    return tuple(errors)


def _division_error(typed: str) -> InvalidInput | None:
    try:
        is_township = DivisionCode.parse(typed).level is DivisionLevel.TOWNSHIP
    except InvalidInput as error:
        return InvalidInput(error.reason, **{**error.fields, "field": "division"})
    return None if is_township else InvalidInput("division_length", field="division", length=len(typed))


def _office_error(name: str, typed: str) -> InvalidInput | None:
    """What no paper can bear: found here, it does not stop every citizen of the day at the printing."""
    try:
        if typed.strip():
            OrganisationName.parse(typed)
    except InvalidInput as error:
        return InvalidInput(error.reason, **{**error.fields, "field": name})
    return None


def change_hall(uow: UnitOfWork, hall: Hall) -> Changes:
    """Sets the hall and window as papers print them from now on. Raises the first of `hall_errors`."""
    for error in hall_errors(hall):
        raise error
    texts = {name: clean_text(value) for name, value in msgspec.structs.asdict(hall).items()}
    uow.record([HallSetUp(hall=msgspec.structs.replace(hall, **texts))])
    return Changes(hall=True)


def set_clerk(uow: UnitOfWork, clerk: Clerk) -> Changes:
    """Adds or changes a clerk; the last active lead cannot be taken away."""
    if not re.fullmatch(r"[a-z0-9]{2,20}", clerk.clerk_id):
        raise InvalidInput("clerk_id", field="clerk_id")
    if not clerk.name.strip():
        raise InvalidInput("empty", field="clerk_name")
    try:
        clerk = msgspec.structs.replace(clerk, name=Name.parse(clerk.name).text)
    except InvalidInput as error:
        raise InvalidInput(error.reason, **{**error.fields, "field": "clerk_name"}) from error
    others = [c for c in uow.clerks() if c.clerk_id != clerk.clerk_id]
    all_clerks = [*others, clerk]
    if not any(c.role is ClerkRole.LEAD and c.is_active for c in all_clerks):
        raise InvalidInput("last_lead", field="role")
    uow.record([ClerkSet(clerk=clerk)])
    return Changes(clerks=True)


def recovery_sheet_is_missing(reader: CaseReader) -> bool:
    """Whether the newest recovery code was shown and nobody has proved to have it on paper."""
    return reader.setting(_RECOVERY) == _UNPROVED


def recovery_code_shown(uow: UnitOfWork) -> None:
    """A code is on the screen now. If the power goes before it is written down, the next start has to say so."""
    uow.set_setting(_RECOVERY, _UNPROVED)


def recovery_sheet_proved(uow: UnitOfWork) -> None:
    """The sheet is in a safe place."""
    uow.set_setting(_RECOVERY, _PROVED)


def logged_in(uow: UnitOfWork, clerk_id: str) -> Changes:
    """Notes who sat down."""
    uow.record([LoggedIn(clerk_id=clerk_id)])
    return Changes()


def locked(uow: UnitOfWork) -> Changes:
    """Notes that the screen was locked."""
    uow.record([Locked()])
    return Changes()
