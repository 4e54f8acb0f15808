"""Step 2, who applies: which fields there are, what a number tells, who is known here already.

Qt-free. What is typed is kept as typed; only control characters are taken out, because no paper can print them.
"""

import unicodedata
from dataclasses import dataclass
from datetime import date

import msgspec

from desktop.domain.area import area_name
from desktop.domain.catalogue import Audience, ServiceItem
from desktop.domain.errors import InvalidInput
from desktop.domain.identity import CitizenId, CreditCode, Sex, birth_date_in, masked
from desktop.domain.identity_document import IdKind, parse_document
from desktop.domain.phone import Phone
from desktop.domain.typed_text import is_digits, undashed_code
from desktop.ports import CaseRow, PersonOnFile
from desktop.services.intake_form import ORGANISATION, PERSON, IntakeForm

NUMBER_LENGTH = 18
BIRTH_DATE_END = 14

PERSON_FIELDS = ("id_kind", "id_number", "name", "phone", "address", "has_agent")
ORGANISATION_FIELDS = ("id_number", "legal_representative", "name", "phone", "address", "has_agent")
AGENT_FIELDS = (
    "agent_id_kind",
    "agent_id_number",
    "agent_name",
    "agent_phone",
    "agent_relation",
    "agent_valid_to",
    "agent_powers",
)


@dataclass(frozen=True, slots=True)
class NumberCheck:
    """What a number says while it is being typed. `wanted` 0: its length is not fixed."""

    count: int = 0
    wanted: int = 0
    error: InvalidInput | None = None
    is_complete: bool = False
    number: str = ""
    birth_on: date | None = None
    sex: Sex | None = None
    age: int | None = None
    area: str = ""
    area_name: str = ""


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case of this person that is still open; `is_same_item` makes it a warning."""

    case_number: str
    case_id: str
    item_name: str
    state: str
    received_on: date
    due_on: date | None
    is_same_item: bool


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody this hall has served before. `fills` names the form's fields that taking over would fill."""

    name: str
    phone: str
    address: str
    fills: tuple[str, ...]
    name_differs: bool
    open_cases: tuple[OpenCase, ...]

    @property
    def has_same_item_open(self) -> bool:
        """The same item is open already: perhaps this is no new application."""
        return any(case.is_same_item for case in self.open_cases)


def fields_of(form: IntakeForm) -> tuple[str, ...]:
    """The form's attributes that are asked for, in the order of Enter."""
    first = PERSON_FIELDS if form.applicant_kind == PERSON else ORGANISATION_FIELDS
    return first + (AGENT_FIELDS if form.has_agent else ())


def kinds_of(item: ServiceItem) -> tuple[str, ...]:
    """Whether persons, organisations or both may apply for this item."""
    return {
        Audience.PERSON: (PERSON,),
        Audience.ORGANISATION: (ORGANISATION,),
        Audience.ANY: (PERSON, ORGANISATION),
    }[item.audience]


def cleaned(text: str) -> str:
    """The text without control characters, which card readers and pasted tables leave; nothing else is touched."""
    return "".join(char for char in text if unicodedata.category(char) != "Cc")


def with_text(form: IntakeForm, field: str, text: str) -> IntakeForm:
    """The form with one text field as typed. A complete credit code makes the applicant an organisation."""
    return msgspec.structs.replace(form, **{field: cleaned(text)})


def looks_like_credit_code(text: str) -> bool:
    """A whole credit code typed or scanned where a citizen id was expected."""
    number = undashed_code(text)
    if len(number) != NUMBER_LENGTH or is_digits(number[:17]):
        return False
    try:
        CreditCode.parse(number)
    except InvalidInput:
        return False
    return True


def check_number(form: IntakeForm, field: str, *, today: date) -> NumberCheck:
    """What the number in `field` (id_number or agent_id_number) says so far; faults as soon as they are certain."""
    text = getattr(form, field)
    if field == "id_number" and form.applicant_kind == ORGANISATION:
        return _check_credit_code(text)
    kind = IdKind(form.agent_id_kind if field == "agent_id_number" else form.id_kind)
    if kind is IdKind.CITIZEN_ID:
        return _check_citizen_id(text, today)
    number = undashed_code(text)
    try:
        document = parse_document(kind, text, today=today)
    except InvalidInput:
        return NumberCheck(count=len(number))  # its length is not fixed: wrong only when the field is left
    return NumberCheck(
        count=len(number),
        is_complete=True,
        number=document.number,
        birth_on=document.birth_on,
        sex=document.sex,
        age=_age(document.birth_on, today),
    )


def _check_citizen_id(text: str, today: date) -> NumberCheck:
    number = undashed_code(text)
    if len(number) < NUMBER_LENGTH:
        return NumberCheck(count=len(number), wanted=NUMBER_LENGTH, error=_early_fault(number))
    try:
        citizen = CitizenId.parse(text, today=today)
    except InvalidInput as error:
        return NumberCheck(count=len(number), wanted=NUMBER_LENGTH, error=error)
    return NumberCheck(
        count=NUMBER_LENGTH,
        wanted=NUMBER_LENGTH,
        is_complete=True,
        number=citizen.number,
        birth_on=citizen.birth_on,
        sex=citizen.sex,
        age=citizen.age_on(today),
        area=citizen.area,
        area_name=area_name(citizen.area),
    )


def _early_fault(number: str) -> InvalidInput | None:
    """A fault that no further digit can heal. Fifteen digits are an old number only when the field is left."""
    if number and not is_digits(number[:17]):
        return InvalidInput("id_characters", field="id_no")
    if len(number) > NUMBER_LENGTH - 3 and birth_date_in(number[:BIRTH_DATE_END]) is None:
        return InvalidInput("id_birth_date", field="id_no")
    return None


def _check_credit_code(text: str) -> NumberCheck:
    code = undashed_code(text)
    if len(code) < NUMBER_LENGTH:
        return NumberCheck(count=len(code), wanted=NUMBER_LENGTH)
    try:
        CreditCode.parse(text)
    except InvalidInput as error:
        return NumberCheck(count=len(code), wanted=NUMBER_LENGTH, error=error)
    return NumberCheck(
        count=NUMBER_LENGTH,
        wanted=NUMBER_LENGTH,
        is_complete=True,
        number=code,
        area=code[2:8],
        area_name=area_name(code[2:8]),
    )


def _age(birth_on: date | None, today: date) -> int | None:
    if birth_on is None:
        return None
    return today.year - birth_on.year - ((today.month, today.day) < (birth_on.month, birth_on.day))


def known_person(form: IntakeForm, person: PersonOnFile | None) -> KnownPerson | None:
    """What is on file for the number in the form; None if the number is no longer the one that was looked up."""
    if person is None or undashed_code(form.id_number) != person.id_number:
        return None
    on_file = {"name": person.name, "phone": person.phone, "address": person.address}
    return KnownPerson(
        name=person.name,
        phone=_masked_phone(person.phone),
        address=person.address,
        fills=tuple(field for field, value in on_file.items() if value and not getattr(form, field).strip()),
        name_differs=bool(form.name.strip()) and form.name.strip() != person.name,
        open_cases=tuple(_open_case(row, form.item_code) for row in person.open_cases),
    )


def _masked_phone(text: str) -> str:
    try:
        return Phone.parse(text).masked() if text else ""
    except InvalidInput:
        return masked(text)


def _open_case(row: CaseRow, item_code: str) -> OpenCase:
    return OpenCase(
        case_number=row.case_number,
        case_id=row.case_id,
        item_name=row.item_name,
        state=row.state,
        received_on=row.received_on,
        due_on=row.due_on,
        is_same_item=row.item_code == item_code,
    )


def taken_over(form: IntakeForm, person: PersonOnFile) -> IntakeForm:
    """The form with what the citizen agreed to reuse (国务院令第716号第七条); what was typed is never overwritten."""
    on_file = {"name": person.name, "phone": person.phone, "address": person.address}
    empty = {field: value for field, value in on_file.items() if value and not getattr(form, field).strip()}
    return msgspec.structs.replace(form, **empty)
