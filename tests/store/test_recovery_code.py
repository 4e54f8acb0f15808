"""The recovery code: enough bits, and slips of the hand are noticed."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import InvalidInput
from desktop.store.recovery_code import ALPHABET, new_recovery_code, parse_recovery_code

codes = st.builds(new_recovery_code)
places = st.integers(0, 29)


def plain(code: str) -> str:
    return code.replace("-", "")


def test_code_has_at_least_128_random_bits():
    assert math.log2(len(ALPHABET)) * 29 >= 128


def test_alphabet_has_no_two_characters_that_look_alike():
    assert not set("0O1IL") & set(ALPHABET)
    assert len(set(ALPHABET)) == 31


@given(codes)
def test_code_is_read_back_however_it_is_typed(code: str):
    wide = "".join(chr(ord(c) + 0xFEE0) for c in code)

    for typed in (code, code.lower(), plain(code), f"  {code.replace('-', ' ')} ", wide, code.replace("-", "—")):
        assert parse_recovery_code(typed) == code


@given(codes, places, st.sampled_from(ALPHABET))
def test_any_single_wrong_character_is_noticed(code: str, place: int, character: str):
    right = plain(code)
    wrong = right[:place] + character + right[place + 1 :]

    if wrong != right:
        with pytest.raises(InvalidInput):
            parse_recovery_code(wrong)


@given(codes, places, places)
def test_any_two_swapped_characters_are_noticed(code: str, one: int, other: int):
    letters = list(plain(code))
    letters[one], letters[other] = letters[other], letters[one]

    if "".join(letters) != plain(code):
        with pytest.raises(InvalidInput):
            parse_recovery_code("".join(letters))


@pytest.mark.parametrize("typed", ["", "-", "ABCDE", "0" * 30, "王" * 30])
def test_what_is_no_code_is_refused(typed: str):
    with pytest.raises(InvalidInput) as refused:
        parse_recovery_code(typed)

    assert refused.value.key == "invalid.recovery_code"
