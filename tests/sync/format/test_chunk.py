"""Chunks of a scan: where they lie, and how large they are."""

import hashlib
import hmac

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.sync import chunk
from desktop.sync.faults import Bomb, Damaged, NotForUs
from tests.sync.golden.samples import CITY_IDENTITY, HALL_IDENTITY, OTHER_IDENTITY, PAGE, RECIPIENTS

SECRET = bytes.fromhex("5c" * 32)
SHA256 = hashlib.sha256(PAGE).hexdigest()
STEP = chunk.STEP_BYTES


def test_an_address_is_the_keyed_hash_that_the_docstring_tells():
    expected = hmac.new(SECRET, b"yichuang scan address 1\0" + hashlib.sha256(PAGE).digest(), "sha256").hexdigest()

    assert chunk.address_of(SHA256, hall_secret=SECRET) == expected
    assert len(expected) == 64


def test_another_hall_has_another_address_for_the_same_page():
    assert chunk.address_of(SHA256, hall_secret=SECRET) != chunk.address_of(SHA256, hall_secret=bytes(32))


@pytest.mark.parametrize("identity", [CITY_IDENTITY, HALL_IDENTITY])
def test_city_and_hall_open_a_chunk(identity):
    assert chunk.open_chunk(chunk.seal_chunk(PAGE, recipients=RECIPIENTS), identities=[identity]) == PAGE


@settings(max_examples=30)
@given(st.integers(1, 64 * 1024 // STEP + 2))
def test_the_bytes_of_a_whole_chunk_are_known_from_its_file_s_size(steps):
    sealed = chunk.seal_chunk(bytes(steps * STEP), recipients=RECIPIENTS)

    assert chunk.plain_size(len(sealed)) == steps * STEP


@settings(max_examples=30)
@given(st.integers(1, 140_000))
@example(1)
@example(STEP - 1)
@example(STEP + 1)
@example(64 * 1024 + 1)
def test_a_last_chunk_is_told_by_what_it_can_hold(size):
    sealed = len(chunk.seal_chunk(bytes(size), recipients=RECIPIENTS))

    assert chunk.can_hold(sealed, plain=size)
    assert not chunk.can_hold(sealed, plain=size + 200)
    assert chunk.plain_size(sealed) == size // STEP * STEP or size % STEP > STEP - 200
    assert sealed <= chunk.sealed_size(size) < sealed + 200


@given(st.integers(0, 2 * chunk.LARGEST_CHUNK_BYTES))
def test_sizes_computed_forth_and_back_agree(size):
    assert chunk.plain_size(chunk.sealed_size(size)) - size in range(-STEP + 1, 178)
    assert chunk.plain_size(chunk.sealed_size(size // STEP * STEP)) == size // STEP * STEP


@pytest.mark.parametrize("size", [0, 100, 310])
def test_a_file_too_small_for_a_seal_holds_nothing(size):
    assert chunk.plain_size(size) == 0


@pytest.mark.parametrize("size", [0, chunk.LARGEST_CHUNK_BYTES + 1])
def test_a_chunk_has_some_bytes_and_not_too_many(size):
    with pytest.raises(ValueError, match="a chunk of"):
        chunk.seal_chunk(bytes(size), recipients=RECIPIENTS)


def test_a_chunk_that_cannot_be_read_is_named():
    sealed = chunk.seal_chunk(PAGE, recipients=RECIPIENTS)

    with pytest.raises(NotForUs):
        chunk.open_chunk(sealed, identities=[OTHER_IDENTITY], name="x")
    with pytest.raises(Damaged) as fault:
        chunk.open_chunk(sealed[:-1], identities=[HALL_IDENTITY], name="x")
    with pytest.raises(Bomb):
        chunk.open_chunk(bytes(chunk.LARGEST_CHUNK_BYTES + 4096), identities=[HALL_IDENTITY], name="x")

    assert fault.value.fields["name"] == "x"
