"""What is sealed is read by those it is for and by nobody else."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.sync import seal
from desktop.sync.faults import Bomb, Damaged, NotForUs
from tests.sync.golden.samples import (
    CITY_IDENTITY,
    CITY_RECIPIENT,
    HALL_IDENTITY,
    HALL_RECIPIENT,
    OTHER_IDENTITY,
    RECIPIENTS,
)

PIECE = 64 * 1024


@given(st.binary(max_size=200))
def test_each_recipient_reads_what_was_sealed(plain):
    sealed = seal.seal(plain, RECIPIENTS)

    assert seal.unseal(sealed, [CITY_IDENTITY]) == plain
    assert seal.unseal(sealed, [OTHER_IDENTITY, HALL_IDENTITY]) == plain


@settings(max_examples=30)
@given(st.integers(0, 3 * PIECE), st.integers(1, 3))
@example(0, 2)
@example(PIECE, 2)
@example(PIECE + 1, 2)
def test_a_sealed_file_is_longer_by_what_the_layout_says(size, recipients):
    sealed = seal.seal(bytes(size), [CITY_RECIPIENT, HALL_RECIPIENT, CITY_RECIPIENT][:recipients])

    assert len(sealed) - size in seal.overhead_bytes(size, recipients=recipients)


def test_nobody_else_reads_it():
    with pytest.raises(NotForUs) as fault:
        seal.unseal(seal.seal(b"x", RECIPIENTS), [OTHER_IDENTITY], name="a/b")

    assert fault.value.fields == {"name": "a/b"}


def test_a_new_identity_opens_what_is_sealed_to_it():
    secret, recipient = seal.new_identity()

    assert seal.unseal(seal.seal(b"x", [recipient]), [secret]) == b"x"


def test_sealing_to_nobody_is_refused():
    with pytest.raises(ValueError, match="nobody"):
        seal.seal(b"x", [])


def test_a_recipient_is_known_by_its_form():
    assert seal.is_recipient(CITY_RECIPIENT)
    assert not seal.is_recipient(CITY_IDENTITY)
    assert not seal.is_recipient(CITY_RECIPIENT[:-1] + "q")


def test_more_than_the_limit_is_a_bomb():
    sealed = seal.seal(bytes(1001), RECIPIENTS)

    assert seal.unseal(sealed, [CITY_IDENTITY], limit_bytes=1001) == bytes(1001)
    with pytest.raises(Bomb):
        seal.unseal(sealed, [CITY_IDENTITY], limit_bytes=1000)


@pytest.mark.parametrize("spoilt", [b"", b"age", b"\0" * 500])
def test_what_is_no_sealed_file_is_damaged(spoilt):
    with pytest.raises(Damaged):
        seal.unseal(spoilt, [CITY_IDENTITY])


def test_something_behind_a_sealed_file_is_found():
    with pytest.raises(Damaged):
        seal.unseal(seal.seal(b"x", RECIPIENTS) + b"x", [CITY_IDENTITY])
