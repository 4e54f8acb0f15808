"""One button writes a package: what is unacknowledged, sealed, proved, with its signed list last."""

import asyncio
import contextlib
from pathlib import Path

import pytest

from desktop import drives
from desktop.sync.carriers.folder import FolderCarrier
from desktop.sync.chunk import open_chunk
from desktop.sync.package import FOLDER, tree_of
from desktop.sync.package_list import PackageCheck, check_package
from desktop.sync.package_writing import pieces, write_package
from desktop.sync.problems import StickFull, StickGone, StickReadOnly, StickStopped
from desktop.sync.segment import open_segment
from tests.sync.package.media import Medium
from tests.sync.package.window import AT_MS, CITY, HALL, Window, tree, write


def checked(folder: Path, *windows: Window) -> PackageCheck:
    keys = {window.origin: window.keys[1] for window in windows}
    return asyncio.run(check_package(FolderCarrier(tree_of(folder)), HALL, key_of=keys.get))


def test_every_kind_of_stick_takes_the_package_whole(window, stick):
    written = write(window, stick.folder)

    found = checked(stick.folder, window)
    assert found.is_whole
    assert (written.cases, written.entries, written.scans, written.left_out) == (6, 6, 3, 0)
    assert len(found.sound) == 2 + 4
    assert written.size_bytes == sum(len(tree(stick.folder / FOLDER)[name]) for name in found.sound)


def test_the_city_opens_what_the_stick_brings(window, tmp_path):
    write(window, tmp_path)

    files = tree(tmp_path / FOLDER)
    for name in window.files:
        open_segment(files[name], name=name, identities=(CITY,), key_of=lambda _origin: window.keys[1])
    chunks = [name for name in files if "/blob/" in name]
    pages = {name.rsplit("/", 1)[0]: b"" for name in chunks}
    for name in sorted(chunks):
        pages[name.rsplit("/", 1)[0]] += open_chunk(files[name], identities=(CITY,))
    assert sorted(pages.values()) == sorted(window.pages.values())


def test_written_twice_is_the_same(window, tmp_path):
    first = write(window, tmp_path)
    files = tree(tmp_path)

    again = write(window, tmp_path, at_ms=AT_MS + 60_000)

    assert again == first
    assert tree(tmp_path) == files


def test_the_packages_of_two_windows_lie_side_by_side(window, tmp_path):
    neighbour = Window(origin=f"{HALL}-03-ffffffff", entries=4)
    write(window, tmp_path)
    write(neighbour, tmp_path)

    found = checked(tmp_path, window, neighbour)
    assert found.is_whole
    assert {made.origin for made in found.lists} == {window.origin, neighbour.origin}


def test_a_request_to_be_approved_goes_by_stick_as_well(tmp_path):
    window = Window()
    window.papers = [(f"ev-{HALL}/join/{window.origin}.json", b"a request")]

    write(window, tmp_path)

    assert f"ev-{HALL}/join/{window.origin}.json" in checked(tmp_path, window).sound


def test_nothing_to_send_leaves_no_list(tmp_path):
    written = write(Window(entries=0), tmp_path)

    assert (written.entries, written.scans, written.size_bytes) == (0, 0, 0)
    assert tree(tmp_path) == {}


def test_entries_come_first_and_of_the_scans_the_newest(window, card: Medium):
    window.add_pages(*[500_000] * 12)  # 6 MB for a stick of 4

    written = write(window, card.folder)

    assert written.entries == 6
    assert 0 < written.left_out < 15
    assert written.scans + written.left_out == 15
    assert checked(card.folder, window).is_whole
    newest = list(window.pages)[-1]
    assert any(window.packaged(newest).address in name for name in tree(card.folder))


def test_a_stick_without_room_for_the_entries_says_what_is_needed(window, card: Medium):
    fill_up(card.folder, leaving=0)

    with pytest.raises(StickFull) as refused:
        write(window, card.folder)

    assert refused.value.fields["needed"].endswith(" MB")
    assert [name for name in tree(card.folder) if name.startswith(FOLDER)] == []


def test_a_stick_that_gets_full_on_the_way_keeps_the_scans_that_are_whole(window, card: Medium):
    window.add_pages(*[400_000] * 4)
    begun: list[int] = []

    def report(done: int, _total: int) -> None:
        if not begun and done:
            begun.append(done)
            fill_up(card.folder, leaving=1_000_000)

    written = write_package(window, card.folder, at_ms=AT_MS, report=report, is_cancelled=lambda: False)

    assert 0 < written.scans < 7
    assert checked(card.folder, window).is_whole


def test_a_locked_stick_is_said_to_be_locked(window, card: Medium):
    card.lock()

    with pytest.raises(StickReadOnly):
        write(window, card.folder)


def test_a_stick_pulled_out_in_the_middle_is_said_and_nothing_lands_on_the_disk_below(window, stick: Medium):
    def report(done: int, _total: int) -> None:
        if done:
            stick.pull_out()

    with pytest.raises(StickGone):
        write_package(window, stick.folder, at_ms=AT_MS, report=report, is_cancelled=lambda: False)

    assert tree(stick.folder) == {}


def test_a_stick_that_is_not_there_is_said(window, tmp_path):
    with pytest.raises(StickGone):
        write(window, tmp_path / "gone")


@pytest.mark.parametrize("place", range(7))
def test_stopped_at_any_place_the_stick_is_as_before(window, tmp_path, place):
    neighbour = Window(origin=f"{HALL}-03-ffffffff", entries=4)
    write(neighbour, tmp_path)
    before = tree(tmp_path)
    asked: list[int] = []

    def is_cancelled() -> bool:
        asked.append(1)
        return bool(len(asked) > place)

    with pytest.raises(StickStopped):
        write_package(window, tmp_path, at_ms=AT_MS, report=lambda _done, _total: None, is_cancelled=is_cancelled)

    assert tree(tmp_path) == before


def test_what_was_spoilt_on_the_stick_is_written_anew(window, tmp_path):
    write(window, tmp_path)
    names = [name for name in tree(tmp_path) if "/seg/" in name or "/blob/" in name]
    for name in names:
        raw = bytearray((tmp_path / name).read_bytes())
        raw[len(raw) // 2] ^= 1
        (tmp_path / name).write_bytes(raw)

    write(window, tmp_path, at_ms=AT_MS + 60_000)

    assert checked(tmp_path, window).is_whole


@pytest.mark.expects_log
def test_a_page_that_the_disk_lost_keeps_nothing_else_back(window, tmp_path):
    lost = next(iter(window.pages))
    window.lost = {lost}

    written = write(window, tmp_path)

    assert (written.entries, written.scans, written.left_out) == (6, 2, 1)


def test_a_scan_is_cut_where_the_store_has_it_so_that_a_relay_can_add_the_rest(window):
    sha256 = next(sha256 for sha256, page in window.pages.items() if len(page) == 300_000)
    window.stored = {sha256: 48 * 1024}

    assert list(pieces(window.packaged(sha256))) == [(0, 49_152), (49_152, 300_000)]


def fill_up(folder: Path, *, leaving: int) -> None:
    """Somebody else copies a film at the same time."""
    with contextlib.suppress(OSError), (folder / "film.mp4").open("wb", buffering=0) as film:
        while (drives.free_bytes(folder) or 0) > leaving:
            film.write(bytes(4096))
