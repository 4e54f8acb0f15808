"""Copies of the store that have been read back, and the room on the disk that they and the day's work need."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from desktop.problems import BackupFaulty, EnvironmentProblem, FileMissing, ProfileExists
from desktop.store.connection import database_problems, open_database
from desktop.store.files import copy_whole, file_problems, sync_file, sync_folder
from desktop.store.installation import forget_token
from desktop.store.keys import KeyFile
from desktop.store.ledger import LedgerReader
from desktop.store.scan_backup import copy_scans, restore_scans
from desktop.store.scan_files import ScanFiles
from desktop.store.sqlcipher import Database

DATABASE = "yichuang.db"
KEY_FILE = "keys.json"
RESERVE = "reserve.bin"

RESERVE_BYTES = 64 * 1024 * 1024
LOW_BYTES = 1024**3
_CHUNK = bytes(1024 * 1024)


@dataclass(frozen=True, slots=True)
class DiskState:
    """Room on the disk of the profile."""

    free_bytes: int
    has_reserve: bool

    @property
    def is_low(self) -> bool:
        """Less than 1 GB: the clerk is told."""
        return self.free_bytes < LOW_BYTES


def back_up(profile: Path, key: bytes, target: Path, *, now: datetime) -> Path:
    """Write a consistent copy while work goes on, read it back, and only then give it its name.

    The copy is encrypted with the same key and comes with the key file, without which nobody could open it. It can
    only be opened as a copy: as a new origin. Scanned pages are kept once for all backups of the profile, beside them.

    Returns:
        The folder of this backup inside `target`, named by `now`.

    Raises:
        BackupFaulty, DiskFull, FileMissing, FileRefused, WrongKey, DatabaseDamaged: nothing is left in `target`.
    """
    name = f"backup-{now:%Y%m%d-%H%M%S}"
    unfinished = target / f".{name}.new"
    with file_problems(target):
        target.mkdir(parents=True, exist_ok=True)
        unfinished.mkdir()
    try:
        copy = unfinished / DATABASE
        with _opened(profile / DATABASE, key) as source, database_problems(copy):
            source.conn.execute("VACUUM INTO ?", (str(copy),))
            _read_back(source, copy, key)
        # After the database: every page that it names was on the disk before.
        copy_scans(profile, scans_beside(target, profile / KEY_FILE), ScanFiles(profile, key))
        with file_problems(target):
            shutil.copyfile(profile / KEY_FILE, unfinished / KEY_FILE)
            for file in unfinished.iterdir():
                sync_file(file)
            done = unfinished.rename(target / name)
            sync_folder(target)
            return done
    except EnvironmentProblem:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def restore(backup: Path, profile: Path) -> None:
    """Put a backup into a profile that has no database; its next opening makes it a new origin.

    A key file that is there stays, if it is of the same profile: its passwords are newer.

    Raises:
        ProfileExists: there is a database, or the key file of another profile. FileMissing, DiskFull, FileRefused.
    """
    for file in (backup / DATABASE, backup / KEY_FILE):
        if not file.is_file():
            raise FileMissing(path=str(file))
    if (profile / DATABASE).exists() or _is_of_another(profile / KEY_FILE, backup / KEY_FILE):
        raise ProfileExists(path=str(profile))
    with file_problems(profile):
        profile.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not (profile / KEY_FILE).exists():
            copy_whole(backup / KEY_FILE, profile / KEY_FILE)
        restore_scans(scans_beside(backup.parent, backup / KEY_FILE), profile)
        copy_whole(backup / DATABASE, profile / DATABASE)


def disk_state(profile: Path) -> DiskState:
    """How much room is left for the profile.

    Raises:
        FileMissing: there is no such folder.
    """
    with file_problems(profile):
        return DiskState(shutil.disk_usage(profile).free, (profile / RESERVE).exists())


def make_reserve(profile: Path) -> bool:
    """Keep 64 MB that can be given up when the disk is full; False if the disk has no room to spare."""
    state = disk_state(profile)
    if state.has_reserve:
        return True
    if state.free_bytes < LOW_BYTES + RESERVE_BYTES:
        return False
    with file_problems(profile), (profile / RESERVE).open("wb") as stream:
        _take_room(stream)
        os.fsync(stream.fileno())
    return True


def _take_room(stream: BinaryIO) -> None:
    """Room that is really taken, not a hole: by the system's own call, in a millisecond, or else written."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(stream.fileno(), 0, RESERVE_BYTES)
        return
    for _ in range(RESERVE_BYTES // len(_CHUNK)):
        stream.write(_CHUNK)


def free_reserve(profile: Path) -> bool:
    """Give up the reserve, so that work can go on until somebody makes room; False if it was given up before."""
    reserve = profile / RESERVE
    if not reserve.exists():
        return False
    with file_problems(reserve):
        reserve.unlink()
    return True


@contextlib.contextmanager
def _opened(path: Path, key: bytes) -> Iterator[Database]:
    db = open_database(path, key)
    try:
        yield db
    finally:
        db.close()


def _read_back(source: Database, copy: Path, key: bytes) -> None:
    with _opened(copy, key) as db:
        if (answer := db.execute("PRAGMA quick_check").fetchone()[0]) != "ok":
            raise BackupFaulty(path=str(copy), reason=str(answer))
        _compare_tips(LedgerReader(source), LedgerReader(db), copy)
        forget_token(db)
        # One file, without a log beside it.
        db.execute("PRAGMA journal_mode = delete")


def _compare_tips(source: LedgerReader, copy: LedgerReader, path: Path) -> None:
    """Work goes on meanwhile, so the copy's last line need not be the last one now; but it must be the same line."""
    for origin in source.origins():
        tip = copy.tip(origin)
        original = source.line(origin, tip.seq) if tip else source.line(origin, 1)
        if original is not None and (tip is None or original.hash != tip.hash):
            raise BackupFaulty(path=str(path), reason=f"{origin} {original.seq}")


def _is_of_another(mine: Path, other: Path) -> bool:
    return mine.exists() and KeyFile.load(mine).profile != KeyFile.load(other).profile


def scans_beside(target: Path, key_file: Path) -> Path:
    """The folder of the scanned pages of all backups in `target` that are of this profile."""
    return target / f"scans-{KeyFile.load(key_file).profile[:12]}"
