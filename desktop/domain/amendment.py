"""更正: which slips of the pen may be put right by a new entry, and what may not (M20).

What decides about the case — item, number, days, who applies — is no slip: another entry cannot change it.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop.domain import events as ev
from desktop.domain.case import Case
from desktop.domain.case_amend import FACTS, value_of
from desktop.domain.catalogue import ServiceItem
from desktop.domain.checklist import requirements_of
from desktop.domain.course_guard import words
from desktop.domain.errors import InvalidInput, NotAllowed
from desktop.domain.free_text import clean_text
from desktop.domain.identity_document import IdKind, parse_document
from desktop.domain.names import Name, OrganisationName
from desktop.domain.outcome import effect_of
from desktop.domain.phone import Phone

TEXT_AT_MOST = 120


class AmendField(Enum):
    """What may be put right, beside answers that change nothing asked for."""

    NAME = "applicant.name"
    PHONE = "applicant.phone"
    ADDRESS = "applicant.address"
    LEGAL_REPRESENTATIVE = "applicant.legal_representative"
    AGENT_NAME = "agent.name"
    AGENT_ID_NUMBER = "agent.id_number"
    AGENT_PHONE = "agent.phone"
    AGENT_RELATION = "agent.relation"
    AGENT_VALID_TO = "agent.valid_to"
    DELIVERY = "delivery"


NEVER = {
    "item": "why.amend_item",
    "case_number": "why.amend_number",
    "received_on": "why.amend_day",
    "accepted_on": "why.amend_day",
    "applicant.kind": "why.amend_applicant",
    "applicant.id_kind": "why.amend_applicant",
    "applicant.id_number": "why.amend_applicant",
}
"""What is asked for now and then, and why it is refused."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The ledger line in which the field was written last."""

    origin: str
    seq: int


def fields(case: Case, item: ServiceItem | None) -> tuple[str, ...]:
    """What may be amended in this case, in the order of the form; answers only where the item is known here."""
    is_person = case.applicant.kind == "person"
    own = [
        field.value
        for field in AmendField
        if not (field.value.startswith("agent.") and case.agent is None)
        and not (field is AmendField.LEGAL_REPRESENTATIVE and is_person)
    ]
    asked = [question.key for question in item.questions if question.key in case.facts] if item else []
    return (*own, *(f"{FACTS}{key}" for key in asked))


def amend(
    case: Case, field: str, value: str, *, reason: str, entry: Entry, item: ServiceItem | None, today: date
) -> ev.CaseAmended:
    """The entry that puts one field right.

    Raises:
        NotAllowed: the field is none that may be amended, or an answer would change what is asked for.
        InvalidInput: the new value is not sound, says the same as before, or the reason is missing; `field` is
            `value` or `reason`.
    """
    why = words(reason, "reason")
    if field in NEVER:
        raise NotAllowed(reason=NEVER[field])
    if field not in fields(case, item):
        raise NotAllowed(reason="why.amend_unknown")
    new = _answer(case, field, value, item) if field.startswith(FACTS) else _parsed(case, field, value, today)
    old = value_of(case, field)
    if new == old:
        raise InvalidInput("amend_same", field="value")
    return ev.CaseAmended(
        field=field,
        old=old,
        new=new,
        reason=why,
        amended_on=today,
        entry_origin=entry.origin,
        entry_seq=entry.seq,
    )


def _answer(case: Case, field: str, value: str, item: ServiceItem | None) -> str:
    """An answer may be put right as long as nothing that was asked for, and no outcome, hangs on it."""
    key = field.removeprefix(FACTS)
    question = next((q for q in item.questions if q.key == key), None) if item else None
    if item is None or question is None or value not in {option.key for option in question.options}:
        raise InvalidInput("answer_missing", field="value")
    after = {**case.facts, key: value}
    is_same = requirements_of(item, after) == requirements_of(item, case.facts)
    if not (is_same and effect_of(item, after) == effect_of(item, case.facts)):
        raise NotAllowed(reason="why.amend_fact")
    return value


def _parsed(case: Case, field: str, text: str, today: date) -> str:
    try:
        return _sound(case, field, text, today)
    except InvalidInput as error:
        raise InvalidInput(error.reason, **{**error.fields, "field": "value"}) from error


def _sound(case: Case, field: str, text: str, today: date) -> str:
    match AmendField(field):
        case AmendField.NAME:
            is_person = case.applicant.kind == "person"
            return Name.parse(text).text if is_person else OrganisationName.parse(text).text
        case AmendField.LEGAL_REPRESENTATIVE | AmendField.AGENT_NAME:
            return Name.parse(text).text
        case AmendField.PHONE | AmendField.AGENT_PHONE:
            return Phone.parse(text).number if text.strip() else ""
        case AmendField.AGENT_ID_NUMBER:
            assert case.agent is not None  # the field is not offered without one
            return parse_document(IdKind(case.agent.id_kind), text, today=today).number
        case AmendField.AGENT_VALID_TO:
            return _day(text)
        case AmendField.ADDRESS | AmendField.AGENT_RELATION | AmendField.DELIVERY:
            cleaned = clean_text(text)
            if len(cleaned) > TEXT_AT_MOST:
                raise InvalidInput("address_too_long", field=field)
            return cleaned


def _day(text: str) -> str:
    if not text.strip():
        return ""
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        raise InvalidInput("date", field="valid_to") from None
