"""Copies, restored backups and forks: nothing is lost, nothing is written twice, and the window says so."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.ports_sync import LineState, Trouble
from desktop.store.store import Store
from desktop.sync.joining import ENROLMENT
from tests.store import samples
from tests.store.samples import KEY
from tests.sync.proof.at_the_city import lines_of, without_arrival
from tests.sync.proof.halls import HallWindow, World, window_on


@pytest.fixture
def opened() -> Iterator[list[Store]]:
    stores: list[Store] = []
    yield stores
    for store in stores:
        store.close()


def restored(at: World, backup: Path, opened: list[Store]) -> HallWindow:
    """The window on an older copy of its database, on another disk."""
    store = Store.open(backup, KEY, clock=at.clock)
    opened.append(store)
    return window_on(store, at)


def copy_of(window: HallWindow, target: Path) -> Path:
    """The database of this moment in another place, whole."""
    target.mkdir()
    window.store._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(window.store.path, target)
    return target


def test_a_restored_backup_goes_on_as_a_new_origin_and_gets_its_own_lines_back(
    at: World, window: HallWindow, tmp_path: Path, opened: list[Store]
):
    at.act(window)
    backup = copy_of(window, tmp_path / "backup")
    at.act(window)
    at.act(window)
    window.sync()
    at.collect()
    lost, lines = window.cases[1:], window.lines()
    window.store.close()

    again = restored(at, backup, opened)
    assert again.outbox.succeeded() == window.origin
    with again.store.read() as reader:
        assert reader.case(lost[0]) is None
    again.take_in(99)
    again.sync()

    with again.store.read() as reader:
        assert all(reader.case(case_id) for case_id in (*window.cases, *again.cases))
        assert without_arrival(list(reader.ledger.of_origin(window.origin))) == without_arrival(lines)
    at.windows[:] = [again]
    at.come_to_rest()
    assert lines_of(at.city, again.origin) == without_arrival(again.lines())
    assert again.pump.standing.state is LineState.ONLINE  # its predecessor's signature approved it
    assert again.outbox.backlog().entries == 0


def test_what_lay_in_the_store_and_not_yet_at_the_city_is_no_fork(
    at: World, window: HallWindow, tmp_path: Path, opened: list[Store]
):
    at.act(window)
    backup = copy_of(window, tmp_path / "backup")
    at.act(window)
    window.sync()  # lines of both cases in one file, beyond what the backup has
    window.store.close()

    again = restored(at, backup, opened)
    again.sync()

    with again.store.read() as reader:
        assert all(reader.case(case_id) for case_id in window.cases)
    at.windows[:] = [again]
    at.come_to_rest()
    assert again.outbox.backlog().entries == 0
    assert lines_of(at.city, window.origin) == without_arrival(window_lines(again, window.origin))


def window_lines(window: HallWindow, origin: str):
    with window.store.read() as reader:
        return list(reader.ledger.of_origin(origin))


def clone(at: World, window: HallWindow, folder: Path, opened: list[Store]) -> HallWindow:
    """The image of a disk that runs on a second PC: nothing that the PC itself could notice."""
    profile = window.store.path.parent
    window.store.close()
    shutil.copytree(profile, folder)
    shutil.copy(profile / "installation.json", folder / "installation.json")
    first = Store.open(profile, KEY, clock=at.clock)
    opened.append(first)
    window.store = first
    _make_it_believe_it_is_the_original(folder)
    second = Store.open(folder, KEY, clock=at.clock)
    opened.append(second)
    assert second.origin == first.origin
    at.windows[0] = window_on(first, at)
    return window_on(second, at)


def _make_it_believe_it_is_the_original(folder: Path) -> None:
    import msgspec

    from desktop.store.installation import _place

    seal = msgspec.json.decode((folder / "installation.json").read_bytes())
    seal["place"] = _place(folder / "yichuang.db")
    (folder / "installation.json").write_bytes(msgspec.json.encode(seal))


@pytest.mark.expects_log
def test_two_pcs_that_write_as_one_window_are_found_and_the_second_goes_on_as_a_new_origin(
    at: World, window: HallWindow, tmp_path: Path, opened: list[Store]
):
    second = clone(at, window, tmp_path / "clone", opened)
    first = at.windows[0]
    first.take_in(1)
    second.take_in(2)
    first.sync()
    second.sync()

    assert second.pump.standing.state is LineState.STOPPED
    assert second.pump.standing.problem == Trouble("origin_forked", {"origin": first.origin})
    own = second.lines()
    before = second.origin

    second.sync()  # a person has read it and presses the button
    second.take_in(3)
    second.sync()

    assert second.origin != before
    assert second.outbox.succeeded() == before
    with second.store.read() as reader:
        assert list(reader.ledger.of_origin(before)) == own  # nothing is lost here
    at.windows[:] = [first, second]
    at.come_to_rest()
    assert lines_of(at.city, first.origin) == without_arrival(first.lines())
    assert lines_of(at.city, second.origin) == without_arrival(second.lines())


@pytest.mark.expects_log
def test_an_acknowledged_line_that_is_another_one_here_stops_the_window(
    at: World, window: HallWindow, tmp_path: Path, opened: list[Store]
):
    second = clone(at, window, tmp_path / "clone", opened)
    first = at.windows[0]
    first.take_in(1)
    first.sync()
    at.collect()
    second.take_in(2)

    second.outbox.set_setting(ENROLMENT, first.outbox.setting(ENROLMENT))
    second.sync()

    assert second.pump.standing.state is LineState.STOPPED
    assert second.outbox.acknowledged().get(first.origin, 0) < len(second.lines())


def test_a_moved_window_sends_what_it_wrote_at_its_old_place(at: World, window: HallWindow):
    at.act(window)
    old = window.origin
    window.store.move(hall="450000100", window="07")
    with window.store.write(samples.CLERK) as unit:
        unit.record([samples.accepted()], case_id=window.cases[0])

    at.come_to_rest()

    assert window.origin != old
    assert len(lines_of(at.city, old)) == len(window_lines(window, old))
    assert len(lines_of(at.city, window.origin)) == len(window.lines())
    assert window.outbox.backlog().entries == 0
