"""Every kind of file in a store, spoilt in every way: found each time, by a fault that has the name and a sentence.

Bits are flipped, ends cut off, tails added; other keys seal and sign; versions come from the future; frames blow up.
"""

import hashlib
import secrets
from dataclasses import replace

import msgspec
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from desktop import messages
from desktop.sentences import SENTENCES
from desktop.sync import layout
from desktop.sync.chunk import LARGEST_CHUNK_BYTES
from desktop.sync.faults import (
    Bomb,
    ChainBroken,
    FileFault,
    Misplaced,
    NotForUs,
    SignatureWrong,
    UnknownSigner,
)
from desktop.sync.seal import new_identity, seal, unseal
from desktop.sync.segment import SegmentHead, name_of, seal_segment
from desktop.sync.signed import new_signing_key, signer
from tests.sync.proof.sealed_files import AT_MS, CITY, HALL, every_kind, lines, parties

FILES = every_kind()
KINDS = sorted(FILES)
SEALED = ("answers", "chunk", "join", "segment")


def fault_in(kind: str, body: bytes, name: str = "") -> FileFault:
    """The fault that the reader of this kind names."""
    file = FILES[kind]
    with pytest.raises(FileFault) as caught:
        file.read(body, name or file.name)
    fault = caught.value
    assert fault.fields["name"] == (name or file.name)
    assert "{" not in messages.text(fault), "a sentence with a blank that nobody filled"
    assert fault.key in SENTENCES
    return fault


@pytest.mark.parametrize("kind", KINDS)
def test_a_sound_file_is_read(kind: str):
    assert FILES[kind].read(FILES[kind].body, FILES[kind].name)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_a_flipped_bit_is_found(kind: str, data: st.DataObject):
    body = bytearray(FILES[kind].body)
    body[data.draw(st.integers(0, len(body) - 1))] ^= 1 << data.draw(st.integers(0, 7))

    fault_in(kind, bytes(body))


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_a_file_cut_off_anywhere_is_found(kind: str, data: st.DataObject):
    body = FILES[kind].body

    fault_in(kind, body[: data.draw(st.integers(0, len(body) - 1))])


@pytest.mark.parametrize("kind", KINDS)
@given(tail=st.binary(min_size=1, max_size=40))
def test_a_tail_that_does_not_belong_is_found(kind: str, tail: bytes):
    fault_in(kind, FILES[kind].body + tail)


@pytest.mark.parametrize("kind", KINDS)
@given(junk=st.binary(max_size=300))
def test_any_other_bytes_are_none_of_ours(kind: str, junk: bytes):
    fault_in(kind, junk)


# A chunk is any bytes under the seal: the hash of its page finds what does not belong to it. The city's answers are
# segments like a window's, and the name tells them apart.
ALIKE = {("chunk", "segment"), ("chunk", "answers"), ("chunk", "join")}
EXCHANGED = [(a, b) for a in KINDS for b in KINDS if a != b and (a, b) not in ALIKE]


@pytest.mark.parametrize(("kind", "other"), EXCHANGED)
def test_no_kind_passes_for_another(kind: str, other: str):
    fault_in(kind, FILES[other].body)


@pytest.mark.parametrize("kind", SEALED)
def test_what_is_sealed_to_others_is_not_for_us(kind: str):
    _, stranger = new_identity()

    assert isinstance(fault_in(kind, seal(b"example", [stranger])), NotForUs)


@pytest.mark.parametrize("kind", ["segment", "answers"])
@given(month=st.sampled_from(["202610", "202612"]), first=st.integers(2, 9))
def test_a_renamed_segment_is_misplaced(kind: str, month: str, first: int):
    name = FILES[kind].name

    by_number = name.replace("000000000001", f"{first:012}")
    by_month = name.replace("202611", month)

    assert isinstance(fault_in(kind, FILES[kind].body, by_number), Misplaced)
    assert isinstance(fault_in(kind, FILES[kind].body, by_month), Misplaced)


def test_the_segment_of_another_window_is_misplaced():
    other = f"{HALL}-02-0a0b0c0d"

    assert isinstance(fault_in("segment", FILES["segment"].body, layout.segment(other, 1, AT_MS)), Misplaced)


def test_a_forged_signer_is_found():
    forged = seal_segment(lines(5), sign=signer(new_signing_key()[0]), recipients=parties().recipients)

    assert isinstance(fault_in("segment", forged), SignatureWrong)


def test_a_window_cannot_sign_for_the_city():
    who = parties()
    forged = seal_segment(lines(5, origin=CITY), sign=signer(who.window_private), recipients=who.recipients)

    assert isinstance(fault_in("answers", forged), SignatureWrong)


def test_a_window_that_nobody_approved_is_unknown():
    stranger = f"{HALL}-01-ffffffff"
    theirs = lines(2, origin=stranger)
    sealed = seal_segment(theirs, sign=signer(parties().window_private), recipients=parties().recipients)

    assert isinstance(fault_in("segment", sealed, name_of(theirs)), UnknownSigner)


def test_lines_that_were_changed_do_not_leave_the_counter():
    spoilt = lines(5)
    spoilt[2] = replace(spoilt[2], body=b'{"kind":"CityMessage","office":"","text":"changed"}')

    with pytest.raises(ChainBroken) as caught:
        seal_segment(spoilt, sign=signer(parties().window_private), recipients=parties().recipients)

    assert caught.value.fields["seq"] == 3


def test_a_segment_that_unpacks_to_more_than_its_head_says_is_a_bomb():
    """Even by a rightful signer: the frame says nothing of its size, and 10 MB of zeros fit into a kilobyte."""
    who = parties()
    plain = unseal(FILES["segment"].body, [who.city_identity])
    head = msgspec.json.decode(plain[: plain.index(b"\n")], type=SegmentHead)
    frame = zstandard.ZstdCompressor(write_content_size=False).compress(bytes(10_000_000))
    says = msgspec.structs.replace(head, sha256=hashlib.sha256(frame).digest(), size_bytes=1000, dictionary=0)
    raw = msgspec.json.encode(says)
    signature = signer(who.window_private)(b"yichuang segment 1\0" + raw)

    fault = fault_in("segment", seal(raw + b"\n" + signature + frame, who.recipients))

    assert isinstance(fault, Bomb)


def test_a_chunk_larger_than_any_is_not_even_opened():
    assert isinstance(fault_in("chunk", secrets.token_bytes(LARGEST_CHUNK_BYTES + 2000)), Bomb)
