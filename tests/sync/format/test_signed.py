"""A signed document is believed for its signature, and for nothing else about it."""

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.sync import faults, signed
from desktop.sync.city_head import CityHead, KeyList
from desktop.sync.faults import FileFault
from desktop.sync.packing import pack
from desktop.sync.signed import Document, is_signed, read_document, read_unproven, sign_document, signer
from tests.sync.golden import samples
from tests.sync.golden.samples import CITY_KEY, OTHER_KEY

PUBLIC = samples.public(CITY_KEY)
HEAD = (samples.FOLDER / "HEAD.json").read_bytes()


class Word(Document, frozen=True, kw_only=True, tag="word"):
    v: int = 2
    text: str = ""
    numbers: dict[str, int] = msgspec.field(default_factory=dict)


def fault_of(raw, kind=CityHead, **more):
    with pytest.raises(FileFault) as caught:
        read_document(raw, kind, public_key=PUBLIC, name="city-450000101/HEAD.json", **more)
    assert caught.value.fields["name"] == "city-450000101/HEAD.json"
    return caught.value


def by_hand(plain, key=CITY_KEY):
    frame = pack(plain)
    return b"YCD\x01" + signer(key)(b"yichuang document 1\0" + frame) + frame


@settings(max_examples=30)
@given(
    st.text(st.characters(codec="utf-8"), max_size=50),
    st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=5), st.integers(-(2**63), 2**63 - 1)),
)
def test_a_document_comes_back(text, numbers):
    document = Word(text=text, numbers=numbers)

    assert read_document(sign_document(document, signer(CITY_KEY)), Word, public_key=PUBLIC) == document


def test_the_layout_is_what_the_docstring_tells():
    plain = b'{"doc":"word","v":2,"text":"x","numbers":{}}'

    assert sign_document(Word(text="x"), signer(CITY_KEY)) == by_hand(plain)


@settings(max_examples=60)
@given(st.integers(0, len(HEAD) * 8 - 1))
def test_one_flipped_bit_anywhere_is_found(bit):
    raw = bytearray(HEAD)
    raw[bit // 8] ^= 1 << bit % 8

    fault = fault_of(bytes(raw))

    expected = {0: faults.Damaged, 1: faults.Damaged, 2: faults.Damaged, 3: faults.TooNew}
    assert type(fault) is expected.get(bit // 8, faults.SignatureWrong)


@settings(max_examples=30)
@given(st.integers(0, len(HEAD) - 1))
def test_a_truncated_document_is_found(length):
    assert type(fault_of(HEAD[:length])) in (faults.Damaged, faults.SignatureWrong)


@given(st.binary(max_size=300))
@example(b"")
@example(b"<!doctype html><title>login</title>")
@example(b"YCD\x01" + bytes(64))
@example(b"YCD\x01" + bytes(400))
def test_what_anybody_else_says_is_no_document(raw):
    # Such as the page of a network that wants a login first: status 200, and not a word of it is ours.
    assert type(fault_of(raw)) in (faults.Damaged, faults.SignatureWrong, faults.TooNew)


def test_a_forged_signer_is_found():
    fault = fault_of(sign_document(samples.head(), signer(OTHER_KEY)), signer="city")

    assert type(fault) is faults.SignatureWrong
    assert fault.fields["signer"] == "city"


def test_a_signature_under_one_document_stands_under_no_other():
    assert type(fault_of(sign_document(samples.keys(), signer(CITY_KEY)))) is faults.Damaged
    assert type(fault_of(sign_document(samples.head(), signer(CITY_KEY)), KeyList)) is faults.Damaged


def test_a_newer_layout_is_refused():
    fault = fault_of(b"YCD\x02" + HEAD[4:])

    assert fault.fields == {"name": "city-450000101/HEAD.json", "what": "document", "found": 2, "known": 1}


def test_a_newer_document_is_refused_even_if_all_its_fields_fit():
    fault = fault_of(by_hand(b'{"doc":"word","v":3,"text":"x","numbers":{}}'), Word)

    assert type(fault) is faults.TooNew
    assert (fault.fields["found"], fault.fields["known"]) == (3, 2)


def test_an_older_document_and_one_with_more_fields_are_read():
    raw = by_hand(b'{"doc":"word","v":1,"text":"x","more":[1,2]}')

    assert read_document(raw, Word, public_key=PUBLIC) == Word(v=1, text="x")


@pytest.mark.parametrize(
    "plain",
    [
        b"",
        b"null",
        b'{"v":1}',
        b'{"doc":"word"}',
        b'{"doc":"word","v":"1"}',
        b'{"doc":"word","v":1,"text":7}',
        b'{"doc":"word","v":1,"text":"\xff"}',
        b'{"doc":"word","v":1,"more":' + b"[" * 100_000,
    ],
)
def test_a_signed_document_without_its_form_is_damaged(plain):
    assert type(fault_of(by_hand(plain), Word)) is faults.Damaged


def test_a_signed_bomb_is_stopped():
    fault = fault_of(by_hand(bytes(2000)), Word, limit_bytes=1000)

    assert type(fault) is faults.Bomb
    assert fault.fields["limit"] == 1000


def test_a_document_that_brings_its_own_key_can_be_looked_at_first():
    assert read_unproven(sign_document(Word(text="x"), signer(OTHER_KEY)), Word) == Word(text="x")


def test_a_new_key_signs_what_its_other_half_confirms():
    private, public = signed.new_signing_key()
    signature = signer(private)(b"x")

    assert (len(private), len(public), len(signature)) == (32, 32, 64)
    assert is_signed(b"x", signature, public_key=public)
    assert not is_signed(b"y", signature, public_key=public)
    assert not is_signed(b"x", signature[:-1], public_key=public)
    assert not is_signed(b"x", signature, public_key=public[:-1])
