"""Everything that can be wrong with a segment is found and named, and nothing of it is used (sync.md, faults)."""

import hashlib
import tracemalloc
from dataclasses import replace

import msgspec
import pytest
import zstandard
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.store.line import GENESIS, hash_of
from desktop.sync import faults, segment_lines
from desktop.sync.carrier import LARGEST_FILE_BYTES
from desktop.sync.faults import FileFault
from desktop.sync.packing import pack
from desktop.sync.seal import seal, unseal
from desktop.sync.segment import LARGEST_PAYLOAD_BYTES, name_of, open_segment, seal_segment
from desktop.sync.signed import signer
from tests.sync.golden import samples
from tests.sync.golden.samples import CITY_ORIGIN, ORIGIN

LINES = samples.window_lines()
NAME = name_of(LINES)
SEALED = (samples.FOLDER / "window.seg").read_bytes()


def fault_of(body, *, name=NAME, identity=samples.CITY_IDENTITY, key_of=samples.PUBLIC_KEYS.get):
    """What opening the file raises."""
    with pytest.raises(FileFault) as caught:
        open_segment(body, name=name, identities=[identity], key_of=key_of)
    assert caught.value.fields["name"] == name
    return caught.value


def built(lines=LINES, *, key=samples.WINDOW_KEY, payload=None, **changes):
    """A segment made by hand: whatever is changed, its signature is right."""
    plain = segment_lines.encode(lines)
    payload = pack(plain) if payload is None else payload
    fields = {
        "v": 1,
        "kind": "ev",
        "origin": ORIGIN,
        "first": lines[0].seq,
        "last": lines[-1].seq,
        "prev": lines[0].prev,
        "tip": lines[-1].hash,
        "schema": 2,
        "dictionary": 0,
        "size_bytes": len(plain),
        "sha256": hashlib.sha256(payload).digest(),
    }
    head = msgspec.json.encode({**fields, **changes})
    return seal(head + b"\n" + signer(key)(b"yichuang segment 1\0" + head) + payload, samples.RECIPIENTS)


def test_what_is_made_by_hand_here_is_a_segment():
    _, lines = open_segment(built(), name=NAME, identities=[samples.HALL_IDENTITY], key_of=samples.PUBLIC_KEYS.get)

    assert list(lines) == LINES


@given(st.integers(0, len(SEALED) - 1))
@example(0)
@example(len(SEALED) - 1)
def test_a_truncated_file_is_damaged(length):
    assert type(fault_of(SEALED[:length])) is faults.Damaged


@given(st.integers(0, len(SEALED) * 8 - 1))
def test_one_flipped_bit_anywhere_is_found(bit):
    body = bytearray(SEALED)
    body[bit // 8] ^= 1 << bit % 8

    # A bit of our own place among the recipients leaves a file that might as well be somebody else's.
    assert type(fault_of(bytes(body))) in (faults.Damaged, faults.NotForUs)


@given(st.binary(max_size=400))
@example(b"")
@example(b"<html>login</html>")
@example(b"age-encryption.org/v1\n")
def test_garbage_is_damaged(body):
    assert type(fault_of(body)) is faults.Damaged


@given(st.binary(max_size=400))
@example(b"")
@example(b"{}\n" + bytes(64))
@example(b'{"v":1}\n' + bytes(64))
@example(b'{"v":' + b"[" * 4000 + b"\n" + bytes(64))
@example(b'{"v":"\xff"}\n' + bytes(64))
def test_garbage_in_our_own_seal_is_damaged(plain):
    assert type(fault_of(seal(plain, samples.RECIPIENTS))) is faults.Damaged


def test_a_file_for_another_hall_is_not_for_us():
    assert type(fault_of(SEALED, identity=samples.OTHER_IDENTITY)) is faults.NotForUs


@pytest.mark.parametrize(
    "name",
    [
        NAME.replace("000000000001", "000000000002"),
        NAME.replace("202611", "202610"),
        NAME.replace(ORIGIN, samples.OLD_ORIGIN),
        NAME.replace("450000101", "450000102"),
        "city-450000101/ans/202611/000000000001.seg",
        NAME + ".part",
        "",
    ],
)
def test_a_renamed_file_is_misplaced(name):
    assert type(fault_of(SEALED, name=name)) is faults.Misplaced


def test_an_answer_cannot_come_from_a_window():
    body = built(kind="ans")

    assert type(fault_of(body, name="city-450000101/ans/202611/000000000001.seg")) is faults.Misplaced


def test_an_answer_to_another_hall_is_misplaced():
    sealed = seal_segment(samples.city_lines(), sign=signer(samples.CITY_KEY), recipients=samples.RECIPIENTS)

    assert type(fault_of(sealed, name="city-450000102/ans/202611/000000000001.seg")) is faults.Misplaced


def test_a_window_that_is_not_approved_is_an_unknown_signer():
    fault = fault_of(SEALED, key_of=lambda origin: None)

    assert type(fault) is faults.UnknownSigner
    assert fault.fields["origin"] == ORIGIN


def test_a_revoked_key_is_named_by_who_keeps_the_keys():
    def key_of(origin):
        raise faults.RevokedSigner(name=NAME, origin=origin)

    assert type(fault_of(SEALED, key_of=key_of)) is faults.RevokedSigner


def test_a_forged_signer_is_found():
    fault = fault_of(built(key=samples.OTHER_KEY))

    assert type(fault) is faults.SignatureWrong
    assert fault.fields["signer"] == ORIGIN


def test_another_window_cannot_write_as_this_one():
    keys = {ORIGIN: samples.public(samples.WINDOW_KEY), samples.OLD_ORIGIN: samples.public(samples.OLD_KEY)}

    assert type(fault_of(built(key=samples.OLD_KEY), key_of=keys.get)) is faults.SignatureWrong


@pytest.mark.parametrize("place", ["head", "signature", "payload"])
def test_a_change_under_the_seal_is_found(place):
    # Whoever knows the recipients can seal; only the window can sign.
    plain = bytearray(unseal(SEALED, [samples.CITY_IDENTITY]))
    end = plain.index(b"\n")
    if place == "head":
        plain = plain.replace(b'"schema":2', b'"schema":3')
    else:
        plain[end + (10 if place == "signature" else 80)] ^= 1

    fault = fault_of(seal(bytes(plain), samples.RECIPIENTS))

    assert type(fault) is (faults.Damaged if place == "payload" else faults.SignatureWrong)


@pytest.mark.parametrize("last", [1, 3, 10**9])
def test_a_gap_inside_is_found(last):
    fault = fault_of(built(last=last))

    assert type(fault) is faults.ChainBroken
    assert fault.fields["reason"] == "gap"
    assert fault.fields["seq"] == 3  # the first line that is not as the head says


@pytest.mark.parametrize("field", ["prev", "tip"])
def test_a_broken_chain_is_found(field):
    fault = fault_of(built(**{field: bytes(31) + b"x"}))

    assert type(fault) is faults.ChainBroken
    assert fault.fields["reason"] == "hash"


def test_a_chain_that_begins_anew_in_the_middle_is_found():
    # Line 1 follows nothing; whoever claims otherwise has cut off what was before.
    prev = hash_of(replace(LINES[0], clerk="x"))
    lines = list(segment_lines.chained(LINES, prev))
    assert prev != GENESIS

    assert type(fault_of(built(lines))) is faults.ChainBroken


def test_a_newer_form_is_refused_with_what_was_found_and_what_is_known():
    fault = fault_of(built(v=2, kind="something new", prev=None))

    assert type(fault) is faults.TooNew
    assert fault.fields == {"name": NAME, "what": "segment", "found": 2, "known": 1}


def test_a_newer_dictionary_is_refused_with_what_was_found_and_what_is_known():
    fault = fault_of(built(dictionary=99))

    assert type(fault) is faults.TooNew
    assert fault.fields == {"name": NAME, "what": "dictionary", "found": 99, "known": 1}


def bomb(size_bytes):
    """A frame of a few kilobytes that unpacks to this many; it says so, which a decompressor would believe."""
    return zstandard.ZstdCompressor(level=1).compress(bytes(size_bytes))


@pytest.mark.parametrize("claimed", [1000, LARGEST_PAYLOAD_BYTES, 2**60])
def test_a_bomb_is_stopped_where_the_limit_is(claimed):
    fault = fault_of(built(payload=bomb(LARGEST_PAYLOAD_BYTES + 1), size_bytes=claimed))

    assert type(fault) is faults.Bomb
    assert fault.fields["limit"] == min(claimed, LARGEST_PAYLOAD_BYTES)


def test_a_bomb_takes_no_memory():
    body = built(payload=bomb(64 * 1024 * 1024), size_bytes=1000)
    tracemalloc.start()

    fault = fault_of(body)

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert type(fault) is faults.Bomb
    assert most < 1024 * 1024


def test_a_frame_that_asks_for_more_memory_than_ours_do_is_refused():
    parameters = zstandard.ZstdCompressionParameters.from_level(19, window_log=27, enable_ldm=1)
    payload = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    frame = payload.compress(segment_lines.encode(LINES)) + payload.flush()

    assert type(fault_of(built(payload=frame))) is faults.Damaged


def test_a_file_larger_than_any_of_ours_is_not_even_opened():
    assert type(fault_of(bytes(LARGEST_FILE_BYTES + 16 * 1024))) is faults.Bomb


@pytest.mark.parametrize(
    "changes",
    [
        {"payload": b"no frame"},
        {"payload": b""},
        {"size_bytes": 1_000_000},
        {"payload": pack(b"no lines\n"), "size_bytes": 9},
        {"kind": "other"},
        {"origin": "450000101"},
        {"origin": "../../etc-x-00000000"},
        {"first": 0},
        {"first": -1},
        {"prev": b"short"},
        {"sha256": b""},
        {"tip": None},
        {"size_bytes": -1},
        {"sha256": hashlib.sha256(b"other").digest()},
    ],
)
def test_a_head_that_cannot_be_is_damaged(changes):
    assert type(fault_of(built(**changes))) is faults.Damaged


def test_a_moment_that_no_calendar_has_is_damaged():
    lines = list(segment_lines.chained([replace(LINES[0], at=2**62)], GENESIS))

    assert type(fault_of(built(lines))) is faults.Damaged


def test_an_answer_with_the_city_s_key_of_another_origin_is_forged():
    sealed = seal_segment(samples.city_lines(), sign=signer(samples.WINDOW_KEY), recipients=samples.RECIPIENTS)

    fault = fault_of(sealed, name="city-450000101/ans/202611/000000000001.seg")

    assert type(fault) is faults.SignatureWrong
    assert fault.fields["signer"] == CITY_ORIGIN
