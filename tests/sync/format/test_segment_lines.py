"""Lines travel as JSON and come back as they were, byte for byte."""

from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.store.line import GENESIS
from desktop.sync import segment_lines
from desktop.sync.faults import Damaged
from tests.sync.format.lines import ANY_MOMENT, LIKE_EVENTS, line_lists
from tests.sync.golden.samples import ORIGIN, window_lines

EVENT_BODIES = LIKE_EVENTS.map(lambda fields: msgspec.json.encode({"kind": "ScanAdded", **fields}))


def back(lines):
    bare = segment_lines.decode(segment_lines.encode(lines), origin=ORIGIN, first=lines[0].seq)
    return list(segment_lines.chained(bare, lines[0].prev))


@settings(max_examples=25)
@given(line_lists(st.one_of(EVENT_BODIES, LIKE_EVENTS.map(msgspec.json.encode)), ANY_MOMENT))
def test_lines_of_any_text_moment_and_case_come_back(lines):
    assert back(lines) == lines


@settings(max_examples=25)
@given(line_lists(st.one_of(st.binary(max_size=60), st.text(max_size=20).map(lambda t: t.encode("utf-8", "replace")))))
def test_a_body_that_is_no_event_comes_back_too(lines):
    assert back(lines) == lines


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"{",
        b'{"kind":7}',
        b'{"kind":"ScanAdded","kind":"Other"}',
        b' {"kind":"ScanAdded"} ',
        b'{"kind":\n"ScanAdded"}',
        b'{"kind":"ScanAdded"}{"kind":"ScanAdded"}',
        b'{"a":"\xff"}',
        b"[1]",
        b'"text"',
        b"{" + b'"a":{' * 5000 + b"}" * 5000 + b"}",
    ],
)
def test_a_strange_body_comes_back_as_it_was(body):
    (line,) = chain_of_one(body)

    assert back([line]) == [line]


def chain_of_one(body):
    bare = replace(window_lines()[0], body=body)
    return segment_lines.chained([bare], GENESIS)


def test_a_line_is_what_the_docstring_says():
    lines = window_lines()

    first = segment_lines.encode(lines).split(b"\n")[0]

    assert first == b"".join(
        [
            b'["019e4c2b-7c00-7000-8000-000000000001","019e4c2b-7c00-7000-8000-00000000000a",1793583000000,"zhang",',
            lines[0].body,
            b"]",
        ]
    )


def test_the_kind_stands_beside_a_body_that_does_not_name_it():
    (line,) = chain_of_one(b'{"x":1}')

    assert segment_lines.encode([line]).endswith(b',{"x":1},"ScanAdded"]\n')


@pytest.mark.parametrize(
    "plain",
    [
        b"",
        b"[]\n",
        b'["i","",1,"z"]\n',
        b'["i","",1,"z",{},"K","more"]\n',
        b'["i","",1.5,"z",{},"K"]\n',
        b'["i","",9223372036854775808,"z",{},"K"]\n',
        b'["i","",1,"z","no base64!","K"]\n',
        b'["i","",1,"z",{"kind":7}]\n',
        b'["i\xff","",1,"z",{},"K"]\n',
        b'["i","",1,"z",{},"K"]',
        b"\n",
        b"[" * 100_000 + b"\n",
    ],
)
def test_what_does_not_have_the_form_is_damaged(plain):
    with pytest.raises(Damaged) as fault:
        segment_lines.decode(plain, origin=ORIGIN, first=1, name="x")

    assert fault.value.fields == {"name": "x", "reason": "lines"}


def test_the_same_lines_give_the_same_bytes():
    assert segment_lines.encode(window_lines()) == segment_lines.encode(window_lines())
