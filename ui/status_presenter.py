"""What the status bar tells of sync, the store, the print system and the disk, without Qt."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from desktop.messages import LANGUAGES
from desktop.ports import Store
from desktop.ports_sync import LineState, SyncStatus
from printing.devices import Printer, PrinterState, folder_of, printers
from printing.devices_address import is_direct
from ui import line_words

LOW_DISK_BYTES = 1_000_000_000  # below this the clerk is warned: a full disk stops the counter
GIGABYTE = 1_000_000_000

_TEXTS: dict[str, tuple[str, str]] = {
    "line": ("● {state}", "● {state}"),
    "line.more": ("● {state} {more}", "● {state} {more}"),
    "offline": ("离线", "offline"),
    "demo": ("演示", "demonstration"),
    "practice": ("● 练习 内容不离开本机", "● practice: nothing leaves this PC"),
    "practice.short": ("● 练习", "● practice"),
    "waiting": ("待发 {count} 件", "{count} cases to send"),
    "waiting.none": ("没有待发", "nothing to send"),
    "waiting.full": ("待发 {count} 件 {parts}", "{count} cases to send, {parts}"),
    "receipt": ("市里最后回执 {at}", "last receipt of the city {at}"),
    "receipt.short": ("回执 {at}", "receipt {at}"),
    "receipt.none": ("市里 尚无回执", "no receipt from the city yet"),
    "receipt.none.short": ("尚无回执", "no receipt yet"),
    "ready": ("打印机 就绪", "printer ready"),
    "stopped": ("● 打印机 已暂停", "● printer stopped"),
    "none": ("打印机 未安装", "no printer"),
    "unknown": ("● 打印机 找不到", "● printer not found"),
    "folder": ("打印机 存到文件夹", "papers go to a folder"),
    "sheets": ("{printer}，{count}张待确认", "{printer}, {count} sheets to confirm"),
    "disk": ("磁盘 {room} GB", "disk {room} GB"),
    "disk.low": ("● 磁盘将满 {room} GB", "● disk nearly full, {room} GB"),
}


class PrinterStatus(Enum):
    """How the chosen printer stands."""

    READY = "ready"
    STOPPED = "stopped"
    NONE = "none"  # no printer on this system
    UNKNOWN = "unknown"  # the chosen one is not there
    FOLDER = "folder"  # papers go to files


@dataclass(frozen=True, slots=True)
class Status:
    """One look at printer and disk."""

    sheets_waiting: int = 0
    printer: PrinterStatus = PrinterStatus.NONE
    printer_name: str = ""
    free_bytes: int | None = None

    @property
    def is_disk_low(self) -> bool:
        """Time to make room."""
        return self.free_bytes is not None and self.free_bytes < LOW_DISK_BYTES


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the bar: as it stands where there is room, as it stands where there is not, and the whole of it."""

    full: str
    short: str
    tone: str = ""
    more: str = ""  # the tool tip, where it says more than the part


def look(store: Store, *, profile: Path, printer: str) -> Status:
    """The status of now; for a worker."""
    with store.read() as reader:
        sheets = len(reader.papers_waiting())
    status, name = printer_status(printer, [] if folder_of(printer) else printers())
    return Status(
        sheets_waiting=sheets,
        printer=status,
        printer_name=name,
        free_bytes=free_bytes(profile),
    )


def line_part(status: SyncStatus, *, now: datetime, language: str, is_demo: bool) -> Part:
    """在线, or 离线 since when and why."""
    state = line_words.state_word(status, language)
    tone = line_words.TONES[status.state]
    if status.state is LineState.NOT_ENROLLED:
        more = _say("demo", language) if is_demo else state
        state = _say("offline", language)
    else:
        since = line_words.moment_text(status.since, now=now) if status.state is LineState.OFFLINE else ""
        when = line_words.say("since", language, time=since) if since else ""
        more = " ".join(part for part in (when, line_words.short_reason(status, language)) if part)
    short = _say("line", language, state=state)
    full = _say("line.more", language, state=state, more=more) if more else short
    return Part(full, short, tone, line_words.trouble_text(status.problem, language))


def practice_part(language: str) -> Part:
    """What stands in practice in place of the line: there is no city, and nothing waits for one."""
    return Part(_say("practice", language), _say("practice.short", language))


def waiting_part(status: SyncStatus, *, language: str) -> Part:
    """How many cases the city has not acknowledged, how many bytes are not in the store, and how long that takes."""
    if not status.waiting_cases and not status.waiting_entries and not status.waiting_scans:
        nothing = _say("waiting.none", language)
        return Part(nothing, nothing)
    short = _say("waiting", language, count=status.waiting_cases)
    size = line_words.size_text(status.bytes_left) if status.bytes_left else ""
    time = line_words.duration_text(status.seconds_left, language) if size else ""
    parts = " ".join(part for part in (size, time) if part)
    return Part(_say("waiting.full", language, count=status.waiting_cases, parts=parts) if parts else short, short)


def receipt_part(status: SyncStatus, *, now: datetime, language: str) -> Part:
    """When the city last acknowledged anything."""
    if status.last_receipt is None:
        return Part(_say("receipt.none", language), _say("receipt.none.short", language))
    at = line_words.moment_text(status.last_receipt, now=now)
    return Part(_say("receipt", language, at=at), _say("receipt.short", language, at=at))


def printer_part(status: Status, *, language: str) -> Part:
    """The printer, and how many sheets nobody has confirmed."""
    text = _say(status.printer.value, language)
    is_bad = status.printer in (PrinterStatus.STOPPED, PrinterStatus.UNKNOWN)
    full = _say("sheets", language, printer=text, count=status.sheets_waiting) if status.sheets_waiting else text
    return Part(full, text, "yellow" if is_bad else "", status.printer_name)


def disk_part(status: Status, *, language: str) -> Part | None:
    """Room on the disk; None where the system does not tell."""
    if status.free_bytes is None:
        return None
    if status.is_disk_low:
        low = _say("disk.low", language, room=f"{status.free_bytes / GIGABYTE:.1f}")
        return Part(low, low, "red")
    room = _say("disk", language, room=f"{status.free_bytes / GIGABYTE:.0f}")
    return Part(room, room)


def printer_status(chosen: str, found: list[Printer]) -> tuple[PrinterStatus, str]:
    """How the chosen printer stands, and its name; an empty choice means the system's default, the first of `found`."""
    folder = folder_of(chosen)
    if folder is not None:
        return PrinterStatus.FOLDER, folder.name
    if is_direct(chosen):
        return PrinterStatus.READY, chosen  # asked when a sheet is sent, not every minute
    if not found:
        return PrinterStatus.NONE, chosen
    printer = next((p for p in found if p.name == chosen), None) if chosen else found[0]
    if printer is None:
        return PrinterStatus.UNKNOWN, chosen
    return PrinterStatus.STOPPED if printer.state is PrinterState.STOPPED else PrinterStatus.READY, printer.name


def free_bytes(profile: Path) -> int | None:
    """Room left where the store lies; None if the system does not tell."""
    try:
        return shutil.disk_usage(profile).free
    except OSError:
        return None


def _say(key: str, language: str, **fields: object) -> str:
    return _TEXTS[key][LANGUAGES.index(language)].format_map(fields)
