"""What the windows put reaches the database whole, once, in order; what is wrong is named and stops nobody else."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.city import answer_lines
from desktop.city.folder import City
from desktop.city.joining import approve
from desktop.domain import events as ev
from desktop.sync.carriers.folder import FolderCarrier
from tests.city.reading import answers, faults, head_of, kinds, poll, poll_stick, stored, written
from tests.city.window import Window, chained
from tests.store import samples

Windows = Callable[..., Window]

pytestmark = pytest.mark.expects_log(30)  # WARNING: what is set aside is told


def test_what_a_window_put_is_in_the_database_and_acknowledged(city: City, window: Window, carrier: FolderCarrier):
    window.take_in(3)
    window.put(1, 4)
    window.put(5)

    report = poll(city)

    assert (report.lines, report.segments) == (len(window.lines()), 2)
    assert stored(city, window.origin) == written(window)
    acked = head_of(city, carrier).acked[window.origin]
    assert (acked.seq, acked.hash) == (window.lines()[-1].seq, window.lines()[-1].hash.hex())


def test_a_store_read_twice_gives_the_same_and_says_nothing_new(city: City, window: Window):
    window.take_in(2)
    window.put()
    poll(city)

    again = poll(city)

    assert (again.lines, again.segments, again.heads) == (0, 0, 0)
    assert stored(city, window.origin) == written(window)


def test_a_poll_by_the_inbox_finds_what_is_new(city: City, window: Window):
    window.take_in(1)
    window.put()
    poll(city)
    window.take_in(1)
    window.put(len(written(window)) - 1)

    report = poll(city, is_sweep=False)

    assert report.lines == 2
    assert stored(city, window.origin) == written(window)


def test_a_second_burst_in_the_minute_of_the_first_is_not_overlooked(city: City, window: Window):
    window.take_in(1)
    window.put()
    poll(city, is_sweep=False)
    window.take_in(1)
    window.put(len(written(window)) - 1)  # the same pointer

    assert poll(city, is_sweep=False).lines == 2


def test_lines_behind_a_gap_wait_and_go_on_by_themselves(city: City, window: Window, carrier: FolderCarrier):
    window.take_in(3)
    missing = window.lines(3, 4)
    window.put(1, 2)
    window.put(5)

    poll(city)

    (gap,) = faults(city)
    assert (gap.kind.value, gap.details) == ("gap", {"first": 3, "last": 4})
    assert head_of(city, carrier).acked[window.origin].seq == 2

    window.put_lines(missing)
    poll(city)

    assert faults(city) == []
    assert stored(city, window.origin) == written(window)


def test_a_second_history_under_one_origin_is_a_fork_and_both_are_kept(city: City, window: Window):
    window.take_in(2)
    window.put(1, 3)
    poll(city)
    lines = window.lines()
    other = replace(lines[2], body=ev.encode(samples.accepted()))
    forked = chained([other, *lines[3:]], lines[1].hash)
    window.put_lines(forked)  # from 3 on, where the city has 3 already

    report = poll(city)

    assert report.forks == 1
    (fork,) = faults(city)
    assert (fork.kind.value, fork.details) == ("fork", {"first": 3, "last": len(lines)})
    assert stored(city, window.origin) == written(window, 3)
    assert len(list((city.folder / "set_aside").iterdir())) == 1


def test_the_same_lines_cut_otherwise_are_no_fork(city: City, window: Window, tmp_path: Path):
    window.take_in(3)
    window.put(1, 3)
    poll(city)
    window.put(2, 6)  # a restored window may cut anew what it had sent

    report = poll(city)

    assert report.forks == 0
    assert stored(city, window.origin) == written(window, 6)


def test_who_is_unknown_waits_until_approved_and_is_collected_then(city: City, window: Window, new_window: Windows):
    stranger = new_window(city, "05", asks=False)
    stranger.take_in(1)
    stranger.put()
    poll(city)
    assert kinds(city) == [("unknown_origin", stranger.origin)]

    stranger.ask_to_join()
    asked = poll(city).asked
    assert [(one.origin, one.is_approved) for one in asked] == [(stranger.origin, False)]
    assert (faults(city), stored(city, stranger.origin)) == ([], [])

    approve(city, stranger.origin)
    poll(city, is_sweep=False)

    assert stored(city, stranger.origin) == written(stranger)


def test_a_successor_that_its_predecessor_vouches_for_needs_no_approval(
    city: City, window: Window, new_window: Windows
):
    successor = new_window(city, "02", asks=False)
    successor.take_in(1)
    successor.put()
    successor.ask_to_join(after=window)

    report = poll(city)

    assert [(one.origin, one.is_approved) for one in report.asked] == [(successor.origin, True)]
    assert stored(city, successor.origin) == written(successor)


def test_an_entry_that_cannot_be_read_is_kept_and_refused_once(city: City, window: Window):
    window.take_in(1)
    lines = window.lines()
    odd = replace(lines[1], kind="NotYetInvented", body=b'{"kind":"NotYetInvented","what":1}')
    window.put_lines(chained([lines[0], odd], lines[0].prev))

    reports = [poll(city), poll(city)]

    assert [report.refused for report in reports] == [1, 0]
    assert len(stored(city, window.origin)) == 2
    assert answers(city) == [
        ev.CityRefusedEntry(entry_origin=window.origin, entry_seq=2, reason="entry_unreadable", field="body")
    ]


def test_a_zero_character_stops_neither_its_window_nor_another(city: City, window: Window):
    window.take_in(1)
    lines = window.lines()
    odd = replace(lines[0], clerk="zhang\0san")
    made = chained([odd, lines[1]], lines[0].prev)
    window.put_lines(made)

    poll(city)

    assert stored(city, window.origin) == [(line.seq, line.hash) for line in made]
    assert [answer.reason for answer in answers(city) if isinstance(answer, ev.CityRefusedEntry)] == [
        "entry_unreadable"
    ]


def test_a_stick_read_twice_and_in_any_order_gives_the_same(
    city: City, window: Window, carrier: FolderCarrier, tmp_path: Path
):
    window.take_in(4)
    (tmp_path / "stick").mkdir()
    stick = FolderCarrier(tmp_path / "stick")
    window.put(1, 2)
    window.put(3, 5, carrier=stick)
    window.put(6)

    first = poll_stick(city, stick)  # before the store was ever read: nothing follows on yet
    poll(city)
    second = poll_stick(city, stick)
    poll(city)
    third = poll_stick(city, stick)

    assert (first.lines, second.lines, third.lines) == (0, 3, 0)
    assert stored(city, window.origin) == written(window)
    assert faults(city) == []


def test_a_stick_takes_the_citys_answers_home(city: City, window: Window, tmp_path: Path):
    (tmp_path / "stick").mkdir()
    stick = FolderCarrier(tmp_path / "stick")
    window.take_in(1)
    window.put(carrier=stick)
    with city.database.write() as conn:
        message = ev.CityMessage(office="示例市大数据局", text="请核对")
        answer_lines.append(conn, "450000100", [(message, None)], at=city.now_ms())

    poll_stick(city, stick)

    head = head_of(city, stick)
    assert head.acked[window.origin].seq == 2
    assert (head.answers, head.keys) == (1, 1)
    names = asyncio.run(stick.list("city-450000100/"))
    assert [name.split("/")[1] for name in names] == ["HEAD.json", "ans", "keys"]
