"""GB 11643-1999, GB 32100-2015, GB/T 2260 and GB/T 10114. Numbers: area 450000 or published examples."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import InvalidInput
from desktop.domain.identity import (
    CitizenId,
    CreditCode,
    DivisionCode,
    DivisionLevel,
    Sex,
    TownKind,
    make_check_digit,
)

TODAY = date(2026, 11, 23)
# Annex of GB 11643-1999: the number of a woman born on 31 December 1949.
STANDARD_EXAMPLE = "11010519491231002X"

numbers = st.builds(
    lambda born, order: f"450000{born:%Y%m%d}{order:03}",
    st.dates(date(1900, 1, 1), date(2026, 11, 23)),
    st.integers(1, 999),
).map(lambda first17: first17 + make_check_digit(first17))


def reason_of(text: str) -> str:
    with pytest.raises(InvalidInput) as caught:
        CitizenId.parse(text, today=TODAY)
    assert caught.value.field == "id_no"
    return caught.value.reason


def test_example_of_gb_11643_is_read():
    citizen = CitizenId.parse(STANDARD_EXAMPLE, today=TODAY)

    assert citizen.number == STANDARD_EXAMPLE
    assert citizen.birth_on == date(1949, 12, 31)
    assert citizen.sex is Sex.FEMALE
    assert citizen.sex.zh == "女"
    assert citizen.area == "110105"
    assert citizen.masked() == "1101…002X"


@pytest.mark.parametrize(
    "typed",
    [
        "11010519491231002x",
        " 110105 19491231 002X ",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105\u200b19491231\u3000002ｘ",
        "110105-19491231-002X",
        "11010519491231002X\r\n",
    ],
)
def test_what_input_methods_and_copies_leave_is_put_right(typed: str):
    assert CitizenId.parse(typed, today=TODAY).number == STANDARD_EXAMPLE


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "id_length"),
        ("1101051949123100", "id_length"),
        ("11010519491231002X1", "id_length"),
        ("11010519491231X02X", "id_characters"),
        ("11010519491231002А", "id_characters"),
        ("1101051949123100²X", "id_characters"),
        ("11010519491231002Х", "id_characters"),  # a Cyrillic letter that looks like X
        ("110105194912310021", "id_check_digit"),
        ("45000020010229001" + make_check_digit("45000020010229001"), "id_birth_date"),
        ("45000017000101001" + make_check_digit("45000017000101001"), "id_birth_date"),
        ("45000020261124001" + make_check_digit("45000020261124001"), "id_birth_future"),
        ("91000019900101001" + make_check_digit("91000019900101001"), "id_other_document"),
    ],
)
def test_a_number_that_cannot_be_right_is_refused_with_its_reason(typed: str, reason: str):
    assert reason_of(typed) == reason


def test_born_today_is_not_in_the_future():
    number = "45000020261123001" + make_check_digit("45000020261123001")

    assert CitizenId.parse(number, today=TODAY).age_on(TODAY) == 0


def test_old_number_of_15_places_is_refused_with_the_new_one_as_suggestion():
    with pytest.raises(InvalidInput) as caught:
        CitizenId.parse("110105491231002", today=TODAY)

    assert caught.value.reason == "id_old_15"
    assert caught.value.fields["suggestion"] == STANDARD_EXAMPLE


def test_old_number_with_a_day_that_never_was_is_refused_for_its_date():
    assert reason_of("110105490231002") == "id_birth_date"


def test_fifteen_characters_that_are_no_old_number_have_the_wrong_length():
    assert reason_of("11010549123100X") == "id_length"


@pytest.mark.parametrize(("area", "known"), [("451002", True), ("452601", True), ("450000", True), ("459999", False)])
def test_an_area_in_no_table_is_told_and_not_refused(area: str, known: bool):
    first17 = f"{area}19900101001"

    assert CitizenId.parse(first17 + make_check_digit(first17), today=TODAY).area_known is known


@pytest.mark.parametrize(
    ("day", "age"), [(date(2026, 2, 28), 21), (date(2026, 3, 1), 22), (date(2028, 2, 29), 24), (date(2004, 2, 29), 0)]
)
def test_age_is_in_full_years(day: date, age: int):
    number = "45000020040229001" + make_check_digit("45000020040229001")

    assert CitizenId(number).age_on(day) == age


def test_sex_is_odd_for_men():
    assert CitizenId("45000019900101001" + make_check_digit("45000019900101001")).sex is Sex.MALE


def test_a_number_does_not_show_in_logs():
    assert STANDARD_EXAMPLE not in repr(CitizenId(STANDARD_EXAMPLE))


@pytest.mark.parametrize("first17", ["", "1101051949123100", "1101051949123100X"])
def test_check_digit_needs_17_digits(first17: str):
    with pytest.raises(ValueError, match="17 digits"):
        make_check_digit(first17)


@given(numbers)
def test_every_sound_number_survives_parse(number: str):
    citizen = CitizenId.parse(number.lower(), today=TODAY)

    assert citizen.number == number
    assert f"{citizen.birth_on:%Y%m%d}" == number[6:14]


@given(numbers, st.integers(0, 17), st.sampled_from("0123456789X"))
def test_one_wrong_character_is_found(number: str, place: int, wrong: str):
    if number[place] != wrong:
        reason_of(number[:place] + wrong + number[place + 1 :])


@given(numbers, st.integers(0, 16))
def test_two_swapped_neighbours_are_found(number: str, place: int):
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    if swapped != number:
        reason_of(swapped)


@given(st.text(max_size=24))
def test_any_text_gives_a_number_or_a_reason(text: str):
    with contextlib.suppress(InvalidInput):
        assert len(CitizenId.parse(text, today=TODAY).number) == 18


# CreditCode


@pytest.mark.parametrize("code", ["91350100M000100Y43", "12441500196720244T", "91110000600037341L"])
def test_published_credit_codes_are_read(code: str):
    assert CreditCode.parse(f" {code.lower()} ").code == code


def test_parts_of_a_credit_code():
    code = CreditCode.parse("91350100-M000100Y-43")

    assert code.registrar == "9"
    assert code.area == "350100"
    assert code.masked() == "9135…0Y43"


@pytest.mark.parametrize("first17", ["91000000000000003", "92450000000000001"])
def test_sum_of_31_gives_the_check_character_0_and_does_not_fail(first17: str):
    """GB 32100-2015: C18 = 31 - sum mod 31, and 31 is written 0; a well-known snippet fails here."""
    weights = [3**place % 31 for place in range(17)]
    total = sum(int(char) * weight for char, weight in zip(first17, weights, strict=True))
    filled = next(
        first17[:9] + f"{middle:03}" + first17[12:]
        for middle in range(1000)
        if (
            total
            + sum(
                (int(char) - int(old)) * weight
                for char, old, weight in zip(f"{middle:03}", first17[9:12], weights[9:12], strict=True)
            )
        )
        % 31
        == 0
    )

    assert CreditCode.parse(filled + "0").code == filled + "0"


def test_village_collectives_begin_with_a_letter():
    """N1 农业: python-stdnum refuses these; GB 32100 allows them."""
    first17 = "N245000000000000T"
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    total = sum(alphabet.index(char) * 3**place for place, char in enumerate(first17))

    assert CreditCode.parse(first17 + alphabet[-total % 31]).registrar == "N"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "credit_length"),
        ("91350100M000100Y4", "credit_length"),
        ("91350100M000100I43", "credit_characters"),
        ("9135O100M000100Y43", "credit_characters"),
        ("91A50100M000100Y43", "credit_characters"),
        ("91310115MA1H8R7C6D", "credit_check_digit"),  # printed as valid in many places
        ("91350100M000100Y34", "credit_check_digit"),
    ],
)
def test_a_credit_code_that_cannot_be_right_is_refused_with_its_reason(typed: str, reason: str):
    with pytest.raises(InvalidInput) as caught:
        CreditCode.parse(typed)

    assert (caught.value.reason, caught.value.field) == (reason, "credit_code")


# DivisionCode


@pytest.mark.parametrize(
    ("code", "level", "township", "kind"),
    [
        ("450000", DivisionLevel.PROVINCE, None, None),
        ("451000", DivisionLevel.CITY, None, None),
        ("451002", DivisionLevel.COUNTY, None, None),
        ("451002000000", DivisionLevel.COUNTY, None, None),
        ("451002001", DivisionLevel.TOWNSHIP, "451002001", TownKind.SUBDISTRICT),
        ("451002099", DivisionLevel.TOWNSHIP, "451002099", TownKind.SUBDISTRICT),
        ("451002100", DivisionLevel.TOWNSHIP, "451002100", TownKind.TOWN),
        ("451002103000", DivisionLevel.TOWNSHIP, "451002103", TownKind.TOWN),
        ("451002200", DivisionLevel.TOWNSHIP, "451002200", TownKind.TOWNSHIP),
        ("451002399", DivisionLevel.TOWNSHIP, "451002399", TownKind.TOWNSHIP),
        ("451002400", DivisionLevel.TOWNSHIP, "451002400", TownKind.SIMILAR),
        ("451002103201", DivisionLevel.VILLAGE, "451002103", TownKind.TOWN),
    ],
)
def test_level_and_kind_of_a_division(code: str, level: DivisionLevel, township: str | None, kind: TownKind | None):
    division = DivisionCode.parse(f" {code} ")

    assert (division.level, division.township, division.town_kind) == (level, township, kind)
    assert division.county == code[:6]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "division_characters"),
        ("45100X", "division_characters"),
        ("4510", "division_length"),
        ("4510021030", "division_length"),
        ("001002", "division_unknown"),
        ("451002000201", "division_unknown"),
    ],
)
def test_a_division_code_that_cannot_be_right_is_refused_with_its_reason(typed: str, reason: str):
    with pytest.raises(InvalidInput) as caught:
        DivisionCode.parse(typed)

    assert (caught.value.reason, caught.value.field) == (reason, "division_code")
