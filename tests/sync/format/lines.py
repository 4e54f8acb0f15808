"""Ledger lines as a counter might write them, and as nobody should."""

from typing import Any

from hypothesis import strategies as st

from desktop.store.line import GENESIS, Line
from desktop.sync import segment_lines
from tests.sync.golden.samples import ORIGIN

WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
LIKE_EVENTS = st.dictionaries(WORDS, st.one_of(WORDS, st.integers(-(2**53), 2**53), st.none()), max_size=4)
KINDS = st.one_of(st.sampled_from(["ScanAdded", "CaseReceived"]), WORDS.filter(bool))
MONTH_MS = (1_793_491_200_000, 1_796_083_199_999)  # November 2026, UTC
MOMENTS = st.integers(*MONTH_MS)
ANY_MOMENT = st.integers(-(2**63), 2**63 - 1)


@st.composite
def line_lists(draw: Any, bodies: Any, moments: Any = MOMENTS, most: int = 4) -> list[Line]:
    """A chain of lines from line 1 on, or from somewhere in the middle."""
    first = draw(st.sampled_from([1, 2, 10**6]))
    prev = GENESIS if first == 1 else draw(st.binary(min_size=32, max_size=32))
    bare = [
        Line(
            arrival=0,
            origin=ORIGIN,
            seq=first + place,
            id=draw(WORDS),
            kind=draw(KINDS),
            case_id=draw(st.one_of(st.none(), WORDS.filter(bool))),
            at=draw(moments),
            clerk=draw(WORDS),
            body=draw(bodies),
            prev=b"",
            hash=b"",
        )
        for place in range(draw(st.integers(1, most)))
    ]
    return list(segment_lines.chained(bare, prev))
