"""Printers of the system: which there are, how they stand, and how a paper gets to one. CUPS through its own programs.

A paper goes to `lp` on its standard input, as the vector PDF that was shown: nothing of a citizen is laid down as a
file on the way, and the command line names the paper alone. `lp` takes a sheet for a stopped queue without a word, so
the state of the queue is asked before and the clerk is told.

A device is named by text that goes into the ledger: the queue's name, or `file:` and a folder, for the demonstration
and for machines without a printer.
"""

import hashlib
import logging
import os
import re
import subprocess
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

FILE = "file:"
"""Start of the name of a device that is a folder."""

_log = logging.getLogger(__name__)

# A print server that does not answer must not hold the paper at the counter for longer.
_TIMEOUT_S = 15
_PRINTER = re.compile(r"^printer (?P<name>\S+) (?P<rest>.*)$")
_DEFAULT = re.compile(r"^system default destination: (?P<name>\S+)$")
_JOB = re.compile(r"request id is (?P<job>\S+-\d+)")


class PrinterState(Enum):
    """How a queue stands."""

    READY = "ready"  # 就绪
    PRINTING = "printing"  # 正在打印
    STOPPED = "stopped"  # 已暂停: it takes jobs and prints none


class JobState(Enum):
    """What the system says about a sheet that it was given. That it came out, only the clerk can say."""

    WAITING = "waiting"  # still in the queue
    GONE = "gone"  # out of the queue: handed to the device
    UNKNOWN = "unknown"  # the system cannot be asked


@dataclass(frozen=True, slots=True)
class Printer:
    """A queue. `note` is the system's own reason for a stopped one; empty if it gives none."""

    name: str
    state: PrinterState
    is_default: bool = False
    note: str = ""


class PrinterProblem(Exception):
    """The sheet did not get to the device; nothing is lost, the paper can be printed again.

    `key` names a sentence of desktop.messages: printer_none, printer_unknown, printer_stopped, printer_refused,
    printer_silent, printer_folder. `fields` hold the device and the system's reason, never content.
    """

    def __init__(self, key: str, **fields: Any) -> None:
        super().__init__(key, fields)
        self.key = key
        self.fields = fields


def printers() -> list[Printer]:
    """The queues of this system by name, the default one first; empty where there is none or no print system at all."""
    try:
        listed = _run(["lpstat", "-p", "-d"])
    except PrinterProblem:
        return []
    found = _parse(listed.stdout)
    return sorted(found, key=lambda printer: (not printer.is_default, printer.name))


def folder_of(device: str) -> Path | None:
    """The folder of a `file:` device; None for a printer."""
    return Path(device.removeprefix(FILE)) if device.startswith(FILE) else None


def send(pdf: bytes, device: str, *, title: str) -> str:
    """Hands the sheet over and gives the job's name. `title` is the paper's number, shown in the system's queue.

    For a folder the job is the file's path; a file of the same content is not written twice.

    Raises:
        PrinterProblem: the device does not exist, is stopped, refuses, does not answer; the folder cannot be written.
    """
    folder = folder_of(device)
    if folder is not None:
        return save(pdf, folder / f"{file_name(title)}.pdf")
    _require_ready(device)
    sent = _run(["lp", "-d", device, "-t", title, "-o", "media=A4", "-o", "sides=one-sided", "-"], stdin=pdf)
    if sent.returncode:
        raise PrinterProblem("printer_refused", device=device, reason=_last_line(sent.stderr))
    job = _JOB.search(sent.stdout)
    return job["job"] if job else ""


def save(pdf: bytes, path: Path) -> str:
    """Writes the sheet to a file, whole or not at all, and gives its path. Another sheet of that name is kept.

    Raises:
        PrinterProblem: printer_folder with the system's reason.
    """
    target = _free(path, pdf)
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        raise PrinterProblem("printer_folder", device=str(path.parent), reason=error.strerror or "") from error
    return str(target)


def file_name(number: str) -> str:
    """A paper number as a file name that every system takes."""
    return re.sub(r'[\\/:*?"<>|\s\x00-\x1f]+', "_", number).strip("._") or "paper"


def job_state(job: str) -> JobState:
    """Whether the job still waits in its queue. A folder's job is gone at once."""
    queue, _, serial = job.rpartition("-")
    if not queue or not serial.isdigit() or os.sep in job:
        return JobState.GONE
    try:
        listed = _run(["lpstat", "-o", queue])
    except PrinterProblem:
        return JobState.UNKNOWN
    if listed.returncode:
        return JobState.UNKNOWN
    waiting = {line.split(maxsplit=1)[0] for line in listed.stdout.splitlines() if line.strip()}
    return JobState.WAITING if job in waiting else JobState.GONE


def _require_ready(device: str) -> None:
    known = {printer.name: printer for printer in printers()}
    if not known:
        raise PrinterProblem("printer_none", device=device)
    if device not in known:
        raise PrinterProblem("printer_unknown", device=device)
    if known[device].state is PrinterState.STOPPED:
        raise PrinterProblem("printer_stopped", device=device, reason=known[device].note)


def _parse(text: str) -> list[Printer]:
    """The answer of `lpstat -p -d`: a line for each queue, its reason indented below, and the default one."""
    default = next((m["name"] for line in text.splitlines() if (m := _DEFAULT.match(line))), "")
    found: list[Printer] = []
    for line in text.splitlines():
        head = _PRINTER.match(line)
        if head:
            found.append(Printer(head["name"], _state(head["rest"]), head["name"] == default))
        elif found and line[:1].isspace() and found[-1].state is PrinterState.STOPPED and not found[-1].note:
            last = found[-1]
            found[-1] = Printer(last.name, last.state, last.is_default, line.strip())
    return found


def _state(rest: str) -> PrinterState:
    if rest.startswith("disabled"):
        return PrinterState.STOPPED
    return PrinterState.PRINTING if rest.startswith("now printing") else PrinterState.READY


def _run(command: list[str], *, stdin: bytes = b"") -> "subprocess.CompletedProcess[str]":
    """One call of the print system in its own language; its output as text.

    Raises:
        PrinterProblem: printer_none where there is no print system, printer_silent where it does not answer.
    """
    try:
        done = subprocess.run(
            command,
            input=stdin,
            capture_output=True,
            timeout=_TIMEOUT_S,
            check=False,
            env={**os.environ, "LC_ALL": "C", "LANGUAGE": ""},
        )
    except FileNotFoundError as error:
        raise PrinterProblem("printer_none", device="") from error
    except (subprocess.TimeoutExpired, OSError) as error:
        _log.info("print system: %s: %s", command[0], type(error).__name__)
        raise PrinterProblem("printer_silent", device="") from error
    return subprocess.CompletedProcess(
        command, done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    )


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""


def _free(path: Path, pdf: bytes) -> Path:
    """The path itself, or the first numbered one beside it that is free or holds these very bytes."""
    wanted = hashlib.sha256(pdf).digest()
    for count in range(1, 10_000):
        candidate = path if count == 1 else path.with_name(f"{path.stem}-{count}{path.suffix}")
        try:
            if hashlib.sha256(candidate.read_bytes()).digest() == wanted:
                return candidate
        except OSError:
            return candidate
    raise PrinterProblem("printer_folder", device=str(path.parent), reason="")
