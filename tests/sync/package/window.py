"""A window with something to send: real seals, real signatures, real segments; only the store behind it is a dict."""

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop.ports_sync import PackageResult
from desktop.store.line import GENESIS, Line, hash_of
from desktop.sync import chunk, package_writing
from desktop.sync.faults import Damaged
from desktop.sync.package import PackagedScan, PackagedSegment
from desktop.sync.seal import new_identity
from desktop.sync.segment import name_of, seal_segment
from desktop.sync.signed import new_signing_key, signer

HALL = "450000"
AT_MS = 1_795_000_000_000  # in 2026
CITY, CITY_RECIPIENT = new_identity()
HALL_SECRET, HALL_RECIPIENT = new_identity()
ADDRESS_SECRET = bytes(32)


def lines(origin: str, *, first: int, count: int, prev: bytes = GENESIS) -> list[Line]:
    """A chain of made-up entries."""
    made: list[Line] = []
    for seq in range(first, first + count):
        bare = Line(0, origin, seq, f"{origin}-{seq}", "Noted", f"case-{seq}", AT_MS + seq, "li", b"{}", prev, b"")
        made.append(replace(bare, hash=hash_of(bare)))
        prev = made[-1].hash
    return made


@dataclass
class Window:
    """Obeys PackageSource. `pages` are scans by their SHA-256, the newest last."""

    origin: str = f"{HALL}-02-0a1b2c3d"
    entries: int = 6
    pages: dict[str, bytes] = field(default_factory=dict)
    stored: dict[str, int] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    papers: list[tuple[str, bytes]] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    keys: tuple[bytes, bytes] = field(default_factory=new_signing_key)

    def __post_init__(self) -> None:
        whole = lines(self.origin, first=1, count=self.entries)
        for part in (whole[: self.entries // 2], whole[self.entries // 2 :]):
            if part:
                self.files[name_of(part)] = seal_segment(
                    part, sign=signer(self.keys[0]), recipients=(CITY_RECIPIENT, HALL_RECIPIENT)
                )

    def add_pages(self, *sizes: int) -> None:
        chance = random.Random(len(self.pages))
        for size in sizes:
            page = chance.randbytes(size)
            self.pages[hashlib.sha256(page).hexdigest()] = page

    def documents(self) -> Sequence[tuple[str, bytes]]:
        return self.papers

    def segments(self) -> Sequence[PackagedSegment]:
        return [PackagedSegment(name, len(body), self.entries // 2) for name, body in sorted(self.files.items())]

    def segment(self, name: str) -> bytes:
        return self.files[name]

    def scans(self) -> Sequence[PackagedScan]:
        return [self.packaged(sha256) for sha256 in reversed(self.pages)]

    def packaged(self, sha256: str) -> PackagedScan:
        address = chunk.address_of(sha256, hall_secret=ADDRESS_SECRET)
        return PackagedScan(
            self.origin, AT_MS, address, sha256, len(self.pages[sha256]), stored_bytes=self.stored.get(sha256, 0)
        )

    def scan(self, sha256: str) -> bytes:
        if sha256 in self.lost:
            raise Damaged(name=sha256, reason="gone")
        return self.pages[sha256]

    def case_count(self) -> int:
        return self.entries

    def seal_chunk(self, plain: bytes) -> bytes:
        return chunk.seal_chunk(plain, recipients=(CITY_RECIPIENT, HALL_RECIPIENT))

    def open_chunk(self, sealed: bytes) -> bytes:
        return chunk.open_chunk(sealed, identities=(HALL_SECRET,))

    def sign(self, message: bytes) -> bytes:
        return signer(self.keys[0])(message)


def write(window: Window, folder: Path, *, at_ms: int = AT_MS) -> PackageResult:
    """The package of a window, written without anybody watching."""
    return package_writing.write_package(
        window, folder, at_ms=at_ms, report=lambda _done, _total: None, is_cancelled=lambda: False
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below, by name, hidden ones too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
