"""What the screen knows of sync: one status, what waits and why, and what a person can ask for. No Qt, no network."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, Protocol

from desktop.domain.events import Event

Report = Callable[[int, int], None]
"""Told how many bytes are done, and of how many; called on the worker's thread."""


class LineState(Enum):
    """How this window stands with the city."""

    NOT_ENROLLED = "not_enrolled"  # nobody has told it where the city is
    AWAITING_APPROVAL = "awaiting_approval"  # the city has not approved its key yet
    OFFLINE = "offline"  # no way to the store; `problem` says why
    ONLINE = "online"  # the city was reached at the last look
    WORKING = "working"  # a burst is under way
    PAUSED = "paused"  # by a person, on a metered line, or the limit of the day
    STOPPED = "stopped"  # cannot go on by itself: revoked, forked; `problem` says what to do


class PauseReason(Enum):
    """Why nothing is sent although the line may be there."""

    BY_HAND = "by_hand"
    METERED = "metered"
    DAY_LIMIT = "day_limit"


@dataclass(frozen=True, slots=True)
class Trouble:
    """A problem as a key of desktop.messages and its fields (satisfies messages.Keyed)."""

    key: str
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """One look at sync. Counts are made by SQL each time, never kept. None: not known yet.

    `waiting_*` is what the city has not acknowledged by its signed answer, whatever the store replied.
    `bytes_left` and `seconds_left` are of what is not in the store yet; seconds at the measured speed.
    """

    state: LineState = LineState.NOT_ENROLLED
    since: datetime | None = None
    city: str = ""
    waiting_cases: int = 0
    waiting_entries: int = 0
    waiting_scans: int = 0
    bytes_left: int = 0
    seconds_left: int | None = None
    last_receipt: datetime | None = None
    problem: Trouble | None = None
    pause: PauseReason | None = None
    next_try_at: datetime | None = None
    sent_today_bytes: int = 0
    day_limit_bytes: int = 0  # 0: none
    refused: int = 0  # entries that the city refused and nobody has settled
    unread: int = 0  # other answers of the city that nobody has settled
    support_code: str = ""
    new_origin_after: str = ""  # this PC goes on as a new origin since the last start; the predecessor's name


class WaitingKind(Enum):
    """What waits."""

    ENTRIES = "entries"
    SCAN = "scan"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that the city has not acknowledged, with its reason: one sentence, tries, next try.

    `is_stored`: it lies in the store and the city has not answered yet (uploaded is not accepted).
    """

    kind: WaitingKind
    what: str  # case number of a scan, or the range of entries
    case_id: str
    size_bytes: int
    sent_bytes: int
    since: datetime
    is_stored: bool
    tries: int
    next_try_at: datetime | None
    reason: Trouble


class AnswerKind(Enum):
    """What the city said."""

    RECEIVED = "received"
    REFUSED = "refused"
    DECIDED = "decided"
    CORRECTION = "correction"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class CityAnswer:
    """An answer of the city, for the case page and To do. `text` is what the city wrote, or a key of messages."""

    origin: str
    seq: int
    kind: AnswerKind
    case_id: str
    case_number: str
    at: datetime
    office: str
    text: str
    field: str = ""
    due_on: date | None = None
    is_settled: bool = False
    is_for_lead: bool = False  # given to the lead, who has not settled it yet
    entry_origin: str = ""
    entry_seq: int = 0
    event: Event | None = None  # the city's line, for whoever puts it into words
    item_name: str = ""
    applicant_name: str = ""
    window: str = ""  # of the case
    clerk: str = ""  # who wrote the refused line, else who took the case in; empty: it concerns the whole hall


@dataclass(frozen=True, slots=True)
class PackageResult:
    """What a USB stick brought or took."""

    cases: int
    entries: int
    scans: int
    size_bytes: int
    answers: int = 0
    left_out: int = 0  # scans that did not fit


@dataclass(frozen=True, slots=True)
class Stick:
    """A removable drive as it was found; it may be gone a moment later.

    `free_bytes` None: the file system does not say. `name` is what the drive is called on this system.
    """

    folder: Path
    name: str
    free_bytes: int | None
    size_bytes: int
    is_read_only: bool = False


@dataclass(frozen=True, slots=True)
class SyncLimits:
    """What a person sets for this window's line."""

    day_limit_bytes: int = 0  # 0: none
    pause_on_metered: bool = True


class SyncControl(Protocol):
    """Sync as a person handles it. Methods return at once unless they say otherwise; safe from any thread."""

    def status(self) -> SyncStatus:
        """The status of now; reads the store: for a worker."""

    def waiting(self, *, limit: int = 200) -> list[Waiting]:
        """What waits, in the order in which it will be sent; reads the store: for a worker."""

    def subscribe(self, changed: Callable[[], None]) -> None:
        """`changed` is called on sync's own thread whenever status or ledger may have moved."""

    def start(self) -> None:
        """Begin the worker; it looks for the city at once."""

    def close(self) -> None:
        """Cancel what is under way and end the worker. Waits for it; at most two seconds."""

    def sync_now(self) -> None:
        """Try everything now, also what waits for its next try or for quiet."""

    def cancel(self) -> None:
        """Break the burst off; what was stored stays stored, the rest waits as before."""

    def pause(self) -> None: ...
    def resume(self) -> None: ...

    def line_changed(self, *, is_reachable: bool, is_metered: bool) -> None:
        """What the operating system says of the network."""

    def limits(self) -> SyncLimits: ...
    def set_limits(self, limits: SyncLimits) -> None: ...

    def enrol(self, file: Path, code: str) -> str:
        """Take the city's enrolment file; for a worker. Returns the city's name.

        Raises:
            InvalidInput: `enrolment_code`: the code does not open the file; `enrolment_hall`: it is for another hall
            or window. EnvironmentProblem: the file cannot be read or was signed by nobody known.
        """

    def write_package(self, folder: Path, report: Report, *, is_cancelled: Callable[[], bool]) -> PackageResult:
        """Write what is unacknowledged to a USB stick, sealed; for a worker.

        Raises:
            StickFull, StickReadOnly, StickGone and other EnvironmentProblems: nothing here has changed.
        """

    def read_package(self, folder: Path, report: Report, *, is_cancelled: Callable[[], bool]) -> PackageResult:
        """Read the city's answers from a USB stick; for a worker. Twice gives the same."""
