"""Numbers of cases and papers: unique without asking, and safe to read aloud."""

import string
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.domain.errors import InvalidInput
from desktop.domain.numbers import ALPHABET, CaseNumber, DocumentNumber, paper_number, tag_of

DAY = date(2026, 11, 23)
SAMPLE = CaseNumber("451002103", "02", "K7QXM4", DAY, 1)

tags = st.text(ALPHABET, min_size=6, max_size=6)
numbers = st.builds(
    CaseNumber,
    st.integers(1, 399).map(lambda town: f"451002{town:03}"),
    st.integers(0, 99).map(lambda window: f"{window:02}"),
    tags,
    st.dates(date(2020, 1, 1), date(2099, 12, 31)),
    st.integers(1, 99_999) | st.integers(1, 999_999_999),
    st.booleans(),
)


def reason_of(text: str) -> str:
    with pytest.raises(InvalidInput) as caught:
        CaseNumber.parse(text)
    assert caught.value.field == "case_number"
    return caught.value.reason


def test_check_character_follows_iso_7064():
    """Pure system with modulus 31 and radix 2, worked from right to left: the weighted sum leaves 1."""
    places = [ALPHABET.index(char) for char in SAMPLE.compact]

    assert sum(place * 2**power for power, place in enumerate(reversed(places))) % 31 == 1


def test_text_stands_in_groups_for_people():
    assert SAMPLE.text == f"451002103-02-K7QXM4-20261123-0001-{SAMPLE.check}"
    assert str(SAMPLE) == SAMPLE.text
    assert len(SAMPLE.text) <= 50  # project_no of the exchange tables


@given(numbers)
def test_what_is_written_is_read_again(number: CaseNumber):
    assert CaseNumber.parse(number.text) == number
    assert CaseNumber.parse(number.compact) == number


@given(numbers)
def test_case_blanks_dashes_and_width_do_not_matter(number: CaseNumber):
    spoken = number.text.lower().replace("-", " ")
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in number.text)

    assert CaseNumber.parse(f" {spoken}\n") == number
    assert CaseNumber.parse(wide) == number


def test_letters_that_are_never_used_are_read_as_what_they_look_like():
    number = CaseNumber("451002150", "12", "1052UA", DAY, 1)

    assert CaseNumber.parse(number.text.replace("1052U", "IOSZV")) == number


@given(numbers, st.data())
def test_one_wrong_character_is_found(number: CaseNumber, data: st.DataObject):
    text = number.compact
    place = data.draw(st.integers(0, len(text) - 1))
    wrong = data.draw(st.sampled_from(ALPHABET))
    assume(wrong != text[place])

    reason_of(text[:place] + wrong + text[place + 1 :])


@given(numbers, st.data())
def test_two_swapped_neighbours_are_found(number: CaseNumber, data: st.DataObject):
    text = number.compact
    place = data.draw(st.integers(0, len(text) - 2))
    assume(text[place] != text[place + 1])

    reason_of(text[:place] + text[place + 1] + text[place] + text[place + 2 :])


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "451002103",
        "451002103-02-K7QXM4-20261123-001-W",
        "451002103-02-K7QXM4-20261123-0001",
        "451002103-02-K7QXM*-20261123-0001-W",
        "000000000-02-K7QXM4-20261123-0001-W",
        "阳圩受字〔2026〕02-K7QXM4-0013号",
        string.ascii_letters,
    ],
)
def test_what_is_not_built_like_a_number_is_refused(typed: str):
    assert reason_of(typed) == "case_number_form"


def test_a_wrong_check_character_is_told_apart_from_a_wrong_form():
    other = ALPHABET[(ALPHABET.index(SAMPLE.check) + 1) % 31]

    assert reason_of(SAMPLE.text[:-1] + other) == "case_number_check"


def test_a_day_that_never_was_is_refused_even_with_a_right_check_character():
    spoiled = [SAMPLE.compact[:-1].replace("20261123", "20261131") + char for char in ALPHABET]

    assert {reason_of(text) for text in spoiled} == {"case_number_check", "case_number_form"}


@given(numbers.filter(lambda number: number.practice))
def test_a_practice_number_never_reads_as_a_real_one(number: CaseNumber):
    assert number.text.startswith("练-")
    assert number.compact.startswith("X")
    assert CaseNumber.parse(number.text).practice
    assert reason_of(number.text.removeprefix("练-")) == "case_number_check"
    assert reason_of(number.compact.removeprefix("X")) == "case_number_check"


@given(numbers.filter(lambda number: not number.practice))
def test_a_real_number_never_reads_as_a_practice_one(number: CaseNumber):
    assert reason_of(f"练{number.text}") == "case_number_check"


@given(st.uuids(), st.uuids(), st.integers(1, 99_999))
def test_two_installations_never_make_the_same_number(one: object, other: object, serial: int):
    """Same office, same window, same day, same serial: a restored backup beside the PC it was taken from."""
    assume(one != other)
    first = CaseNumber("451002103", "02", tag_of(f"yangxu-02-{one}"), DAY, serial)
    second = CaseNumber("451002103", "02", tag_of(f"yangxu-02-{other}"), DAY, serial)

    assert first.text != second.text


def test_tags_of_ten_thousand_installations_differ():
    """Of 887 503 681 tags ten thousand random ones share 0.06 pairs on the average; these are fixed and share none."""
    assert len({tag_of(f"yangxu-02-{number:08x}") for number in range(10_000)}) == 10_000


def test_every_character_of_the_alphabet_is_used_in_tags():
    assert set("".join(tag_of(str(number)) for number in range(500))) == set(ALPHABET)


def test_the_tag_of_an_installation_never_changes():
    assert tag_of("yangxu-02-8f3a11c0") == tag_of("yangxu-02-8f3a11c0")
    with pytest.raises(ValueError, match="origin"):
        tag_of("")


def test_a_clock_set_back_gives_another_number_behind_the_last_one():
    before = CaseNumber("451002103", "02", "K7QXM4", DAY, 42)
    after = CaseNumber("451002103", "02", "K7QXM4", date(2026, 11, 22), 43)

    assert before.text != after.text
    assert before < after


@given(tags, st.lists(st.tuples(st.integers(1, 99_999), st.dates()), min_size=1, max_size=8))
def test_numbers_of_one_installation_are_ordered_by_serial(tag: str, made: list[tuple[int, date]]):
    ordered = sorted(CaseNumber("451002103", "02", tag, day, serial) for serial, day in made)

    assert [number.serial for number in ordered] == sorted(serial for serial, _ in made)


@pytest.mark.parametrize(
    ("division", "window", "tag", "serial"),
    [
        ("451002", "02", "K7QXM4", 1),
        ("451002000", "02", "K7QXM4", 1),
        ("451002103201", "02", "K7QXM4", 1),
        ("451002103", "2", "K7QXM4", 1),
        ("451002103", "AB", "K7QXM4", 1),
        ("451002103", "02", "K7QX", 1),
        ("451002103", "02", "K7QXMO", 1),
        ("451002103", "02", "K7QXM4", 0),
        ("451002103", "02", "K7QXM4", 1_000_000_000),
    ],
)
def test_a_number_cannot_be_built_wrong(division: str, window: str, tag: str, serial: int):
    with pytest.raises(InvalidInput) as caught:
        CaseNumber(division, window, tag, DAY, serial)

    assert caught.value.reason == "case_number_form"


# DocumentNumber


def test_number_of_a_paper_is_written_as_offices_write_it():
    text = paper_number("阳圩", "受", year=2026, window="02", tag="K7QXM4", serial=13)

    assert text == "阳圩受字〔2026〕02-K7QXM4-0013号"


def test_number_of_a_practice_paper_is_marked():
    assert (
        DocumentNumber("示例", "补", 2026, "02", "K7QXM4", 1, practice=True).text
        == "练示例补字〔2026〕02-K7QXM4-0001号"
    )


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["收", "受", "补"]),
            st.integers(2026, 2027),
            st.sampled_from(["01", "02"]),
            tags,
            st.integers(1, 99_999),
        ),
        unique=True,
        max_size=20,
    )
)
def test_papers_of_different_windows_installations_kinds_or_years_never_share_a_number(
    made: list[tuple[str, int, str, str, int]],
):
    texts = {
        paper_number("阳圩", kind, year=year, window=window, tag=tag, serial=serial)
        for kind, year, window, tag, serial in made
    }

    assert len(texts) == len(made)


@pytest.mark.parametrize(
    ("office_short", "kind_mark", "year", "window", "tag", "serial"),
    [
        ("", "受", 2026, "02", "K7QXM4", 1),
        ("Yangxu", "受", 2026, "02", "K7QXM4", 1),
        ("阳圩", "", 2026, "02", "K7QXM4", 1),
        ("阳圩", "受", 26, "02", "K7QXM4", 1),
        ("阳圩", "受", 2026, "2", "K7QXM4", 1),
        ("阳圩", "受", 2026, "02", "K7", 1),
        ("阳圩", "受", 2026, "02", "K7QXM4", 0),
    ],
)
def test_number_of_a_paper_cannot_be_built_wrong(
    office_short: str, kind_mark: str, year: int, window: str, tag: str, serial: int
):
    with pytest.raises(InvalidInput) as caught:
        DocumentNumber(office_short, kind_mark, year, window, tag, serial)

    assert (caught.value.reason, caught.value.field) == ("document_number_form", "document_number")
