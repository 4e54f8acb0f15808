"""What people type wrong at the counter: each fault is named in a clear sentence, and nothing typed is lost.

A row is what was typed, beside the name of the fault. After each refusal the draft holds every raw character, and the
ledger stands where it stood.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop import bootstrap
from desktop.bootstrap import Counter
from desktop.domain import paper_code
from desktop.domain.errors import DomainError, InvalidInput
from desktop.domain.numbers import CaseNumber
from desktop.domain.people import Clerk, Hall
from desktop.services import calendar, drafts, hall, intake, intake_form, print_jobs
from tests.builders import HALL, LEAD, MONDAY, SESSION
from tests.proof import counter_work, profiles
from tests.proof.clear_words import require_clear
from tests.proof.faults_at_intake import FAULTS_AT_INTAKE, SOUND, agent


@pytest.fixture(scope="module")
def counter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    """One window for all rows: none of them may change it."""
    opened = profiles.set_up(tmp_path_factory.mktemp("bad") / "window", counter_work.CATALOGUE)
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def nothing_is_written(counter: Counter) -> Iterator[None]:
    """The last line of the ledger is the same before and after each test."""
    before = profiles.tip(counter)
    yield
    assert profiles.tip(counter) == before


@pytest.mark.parametrize(("fields", "key"), [row[1:] for row in FAULTS_AT_INTAKE], ids=[r[0] for r in FAULTS_AT_INTAKE])
def test_a_fault_at_intake_is_named_and_the_form_keeps_what_was_typed(
    counter: Counter, fields: dict[str, Any], key: str
):
    typed = msgspec.structs.replace(SOUND, **fields)
    with counter.store.write(SESSION) as uow:
        drafts.save(uow, SESSION, typed, field="name", at=counter.clock.now())

    with pytest.raises(DomainError) as refusal, counter.store.write(SESSION) as uow:
        intake.take_in(uow, SESSION, typed, today=MONDAY)

    assert refusal.value.fields.get("reason", refusal.value.key) == key
    require_clear(refusal.value)
    with counter.store.read() as reader:
        assert [intake_form.decode(draft.body) for draft in reader.drafts()] == [typed]
        assert reader.search("") == []


def test_every_fault_of_the_form_is_told_at_once_beside_its_field():
    typed = msgspec.structs.replace(
        SOUND, name="", id_number="4", phone="1", address="远" * 121, **agent(agent_name="?", agent_valid_to="x")
    )

    errors = intake_form.person_errors(typed, today=MONDAY)

    assert [error.field for error in errors] == [
        "name",
        "id_number",
        "phone",
        "address",
        "agent_name",
        "agent_valid_to",
    ]
    for error in errors:
        require_clear(error)


FAULTS_OF_THE_HALL: list[tuple[str, dict[str, str], str, str]] = [
    ("no name", {"name": "  "}, "name", "invalid.empty"),
    ("no authority", {"authority": ""}, "authority", "invalid.empty"),
    ("no short name", {"short_name": ""}, "short_name", "invalid.empty"),
    ("short name of nine characters", {"short_name": "示例示例示例示例示"}, "short_name", "invalid.short_name"),
    ("short name in Latin letters", {"short_name": "SHILI"}, "short_name", "invalid.short_name"),
    ("short name with a digit", {"short_name": "示例2"}, "short_name", "invalid.short_name"),
    ("one digit for a window", {"window": "2"}, "window", "invalid.window"),
    ("letters for a window", {"window": "AB"}, "window", "invalid.window"),
    ("full-width window", {"window": "０２"}, "window", "invalid.window"),
    ("county for a division", {"division": "450000"}, "division", "invalid.division_length"),
    ("village for a division", {"division": "450000101001"}, "division", "invalid.division_length"),
    ("letters for a division", {"division": "45000010A"}, "division", "invalid.division_characters"),
    ("no division", {"division": ""}, "division", "invalid.empty"),
    ("division of no place", {"division": "000000101"}, "division", "invalid.division_unknown"),
]


@pytest.mark.parametrize(
    ("fields", "field", "key"), [row[1:] for row in FAULTS_OF_THE_HALL], ids=[r[0] for r in FAULTS_OF_THE_HALL]
)
def test_a_fault_of_the_hall_is_named_beside_its_field(counter: Counter, fields: dict[str, str], field: str, key: str):
    wrong = msgspec.structs.replace(HALL, **fields)

    with pytest.raises(InvalidInput) as refusal, counter.store.write(SESSION) as uow:
        hall.change_hall(uow, wrong)

    assert (refusal.value.field, refusal.value.key) == (field, key)
    require_clear(refusal.value)
    with counter.store.read() as reader:
        assert reader.hall() == HALL


def test_a_short_name_that_cannot_stand_in_a_paper_number_is_refused_at_set_up():
    latin: Hall = msgspec.structs.replace(HALL, short_name="SHILI")

    assert [error.key for error in hall.hall_errors(latin)] == ["invalid.short_name"]


@pytest.mark.parametrize(("wrong", "key"), [(row[1], row[3]) for row in FAULTS_OF_THE_HALL[:2]])
def test_a_window_is_not_set_up_with_a_faulty_hall(tmp_path: Path, wrong: dict[str, str], key: str):
    faulty: Hall = msgspec.structs.replace(HALL, **wrong)

    with pytest.raises(InvalidInput) as refusal:
        bootstrap.create_profile(
            tmp_path / "new", hall=faulty, lead=LEAD, password=profiles.PASSWORD, clock=profiles.clock()
        )

    assert refusal.value.key == key
    assert not bootstrap.profile_exists(tmp_path / "new")


@pytest.mark.parametrize(
    ("clerk", "password", "key"),
    [
        (Clerk(clerk_id="Zhang San", name="示例"), profiles.PASSWORD, "invalid.clerk_id"),
        (Clerk(clerk_id="张三", name="示例"), profiles.PASSWORD, "invalid.clerk_id"),
        (Clerk(clerk_id="a", name="示例"), profiles.PASSWORD, "invalid.clerk_id"),
        (Clerk(clerk_id="a" * 21, name="示例"), profiles.PASSWORD, "invalid.clerk_id"),
        (Clerk(clerk_id="zhang", name=" "), profiles.PASSWORD, "invalid.empty"),
        (Clerk(clerk_id="zhang", name="示例"), "short12", "invalid.password_short"),
        (Clerk(clerk_id="lead", name="示例"), profiles.PASSWORD, "invalid.clerk_exists"),
    ],
)
def test_a_fault_of_a_new_clerk_is_named_and_lets_nobody_in(counter: Counter, clerk: Clerk, password: str, key: str):
    with pytest.raises(InvalidInput) as refusal:
        bootstrap.add_clerk(counter, SESSION, clerk, password)

    assert refusal.value.key == key
    require_clear(refusal.value)
    assert bootstrap.clerk_ids(counter.profile) == [LEAD.clerk_id]


def test_the_last_lead_cannot_be_taken_away(counter: Counter):
    with pytest.raises(DomainError) as refusal:
        bootstrap.retire_clerk(counter, SESSION, LEAD)

    assert refusal.value.key == "invalid.last_lead"
    require_clear(refusal.value)


NEW_YEAR = date(2028, 1, 1)


@pytest.mark.parametrize(
    ("days_off", "workdays", "key"),
    [
        ([], [], "invalid.calendar_empty"),
        ([NEW_YEAR, date(2029, 1, 1)], [], "invalid.calendar_day_outside_year"),
        ([NEW_YEAR, date(2027, 11, 30)], [], "invalid.calendar_day_outside_year"),
        ([NEW_YEAR, date(2028, 1, 8)], [date(2028, 1, 8)], "invalid.calendar_day_twice"),
        ([NEW_YEAR], [date(2028, 1, 5)], "invalid.calendar_workday_not_weekend"),
    ],
)
def test_a_fault_of_a_calendar_year_is_named(counter: Counter, days_off: list[date], workdays: list[date], key: str):
    with pytest.raises(InvalidInput) as refusal, counter.store.write(SESSION) as uow:
        calendar.enter_year(uow, 2028, days_off=days_off, make_up_workdays=workdays)

    assert refusal.value.key == key
    require_clear(refusal.value)


@pytest.mark.parametrize(
    ("read", "key"),
    [
        (lambda: CaseNumber.parse(""), "invalid.case_number_form"),
        (lambda: CaseNumber.parse("451002103-02"), "invalid.case_number_form"),
        (lambda: CaseNumber.parse("450000101-02-000000-20261102-0001-1"), "invalid.case_number_check"),
        (lambda: paper_code.parse("https://example.invalid"), "invalid.paper_code"),
        (lambda: paper_code.parse(""), "invalid.paper_code"),
        (lambda: paper_code.parse("YC1:0000"), "invalid.paper_code"),
    ],
)
def test_a_number_or_code_that_is_none_is_named(read: Any, key: str):
    with pytest.raises(InvalidInput) as refusal:
        read()

    assert refusal.value.key == key
    require_clear(refusal.value)


def test_a_paper_that_is_not_there_cannot_be_printed(counter: Counter):
    with pytest.raises(DomainError) as refusal, counter.store.write(SESSION) as uow:
        print_jobs.queue(uow, "示例受字〔2026〕02-000000-0001号", device="示例打印机")

    assert refusal.value.key == "conflict"
    require_clear(refusal.value)


def test_at_least_sixty_wrong_inputs_are_tried():
    assert len(FAULTS_AT_INTAKE) + len(FAULTS_OF_THE_HALL) >= 60
