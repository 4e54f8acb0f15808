"""What to do with a damaged database: put it aside whole, see what can still be read, delete nothing."""

import contextlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.problems import EnvironmentProblem
from desktop.store.backup import DATABASE
from desktop.store.connection import database_problems, open_database
from desktop.store.files import file_problems, sync_folder
from desktop.store.instance_lock import InstanceLock
from desktop.store.ledger import LedgerReader
from desktop.store.line import Line, hash_of


@dataclass(frozen=True, slots=True)
class Rescue:
    """Where the damaged database lies now, and how many ledger lines with a sound hash can be read there."""

    folder: Path
    readable_lines: int


def set_aside(profile: Path, key: bytes, *, now: datetime) -> Rescue:
    """Move the damaged database with its log into a folder of its own, and count what can be read of it.

    The profile has no database afterwards: a backup can be restored or a new store begun. Key file, reserve and
    everything else stay.

    Raises:
        ProfileInUse, FileMissing, FileRefused.
    """
    lock = InstanceLock(profile)
    try:
        folder = profile / f"damaged-{now:%Y%m%d-%H%M%S}"
        with file_problems(profile):
            folder.mkdir()
            for file in [*profile.glob(f"{DATABASE}-*"), profile / DATABASE]:
                file.rename(folder / file.name)
            sync_folder(profile)
        return Rescue(folder, len(readable_lines(folder, key)))
    finally:
        lock.release()


def readable_lines(folder: Path, key: bytes) -> list[Line]:
    """Ledger lines that can still be read and whose hash is sound, in the order of their arrival.

    They come in portions, so that one bad page costs the lines on it and not the rest. The file is opened for reading
    only; an unreadable one gives an empty list.
    """
    path = folder / DATABASE
    try:
        db = open_database(path, key, readonly=True)
    except EnvironmentProblem:
        return []
    with contextlib.closing(db):
        reader = LedgerReader(db)
        try:
            with database_problems(path):
                last = int(db.execute("SELECT coalesce(max(arrival), 0) FROM ledger").fetchone()[0])
        except EnvironmentProblem:
            return []
        lines: list[Line] = []
        for arrival in range(last):
            with contextlib.suppress(EnvironmentProblem), database_problems(path):
                lines += reader.portion(after=arrival, limit=1) if not _is_read(lines, arrival + 1) else []
        return [line for line in lines if hash_of(line) == line.hash]


def _is_read(lines: list[Line], arrival: int) -> bool:
    return bool(lines) and lines[-1].arrival >= arrival
