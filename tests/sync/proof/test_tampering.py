"""Somebody who keeps the store spoils, swaps, repeats and forges what lies in it: nothing wrong is believed anywhere.

The store is nobody's friend here. Whatever is done to its files, the city has a part of what the windows wrote and
nothing else, whoever looks is told which file is wrong, and when the store is right again everything goes on by itself.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.city import answer_lines, fault_book
from desktop.domain.events import CityMessage
from desktop.sync import layout
from desktop.sync.seal import seal
from desktop.sync.segment import name_of, seal_segment
from desktop.sync.signed import new_signing_key, signer
from tests.sync.proof.at_the_city import lines_of, without_arrival
from tests.sync.proof.halls import HALL, World, check_everything_is_at_the_city, check_windows_agree, world

pytestmark = pytest.mark.expects_log

EXAMPLES = settings().max_examples // 8
unhurried = settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture
def at(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path, ("01", "02")) as made:
        yield made


def busy(at: World) -> None:
    """Every kind of file lies in the store, and some of it has not been collected yet."""
    for window in at.windows:
        at.act(window, page=b"page of " + window.origin.encode() * 2000)
        window.sync()
    with at.city.database.write() as conn:
        said = CityMessage(office="示例县行政审批局", text="示例消息")
        answer_lines.append(conn, HALL, [(said, None)], at=at.city.now_ms())
    at.collect()
    for window in at.windows:
        at.act(window, page=b"second page of " + window.origin.encode() * 2000)
        window.sync()


def check_nothing_wrong_is_believed(at: World) -> None:
    """What the city has of each window is the beginning of what the window wrote."""
    for window in at.windows:
        there = lines_of(at.city, window.origin)
        assert there == without_arrival(window.lines())[: len(there)]
        acknowledged = window.outbox.acknowledged().get(window.origin, 0)
        assert acknowledged <= len(there), "acknowledged and not there"


def told_at_the_city(at: World) -> dict[str, str]:
    """What the city's people are shown: the reason by the file's name."""
    with at.city.database.read() as conn:
        return {fault.name: str(fault.details.get("reason", "")) for fault in fault_book.open_faults(conn, HALL)}


@given(
    kind=st.sampled_from(["/seg/", "/blob/", "/join/", "/HEAD.json", "/keys/", "/ans/"]),
    which=st.integers(0, 100),
    where=st.floats(0, 1, exclude_max=True),
    bit=st.integers(0, 7),
)
@unhurried
def test_any_bit_of_any_file_in_the_store(kind: str, which: int, where: float, bit: int):
    with tempfile.TemporaryDirectory() as folder, world(Path(folder), ("01", "02")) as at:
        busy(at)
        names = sorted(name for name in at.files if kind in name)
        name = names[which % len(names)]
        sound = at.files[name]
        spoilt = bytearray(sound)
        spoilt[int(where * len(sound))] ^= 1 << bit
        at.files[name] = bytes(spoilt)

        at.collect()
        for window in at.windows:
            window.sync()

        check_nothing_wrong_is_believed(at)
        if at.files[name] == spoilt:
            at.files[name] = sound
        at.come_to_rest()
        for window in at.windows:
            window.sync()
        check_everything_is_at_the_city(at)
        check_windows_agree(at)
        assert told_at_the_city(at) == {}, "what is over is not shown any more"


def waiting_segment(at: World) -> str:
    """A segment of the first window that the city has not read yet."""
    first = at.windows[0]
    taken = len(lines_of(at.city, first.origin))
    return next(
        name
        for name in sorted(at.files)
        if (place := layout.parse_segment(name)) and place.origin == first.origin and place.first_seq == taken + 1
    )


def test_a_flipped_segment_is_named_at_the_city_and_stops_no_other_window(at: World):
    busy(at)
    name = waiting_segment(at)
    at.files[name] = at.files[name][:-1] + bytes([at.files[name][-1] ^ 1])

    at.collect()

    assert told_at_the_city(at)[name] == "damaged"
    other = at.windows[1]
    assert lines_of(at.city, other.origin) == without_arrival(other.lines())
    check_nothing_wrong_is_believed(at)


def test_a_segment_sealed_by_a_stranger_is_named_as_that(at: World):
    busy(at)
    name, first = waiting_segment(at), at.windows[0]
    lines = first.lines()
    forged = [line for line in lines if line.seq >= lines_of(at.city, first.origin)[-1].seq + 1]
    recipients = [at.city.keys.recipient, at.city.hall_keys(HALL).recipient]
    at.files[name] = seal_segment(forged, sign=signer(new_signing_key()[0]), recipients=recipients)

    at.collect()

    assert name_of(forged) == name
    assert told_at_the_city(at)[name] == "signature_wrong"
    check_nothing_wrong_is_believed(at)


def test_a_bomb_is_named_and_never_unpacked(at: World):
    busy(at)
    name = waiting_segment(at)
    at.files[name] = bytes(9 * 1024 * 1024)

    at.collect()

    assert told_at_the_city(at)[name] in ("bomb", "too_large")
    check_nothing_wrong_is_believed(at)


def test_what_is_sealed_to_others_is_named_as_not_for_us(at: World):
    busy(at)
    name = waiting_segment(at)
    at.files[name] = seal(b"for somebody else", ["age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"])

    at.collect()

    assert told_at_the_city(at)[name] == "not_for_us"


def test_another_segment_of_the_window_in_its_place_is_misplaced(at: World):
    busy(at)
    name = waiting_segment(at)
    earlier = next(n for n in sorted(at.files) if "/seg/" in n and n < name and at.windows[0].origin in n)
    at.files[name] = at.files[earlier]

    at.collect()

    assert told_at_the_city(at)[name] == "misplaced"


def test_everything_played_back_as_it_was_yesterday_moves_nothing(at: World):
    busy(at)
    at.come_to_rest()
    yesterday = dict(at.files)
    at.act(at.windows[0])
    at.come_to_rest()
    known = [dict(window.outbox.acknowledged()) for window in at.windows]

    heads = {name: body for name, body in yesterday.items() if name.startswith("city-")}
    at.files.update(heads)
    for window in at.windows:
        window.sync()

    assert [window.outbox.acknowledged() for window in at.windows] == known
    check_nothing_wrong_is_believed(at)
    at.act(at.windows[1])
    at.come_to_rest()
    check_everything_is_at_the_city(at)


def test_rule_08_what_comes_in_never_touches_a_line_that_the_city_has_not_confirmed(at: World):
    first, second = at.windows
    at.act(first)
    unsent = first.lines()
    at.act(second)
    second.sync()
    at.collect()

    first.pump.signals.set_paused(is_paused=False)
    first.sync()

    assert first.lines()[: len(unsent)] == unsent
    at.come_to_rest()
    assert first.lines()[: len(unsent)] == unsent
    check_everything_is_at_the_city(at)
