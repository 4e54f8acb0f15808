"""A window and the city get to know each other by one file, one code and one request."""

import hashlib

import msgspec
import pytest
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import InvalidInput
from desktop.sync import faults, layout
from desktop.sync.enrolment import (
    LARGEST_FILE_BYTES,
    is_successor,
    new_code,
    open_enrolment,
    open_join,
    seal_join,
)
from desktop.sync.faults import FileFault
from desktop.sync.signed import sign_document, signer
from tests.sync.golden import samples
from tests.sync.golden.samples import CITY_IDENTITY, CITY_KEY, CODE, HALL_IDENTITY, OTHER_IDENTITY, OTHER_KEY

FILE = (samples.FOLDER / "window.enrol").read_bytes()
JOIN = seal_join(samples.join(), sign=signer(samples.WINDOW_KEY), recipients=samples.RECIPIENTS)
NAME = layout.join(samples.ORIGIN)


def fault_of(raw, code=CODE):
    with pytest.raises(FileFault) as caught:
        open_enrolment(raw, code, name="window.enrol")
    assert caught.value.fields["name"] == "window.enrol"
    return type(caught.value)


def by_hand(signed):
    """The file as the docstring tells it."""
    start = b"YCE\x01" + bytes(range(16))
    key = hash_secret_raw(b"123456789012", bytes(range(16)), 3, 65536, 4, 32, Type.ID)
    file = start + ChaCha20Poly1305(key).encrypt(bytes(12), signed, start)
    return file + hashlib.sha256(file).digest()


@pytest.mark.parametrize("typed", ["123456789012", " 1234 5678 9012", "１２３４－５６７８－９０１２", "1234–5678–9012"])
def test_the_code_is_taken_as_people_write_it(typed):
    assert open_enrolment(FILE, typed).hall == "450000101"


@pytest.mark.parametrize(
    "typed", ["", "1234-5678", "1234-5678-901a", "1234-5678-9012-3", "一二三四-5678-9012", "1234-5678-9013"]
)
def test_a_wrong_code_is_asked_for_again(typed):
    with pytest.raises(InvalidInput) as caught:
        open_enrolment(FILE, typed)

    assert (caught.value.key, caught.value.field) == ("invalid.enrolment_code", "code")


@pytest.mark.parametrize(
    "raw",
    [b"", b"no file of ours", FILE[:-1], FILE[:-1] + bytes([FILE[-1] ^ 1]), FILE + b"x", bytes(LARGEST_FILE_BYTES + 1)],
)
def test_a_spoilt_file_is_damaged(raw):
    assert fault_of(raw) is faults.Damaged


@settings(max_examples=40)
@given(st.integers(0, len(FILE) * 8 - 1))
def test_one_flipped_bit_anywhere_is_found_and_not_taken_for_a_wrong_code(bit):
    raw = bytearray(FILE)
    raw[bit // 8] ^= 1 << bit % 8

    assert fault_of(bytes(raw)) is (faults.TooNew if bit // 8 == 3 else faults.Damaged)


def test_a_newer_file_is_refused_with_what_was_found_and_what_is_known():
    with pytest.raises(faults.TooNew) as caught:
        open_enrolment(FILE[:3] + b"\x02" + FILE[4:], CODE, name="x")

    assert caught.value.fields == {"name": "x", "what": "enrolment", "found": 2, "known": 1}


def test_a_file_whose_content_was_changed_is_found():
    honest = sign_document(samples.enrolment(), signer(CITY_KEY))
    forged = sign_document(msgspec.structs.replace(samples.enrolment(), hall="450000999"), signer(OTHER_KEY))

    assert open_enrolment(by_hand(honest), CODE) == samples.enrolment()
    assert fault_of(by_hand(honest[:60])) is faults.Damaged
    assert fault_of(by_hand(forged)) is faults.SignatureWrong


def test_a_file_with_a_key_that_is_none_is_damaged():
    spoilt = msgspec.structs.replace(samples.enrolment(), hall_recipient="age1nobody")

    assert fault_of(by_hand(sign_document(spoilt, signer(CITY_KEY)))) is faults.Damaged


def test_a_new_code_is_three_groups_of_four_digits():
    groups = new_code().split("-")

    assert [len(group) for group in groups] == [4, 4, 4]
    assert "".join(groups).isdigit()
    assert new_code() != new_code()


def test_the_secrets_of_an_enrolment_do_not_show_in_a_log():
    shown = repr(samples.enrolment())

    assert samples.HALL_IDENTITY not in shown
    assert samples.enrolment().hall_secret not in shown
    assert "'password': 'x'" not in shown


@pytest.mark.parametrize("identity", [CITY_IDENTITY, HALL_IDENTITY])
def test_city_and_hall_read_a_request(identity):
    assert open_join(JOIN, identities=[identity], name=NAME) == samples.join()


def request_fault(raw, name=NAME, identity=CITY_IDENTITY):
    with pytest.raises(FileFault) as caught:
        open_join(raw, identities=[identity], name=name)
    return type(caught.value)


def test_a_request_that_cannot_be_believed_is_named():
    forged = seal_join(samples.join(), sign=signer(OTHER_KEY), recipients=samples.RECIPIENTS)
    keyless = msgspec.structs.replace(samples.join(), public_key="no key")

    assert request_fault(JOIN, identity=OTHER_IDENTITY) is faults.NotForUs
    assert request_fault(JOIN[:-1]) is faults.Damaged
    assert request_fault(JOIN, name=layout.join(samples.OLD_ORIGIN)) is faults.Misplaced
    assert request_fault(forged) is faults.SignatureWrong
    assert request_fault(seal_join(keyless, sign=signer(OTHER_KEY), recipients=samples.RECIPIENTS)) is faults.Damaged


def test_only_the_predecessor_can_name_its_successor():
    request = samples.join()
    old = samples.public(samples.OLD_KEY)

    assert is_successor(request, predecessor_key=old)
    assert not is_successor(request, predecessor_key=samples.public(OTHER_KEY))
    for change in (
        {"origin": samples.OLD_ORIGIN},
        {"public_key": samples.public(OTHER_KEY).hex()},
        {"predecessor_signature": ""},
        {"predecessor_signature": "no hex"},
    ):
        assert not is_successor(msgspec.structs.replace(request, **change), predecessor_key=old)
