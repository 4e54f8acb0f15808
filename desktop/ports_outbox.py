"""What the pump asks of the store: what waits, what is frozen, what the city has said. No network, no SQL.

Every method is one short transaction on the caller's thread. When it has returned, what it noted is on the disk.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from desktop.domain.catalogue import Catalogue
from desktop.ports_sync import Trouble
from desktop.store.line import Line


@dataclass(frozen=True, slots=True)
class Unsealed:
    """Lines of an own origin that no segment holds yet: the numbers, and the moments of the first and the last."""

    origin: str
    first: int
    last: int
    first_at_ms: int
    last_at_ms: int

    @property
    def count(self) -> int:
        """How many lines."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class FrozenSegment:
    """Lines sealed before the first attempt, so that every attempt sends the same bytes.

    `is_carried`: the file also went out on a stick, so it is not cut anew.
    """

    origin: str
    first: int
    last: int
    name: str
    size_bytes: int
    made_at_ms: int
    is_carried: bool
    stored_at_ms: int | None
    tries: int
    next_try_at_ms: int | None
    problem: Trouble | None

    @property
    def count(self) -> int:
        """How many lines."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class ScanJob:
    """A page on its way: the ScanAdded line `seq` of an own origin. `sent_bytes` lie in the store, without a gap."""

    origin: str
    seq: int
    case_id: str
    sha256: str
    added_at_ms: int
    size_bytes: int
    sent_bytes: int
    stored_at_ms: int | None
    tries: int
    next_try_at_ms: int | None
    problem: Trouble | None


@dataclass(frozen=True, slots=True)
class Backlog:
    """What the city has not acknowledged, counted in the tables each time.

    `unsealed_entries` and `line_bytes` (of an entry in a segment, on average) tell what is still to be sealed.
    """

    cases: int
    entries: int
    scans: int
    sealed_bytes: int
    unsealed_entries: int
    line_bytes: int
    scan_bytes: int
    refused: int
    unread: int

    @property
    def bytes_left(self) -> int:
        """What is not in the store yet."""
        return self.sealed_bytes + self.unsealed_entries * self.line_bytes + self.scan_bytes


class Agreement(Enum):
    """How the city's acknowledgement of a line stands to the lines here."""

    NOTED = "noted"
    LACKING = "lacking"  # the city has lines of this origin that are not here
    FORKED = "forked"  # the line here is another one


@dataclass(frozen=True, slots=True)
class CityFile:
    """A small file of the city as it was last believed, with its tag in the store."""

    body: bytes
    tag: str
    seen_at_ms: int


class OutboxStore(Protocol):
    """See the module."""

    @property
    def origin(self) -> str:
        """The origin that this store writes as now."""

    @property
    def hall(self) -> str: ...
    @property
    def window(self) -> str: ...

    def own_origins(self) -> list[str]:
        """Every origin that this PC has written as, the oldest first; the one of now is the last."""

    def predecessor(self) -> tuple[str, bytes] | None:
        """The origin before this one, and its signature under this one's name and key (empty if its key is gone)."""

    def public_key(self, origin: str) -> bytes | None:
        """Of an own origin; None if its key is not here."""

    def sign(self, origin: str, message: bytes) -> bytes: ...
    def succeeded(self) -> str:
        """The origin before, if this PC goes on as a new one since the last start; else empty."""

    def succeed(self) -> str:
        """Go on as a new origin from now on, since somebody else writes as this one. Returns its name."""

    def setting(self, name: str, default: str = "") -> str: ...
    def set_setting(self, name: str, value: str) -> None: ...
    def enrolled(self, *, city: str, store_kind: str, city_key: str, settings: Mapping[str, str]) -> None:
        """Keep the way to the city, and put it on record that there is one."""

    # segments

    def unsealed(self, origin: str) -> Unsealed | None:
        """None: every line is in a segment or acknowledged."""

    def lines(self, origin: str, *, first: int, limit: int) -> list[Line]: ...
    def tip(self, origin: str) -> Line | None: ...
    def line(self, origin: str, seq: int) -> Line | None: ...
    def tips(self) -> dict[str, int]:
        """By origin, the number of its last line here."""

    def freeze(self, lines: Sequence[Line], name: str, sealed: bytes, *, at_ms: int, tries: int = 0) -> FrozenSegment:
        """Keep the sealed bytes of these lines; from now on nothing else is sent for them.

        Returns:
            What is kept under the first line: it may have been frozen by another thread meanwhile, and stays.
        """

    def thaw(self, segment: FrozenSegment) -> None:
        """Let this segment and the later ones of its origin that are not stored be cut anew."""

    def pending(self, origin: str) -> list[FrozenSegment]:
        """Frozen and not in the store, by number."""

    def unshared(self, origin: str) -> list[FrozenSegment]:
        """Acknowledged by way of a stick and not in the store, where other windows would look for it; by number."""

    def unanswered(self) -> list[FrozenSegment]:
        """In the store and not acknowledged, by origin and number."""

    def frozen(self) -> list[FrozenSegment]:
        """Not acknowledged, in the store or not, by origin and number."""

    def sealed(self, segment: FrozenSegment) -> bytes: ...
    def segment_carried(self, segment: FrozenSegment) -> None: ...
    def segment_stored(self, segment: FrozenSegment, *, at_ms: int) -> None: ...
    def segment_lost(self, segment: FrozenSegment) -> None:
        """The store does not have it after all."""

    def segment_found(self, origin: str, *, first: int, last: int, name: str, sealed: bytes, at_ms: int) -> None:
        """The store has these lines under this name, from an earlier attempt; what was frozen otherwise is let go."""

    def segment_failed(self, segment: FrozenSegment, trouble: Trouble, *, next_try_at_ms: int | None) -> None: ...

    # scans

    def scan_jobs(self) -> list[ScanJob]:
        """Not wholly in the store: the case with the newest page first, small pages before large."""

    def scans_unanswered(self) -> list[ScanJob]:
        """Not acknowledged, in the store or not."""

    def scan_progress(self, job: ScanJob, *, sent_bytes: int, stored_at_ms: int | None) -> None: ...
    def scan_failed(self, job: ScanJob, trouble: Trouble, *, next_try_at_ms: int | None) -> None: ...
    def scans_acknowledged(self, jobs: Sequence[ScanJob], *, at_ms: int) -> None: ...
    def page(self, sha256: str) -> bytes:
        """The page as it is sent. Raises an EnvironmentProblem if it is not on this PC, or not whole."""

    # the city

    def acknowledge(self, origin: str, seq: int, digest: bytes, *, at_ms: int) -> Agreement: ...
    def acknowledged(self) -> dict[str, int]:
        """By origin, the last line that the city has."""

    def last_receipt_ms(self) -> int | None: ...
    def admit(self, lines: Sequence[Line]) -> int:
        """Take in lines of others; how many were new. Raises LinesForked, LinesMissing, LinesUnsound."""

    def city_file(self, name: str) -> CityFile | None: ...
    def keep_city_file(self, name: str, file: CityFile) -> None: ...
    def has_catalogue(self, version: str) -> bool: ...
    def adopt(self, catalogue: Catalogue, body: bytes) -> None:
        """Put a published catalogue in force from its day on. Raises InvalidInput."""

    def backlog(self) -> Backlog: ...
    def case_number(self, case_id: str) -> str: ...
    def sent_bytes(self, day: str) -> int: ...
    def add_sent_bytes(self, day: str, count: int) -> None: ...
