"""A segment carries ledger lines whole, and is small."""

from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings

from desktop.store.line import GENESIS
from desktop.sync import segment_lines
from desktop.sync.faults import ChainBroken
from desktop.sync.seal import unseal
from desktop.sync.segment import DICTIONARY_BELOW, name_of, open_segment, seal_segment
from desktop.sync.signed import signer
from tests.sync.format.lines import LIKE_EVENTS, line_lists
from tests.sync.golden import samples
from tests.sync.golden.samples import ORIGIN

SIGN = signer(samples.WINDOW_KEY)


def sealed(lines):
    return seal_segment(lines, sign=SIGN, recipients=samples.RECIPIENTS, schema=2)


def opened(body, name, identity=samples.CITY_IDENTITY):
    return open_segment(body, name=name, identities=[identity], key_of=samples.PUBLIC_KEYS.get)


@settings(max_examples=15)
@given(line_lists(LIKE_EVENTS.map(msgspec.json.encode)))
def test_lines_come_back_with_their_chain(lines):
    head, found = opened(sealed(lines), name_of(lines))

    assert list(found) == lines
    assert (head.first, head.last, head.prev, head.tip) == (lines[0].seq, lines[-1].seq, lines[0].prev, lines[-1].hash)


def many(count):
    bare = [replace(samples.window_lines()[0], seq=seq, id=f"i{seq}") for seq in range(1, count + 1)]
    return list(segment_lines.chained(bare, GENESIS))


@pytest.mark.parametrize(("count", "number"), [(DICTIONARY_BELOW - 1, 1), (DICTIONARY_BELOW, 0)])
def test_a_long_segment_needs_no_dictionary(count, number):
    lines = many(count)

    head, found = opened(sealed(lines), name_of(lines))

    assert head.dictionary == number
    assert list(found) == lines


def test_a_window_and_the_city_are_told_apart_by_the_origin():
    assert name_of(samples.window_lines()) == f"ev-450000101/seg/{ORIGIN}/202611/000000000001.seg"
    assert name_of(samples.city_lines()) == "city-450000101/ans/202611/000000000001.seg"


def test_nothing_readable_of_the_citizen_leaves_the_counter():
    lines = samples.window_lines()

    assert samples.CASE.encode() not in sealed(lines)
    assert ORIGIN.encode() not in sealed(lines)


def test_the_payload_is_packed_without_what_the_head_says_already():
    plain = unseal(sealed(samples.window_lines()), [samples.HALL_IDENTITY])

    payload = plain.split(b"\n", 1)[1][64:]

    magic, descriptor = payload[:4], payload[4]
    assert magic == bytes.fromhex("28b52ffd")
    assert descriptor & 0b1100_0111 == 0  # RFC 8878 3.1.1.1.1: no content size of 2 to 8 bytes, checksum, dictionary id


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda lines: [lines[0], replace(lines[1], seq=3)], "gap"),
        (lambda lines: [lines[0], replace(lines[1], origin=samples.OLD_ORIGIN)], "gap"),
        (lambda lines: [lines[0], replace(lines[1], body=b"{}")], "hash"),
        (lambda lines: [replace(lines[0], clerk="x"), lines[1]], "hash"),
        (lambda lines: lines[::-1], "gap"),
    ],
)
def test_a_ledger_that_was_tampered_with_does_not_leave_the_counter(spoil, reason):
    with pytest.raises(ChainBroken) as fault:
        sealed(spoil(samples.window_lines()))

    assert (fault.value.fields["origin"], fault.value.fields["reason"]) == (ORIGIN, reason)


def test_an_empty_segment_is_our_own_mistake():
    with pytest.raises(ValueError, match="without lines"):
        sealed([])
