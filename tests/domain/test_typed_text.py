"""Codes as they come out of input methods, web pages and PDF."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.typed_text import is_digits, plain_code, undashed_code


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("４５１００２", "451002"),
        ("ａｂＣ", "ABC"),
        (" 45 10\u3000\t02\n", "451002"),
        ("45\u200b10\ufeff02\u202e", "451002"),
        ("0776—2800000", "0776-2800000"),
        ("0776－2800000", "0776-2800000"),
        ("（0776）", "(0776)"),
        ("x²①٣ı", "X²①٣ı"),  # nobody meant these as digits or letters of a code
        ("一", "一"),
    ],
)
def test_what_has_an_ascii_form_gets_it_and_the_rest_stays(typed: str, plain: str):
    assert plain_code(typed) == plain


def test_dashes_go_where_groups_have_fixed_lengths():
    assert undashed_code("451002–103—02") == "45100210302"


@pytest.mark.parametrize(
    ("text", "expected"), [("012", True), ("", False), ("1²", False), ("٣", False), ("1\n", False)]
)
def test_digits_are_the_ten_ascii_ones(text: str, *, expected: bool):
    assert is_digits(text) is expected


@given(st.text(max_size=30))
def test_plain_text_is_plain_already(text: str):
    assert plain_code(plain_code(text)) == plain_code(text)
