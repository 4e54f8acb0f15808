"""What the clerk has typed at intake, raw: the body of a draft, and how it becomes an application.

The form keeps every key stroke, right or wrong; nothing is thrown away because it is not valid yet.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from desktop.domain.catalogue import ServiceItem
from desktop.domain.checklist import Check, Checklist, mark, requirements_of
from desktop.domain.errors import InvalidInput
from desktop.domain.events import IntermediaryChosen
from desktop.domain.free_text import clean_text, whole_characters
from desktop.domain.identity import CreditCode
from desktop.domain.identity_document import IdKind, parse_document
from desktop.domain.names import Name, OrganisationName
from desktop.domain.people import Agent, Applicant
from desktop.domain.phone import Phone

PERSON, ORGANISATION = "person", "organisation"
CREDIT_CODE = "credit_code"
POWERS = ("提交", "补正", "领取", "签收")
_ADDRESS_MAX = 120


class IntakeForm(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The five steps as typed. `case_id` is made when the form opens: concluding twice takes in once."""

    case_id: str
    item_code: str = ""
    catalogue_version: str = ""
    applicant_kind: str = PERSON
    name: str = ""
    id_kind: str = IdKind.CITIZEN_ID.value
    id_number: str = ""
    phone: str = ""
    address: str = ""
    legal_representative: str = ""
    has_agent: bool = False
    agent_name: str = ""
    agent_id_kind: str = IdKind.CITIZEN_ID.value
    agent_id_number: str = ""
    agent_phone: str = ""
    agent_relation: str = ""
    agent_powers: tuple[str, ...] = ("提交", "补正", "领取")
    agent_valid_to: str = ""
    answers: dict[str, str] = {}
    told: dict[str, str | int] = {}  # facts that only policies ask for
    policies_shown: tuple[str, ...] = ()  # codes; kept with the case when it is taken in
    intermediaries: tuple[IntermediaryChosen, ...] = ()  # chosen before there is a case; a lot stays where it was drawn
    reused: tuple[str, ...] = ()  # fields filled from what is on file, the citizen having agreed
    checks: dict[str, Check] = {}
    outcome: str = ""
    repeat_reason: str = ""
    delivery: str = ""
    place_name: str = ""  # the other place, where the answer to 办理地 names one
    place_office: str = ""
    place_examiner: str = ""
    step: int = 0


_decoder = msgspec.json.Decoder(IntakeForm)


def encode(form: IntakeForm) -> bytes:
    """JSON of the form, for the draft."""
    try:
        return msgspec.json.encode(form, order="deterministic")
    except UnicodeEncodeError:  # half a character: a draft is kept all the same
        return msgspec.json.encode(_whole(msgspec.to_builtins(form)), order="deterministic")


def decode(body: bytes) -> IntakeForm:
    """The inverse of `encode`; fields of a newer program are ignored, so that an older one still opens the draft."""
    return _decoder.decode(body)


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return whole_characters(value)
    if isinstance(value, dict):
        return {_whole(key): _whole(part) for key, part in value.items()}
    return [_whole(part) for part in value] if isinstance(value, list | tuple) else value


def facts(form: IntakeForm) -> dict[str, str]:
    """Answers together with what intake knows by itself."""
    return {
        **form.answers,
        "applicant": form.applicant_kind,
        "agent": "yes" if form.has_agent else "no",
        "channel": "counter",
    }


def checklist(form: IntakeForm, item: ServiceItem) -> Checklist:
    """The materials of the form's situation with what has been checked so far."""
    return Checklist(requirements=requirements_of(item, facts(form)), checks=form.checks)


def with_check(form: IntakeForm, item: ServiceItem, check: Check, *, is_barred: bool = False) -> IntakeForm:
    """The form with one material checked. Errors as desktop.domain.checklist.mark."""
    return msgspec.structs.replace(form, checks=mark(checklist(form, item), check, is_barred=is_barred).checks)


def person_errors(form: IntakeForm, *, today: date) -> tuple[InvalidInput, ...]:
    """Every fault of the applicant's and agent's fields at once, in the order of the form. Empty: all is well.

    `field` of each is the name of the form's attribute.
    """
    errors = []
    for field, parse in {**_applicant_parsers(form, today), **_agent_parsers(form, today)}.items():
        try:
            parse()
        except InvalidInput as error:
            errors.append(_at(field, error))
    return tuple(errors)


def sound_values(form: IntakeForm, *, today: date) -> dict[str, str]:
    """Every typed field that is sound, as parsed, by the form's attribute; an empty or faulty one is not in it."""
    values = {}
    for field, parse in {**_applicant_parsers(form, today), **_agent_parsers(form, today)}.items():
        try:
            values[field] = parse()
        except InvalidInput:
            continue  # the field itself says so; a paper leaves the place to a pen
    return {field: value for field, value in values.items() if value}


def applicant_of(form: IntakeForm, *, today: date) -> Applicant:
    """The checked applicant. Raises the first InvalidInput."""
    values = _parsed(_applicant_parsers(form, today))
    return Applicant(
        kind=form.applicant_kind,
        name=values["name"],
        id_kind=form.id_kind if form.applicant_kind == PERSON else CREDIT_CODE,
        id_number=values["id_number"],
        phone=values["phone"],
        address=values["address"],
        legal_representative=values.get("legal_representative", ""),
    )


def agent_of(form: IntakeForm, *, today: date) -> Agent | None:
    """The checked agent, or None where nobody acts for the applicant. Raises the first InvalidInput."""
    if not form.has_agent:
        return None
    values = _parsed(_agent_parsers(form, today))
    return Agent(
        name=values["agent_name"],
        id_kind=form.agent_id_kind,
        id_number=values["agent_id_number"],
        phone=values["agent_phone"],
        relation=clean_text(form.agent_relation),
        powers=tuple(power for power in POWERS if power in form.agent_powers),
        valid_to=date.fromisoformat(values["agent_valid_to"]) if values["agent_valid_to"] else None,
    )


_Parsers = dict[str, Callable[[], str]]


def _applicant_parsers(form: IntakeForm, today: date) -> _Parsers:
    parsers: _Parsers = {
        "name": lambda: Name.parse(form.name).text,
        "id_number": lambda: _number(form.id_kind, form.id_number, today),
        "phone": lambda: _phone(form.phone),
        "address": lambda: _address(form.address),
    }
    if form.applicant_kind == ORGANISATION:
        parsers["name"] = lambda: OrganisationName.parse(form.name).text
        parsers["id_number"] = lambda: CreditCode.parse(form.id_number).code
        parsers["legal_representative"] = lambda: Name.parse(form.legal_representative).text
    return parsers


def _agent_parsers(form: IntakeForm, today: date) -> _Parsers:
    if not form.has_agent:
        return {}
    return {
        "agent_name": lambda: Name.parse(form.agent_name).text,
        "agent_id_number": lambda: _agent_number(form, today),
        "agent_phone": lambda: _phone(form.agent_phone),
        "agent_powers": lambda: _powers(form),
        "agent_valid_to": lambda: _valid_to(form, today),
    }


def _parsed(parsers: _Parsers) -> dict[str, str]:
    values = {}
    for field, parse in parsers.items():
        try:
            values[field] = parse()
        except InvalidInput as error:
            raise _at(field, error) from error
    return values


def _at(field: str, error: InvalidInput) -> InvalidInput:
    return InvalidInput(error.reason, **{**error.fields, "field": field})


def _number(kind: str, text: str, today: date) -> str:
    try:
        known = IdKind(kind)
    except ValueError:  # a draft of another program
        raise InvalidInput("id_kind", field="id_kind") from None
    return parse_document(known, text, today=today).number


def _agent_number(form: IntakeForm, today: date) -> str:
    number = _number(form.agent_id_kind, form.agent_id_number, today)
    if form.applicant_kind == PERSON and form.agent_id_kind == form.id_kind:
        try:
            applicant = _number(form.id_kind, form.id_number, today)
        except InvalidInput:
            return number  # a wrong number of the applicant is that field's own fault
        if number == applicant:
            raise InvalidInput("agent_is_applicant", field="agent_id_number")
    return number


def _phone(text: str) -> str:
    return Phone.parse(text).number if text.strip() else ""


def _address(text: str) -> str:
    cleaned = clean_text(text)
    if len(cleaned) > _ADDRESS_MAX:
        raise InvalidInput("address_too_long", field="address")
    return cleaned


def _powers(form: IntakeForm) -> str:
    if not set(form.agent_powers) & set(POWERS):
        raise InvalidInput("agent_powers_missing", field="agent_powers")
    return ""


def _valid_to(form: IntakeForm, today: date) -> str:
    text = form.agent_valid_to.strip()
    if not text:
        return ""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise InvalidInput("date", field="agent_valid_to") from None
    if day < today:
        raise InvalidInput("agent_expired", field="agent_valid_to")
    return day.isoformat()
