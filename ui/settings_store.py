"""What the screen of this PC remembers: declared once, typed, kept in one small file beside the profiles.

Nothing of a citizen and no secret is in it. It is read before the first paint, so it knows only the standard library
and Qt. What belongs to the hall (name, window, clerks) is in the ledger, not here.
"""

import json
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

FILE_NAME = "screen.json"


@dataclass(frozen=True, slots=True)
class UiSettings:
    """The settings with their defaults; `choices` or `least` and `most` say what is allowed."""

    theme: str = field(default="light", metadata={"choices": ("light", "dark")})
    percent: int = field(default=100, metadata={"least": 90, "most": 150})
    language: str = field(default="zh", metadata={"choices": ("zh", "en")})
    printer: str = ""  # name of a device, see printing.devices; empty: the system's default
    paper_format: str = field(
        default="A4",
        metadata={"choices": ("A4", "A5", "241x279", "241x140", "241x93", "80mm", "80mm-slip")},
    )  # what lies in the printer: printing.formats.PaperFormat
    scan_folder: str = ""  # where the scanner or document camera writes; empty: none is watched
    idle_minutes: int = field(default=10, metadata={"least": 1, "most": 120})  # until the screen locks itself
    last_clerk: str = ""  # login name offered first
    window: str = ""  # Qt's saveGeometry as hex; empty: centred


def settings_from(data: object) -> UiSettings:
    """The settings in `data`; whatever is missing, unknown or not allowed takes its default."""
    if not isinstance(data, dict):
        return UiSettings()
    return UiSettings(**{f.name: data[f.name] for f in fields(UiSettings) if f.name in data and _fits(f, data[f.name])})


def _fits(declared: Any, value: object) -> bool:
    rule = declared.metadata
    if declared.type in (str, "str"):
        return isinstance(value, str) and value in rule.get("choices", (value,))
    return isinstance(value, int) and not isinstance(value, bool) and rule["least"] <= value <= rule["most"]


class SettingsStore(QObject):
    """Holds the settings and keeps them on disk; `changed` is emitted after each change."""

    changed = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.current = self._read()

    def change(self, **values: Any) -> None:
        """Sets these settings and saves them.

        Raises:
            ValueError: a value that is not allowed.
            OSError: the file could not be written; the settings hold until the program ends.
        """
        changed = replace(self.current, **values)
        for declared in fields(UiSettings):
            if not _fits(declared, getattr(changed, declared.name)):
                raise ValueError(f"{declared.name} may not be {getattr(changed, declared.name)!r}")
        if changed == self.current:
            return
        self.current = changed
        self.changed.emit()
        self._write()

    def _read(self) -> UiSettings:
        try:
            return settings_from(json.loads(self._path.read_text("utf-8")))
        except (OSError, ValueError):
            return UiSettings()  # a look can be chosen again; a counter that does not open cannot

    def _write(self) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        fresh.write_text(json.dumps(asdict(self.current), ensure_ascii=False, indent=1), "utf-8")
        fresh.replace(self._path)
