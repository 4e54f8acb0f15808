"""Scans: chunks in any order, from store and stick, put together once and proved; a missing one is known by number."""

import asyncio
import hashlib
import random
from pathlib import Path

import pytest

from desktop.city.folder import City
from desktop.city.scan_pages import page_file
from desktop.sync.carriers.folder import FolderCarrier
from desktop.sync.chunk import seal_chunk
from tests.city.reading import faults, head_of, poll, poll_stick
from tests.city.window import Window, manifest

KB = 1024
PAGE = random.Random(4).randbytes(70_000)

pytestmark = pytest.mark.expects_log(30)


@pytest.fixture
def address() -> str:
    return ""


@pytest.fixture
def scan(window: Window) -> int:
    """A case with a page announced, and the segment that says so in the store; the number of its line."""
    (case_id,) = window.take_in(1)
    seq = window.add_scan(PAGE, case_id)
    window.put()
    return seq


def kept(city: City, page: bytes = PAGE) -> bytes | None:
    path = page_file(city, "450000100", hashlib.sha256(page).hexdigest())
    return path.read_bytes() if path.exists() else None


def test_a_page_arrives_chunk_by_chunk_and_is_acknowledged_when_whole(
    city: City, window: Window, carrier: FolderCarrier, scan: int
):
    window.put_chunks(PAGE, scan, (0, 16 * KB), (32 * KB, 48 * KB))
    poll(city)
    assert (kept(city), head_of(city, carrier).scans_missing) == (None, {window.origin: (scan,)})
    assert not head_of(city, carrier).has_scan(window.origin, scan)

    window.put_chunks(PAGE, scan, (16 * KB, 32 * KB), (48 * KB, len(PAGE)))
    poll(city)

    assert kept(city) == PAGE
    assert head_of(city, carrier).has_scan(window.origin, scan)


def test_entries_are_acknowledged_while_a_page_is_missing(
    city: City, window: Window, carrier: FolderCarrier, scan: int
):
    poll(city)

    assert head_of(city, carrier).acked[window.origin].seq == scan


def test_chunks_of_other_sizes_from_a_stick_fill_what_the_line_began(
    city: City, window: Window, scan: int, tmp_path: Path
):
    (tmp_path / "stick").mkdir()
    stick = FolderCarrier(tmp_path / "stick")
    window.put_chunks(PAGE, scan, (0, 16 * KB))
    poll(city)
    window.put_chunks(PAGE, scan, (8 * KB, len(PAGE)), carrier=stick)

    poll_stick(city, stick)

    assert kept(city) == PAGE


def test_chunks_that_make_another_page_are_told_and_the_right_ones_are_taken_later(
    city: City, window: Window, carrier: FolderCarrier, scan: int, store_root: Path
):
    other = bytes(len(PAGE))
    (name,) = window.put_chunks(PAGE, scan, (0, len(PAGE)))
    (store_root / name).write_bytes(seal_chunk(other, recipients=window.enrolment.recipients))

    poll(city)

    (fault,) = faults(city)
    assert (fault.kind.value, fault.details) == ("scan_wrong", {"seq": scan})
    assert not head_of(city, carrier).has_scan(window.origin, scan)

    (store_root / name).write_bytes(seal_chunk(PAGE, recipients=window.enrolment.recipients))
    poll(city)

    assert (kept(city), faults(city)) == (PAGE, [])


def test_a_damaged_chunk_stops_no_other_page(city: City, window: Window, scan: int, store_root: Path):
    second = PAGE[::-1]
    (case_id,) = window.take_in(1)
    later = window.add_scan(second, case_id)
    window.put(scan + 1)
    (name,) = window.put_chunks(PAGE, scan, (0, len(PAGE)))
    (store_root / name).write_bytes(b"spoilt")
    window.put_chunks(second, later, (0, len(second)))

    poll(city)

    assert (kept(city), kept(city, second)) == (None, second)
    assert [fault.kind.value for fault in faults(city)] == ["set_aside"]


def test_the_same_page_of_another_case_needs_no_second_sending(
    city: City, window: Window, carrier: FolderCarrier, scan: int
):
    window.put_chunks(PAGE, scan, (0, len(PAGE)))
    poll(city)
    (case_id,) = window.take_in(1)
    again = window.add_scan(PAGE, case_id)
    window.put(scan + 1)

    poll(city)

    assert head_of(city, carrier).has_scan(window.origin, again)


def test_more_missing_pages_than_the_head_names_are_cut_at_a_number(city: City, window: Window, carrier: FolderCarrier):
    (case_id,) = window.take_in(1)
    first = len(window.lines()) + 1
    window.record(*(manifest(b"%d" % n) for n in range(502)), case_id=case_id)
    numbers = list(range(first, first + 502))
    window.put()

    poll(city)

    head = head_of(city, carrier)
    assert head.scans_missing[window.origin] == tuple(numbers[:500])
    assert head.scans_complete_to == {window.origin: numbers[500] - 1}
    assert not head.has_scan(window.origin, numbers[501])


def test_chunks_lie_where_only_hall_and_city_find_them(window: Window, scan: int):
    (name,) = window.put_chunks(PAGE, scan, (0, len(PAGE)))

    assert hashlib.sha256(PAGE).hexdigest() not in name
    assert asyncio.run(window.carrier.stat(name)) is not None
