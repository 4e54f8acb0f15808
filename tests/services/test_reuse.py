"""M15, M4: what a person gave once is offered again by grade and age, used with consent, and on record."""

from datetime import date, timedelta

import msgspec
import pytest

from desktop.domain import events as ev
from desktop.domain.checklist import Check, Grade
from desktop.domain.checklist import MaterialState as S
from desktop.domain.evidence import VALID_DAYS, for_material
from desktop.domain.validity import Validity, ValidityUnit
from desktop.services import intake, reuse
from desktop.services.pledge_settings import PledgeSettings, set_pledge_settings
from tests.builders import COMPLETE, MATERIALS, MONDAY, OTHER_ID, PERSON_ID, SESSION, catalogue, item
from tests.services.test_intake import FORM, case, form, take

CARD = item(materials=tuple(msgspec.structs.replace(m, standard="id_card") if m.code == "m2" else m for m in MATERIALS))
SECOND = "01234567-89ab-7def-8123-0000000000ff"


def valid_for(count, unit):
    """The item with this validity of the card."""
    validity = Validity(count=count, unit=unit)
    return item(
        materials=tuple(msgspec.structs.replace(m, validity=validity) if m.code == "m2" else m for m in CARD.materials)
    )


@pytest.fixture
def counter(open_counter):
    return open_counter(catalogue(CARD))


def first_case(counter, grade=Grade.COMPARED, *, is_scanned=True, **changes):
    """The identity card was shown, compared and scanned on Monday, 2 November."""
    made = form({**COMPLETE}, **changes)
    checks = {**made.checks, "m2": Check(code="m2", state=S.COMPLETE, grade=grade, is_original_compared=True)}
    take(counter, msgspec.structs.replace(made, checks=checks))
    if is_scanned:
        page = ev.ScanAdded(sha256="ab" * 32, material_code="m2", place=1, media="image/webp", size_bytes=70_000)
        with counter.store.write(SESSION) as uow:
            uow.record([page], case_id=FORM.case_id)


def on_file(counter, number=PERSON_ID):
    with counter.store.read() as reader:
        return reuse.evidence_of(reader, number)


def is_offered(counter, today, wanted=CARD):
    return for_material(wanted, "m2", on_file(counter), today=today) is not None


def test_m15_a_compared_and_scanned_card_is_offered_again_with_its_grade_and_source(counter):
    first_case(counter)

    (found,) = on_file(counter)
    assert (found.standard, found.grade, found.given_on) == ("id_card", Grade.COMPARED, MONDAY)
    assert found.case_number == case(counter).case_number
    assert for_material(CARD, "m2", (found,), today=MONDAY) == found
    assert for_material(CARD, "m1", (found,), today=MONDAY) is None


@pytest.mark.parametrize("grade", [Grade.UPLOADED, Grade.VOUCHED, None])
def test_what_nobody_compared_is_not_offered(counter, grade):
    first_case(counter, grade)

    assert on_file(counter) == ()


def test_without_a_page_on_file_nothing_is_offered(counter):
    first_case(counter, is_scanned=False)

    assert on_file(counter) == ()


def test_it_is_offered_for_a_year_and_to_nobody_else(counter):
    first_case(counter)

    assert is_offered(counter, MONDAY + timedelta(days=VALID_DAYS))
    assert not is_offered(counter, MONDAY + timedelta(days=VALID_DAYS + 1))
    assert on_file(counter, OTHER_ID) == ()
    assert on_file(counter, "") == ()


def test_m15_the_catalogue_says_how_long_a_material_proves_anything(counter):
    """Half a year from Monday, 2 November 2026, whatever the hall has set for others."""
    first_case(counter)
    half_a_year = valid_for(6, ValidityUnit.MONTHS)

    assert is_offered(counter, date(2027, 5, 2), half_a_year)
    assert not is_offered(counter, date(2027, 5, 3), half_a_year)
    assert is_offered(counter, date(2031, 11, 2), valid_for(60, ValidityUnit.MONTHS))  # longer than the hall's year


def test_m15_the_hall_sets_it_where_the_catalogue_is_silent(counter):
    first_case(counter)
    with counter.store.write(SESSION) as uow:
        set_pledge_settings(uow, SESSION, PledgeSettings(evidence_days=30))

    assert is_offered(counter, date(2026, 12, 2))
    assert not is_offered(counter, date(2026, 12, 3))


def test_m15_what_is_past_its_validity_is_not_recorded_as_used_again(counter):
    first_case(counter)
    again = msgspec.structs.replace(form({**COMPLETE, "m2": S.SHARED}), case_id=SECOND)

    with counter.store.write(SESSION) as uow:
        set_pledge_settings(uow, SESSION, PledgeSettings(evidence_days=3))
    with counter.store.write(SESSION) as uow:
        intake.take_in(uow, SESSION, again, today=date(2026, 11, 9))
    with counter.store.read() as reader:
        assert reader.case(SECOND).reused == ()


def test_m15_the_second_case_says_what_was_used_again_from_where_and_that_the_citizen_agreed(counter):
    first_case(counter)
    source = case(counter).case_number
    shared = {**COMPLETE, "m2": S.SHARED}
    again = msgspec.structs.replace(form(shared), case_id=SECOND, reused=("phone", "address"))

    with counter.store.write(SESSION) as uow:
        intake.take_in(uow, SESSION, again, today=date(2026, 11, 9))
    with counter.store.read() as reader:
        second = reader.case(SECOND)

    (used,) = second.reused
    assert (used.fields, used.consent) == (("phone", "address"), "当面同意")
    assert [(m.code, m.from_case, m.grade, m.given_on) for m in used.materials] == [
        ("m2", source, Grade.COMPARED, MONDAY)
    ]
    assert next(row for row in second.rows if row.code == "m2").state is S.SHARED  # and so counted as saved (M4)


def test_a_case_without_reuse_has_no_such_line(counter):
    first_case(counter)

    with counter.store.read() as reader:
        assert not any(isinstance(line.event, ev.DataReused) for line in reader.lines_of(FORM.case_id))


def test_fields_that_the_citizen_agreed_to_are_named_once():
    before = msgspec.structs.replace(FORM, phone="", address="", reused=("phone",))
    after = msgspec.structs.replace(before, phone="13900000000", address="示例村1号")

    assert reuse.with_reused(before, after).reused == ("phone", "address")
