"""Scanned pages in a backup: only those that are not there yet are copied, and each copy is read back."""

from pathlib import Path

from desktop.problems import BackupFaulty, ScanDamaged
from desktop.store.files import copy_whole, file_problems
from desktop.store.scan_files import FOLDER, ScanFiles

_SUFFIX = ".new"


def copy_scans(profile: Path, target: Path, files: ScanFiles) -> int:
    """Bring the pages in `target` up to those of the profile; how many were copied. What is there is never deleted.

    A page that is damaged here is left out: an older copy of it may be sound.

    Raises:
        BackupFaulty: a copy is not the same as its page. DiskFull, FileRefused.
    """
    copied = 0
    for path in _pages(profile / FOLDER):
        beside = target / path.relative_to(profile / FOLDER)
        if _is_same_size(path, beside):
            continue
        if not _is_sound(files, path):
            continue
        with file_problems(beside):
            beside.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                copy_whole(path, beside)
            except FileNotFoundError:
                continue  # an original that the city's acknowledgement has just made needless
            if path.exists() and beside.read_bytes() != path.read_bytes():
                raise BackupFaulty(path=str(beside), reason=path.name[:12])
        copied += 1
    return copied


def restore_scans(source: Path, profile: Path) -> None:
    """Put the pages of a backup into a profile; those that are there stay. Raises OSError."""
    for path in _pages(source):
        target = profile / FOLDER / path.relative_to(source)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            copy_whole(path, target)


def _pages(folder: Path) -> list[Path]:
    with file_problems(folder):
        return sorted(path for path in folder.glob("*/*") if path.is_file() and not path.name.endswith(_SUFFIX))


def _is_same_size(path: Path, other: Path) -> bool:
    try:
        return path.stat().st_size == other.stat().st_size
    except FileNotFoundError:
        return False


def _is_sound(files: ScanFiles, path: Path) -> bool:
    try:
        files.check(path)
    except ScanDamaged:
        return False
    return True
