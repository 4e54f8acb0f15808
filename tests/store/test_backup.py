"""Backups are read back before they count, open as a copy, and room is kept for bad days."""

import contextlib
import os
import shutil
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.problems import BackupFaulty, DatabaseDamaged, DiskFull, FileMissing, ProfileExists, WrongKey
from desktop.store import backup
from desktop.store.backup import DATABASE, back_up, disk_state, free_reserve, make_reserve, restore
from desktop.store.connection import open_database
from desktop.store.keys import KeyFile
from desktop.store.profile import NewProfile, create_profile, has_profile, load_keys
from desktop.store.rescue import Rescue, open_or_set_aside, readable_lines, reading, set_aside
from desktop.store.sqlcipher import dbapi
from desktop.store.store import Store
from tests.store import samples
from tests.store.samples import CHEAP, CLERK, NOON, SetClock

PASSWORD = "correct horse"


@pytest.fixture
def made(tmp_path: Path):
    new = create_profile(
        tmp_path / "hall", hall="yangxu", window="02", user="zhangsan", password=PASSWORD, clock=SetClock(), cost=CHEAP
    )
    with new.store.write(CLERK) as unit:
        unit.record([samples.received()], case_id=unit.new_id())
    yield new
    new.store.close()


def key_of(made: NewProfile) -> bytes:
    return made.keys.unlock("zhangsan", PASSWORD, now_ms=0)


def folder(made: NewProfile) -> Path:
    return made.store.path.parent


def test_backup_is_taken_while_work_goes_on_and_opens_elsewhere_as_a_copy(made: NewProfile, tmp_path: Path):
    with made.store.write(CLERK) as unit:
        unit.record([samples.received(2)], case_id=unit.new_id())
        copy = back_up(folder(made), key_of(made), tmp_path / "stick", now=NOON)
    restore(copy, tmp_path / "new-pc")

    key = load_keys(tmp_path / "new-pc").unlock("zhangsan", PASSWORD, now_ms=0)
    with Store.open(tmp_path / "new-pc", key, clock=SetClock()) as store, store.read() as reader:
        assert store.installation.predecessor == made.store.origin
        assert [row.case_number for row in reader.search("")] == [samples.case_number(1)]
        assert store.verify() is None
    assert copy.name == "backup-20261123-040000"
    assert sorted(file.name for file in copy.iterdir()) == ["keys.json", DATABASE]


def test_backup_put_back_in_its_old_place_is_a_new_origin_too(made: NewProfile, tmp_path: Path):
    copy = back_up(folder(made), key_of(made), tmp_path / "stick", now=NOON)
    made.store.close()
    shutil.copyfile(copy / DATABASE, folder(made) / DATABASE)
    for log in folder(made).glob(f"{DATABASE}-*"):
        log.unlink()

    with Store.open(folder(made), key_of(made), clock=SetClock()) as store:
        assert store.installation.predecessor == made.store.origin


def test_backup_is_encrypted(made: NewProfile, tmp_path: Path):
    copy = back_up(folder(made), key_of(made), tmp_path / "stick", now=NOON)

    assert "王示例".encode() not in (copy / DATABASE).read_bytes()


@pytest.mark.parametrize("lost", [BackupFaulty(path="x", reason="x"), DiskFull(path="x")])
def test_backup_that_fails_leaves_nothing(
    made: NewProfile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: Exception
):
    def fail(*_args: object) -> None:
        raise lost

    monkeypatch.setattr(backup, "_compare_tips", fail)

    with pytest.raises(type(lost)):
        back_up(folder(made), key_of(made), tmp_path / "stick", now=NOON)

    assert list((tmp_path / "stick").iterdir()) == []


def test_backup_that_does_not_end_in_the_same_line_is_faulty(made: NewProfile, tmp_path: Path):
    other = Store.create(_dir(tmp_path / "other"), samples.KEY, hall="yangxu", window="02", clock=SetClock())
    with other, other.read() as stranger, made.store.read() as mine, pytest.raises(BackupFaulty):
        backup._compare_tips(mine.ledger, stranger.ledger, tmp_path)


def _dir(path: Path) -> Path:
    path.mkdir()
    return path


def test_restore_never_overwrites_a_database_or_the_keys_of_another_profile(made: NewProfile, tmp_path: Path):
    copy = back_up(folder(made), key_of(made), tmp_path / "stick", now=NOON)
    KeyFile.create(_dir(tmp_path / "other") / "keys.json", user="lisi", password=PASSWORD, cost=CHEAP)

    for place in (folder(made), tmp_path / "other"):
        with pytest.raises(ProfileExists):
            restore(copy, place)
    assert not (tmp_path / "other" / DATABASE).exists()


def test_restore_keeps_newer_passwords(made: NewProfile, tmp_path: Path):
    copy = back_up(folder(made), key_of(made), tmp_path / "stick", now=NOON)
    made.keys.change_password("zhangsan", old=PASSWORD, new="battery staple", now_ms=0)
    made.store.close()
    set_aside(folder(made), key_of_new(made), now=NOON)

    restore(copy, folder(made))

    assert load_keys(folder(made)).unlock("zhangsan", "battery staple", now_ms=0)


def key_of_new(made: NewProfile) -> bytes:
    return made.keys.unlock("zhangsan", "battery staple", now_ms=0)


def test_restore_of_half_a_backup_is_refused(made: NewProfile, tmp_path: Path):
    copy = back_up(folder(made), key_of(made), tmp_path / "stick", now=NOON)
    (copy / "keys.json").unlink()

    with pytest.raises(FileMissing):
        restore(copy, tmp_path / "new-pc")
    assert not has_profile(tmp_path / "new-pc")


def test_reserve_is_made_at_set_up_and_given_up_once(made: NewProfile):
    assert disk_state(folder(made)).has_reserve
    assert make_reserve(folder(made))
    assert free_reserve(folder(made))
    assert not free_reserve(folder(made))
    assert not disk_state(folder(made)).has_reserve


@pytest.mark.skipif(not hasattr(os, "posix_fallocate"), reason="nothing else to compare with on this system")
@pytest.mark.parametrize("has_call", [True, False])
def test_reserve_takes_real_room_with_and_without_the_system_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_call: bool
):
    if not has_call:
        monkeypatch.delattr(os, "posix_fallocate")

    assert make_reserve(tmp_path)

    assert (tmp_path / backup.RESERVE).stat().st_blocks * 512 >= backup.RESERVE_BYTES


def test_disk_with_less_than_a_gigabyte_is_low():
    assert backup.DiskState(1024**3 - 1, has_reserve=True).is_low
    assert not backup.DiskState(1024**3, has_reserve=True).is_low


def test_reserve_is_not_made_where_room_is_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(backup, "LOW_BYTES", 2**62)

    assert not make_reserve(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_set_up_over_an_existing_profile_is_refused(made: NewProfile):
    with pytest.raises(ProfileExists):
        create_profile(
            folder(made), hall="yangxu", window="02", user="x", password=PASSWORD, clock=SetClock(), cost=CHEAP
        )


def test_failed_set_up_does_not_bar_the_next_one(tmp_path: Path):
    def set_up(hall: str) -> NewProfile:
        return create_profile(
            tmp_path / "hall", hall=hall, window="02", user="x", password=PASSWORD, clock=SetClock(), cost=CHEAP
        )

    with pytest.raises(Exception, match="origin_part"):
        set_up("阳圩")
    set_up("yangxu").store.close()


def test_recovery_code_opens_the_new_profile_and_is_not_shown_by_accident(made: NewProfile):
    assert made.keys.unlock_with_recovery(made.recovery_code, now_ms=0) == key_of(made)
    assert made.recovery_code not in repr(made)


def test_damaged_database_is_set_aside_whole_and_what_can_be_read_is_counted(made: NewProfile):
    with made.store.write(CLERK) as unit:
        for serial in range(2, 200):
            unit.record([samples.received(serial)], case_id=unit.new_id())
    key, size = key_of(made), made.store.path.stat().st_size
    made.store.close()
    size = made.store.path.stat().st_size
    with made.store.path.open("rb+") as stream:
        stream.seek(size * 2 // 3)
        stream.write(bytes(9 * 4096))
    with pytest.raises(DatabaseDamaged), Store.open(folder(made), key, clock=SetClock()) as store:
        store.rebuild()

    rescue = set_aside(folder(made), key, now=NOON + timedelta(hours=1))

    assert rescue.folder.name == "damaged-20261123-050000"
    assert (rescue.folder / DATABASE).stat().st_size >= size
    assert 0 < rescue.readable_lines <= 199
    assert len(list(readable_lines(rescue.folder, key))) == rescue.readable_lines
    assert not made.store.path.exists()
    assert (folder(made) / "keys.json").exists()


def test_database_of_which_nothing_can_be_read_is_kept_all_the_same(made: NewProfile):
    key = key_of(made)
    made.store.close()
    made.store.path.write_bytes(bytes(4096))

    rescue = set_aside(folder(made), key, now=NOON)

    assert rescue.readable_lines == 0
    assert (rescue.folder / DATABASE).read_bytes() == bytes(4096)
    assert list(readable_lines(rescue.folder, key)) == []


def test_opening_sets_a_damaged_database_aside_and_leaves_the_rest_readable(made: NewProfile):
    key, clock = key_of(made), SetClock()
    made.store.close()
    whole = made.store.path.read_bytes()
    made.store.path.write_bytes(b"\0" * 8192 + whole[8192:])

    rescue = open_or_set_aside(folder(made), key, clock=clock)

    assert isinstance(rescue, Rescue)
    (rescue.folder / DATABASE).write_bytes(whole)  # as if the disk had come to its senses
    with reading(rescue.folder, key) as reader:
        assert [row.applicant_name for row in reader.search("")] == ["王示例"]
    with pytest.raises(FileMissing):
        open_or_set_aside(folder(made), key, clock=clock)


def test_damage_to_the_page_that_was_written_last_costs_no_other_page(made: NewProfile):
    with made.store.write(CLERK) as unit:
        for serial in range(2, 100):
            unit.record([samples.received(serial)], case_id=unit.new_id())
    key = key_of(made)
    made.store.close()
    sound, whole = sum(1 for _line in readable_lines(folder(made), key)), made.store.path.read_bytes()
    assert any(hides_the_last_line(made, key, whole, page) for page in reversed(range(1, len(whole) // 4096)))

    rescue = set_aside(folder(made), key, now=NOON)

    assert sound - 20 <= rescue.readable_lines < sound


def hides_the_last_line(made: NewProfile, key: bytes, whole: bytes, page: int) -> bool:
    """Spoils one page; true if the end of the ledger lay on it."""
    made.store.path.write_bytes(whole[: page * 4096 + 500] + bytes(100) + whole[page * 4096 + 600 :])
    with contextlib.closing(open_database(made.store.path, key, readonly=True)) as db:
        try:
            db.execute("SELECT max(arrival) FROM ledger")
        except dbapi.DatabaseError:
            return True
    return False


def test_empty_file_is_damage_and_not_a_new_hall(made: NewProfile):
    key = key_of(made)
    made.store.close()
    made.store.path.write_bytes(b"")

    rescue = open_or_set_aside(folder(made), key, clock=SetClock())

    assert isinstance(rescue, Rescue)
    assert not made.store.path.exists()
    assert (rescue.folder / DATABASE).read_bytes() == b""


def test_tables_that_nobody_founded_are_set_aside(made: NewProfile):
    key = key_of(made)
    made.store.close()
    with contextlib.closing(open_database(made.store.path, key)) as db:
        db.execute("DELETE FROM installation")

    assert isinstance(open_or_set_aside(folder(made), key, clock=SetClock()), Rescue)


def test_sound_database_is_simply_opened(made: NewProfile):
    key = key_of(made)
    made.store.close()

    opened = open_or_set_aside(folder(made), key, clock=SetClock())

    assert isinstance(opened, Store)
    opened.close()


def test_wrong_key_moves_nothing(made: NewProfile):
    made.store.close()

    with pytest.raises(WrongKey):
        open_or_set_aside(folder(made), bytes(32), clock=SetClock())
    assert made.store.path.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of a file by a Unix call")
def test_full_disk_loses_nothing_and_frees_the_reserve(made: NewProfile):
    import resource
    import signal

    def fill() -> None:
        with made.store.write(CLERK) as unit:
            for serial in range(2, 2000):
                unit.set_setting(str(serial), "x" * 9000)

    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4 * 1024 * 1024, limit[1]))
    try:
        with pytest.raises(Exception, match=r"disk_full|file_refused"):
            fill()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, before)

    with made.store.read() as reader:
        assert (reader.setting("2"), len(reader.search(""))) == ("", 1)
    with made.store.write(CLERK) as unit:
        unit.record([samples.received(2)], case_id=unit.new_id())
    assert made.store.verify() is None


def test_full_disk_gives_up_the_reserve_so_that_the_next_try_works(made: NewProfile):
    def fill() -> None:
        with made.store.write(CLERK) as unit:
            pages = unit._db.execute("PRAGMA page_count").fetchone()[0]
            unit._db.execute(f"PRAGMA max_page_count = {pages}")
            for serial in range(1000):
                unit.set_setting(str(serial), "x" * 9000)

    with pytest.raises(DiskFull) as full:
        fill()

    assert full.value.fields["reserve_freed"] is True
    assert not disk_state(folder(made)).has_reserve
    with made.store.read() as reader:
        assert reader.setting("0", "rolled back") == "rolled back"


def test_open_store_gives_new_clerks_its_key_and_takes_its_own_backup(made: NewProfile, tmp_path: Path):
    made.store.let_in(made.keys, "lisi", password="another one")
    code = made.store.new_recovery_code(made.keys)
    copy = made.store.back_up(tmp_path / "stick")

    keys = load_keys(copy)
    assert keys.unlock("lisi", "another one", now_ms=0) == key_of(made)
    assert keys.unlock_with_recovery(code, now_ms=0) == key_of(made)
