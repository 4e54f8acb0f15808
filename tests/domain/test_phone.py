"""Telephone numbers as people write them."""

import string

import pytest

from desktop.domain.errors import InvalidInput
from desktop.domain.identity import Phone


@pytest.mark.parametrize(
    ("typed", "number", "shown"),
    [
        ("13800000000", "13800000000", "138…0000"),
        ("+86 138-0000-0000", "13800000000", "138…0000"),
        ("008613800000000", "13800000000", "138…0000"),
        ("１３８　００００　００００", "13800000000", "138…0000"),
        ("07762800000", "0776-2800000", "0776-…000"),
        ("（0776）2800000", "0776-2800000", "0776-…000"),
        ("0776—280—0000", "0776-2800000", "0776-…000"),
        ("010 8888 0000", "010-88880000", "010-…000"),
        ("0776-2800000转801", "0776-2800000-801", "0776-…000"),
        ("0776 2800000-801", "0776-2800000-801", "0776-…000"),
    ],
)
def test_phone_numbers_are_brought_to_one_form(typed: str, number: str, shown: str):
    phone = Phone.parse(typed)

    assert (phone.number, phone.masked()) == (number, shown)
    assert Phone.parse(phone.number) == phone
    assert number not in repr(phone)


@pytest.mark.parametrize(
    "typed",
    ["", "12800000000", "1380000000", "138000000000", "2800000", "0176-2800000", string.ascii_letters, "0776-1800000"],
)
def test_a_phone_number_that_cannot_be_dialled_is_refused(typed: str):
    with pytest.raises(InvalidInput) as caught:
        Phone.parse(typed)

    assert (caught.value.reason, caught.value.field) == ("phone", "phone")
