"""The folder into which a scanner or document camera writes: which files are new and whole. No Qt.

What lay there before somebody began to look belongs to somebody else's case and is left alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.problems import FileMissing, FileRefused

TAKEN = "taken"
_PARTS = (".tmp", ".part", ".partial", ".crdownload", ".lock", ".db", ".ini", ".lnk")
_LOOKS = 2  # in which a file is the same before it is taken for whole


@dataclass(frozen=True, slots=True)
class Found:
    """A file as it was seen."""

    size_bytes: int
    changed_ns: int


def look(folder: Path) -> dict[str, Found]:
    """Files in the folder, by name; hidden ones, folders and those that programs write beside are left out.

    Raises:
        FileMissing: there is no such folder. FileRefused.
    """
    try:
        return {path.name: found for path in folder.iterdir() if _is_candidate(path) and (found := _found(path))}
    except FileNotFoundError as error:
        raise FileMissing(path=str(folder)) from error
    except OSError as error:
        raise FileRefused(path=str(folder), reason=error.strerror or type(error).__name__) from error


def move_taken(path: Path) -> None:
    """Put a file that is safely kept into `taken` beside it, under another name if there is one of its name.

    Raises:
        FileRefused: it stays where it is.
    """
    folder = path.parent / TAKEN
    try:
        folder.mkdir(exist_ok=True)
        path.rename(_free(folder, path))
    except OSError as error:
        raise FileRefused(path=str(path), reason=error.strerror or type(error).__name__) from error


class Watch:
    """What was seen so far. `step` tells which files are whole now, each once, with the target of the first sight."""

    def __init__(self, before: Mapping[str, Found]) -> None:
        self._known = dict(before)
        self._coming: dict[str, tuple[Found, int, str]] = {}

    @property
    def is_waiting(self) -> bool:
        """A file is being written."""
        return bool(self._coming)

    def step(self, seen: Mapping[str, Found], target: str) -> list[tuple[str, str]]:
        """Name and target of each file that has become whole.

        Args:
            target: where the keyboard is now; a file goes where it was when the file was first seen, because by the
                time that it is whole the clerk has moved on.
        """
        whole = []
        self._coming = {name: state for name, state in self._coming.items() if name in seen}
        for name, found in seen.items():
            if self._known.get(name) == found:
                continue
            before, looks, where = self._coming.get(name, (None, 0, target))
            looks = looks + 1 if before == found else 1
            if looks >= _LOOKS and found.size_bytes:
                whole.append((name, where))
                self._known[name] = found
                self._coming.pop(name, None)
            else:
                self._coming[name] = (found, looks, where)
        return whole


def _is_candidate(path: Path) -> bool:
    return not path.name.startswith((".", "~")) and path.suffix.lower() not in _PARTS


def _found(path: Path) -> Found | None:
    try:
        state = path.stat()
    except FileNotFoundError:
        return None  # gone between the two calls
    return Found(state.st_size, state.st_mtime_ns) if path.is_file() else None


def _free(folder: Path, path: Path) -> Path:
    names = (path.name, *(f"{path.stem}-{number}{path.suffix}" for number in range(2, 10_000)))
    return next(folder / name for name in names if not (folder / name).exists())
