"""Documents of identity other than the citizen id, each by its own rule."""

from datetime import date

import pytest

from desktop.domain.errors import InvalidInput
from desktop.domain.identity import Sex, make_check_digit
from desktop.domain.identity_document import IdDocument, IdKind, parse_document

TODAY = date(2026, 11, 23)


def checked(first17: str) -> str:
    return first17 + make_check_digit(first17)


def with_wrong_check(first17: str) -> str:
    return first17 + ("0" if make_check_digit(first17) == "1" else "1")


def test_a_citizen_id_brings_birth_date_and_sex():
    document = parse_document(IdKind.CITIZEN_ID, "11010519491231002x", today=TODAY)

    assert document == IdDocument(IdKind.CITIZEN_ID, "11010519491231002X", date(1949, 12, 31), Sex.FEMALE)


@pytest.mark.parametrize(
    ("kind", "typed", "number"),
    [
        (IdKind.PASSPORT, "e12345678", "E12345678"),
        (IdKind.PASSPORT, "ＥＡ 1234567", "EA1234567"),
        (IdKind.HKM_PERMIT, "h12345678", "H12345678"),
        (IdKind.HKM_PERMIT, "M1234567800", "M1234567800"),
        (IdKind.TW_PERMIT, "12345678", "12345678"),
        (IdKind.TW_PERMIT, "1234567801（B）", "1234567801B"),
        (IdKind.FOREIGN_PR, "usa110080010112", "USA110080010112"),
    ],
)
def test_a_number_without_a_birth_date_leaves_it_open(kind: IdKind, typed: str, number: str):
    document = parse_document(kind, typed, today=TODAY)

    assert (document.number, document.birth_on, document.sex) == (number, None, None)


@pytest.mark.parametrize("area", ["810000", "820000", "830000"])
def test_residence_permit_of_hong_kong_macao_and_taiwan_people_is_built_like_a_citizen_id(area: str):
    document = parse_document(IdKind.HKMT_RESIDENCE, checked(f"{area}19900203001"), today=TODAY)

    assert (document.birth_on, document.sex) == (date(1990, 2, 3), Sex.MALE)


def test_foreigner_card_of_2023_begins_with_9_and_is_built_like_a_citizen_id():
    document = parse_document(IdKind.FOREIGN_PR, checked("94584019900203002"), today=TODAY)

    assert (document.birth_on, document.sex) == (date(1990, 2, 3), Sex.FEMALE)
    assert document.masked() == f"9458…{document.number[-4:]}"


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (IdKind.PASSPORT, ""),
        (IdKind.PASSPORT, "E123"),
        (IdKind.PASSPORT, "ABCDEFGH"),
        (IdKind.PASSPORT, "护照12345678"),
        (IdKind.HKM_PERMIT, "C12345678"),
        (IdKind.HKM_PERMIT, "H123456789"),
        (IdKind.TW_PERMIT, "1234567"),
        (IdKind.TW_PERMIT, "T12345678"),
        (IdKind.HKMT_RESIDENCE, checked("45000019900203001")),
        (IdKind.HKMT_RESIDENCE, checked("81000019900230001")),
        (IdKind.HKMT_RESIDENCE, checked("81000020261124001")),
        (IdKind.HKMT_RESIDENCE, with_wrong_check("81000019900203001")),
        (IdKind.FOREIGN_PR, "US1110080010112"),
        (IdKind.FOREIGN_PR, checked("84584019900203002")),
        (IdKind.FOREIGN_PR, with_wrong_check("94584019900203002")),
    ],
)
def test_a_number_against_the_rule_of_its_kind_is_refused_with_the_kind_as_reason(kind: IdKind, typed: str):
    with pytest.raises(InvalidInput) as caught:
        parse_document(kind, typed, today=TODAY)

    assert (caught.value.reason, caught.value.field) == (kind.value, "id_no")


def test_a_document_shows_neither_number_nor_birth_date_in_logs():
    document = parse_document(IdKind.CITIZEN_ID, "11010519491231002X", today=TODAY)

    assert repr(document) == "IdDocument(kind=<IdKind.CITIZEN_ID: 'citizen_id'>)"
    assert document.masked() == "1101…002X"


@pytest.mark.parametrize(
    ("number", "shown"),
    [("12345678", "12…78"), ("E12345678", "E1…78"), ("12345", "…"), ("USA110080010112", "USA1…0112")],
)
def test_short_numbers_show_less(number: str, shown: str):
    assert IdDocument(IdKind.PASSPORT, number).masked() == shown


def test_every_kind_has_its_official_name():
    assert IdKind.HKM_PERMIT.zh == "港澳居民来往内地通行证"
    assert len({kind.zh for kind in IdKind}) == len(IdKind)
