"""Files of pages: encrypted, whole or not there, found when damaged, swept when nothing names them, in the backup."""

import errno
import hashlib
import os
import threading
from pathlib import Path

import pytest

from desktop.domain.events import ScanAdded
from desktop.ports_scans import DraftScan, KeptScan
from desktop.problems import DiskFull, ScanDamaged, ScanMissing
from desktop.store.backup import restore
from desktop.store.profile import create_profile
from desktop.store.scan_files import ScanFiles
from desktop.store.store import Store
from tests.store.conftest import clock, profile, store
from tests.store.samples import CHEAP, CLERK, SetClock, received

__all__ = ["clock", "profile", "store"]

PAGE = b"a page of somebody made up" * 50
ORIGINAL = b"the file that it came from" * 500
CASE = "01234567-89ab-7def-8123-000000000001"


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def kept(content: bytes, original: bytes = b"", number: int = 1) -> KeptScan:
    return KeptScan(
        digest(content), "image/webp", len(content), 100, 141, 200, digest(original) if original else "", number
    )


def keep(store: Store, content: bytes, *, original: bytes = b"", place: int = 1) -> str:
    """A page in a draft, its file first, as at capture."""
    with store.scan_files.keeping():
        store.scan_files.keep(digest(content), content)
        if original:
            store.scan_files.keep_original(digest(original), original)
        with store.write(CLERK) as unit:
            unit.note_scan(kept(content, original, place))
            unit.put_draft_scan(CASE, DraftScan("m1", place, "", kept(content, original, place)))
    return digest(content)


def file_of(store: Store, sha256: str) -> Path:
    return store.scan_files.folder / sha256[:2] / sha256


def test_a_page_is_read_as_it_was_kept(store):
    sha256 = keep(store, PAGE, original=ORIGINAL)

    assert store.scan_files.read(sha256) == PAGE
    assert store.scan_files.read_original(digest(ORIGINAL)) == ORIGINAL


def test_nobody_reads_a_page_from_the_disk_alone(store):
    sha256 = keep(store, PAGE)
    raw = file_of(store, sha256).read_bytes()

    assert b"somebody" not in raw
    assert file_of(store, sha256).stat().st_mode & 0o077 == 0
    with pytest.raises(ScanDamaged):
        ScanFiles(store.path.parent, bytes(32)).read(sha256)


@pytest.mark.parametrize("at", [0, 9, 30, -1])
def test_a_flipped_bit_anywhere_is_found_and_the_file_stays(store, at):
    path = file_of(store, keep(store, PAGE))
    raw = bytearray(path.read_bytes())
    raw[at] ^= 1
    path.write_bytes(raw)

    with pytest.raises(ScanDamaged) as found:
        store.scan_files.read(digest(PAGE))
    assert found.value.fields == {"sha256": digest(PAGE)[:12]}
    assert path.exists()


def test_a_file_that_is_cut_off_is_found(store):
    path = file_of(store, keep(store, PAGE))
    path.write_bytes(path.read_bytes()[:15])

    with pytest.raises(ScanDamaged):
        store.scan_files.read(digest(PAGE))


def test_a_file_cannot_stand_for_another(store):
    first, second = keep(store, PAGE), keep(store, PAGE + b"2", place=2)
    file_of(store, second).write_bytes(file_of(store, first).read_bytes())

    with pytest.raises(ScanDamaged):
        store.scan_files.read(second)


def test_a_page_that_is_kept_again_mends_its_damaged_file(store):
    path = file_of(store, keep(store, PAGE))
    path.write_bytes(b"damaged")

    store.scan_files.keep(digest(PAGE), PAGE)

    assert store.scan_files.read(digest(PAGE)) == PAGE


def test_a_page_that_is_not_here_is_said_to_be_missing(store):
    with pytest.raises(ScanMissing):
        store.scan_files.read(digest(PAGE))
    assert store.scan_files.find(digest(PAGE)) is None
    assert store.scan_files.read_original(digest(PAGE)) is None


def test_a_name_that_is_no_hash_reaches_no_file(store):
    with pytest.raises(ValueError, match="not a SHA-256"):
        store.scan_files.read("../../keys.json")


def test_a_full_disk_leaves_nothing_of_a_page(store, monkeypatch):
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(DiskFull):
        store.scan_files.keep(digest(PAGE), PAGE)
    assert [path for path in store.scan_files.folder.rglob("*") if path.is_file()] == []


# originals


def test_an_original_goes_when_the_city_has_its_last_page(store):
    first = keep(store, PAGE, original=ORIGINAL)
    second = keep(store, PAGE + b"2", original=ORIGINAL, place=2)

    store.drop_original(first)
    assert store.scan_files.read_original(digest(ORIGINAL)) == ORIGINAL

    store.drop_original(second)
    store.drop_original(second)
    assert store.scan_files.read_original(digest(ORIGINAL)) is None
    assert store.scan_files.read(second) == PAGE + b"2"
    with store.read() as reader:
        assert reader.kept_scan(second) == kept(PAGE + b"2", number=2)


# sweeping


def test_what_a_cut_left_behind_is_swept_and_nothing_else(store):
    named = keep(store, PAGE, original=ORIGINAL)
    store.scan_files.keep(digest(b"orphan"), b"orphan")
    store.scan_files.keep_original(digest(b"orphan file"), b"orphan file")
    leaving = file_of(store, named).with_name(f".{named}.4711.new")
    leaving.write_bytes(b"half")

    assert store.sweep_scans() == 2

    assert store.scan_files.names() == {named}
    assert store.scan_files.original_names() == {digest(ORIGINAL)}
    assert not leaving.exists()
    assert store.sweep_scans() == 0


def test_a_page_that_a_line_of_the_ledger_names_is_never_swept(store):

    sha256 = keep(store, PAGE)
    with store.write(CLERK) as unit:
        unit.record([received()], case_id=CASE)
        unit.record(
            [ScanAdded(sha256=sha256, material_code="m1", place=1, media="image/webp", size_bytes=len(PAGE))],
            case_id=CASE,
        )
        unit.clear_draft_scans(CASE)

    assert store.sweep_scans() == 0
    assert store.scan_files.read(sha256) == PAGE


def test_a_sweep_waits_for_a_capture_that_is_under_way(store):
    swept = threading.Event()

    def sweep() -> None:
        store.sweep_scans()
        swept.set()

    sweeping = threading.Thread(target=sweep)

    with store.scan_files.keeping():
        store.scan_files.keep(digest(PAGE), PAGE)
        sweeping.start()
        assert not swept.wait(0.05)
        with store.write(CLERK) as unit:
            unit.note_scan(kept(PAGE))
            unit.put_draft_scan(CASE, DraftScan("m1", 1, "", kept(PAGE)))
    sweeping.join()

    assert store.scan_files.read(digest(PAGE)) == PAGE


# backup


@pytest.fixture
def whole(tmp_path: Path) -> Store:
    made = create_profile(
        tmp_path / "window",
        hall="yangxu",
        window="02",
        user="zhangsan",
        password="demo-2026",
        clock=SetClock(),
        cost=CHEAP,
    )
    return made.store


def test_a_backup_has_the_pages_once_for_all_of_them_and_gives_them_back(whole, tmp_path):
    with whole:
        sha256 = keep(whole, PAGE, original=ORIGINAL)
        backup = whole.back_up(tmp_path / "stick")
        (folder,) = (tmp_path / "stick").glob("scans-*")
        first = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
        second = keep(whole, PAGE + b"2", place=2)
        backup.rename(backup.with_name("earlier"))
        whole.back_up(tmp_path / "stick")
        key = whole._key

    now = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    assert {path: now[path] for path in first} == first
    assert len(now) == len(first) + 1
    restore(tmp_path / "stick/earlier", tmp_path / "again")
    with Store.open(tmp_path / "again", key, clock=SetClock()) as opened:
        assert opened.scan_files.read(sha256) == PAGE
        assert opened.scan_files.read(second) == PAGE + b"2"
        with opened.read() as reader:
            assert [scan.sha256 for scan in reader.draft_scans(CASE)] == [sha256]


def test_a_damaged_page_does_not_replace_the_sound_one_of_the_backup(whole, tmp_path):
    with whole:
        sha256 = keep(whole, PAGE)
        whole.back_up(tmp_path / "stick").rename(tmp_path / "stick/earlier")
        file_of(whole, sha256).write_bytes(os.urandom(77))
        whole.back_up(tmp_path / "stick")
        key = whole._key

    restore(tmp_path / "stick/earlier", tmp_path / "again")
    with Store.open(tmp_path / "again", key, clock=SetClock()) as opened:
        assert opened.scan_files.read(sha256) == PAGE
