"""The print system's queues, through CUPS's own programs: which there are, how they stand, what became of a job.

A paper goes to `lp` on its standard input, as the vector PDF that was shown: nothing of a citizen is laid down as a
file on the way, and the command line names the paper alone. `lp` takes a sheet for a stopped queue without a word, so
the state of the queue is asked before and afterwards, and the clerk is told.
"""

import logging
import os
import re
import subprocess
from dataclasses import dataclass, replace
from enum import Enum

from printing.devices_problem import PrinterProblem

_log = logging.getLogger(__name__)

# A print server that does not answer must not hold the paper at the counter for longer.
_TIMEOUT_S = 15
_PRINTER = re.compile(r"^printer (?P<name>\S+) (?P<rest>.*)$")
_DEFAULT = re.compile(r"^system default destination: (?P<name>\S+)$")
_ALERTS = re.compile(r"^\s+Alerts: (?P<alerts>.+)$")
_NO_PAPER = ("media-empty", "media-needed")
"""What IPP calls a tray without paper (RFC 8011, 5.4.12); a printer adds -report, -warning or -error."""
_MEDIA = re.compile(rb"/MediaBox \[ 0 0 (?P<width>[\d.]+) (?P<height>[\d.]+) \]")
_NAMED_MEDIA = {"A4": (210.0, 297.0), "A5": (148.0, 210.0)}
_JOB = re.compile(r"request id is (?P<job>\S+-\d+)")


class PrinterState(Enum):
    """How a queue stands."""

    READY = "ready"  # 就绪
    PRINTING = "printing"  # 正在打印
    STOPPED = "stopped"  # 已暂停: it takes jobs and prints none


class JobState(Enum):
    """What the system says about a sheet that it was given. That it came out, only the clerk can say."""

    WAITING = "waiting"  # still in the queue
    NO_PAPER = "no_paper"  # the printer says that its tray is empty: it goes on when somebody fills it
    PAUSED = "paused"  # in a queue that is stopped: it will not come out before somebody sees to the printer
    GONE = "gone"  # out of the queue: handed to the device
    UNKNOWN = "unknown"  # the system cannot be asked


@dataclass(frozen=True, slots=True)
class Printer:
    """A queue. `note` is the system's own reason for a stopped one; empty if it gives none."""

    name: str
    state: PrinterState
    is_default: bool = False
    note: str = ""
    is_out_of_paper: bool = False


def printers() -> list[Printer]:
    """The queues of this system by name, the default one first; empty where there is none or no print system at all."""
    try:
        listed = _run(["lpstat", "-l", "-p", "-d"])
    except PrinterProblem:
        return []
    found = _parse(listed.stdout)
    return sorted(found, key=lambda printer: (not printer.is_default, printer.name))


def send_to_queue(pdf: bytes, queue: str, *, title: str) -> str:
    """Hands the sheet to the queue, tells it the size of the sheet, and gives the job's name.

    Raises:
        PrinterProblem: there is no such queue, it is stopped, refuses, does not answer.
    """
    _require_ready(queue)
    sent = _run(
        ["lp", "-d", queue, "-t", title, "-o", f"media={media_of(pdf)}", "-o", "sides=one-sided", "-"], stdin=pdf
    )
    if sent.returncode:
        raise PrinterProblem("printer_refused", device=queue, reason=_last_line(sent.stderr))
    job = _JOB.search(sent.stdout)
    return job["job"] if job else ""


def job_state(job: str) -> JobState:
    """Whether the job still waits in its queue. A folder's job is gone at once."""
    queue = _queue_of(job)
    if not queue:
        return JobState.GONE
    try:
        listed = _run(["lpstat", "-o", queue])
    except PrinterProblem:
        return JobState.UNKNOWN
    if listed.returncode:
        return JobState.UNKNOWN
    waiting = {line.split(maxsplit=1)[0] for line in listed.stdout.splitlines() if line.strip()}
    if job not in waiting:
        return JobState.GONE
    printer = next((printer for printer in printers() if printer.name == queue), None)
    if printer and printer.is_out_of_paper:
        return JobState.NO_PAPER
    return JobState.PAUSED if printer and printer.state is PrinterState.STOPPED else JobState.WAITING


def cancel(job: str) -> None:
    """Takes the job out of its queue, so that a sheet that is printed again does not come out twice.

    What is on paper already, or has no queue, is left alone.
    """
    if _queue_of(job):
        try:
            _run(["cancel", job])
        except PrinterProblem:
            _log.info("print job not cancelled: the print system does not answer")


def media_of(pdf: bytes) -> str:
    """The size of the first page as CUPS names it: A4, A5, Custom.241x279.4mm. A4 if it cannot be read."""
    found = _MEDIA.search(pdf)
    if not found:
        return "A4"
    width, height = (float(found[side]) * 25.4 / 72 for side in ("width", "height"))
    name = next((name for name, size in _NAMED_MEDIA.items() if _close(size, (width, height))), "")
    return name or f"Custom.{_mm(width)}x{_mm(height)}mm"


def _close(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) < 1 for a, b in zip(one, other, strict=True))


def _mm(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _queue_of(job: str) -> str:
    queue, _, serial = job.rpartition("-")
    return queue if serial.isdigit() and os.sep not in job else ""


def _require_ready(device: str) -> None:
    known = {printer.name: printer for printer in printers()}
    if not known:
        raise PrinterProblem("printer_none", device=device)
    if device not in known:
        raise PrinterProblem("printer_unknown", device=device)
    if known[device].state is PrinterState.STOPPED:
        raise PrinterProblem("printer_stopped", device=device, reason=known[device].note)


def _parse(text: str) -> list[Printer]:
    """The answer of `lpstat -l -p -d`: a line for each queue, more about it indented below, and the default one.

    The first indented line below a stopped queue is the system's reason.
    """
    default = next((m["name"] for line in text.splitlines() if (m := _DEFAULT.match(line))), "")
    found: list[Printer] = []
    for line in text.splitlines():
        head = _PRINTER.match(line)
        if head:
            found.append(Printer(head["name"], _state(head["rest"]), head["name"] == default))
        elif found and line[:1].isspace():
            found[-1] = _with_detail(found[-1], line)
    return found


def _with_detail(printer: Printer, line: str) -> Printer:
    alerts = _ALERTS.match(line)
    if alerts:
        is_empty = any(alert.startswith(_NO_PAPER) for alert in re.split(r"[,\s]+", alerts["alerts"]))
        return replace(printer, is_out_of_paper=is_empty)
    if printer.state is PrinterState.STOPPED and not printer.note:
        return replace(printer, note=line.strip())
    return printer


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
