"""What the services need from the outside, as Protocols; the store and the bootstrap fill them."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Protocol

from desktop.domain.case import Case, IssuedPaper
from desktop.domain.catalogue import Catalogue
from desktop.domain.events import Event
from desktop.domain.evidence import Evidence
from desktop.domain.papers import Paper
from desktop.domain.people import Clerk, Hall, Session
from desktop.ports_open import OpenCaseReader
from desktop.ports_pledge import PledgeReader
from desktop.ports_practice import PracticeReader
from desktop.ports_scans import ScanFiles, ScanReader, ScanWriter
from desktop.ports_service import ServiceReader
from desktop.ports_statistics import StatisticsReader
from desktop.ports_sync import CityAnswer
from desktop.ports_todo import CaseConflict, CityReceipt, OwedTask


@dataclass(frozen=True, slots=True)
class Changes:
    """What an action changed; each page decides whether that concerns it."""

    cases: frozenset[str] = frozenset()
    hall: bool = False
    clerks: bool = False
    catalogue: bool = False
    calendar: bool = False
    drafts: bool = False
    papers: frozenset[str] = frozenset()
    city: bool = False  # something came from outside: an answer, an acknowledgement, lines of another window
    difficulties: bool = False  # 办不成事

    def __or__(self, other: "Changes") -> "Changes":
        """Both together."""
        return Changes(
            self.cases | other.cases,
            self.hall or other.hall,
            self.clerks or other.clerks,
            self.catalogue or other.catalogue,
            self.calendar or other.calendar,
            self.drafts or other.drafts,
            self.papers | other.papers,
            self.city or other.city,
            self.difficulties or other.difficulties,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """What is typed before 收件. `body` is the JSON of the page's form, `field` the name of the field in use."""

    draft_id: str
    clerk_id: str
    window: str
    body: bytes
    field: str
    updated_at: datetime


class Bundles(Enum):
    """How a search lists a 一件事 and the cases of its items."""

    ALL = "all"  # every row
    AS_ONE = "as_one"  # one line for the whole; items where the search finds them and not the whole
    BY_ITEM = "by_item"  # the items alone, as they are counted


@dataclass(frozen=True, slots=True)
class Filters:
    """Facets of a search; empty means all. Each is a token of the search table, so none of them scans."""

    states: frozenset[str] = frozenset()
    windows: frozenset[str] = frozenset()
    item_codes: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    is_open: bool | None = None
    bundles: Bundles = Bundles.ALL


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A line of a list of cases. `no` orders them, newest highest. `items`: of a 一件事, how many it holds."""

    no: int
    case_id: str
    case_number: str
    item_code: str
    item_name: str
    applicant_name: str
    id_masked: str
    phone: str
    state: str
    window: str
    clerk: str
    received_on: date
    due_on: date | None
    yellow_days: int
    role: str = ""
    items: int = 0


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A ledger line as shown in words on the case page."""

    origin: str
    seq: int
    at: datetime
    clerk: str
    event: Event


@dataclass(frozen=True, slots=True)
class PersonOnFile:
    """Somebody this hall has served, newest data, and the cases that are still open."""

    name: str
    id_kind: str
    id_number: str
    phone: str
    address: str
    open_cases: tuple[CaseRow, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class CatalogueVersion:
    """A catalogue that is kept here."""

    version: str
    sha256: str
    in_force_on: date
    items: int


@dataclass(frozen=True, slots=True)
class DayCounts:
    """What today has brought, by window: event counts and what is open."""

    received: int = 0
    accepted: int = 0
    corrections: int = 0
    refused: int = 0
    not_required: int = 0
    informed: int = 0
    papers_issued: int = 0
    sheets_confirmed: int = 0
    sheets_waiting: int = 0
    reprints: int = 0


class Clock(Protocol):
    """The time. Tests and the demo bring their own."""

    def now(self) -> datetime:
        """This moment, aware, UTC."""

    def today(self) -> date:
        """The day in the hall (UTC+8)."""


class Signer(Protocol):
    """The window's Ed25519 key."""

    @property
    def public_key(self) -> bytes:
        """32 bytes."""

    def sign(self, data: bytes) -> bytes:
        """64 bytes."""


class CaseReader(OpenCaseReader, PledgeReader, ScanReader, ServiceReader, StatisticsReader, PracticeReader, Protocol):
    """Reading of what the ledger has been folded into. Own connection, safe beside the writer."""

    def case(self, case_id: str) -> Case | None: ...
    def case_by_number(self, number: str) -> Case | None: ...
    def search(
        self, text: str, filters: Filters = ..., *, limit: int = 50, before_no: int | None = None
    ) -> list[CaseRow]:
        """Newest first, at most `limit`, older than `before_no` where given. Empty text: everything."""

    def open_cases(self, *, limit: int = 200) -> list[CaseRow]:
        """Open cases, the nearest due date first, those without one last."""

    def person(self, id_number: str) -> PersonOnFile | None: ...
    def lines_of(self, case_id: str) -> list[LedgerLine]:
        """The case's ledger lines, oldest first."""

    def paper(self, number: str) -> Paper | None:
        """Content of an issued paper."""

    def issued_paper(self, number: str) -> IssuedPaper | None: ...
    def papers_waiting(self) -> list[IssuedPaper]:
        """Papers that nobody has confirmed on paper yet, or with a reprint under way, oldest first."""

    def paper_code(self, number: str) -> str:
        """Text of the paper's QR."""

    def case_of_paper(self, number: str) -> str | None:
        """case_id of the case that the paper belongs to; None for a paper without one."""

    def day_counts(self, day: date, *, window: str | None = None) -> DayCounts: ...
    def received_by_state(self, day: date, *, window: str) -> dict[str, int]:
        """How many of the cases received on the day at the window stand in which state now."""

    def papers_by_state(self, day: date, *, window: str) -> tuple[int, int]:
        """Papers issued on the day at the window: out on paper, and waiting to be confirmed."""

    def item_use(self, *, limit: int = 20) -> list[str]:
        """Item codes, the most used of this window first."""

    def drafts(self, clerk_id: str | None = None) -> list[Draft]:
        """Drafts, the newest first; None: of all clerks."""

    def hall(self) -> Hall | None: ...
    def clerks(self) -> list[Clerk]: ...
    def catalogue(self, version: str) -> Catalogue | None: ...
    def catalogue_in_force(self, day: date) -> Catalogue | None:
        """The newest version in force on the day."""

    def newest_catalogue(self) -> CatalogueVersion | None: ...
    def catalogue_versions(self) -> list[CatalogueVersion]:
        """Newest first."""

    def calendar_entries(self) -> Sequence[Event]:
        """CalendarYearEntered and RegionalDaySet, oldest first."""

    def setting(self, key: str, default: str = "") -> str: ...

    # What came from outside, and what is owed

    def city_answers(
        self, case_id: str | None = None, *, only_open: bool = False, limit: int = 1000
    ) -> list[CityAnswer]:
        """What the city said, oldest first; None: about every case, and to the whole hall."""

    def city_answer(self, origin: str, seq: int) -> CityAnswer | None:
        """One answer, or None."""

    def owed_tasks(self, *, until: date | None = None, limit: int = 1000) -> list[OwedTask]:
        """What is owed on open cases, the nearest day first; nothing due after `until` where given."""

    def city_receipt(self, case_id: str) -> CityReceipt:
        """Whether the city has acknowledged every line that this hall wrote about the case."""

    def conflicts(self, case_id: str | None = None) -> list[CaseConflict]:
        """Cases on which two windows wrote unknown to each other and that nobody has settled, oldest first."""

    def outside_mark(self) -> tuple[int, int]:
        """Moves whenever lines of others arrive or the city acknowledges ours; equal looks: nothing did."""


class UnitOfWork(CaseReader, ScanWriter, Protocol):
    """One transaction of one action. Leaving it without an error commits; any error rolls all of it back."""

    origin: str

    def record(self, events: Sequence[Event], *, case_id: str | None = None) -> None:
        """Appends to the ledger and brings the projections up to date."""

    def next_serial(self, series: str) -> int:
        """The next number of a series of this origin: 1, 2, 3 … never the same twice, whatever the clock says."""

    def new_id(self) -> str:
        """A UUIDv7."""

    def sign(self, data: bytes) -> bytes: ...

    @property
    def public_key(self) -> bytes: ...

    def save_draft(self, draft: Draft) -> None: ...
    def delete_draft(self, draft_id: str) -> None: ...
    def keep_catalogue(self, catalogue: Catalogue, sha256: str, body: bytes) -> None: ...
    def set_setting(self, key: str, value: str) -> None: ...


class Store(Protocol):
    """The one store of this window."""

    @property
    def scan_files(self) -> ScanFiles: ...

    @property
    def origin(self) -> str: ...

    def write(self, session: Session | None) -> AbstractContextManager[UnitOfWork]:
        """BEGIN IMMEDIATE … COMMIT. `session` is who acts; None before anybody can log in."""

    def read(self) -> AbstractContextManager[CaseReader]: ...


@dataclass(frozen=True, slots=True)
class Taken:
    """What intake gives back: the case and the papers to print now."""

    case_id: str
    case_number: str
    papers: tuple[str, ...]
    changes: Changes = field(default_factory=Changes)
