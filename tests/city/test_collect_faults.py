"""What is wrong with a file, an entry, a window is named with what to do, and stops nobody else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.city.folder import City
from desktop.city.joining import revoke
from desktop.domain import events as ev
from desktop.store.line import hash_of
from desktop.sync.carriers.folder import FolderCarrier
from desktop.sync.segment import name_of
from tests.city.reading import answers, faults, head_of, kinds, poll, poll_stick, stored, written
from tests.city.window import Window, chained
from tests.store.samples import SetClock

Windows = Callable[..., Window]

pytestmark = pytest.mark.expects_log(30)  # WARNING: what is set aside is told


@pytest.fixture
def address() -> str:
    """SQLite alone: what a file is worth does not depend on the database."""
    return ""


def test_a_settled_pointer_costs_no_look_at_its_window(city: City, window: Window, clock: SetClock):
    window.take_in(1)
    window.put()
    poll(city, is_sweep=False)
    clock.moment += timedelta(minutes=5)
    poll(city, is_sweep=False)

    assert poll(city, is_sweep=False).origins == 0


def test_a_window_whose_clock_is_a_month_behind_is_found_by_the_sweep(city: City, window: Window):
    poll(city)
    window.clock.moment -= timedelta(days=30)
    window.take_in(1)
    window.put()

    assert poll(city, is_sweep=False).lines == 0
    assert poll(city).lines == len(window.lines())


def test_a_flipped_file_is_set_aside_and_the_rest_goes_on(city: City, window: Window, new_window: Windows):
    other = new_window(city, "03")
    for each in (window, other):
        each.take_in(2)
    sealed = bytearray(window.seal(window.lines(1, 2)))
    sealed[-40] ^= 1
    name = window.put_bytes(name_of(window.lines(1, 2)), bytes(sealed))
    window.put(3)
    other.put()

    report = poll(city)

    assert (report.set_aside, stored(city, other.origin)) == (1, written(other))
    aside = next(fault for fault in faults(city) if fault.kind.value == "set_aside")
    assert (aside.origin, aside.name, aside.details["reason"]) == (window.origin, name, "damaged")
    assert [path.read_bytes() for path in (city.folder / "set_aside").iterdir()] == [bytes(sealed)]


def test_a_whole_file_on_a_stick_puts_a_damaged_one_right(city: City, window: Window, tmp_path: Path):
    window.take_in(2)
    window.put_bytes(name_of(window.lines(1, 2)), b"none of ours")
    window.put(3)
    poll(city)
    stick = FolderCarrier(tmp_path / "stick")
    (tmp_path / "stick").mkdir()
    window.put(1, 2, carrier=stick)

    poll_stick(city, stick)
    poll(city)

    assert stored(city, window.origin) == written(window)
    assert faults(city) == []


def test_a_foreign_file_under_a_windows_name_is_named(city: City, window: Window, new_window: Windows):
    other = new_window(city, "03")
    other.take_in(1)
    window.take_in(1)
    window.put_bytes(name_of(window.lines()), other.seal(other.lines()))

    poll(city)

    assert [fault.details["reason"] for fault in faults(city) if fault.kind.value == "set_aside"] == ["misplaced"]


def test_a_forged_signature_is_named(city: City, window: Window, new_window: Windows):
    forger = new_window(city, "03")
    window.take_in(1)
    window.sign = forger.sign  # type: ignore[method-assign]
    window.put()

    poll(city)

    assert [fault.details["reason"] for fault in faults(city)] == ["signature_wrong"]
    assert stored(city, window.origin) == []


def test_a_segment_that_does_not_follow_on_the_last_line_is_a_fork(city: City, window: Window):
    window.take_in(2)
    window.put(1, 2)
    poll(city)
    window.put_lines(chained(window.lines(3), bytes(range(32))))

    poll(city)

    assert [fault.kind.value for fault in faults(city)] == ["fork"]
    assert stored(city, window.origin) == written(window, 2)


def test_a_successor_of_a_revoked_window_has_to_be_approved(city: City, window: Window, new_window: Windows):
    revoke(city, window.origin)
    successor = new_window(city, "02", asks=False)
    successor.ask_to_join(after=window)

    assert [one.is_approved for one in poll(city).asked] == [False]


def test_a_revoked_window_is_not_collected_and_what_was_taken_stays(city: City, window: Window):
    window.take_in(2)
    window.put(1, 2)
    poll(city)
    revoke(city, window.origin)
    window.put(3)

    poll(city)

    assert stored(city, window.origin) == written(window, 2)
    assert kinds(city) == [("revoked", window.origin)]


def test_a_clock_that_is_ahead_is_told_and_its_lines_are_taken(city: City, window: Window):
    window.clock.moment += timedelta(minutes=45)
    window.take_in(1)
    window.put()

    poll(city)

    assert stored(city, window.origin) == written(window)
    (fault,) = faults(city)
    assert (fault.kind.value, fault.details) == ("clock_ahead", {"minutes": 45})


def test_a_clock_that_went_back_is_told(city: City, window: Window):
    window.take_in(1)
    first, second = window.lines(1, 2)
    back = replace(second, at=first.at - 3 * 3600 * 1000)
    window.put_lines([first, replace(back, hash=hash_of(back))])

    poll(city)

    assert [(fault.kind.value, fault.details) for fault in faults(city)] == [("clock_back", {"minutes": 180})]


def test_a_case_that_lacks_what_the_exchange_needs_is_refused_with_the_field(city: City, window: Window):
    window.take_in(1, catalogue_version="")
    window.put()

    poll(city)

    (answer,) = answers(city)
    assert isinstance(answer, ev.CityRefusedEntry)
    assert (answer.reason, answer.field, answer.entry_seq) == ("entry_field_missing", "catalogue_version", 1)


def test_two_halls_have_heads_of_their_own(city: City, window: Window, new_window: Windows, carrier: FolderCarrier):
    far = new_window(city, "01", hall="450000200")
    for each in (window, far):
        each.take_in(1)
        each.put()

    poll(city)

    assert list(head_of(city, carrier).acked) == [window.origin]
    assert list(head_of(city, carrier, "450000200").acked) == [far.origin]
