"""Scanned pages as services and screens know them: in a draft, in a case, and how far each has come to the city."""

from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from desktop.domain.case import CaseScan


@dataclass(frozen=True, slots=True)
class KeptScan:
    """A page whose file is kept here.

    `original` is the SHA-256 of the file it came from, empty if that is not kept; `original_page` its number in it,
    `turned` the quarters to the right by which it was turned since.
    """

    sha256: str
    media: str
    size_bytes: int
    width_px: int
    height_px: int
    dpi: int
    original: str = ""
    original_page: int = 0
    turned: int = 0


@dataclass(frozen=True, slots=True)
class DraftScan:
    """A page of a draft, under the material it was scanned for. `place` orders the pages of a material, from 1."""

    material_code: str
    place: int
    name: str
    scan: KeptScan

    @property
    def sha256(self) -> str:
        """The page's hash."""
        return self.scan.sha256


class ScanWhere(Enum):
    """How far a page of a case has come."""

    WAITING = "waiting"  # nothing or a part of it lies in the store
    STORED = "stored"  # it lies in the store, and the city has not answered yet
    AT_CITY = "at_city"  # by the city's signed answer
    ELSEWHERE = "elsewhere"  # another window added it; what it sends is not known here


@dataclass(frozen=True, slots=True)
class FiledScan:
    """A page of a case and how far it has come: `sent_bytes` lie in the store. `is_here`: it can be shown."""

    scan: CaseScan
    where: ScanWhere
    sent_bytes: int
    is_here: bool


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page that was just shrunk, with the file it came from."""

    sha256: str
    media: str
    width_px: int
    height_px: int
    dpi: int
    number: int
    content: bytes = field(repr=False)
    turned: int = 0

    @property
    def size_bytes(self) -> int:
        """Length of what is sent."""
        return len(self.content)


class ScanReader(Protocol):
    """Reading of pages; part of CaseReader."""

    def draft_scans(self, case_id: str) -> tuple[DraftScan, ...]:
        """Pages of a draft by material and place."""

    def filed_scans(self, case_id: str) -> tuple[FiledScan, ...]:
        """Pages of a case by material and place; empty if there is no such case."""

    def kept_scan(self, sha256: str) -> KeptScan | None:
        """What is known of a page whose file is kept here, or None."""


class ScanWriter(Protocol):
    """Noting of pages; part of UnitOfWork. The files are there before."""

    def note_scan(self, scan: KeptScan) -> None:
        """A page is kept; noting it again changes nothing but a lacking original."""

    def put_draft_scan(self, case_id: str, scan: DraftScan) -> None:
        """The page stands at its place of the draft; what stood there gives way to it."""

    def take_draft_scan(self, case_id: str, material_code: str, sha256: str) -> None:
        """The page no longer stands there; its file stays until a sweep."""

    def clear_draft_scans(self, case_id: str) -> None:
        """No page stands in this draft any more."""


class ScanFiles(Protocol):
    """The files of the pages, encrypted. Safe from any thread."""

    def keeping(self) -> AbstractContextManager[None]:
        """Held from before a file is kept until the row that names it is committed: no sweep comes between."""

    def keep(self, sha256: str, content: bytes) -> None:
        """The page is on the disk when this returns. Raises DiskFull, FileRefused: nothing of it is there."""

    def keep_original(self, sha256: str, content: bytes) -> None:
        """As keep, for the file that a page came from."""

    def read(self, sha256: str) -> bytes:
        """The page. Raises ScanMissing, ScanDamaged, FileRefused."""

    def read_original(self, sha256: str) -> bytes | None:
        """The file that pages came from; None: dropped since, or never kept. Raises ScanDamaged, FileRefused."""

    def has(self, sha256: str) -> bool:
        """Whether there is a file of this page."""
