"""Scans: chunks from the store, put together, proved by their SHA-256 and kept as files beside the database.

    scans/<hall>/<first two digits>/<sha256>     a page as it was sent
    scans/<hall>/parts/<address>/<offset>        chunks of a page that is not whole yet

A page is named by its content, so the same page twice is one file, and any collector may put it there.
"""

import hashlib
import shutil
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from desktop.city import fault_book, schema
from desktop.city.fault_book import FaultKind
from desktop.city.folder import SCANS, City
from desktop.store.files import file_problems, write_whole
from desktop.sync import layout
from desktop.sync.carrier import Carrier
from desktop.sync.chunk import open_chunk
from desktop.sync.faults import FileFault
from desktop.sync.problems import LineProblem

MISSING, KEPT, WRONG = "missing", "kept", "wrong"


@dataclass(frozen=True, slots=True)
class Page:
    """A ScanAdded line whose page is not here yet."""

    origin: str
    seq: int
    sha256: str
    size_bytes: int
    address: str
    added_at: int
    state: str


async def collect_pages(city: City, carrier: Carrier, origin: str, *, again: bool) -> int:
    """Fetch what is there of the origin's missing pages; how many are whole now.

    Args:
        again: also pages that were put together and found wrong: something may have been put right.
    """
    pages = _missing(city, origin, states=(MISSING, WRONG) if again else (MISSING,))
    by_day = defaultdict(list)
    for page in pages:
        by_day[layout.chunks_of(origin, page.added_at, page.address).removesuffix(f"{page.address}/")].append(page)
    kept = 0
    for day, of_day in by_day.items():
        names = await _chunks(carrier, day, of_day)
        for page in of_day:
            kept += await _collect(city, carrier, page, names[page.address])
    return kept


def origins_with_gaps(city: City, hall: str) -> set[str]:
    """Who has announced pages that are not kept yet."""
    table = schema.scans
    asked = sa.select(table.c.origin).where(table.c.state != KEPT, table.c.origin.startswith(f"{hall}-")).distinct()
    with city.database.read() as conn:
        return set(conn.execute(asked).scalars())


def page_file(city: City, hall: str, sha256: str) -> Path:
    """Where a page of the hall is kept."""
    return city.folder / SCANS / hall / sha256[:2] / sha256


def _missing(city: City, origin: str, states: Sequence[str]) -> list[Page]:
    table = schema.scans
    columns = (table.c[name] for name in Page.__slots__)
    asked = sa.select(*columns).where(table.c.origin == origin, table.c.state.in_(states)).order_by(table.c.seq)
    with city.database.read() as conn:
        return [Page(*row) for row in conn.execute(asked)]


async def _chunks(carrier: Carrier, day: str, pages: Sequence[Page]) -> dict[str, list[str]]:
    """Names of chunks by address. One listing for the day, or one for a single page."""
    prefix = f"{day}{pages[0].address}/" if len(pages) == 1 else day
    found: dict[str, list[str]] = {page.address: [] for page in pages}
    for name in await carrier.list(prefix):
        chunk = layout.parse_chunk(name)
        if chunk is not None and chunk.address in found:
            found[chunk.address].append(name)
    return found


async def _collect(city: City, carrier: Carrier, page: Page, names: Sequence[str]) -> int:
    hall = layout.hall_of(page.origin)
    if not page_file(city, hall, page.sha256).exists():
        parts = city.folder / SCANS / hall / "parts" / page.address
        for name in names:
            await _fetch(city, carrier, name, parts)
        body = _joined(parts, page.size_bytes)
        if body is None:
            return 0
        if hashlib.sha256(body).hexdigest() != page.sha256:
            _note_wrong(city, page, parts)
            return 0
        place = page_file(city, hall, page.sha256)
        _make(place.parent)
        write_whole(place, body)
        shutil.rmtree(parts, ignore_errors=True)
    _note_kept(city, page, names)
    return 1


async def _fetch(city: City, carrier: Carrier, name: str, parts: Path) -> None:
    """The chunk beside the others; one that cannot be used is left where it is and tried again with a sweep."""
    place = parts / name.rpartition("/")[2]
    if place.exists():
        return
    try:
        body = open_chunk((await carrier.get(name)).body, identities=[city.keys.identity], name=name)
    except (FileFault, LineProblem) as problem:
        if isinstance(problem, LineProblem) and problem.is_transport:
            raise
        chunk = layout.parse_chunk(name)
        assert chunk is not None
        with city.database.write() as conn:
            fault_book.note_problem(conn, FaultKind.SET_ASIDE, problem, origin=chunk.origin, at=city.now_ms())
        return
    _make(parts)
    write_whole(place, body)


def _joined(parts: Path, size_bytes: int) -> bytes | None:
    """The page, if its chunks leave no gap; where two overlap the longer way on is taken."""
    found = {int(path.name): path for path in parts.glob("*") if path.name.isdigit()} if parts.is_dir() else {}
    page = bytearray()
    while len(page) < size_bytes:
        bodies = (path.read_bytes()[len(page) - start :] for start, path in found.items() if start <= len(page))
        longest = max(bodies, key=len, default=b"")
        if not longest:
            return None
        page += longest
    return bytes(page)


def _make(folder: Path) -> None:
    with file_problems(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def _note_kept(city: City, page: Page, names: Sequence[str]) -> None:
    """The page is whole; what was wrong with it or with one of its chunks is over."""
    now = city.now_ms()
    with city.database.write() as conn:
        which = {"origin": page.origin, "seq": page.seq}
        conn.execute(schema.scans.update().filter_by(**which).values(state=KEPT, kept_at=now))
        fault_book.settle(conn, FaultKind.SCAN_WRONG, origin=page.origin, name=page.address, at=now)
        fault_book.settle_all(conn, FaultKind.SET_ASIDE, origin=page.origin, names=names, at=now)


def _note_wrong(city: City, page: Page, parts: Path) -> None:
    """Chunks that make another page than the one that was announced: all of them are fetched anew with the sweep."""
    shutil.rmtree(parts, ignore_errors=True)
    with city.database.write() as conn:
        which = {"origin": page.origin, "seq": page.seq}
        conn.execute(schema.scans.update().filter_by(**which).values(state=WRONG))
        fault_book.note(
            conn, FaultKind.SCAN_WRONG, origin=page.origin, name=page.address, at=city.now_ms(), seq=page.seq
        )
