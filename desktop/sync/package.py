"""A courier's package on a USB stick: what the city has not acknowledged, as the very files that a store has.

    <stick>/yichuang/ev-<hall>/seg/…, join/…      the frozen bytes of the store's own table, never sealed anew
    <stick>/yichuang/ev-<hall>/blob/…             scans in sealed chunks of 256 KB
    <stick>/yichuang/ev-<hall>/list/<origin>/…    names, sizes and SHA-256, signed by the window; written last

Everything is read back from the medium before the list is written: a package without its list is not finished. Writing
it twice gives the same files; several windows' packages lie side by side. Nothing in the window's store changes: only
the city's signed answer ends the waiting.

Written by desktop.sync.package_writing, read by desktop.sync.package_reading, checked by desktop.sync.package_list.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

FOLDER = "yichuang"
"""Where the tree lies on a stick, so that the stick may carry other things as well."""

CHUNK_BYTES = 256 * 1024
"""Of a scan, before sealing: a stick breaks off seldom, and each file costs it a cluster and a flush."""


@dataclass(frozen=True, slots=True)
class PackagedSegment:
    """A frozen segment that the city has not acknowledged; `size_bytes` is of the sealed file."""

    name: str
    size_bytes: int
    entries: int


@dataclass(frozen=True, slots=True)
class PackagedScan:
    """A scan that the city has not acknowledged.

    `stored_bytes` lie in the city's store already, counted from the beginning without a gap: the stick is cut there
    too, so that a relay may add the rest to that store. `added_at_ms` is the moment of its ScanAdded line.
    """

    origin: str
    added_at_ms: int
    address: str
    sha256: str
    size_bytes: int
    stored_bytes: int = 0


class PackageSource(Protocol):
    """What of this window the city has not acknowledged. Every method is called on the caller's own thread."""

    @property
    def origin(self) -> str:
        """The origin that signs the list."""

    def documents(self) -> Sequence[tuple[str, bytes]]:
        """Small files that go first, by name: the request to be approved, until the city has approved."""

    def segments(self) -> Sequence[PackagedSegment]:
        """In the order of the chain. What is not frozen yet is frozen now: the net and the stick carry one file."""

    def segment(self, name: str) -> bytes:
        """The sealed bytes of a segment."""

    def scans(self) -> Sequence[PackagedScan]:
        """The scan added last comes first."""

    def scan(self, sha256: str) -> bytes:
        """The page as it is sent, not sealed."""

    def case_count(self) -> int:
        """How many cases have an entry or a scan that is not acknowledged."""

    def seal_chunk(self, plain: bytes) -> bytes:
        """Sealed to city and hall."""

    def open_chunk(self, sealed: bytes) -> bytes:
        """A chunk that this hall sealed. Raises EnvironmentProblem if it is not whole, or not ours."""

    def sign(self, message: bytes) -> bytes:
        """Ed25519 by the key of `origin`."""


def tree_of(folder: Path) -> Path:
    """The tree in a folder that a person chose: the stick itself, or the tree, or a store's folder."""
    if folder.name == FOLDER or any(folder.glob("ev-*")) or any(folder.glob("city-*")):
        return folder
    return folder / FOLDER
