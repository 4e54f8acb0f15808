"""Whatever the lines do, and in whatever order people act: in the end everything is at the city, once, and whole.

The windows have real encrypted stores and the real pump, the city its real collector and database; only the lines
between them are played, by scripts that hypothesis draws.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sync.faulty_carrier import Fault, scripts
from tests.sync.proof.halls import World, check_everything_is_at_the_city, check_windows_agree, world

EXAMPLES = settings().max_examples // 7
"""Each makes a city and its windows anew, which takes longer than what then happens to them."""

unhurried = settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])

acts = st.tuples(st.just("act"), st.integers(0, 1), st.integers(0, 60_000))
syncs = st.tuples(st.just("sync"), st.integers(0, 1), scripts(max_size=25))
collects = st.tuples(st.just("collect"), st.just(0), st.one_of(st.just([]), scripts(max_size=10)))
waits = st.tuples(st.just("wait"), st.just(0), st.integers(1, 30))
courses = st.lists(st.one_of(acts, syncs, syncs, collects, waits), max_size=12)

Step = tuple[str, int, int | Sequence[Fault]]


def play(at: World, course: Sequence[Step]) -> None:
    """What is drawn, step by step."""
    for number, (what, place, measure) in enumerate(course):
        window = at.windows[place % len(at.windows)]
        if what == "act":
            assert isinstance(measure, int)
            at.act(window, page=page_of(number, measure))
        elif what == "wait":
            assert isinstance(measure, int)
            at.pass_time(measure)
        elif what == "sync":
            assert not isinstance(measure, int)
            window.sync(measure)
        else:
            assert not isinstance(measure, int)
            at.collect(measure)


def page_of(number: int, size_bytes: int) -> bytes:
    """A page like no other; none at all in a third of the cases."""
    return (f"page {number} " * (size_bytes // 7 + 1)).encode()[:size_bytes] if size_bytes >= 20_000 else b""


@given(course=courses)
@unhurried
def test_rule_01_every_entry_is_at_the_city_once_whatever_the_line_does(course: list[Step]):
    with tempfile.TemporaryDirectory() as folder, world(Path(folder)) as at:
        play(at, course)

        at.come_to_rest()

        check_everything_is_at_the_city(at)


@given(course=courses)
@unhurried
def test_two_windows_of_a_hall_end_with_the_same_cases(course: list[Step]):
    with tempfile.TemporaryDirectory() as folder, world(Path(folder), ("01", "02")) as at:
        play(at, course)

        at.come_to_rest()
        for window in at.windows:
            window.sync()

        check_everything_is_at_the_city(at)
        check_windows_agree(at)
