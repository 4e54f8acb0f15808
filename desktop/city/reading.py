"""The segments of one window from a store: listed, fetched in order, opened, and given to the database.

Reading stops at a gap and goes on by itself when the missing file has come. A file with a fault is set aside, as it
came, and looked at again with each sweep: the store may have been put right, or a stick may bring a whole one.
"""

import asyncio
import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from desktop.city import fault_book, origin_book, schema
from desktop.city.database import is_new
from desktop.city.fault_book import FaultKind
from desktop.city.folder import SET_ASIDE_FOLDER, City
from desktop.city.origin_book import Origin
from desktop.city.taking import Opened, Taken, take
from desktop.store.files import file_problems, write_whole
from desktop.sync import layout
from desktop.sync.carrier import Carrier
from desktop.sync.faults import FileFault
from desktop.sync.problems import LineProblem, NotThere
from desktop.sync.segment import open_segment

SET_ASIDE = "set_aside"
STORE, STICK = "store", "stick"
FETCHED_AT_ONCE = 4
MOST_LINES = 20_000
"""In one transaction: some hundred megabytes at the very most, and a cut costs little."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Reading:
    """What was found of one origin in one poll. `gap` are the first and last number missing before what is there."""

    origin: str
    started: int
    segments: int = 0
    lines: int = 0
    again: int = 0
    refused: int = 0
    set_aside: int = 0
    forks: int = 0
    gap: tuple[int, int] | None = None


async def read_segments(
    city: City, carrier: Carrier, row: Origin, *, names: Sequence[str] | None = None, is_sweep: bool
) -> Reading:
    """Take all that follows on.

    Args:
        row: the origin as it is now.
        names: the files to read, as a stick has them; None: what the store lists behind the last one taken.
        is_sweep: also files that were set aside before.
    """
    return await _OriginReader(city, carrier, row).read(names, is_sweep=is_sweep)


class _OriginReader:
    """Reads one origin once."""

    def __init__(self, city: City, carrier: Carrier, row: Origin) -> None:
        self._city = city
        self._carrier = carrier
        self._row = row
        self._origin = row.origin
        self._next = row.last_seq + 1
        self._secret = bytes.fromhex(city.hall_keys(row.hall).secret)
        self._batch: list[Opened] = []
        self._judged: set[tuple[str, str]] = set()
        self._first_behind_gap = 0
        self._came_by = STORE
        self.reading = Reading(row.origin, city.now_ms())

    async def read(self, names: Sequence[str] | None, *, is_sweep: bool) -> Reading:
        is_listed = names is None
        self._came_by = STORE if is_listed else STICK
        if names is None:
            names = await self._carrier.list(layout.segments_of(self._origin), after=self._row.last_name)
        await self._read(self._wanted(names, is_sweep=is_sweep))
        self._flush()
        if is_listed and self._first_behind_gap:
            self.reading.gap = (self._next, self._first_behind_gap - 1)
        return self.reading

    def _wanted(self, names: Sequence[str], *, is_sweep: bool) -> list[tuple[int, str]]:
        """The files to fetch, by their first number; foreign names, and without a sweep what was judged before."""
        if not names:
            return []
        table = schema.segments
        asked = sa.select(table.c.name, table.c.sha256, table.c.state).where(table.c.origin == self._origin)
        with self._city.database.read() as conn:
            known = conn.execute(asked.where(table.c.name >= min(names))).all()
        # What was set aside is opened again: it may be another file by now, and the fault may have been ours.
        self._judged = {(row.name, row.sha256) for row in known if row.state != SET_ASIDE}
        passed_over = set() if is_sweep else {row.name for row in known}
        places = ((layout.parse_segment(name), name) for name in names if name not in passed_over)
        return sorted((place.first_seq, name) for place, name in places if place and place.origin == self._origin)

    async def _read(self, wanted: Sequence[tuple[int, str]]) -> None:
        """Fetch and open in order, as far as one follows on the other."""
        for start in range(0, len(wanted), FETCHED_AT_ONCE):
            slice_ = wanted[start : start + FETCHED_AT_ONCE]
            if slice_[0][0] > self._next:
                self._first_behind_gap = slice_[0][0]
                return
            bodies = await asyncio.gather(*(self._fetch(name) for _, name in slice_))
            for (first, name), body in zip(slice_, bodies, strict=True):
                if first > self._next:
                    self._first_behind_gap = first
                    return
                if body is not None:
                    self._open(name, body)

    async def _fetch(self, name: str) -> bytes | None:
        """None: it is not there any more, or may not be read, which is noted."""
        try:
            return (await self._carrier.get(name)).body
        except NotThere:
            return None
        except LineProblem as problem:
            if problem.is_transport:
                raise
            self._set_aside(name, b"", problem)
            return None

    def _open(self, name: str, body: bytes) -> None:
        digest = hashlib.sha256(body).hexdigest()
        if (name, digest) in self._judged:
            return
        try:
            head, lines = open_segment(
                body,
                name=name,
                identities=[self._city.keys.identity],
                key_of=lambda origin: origin_book.signer_key(self._row, name=name) if origin == self._origin else None,
            )
        except FileFault as fault:
            self._set_aside(name, body, fault)
            return
        self._batch.append(Opened(name, digest, body, head, lines, self._came_by))
        self._next = max(self._next, head.last + 1)
        if sum(len(segment.lines) for segment in self._batch) >= MOST_LINES:
            self._flush()

    def _flush(self) -> None:
        if not self._batch:
            return
        batch, self._batch = self._batch, []
        taken = take(
            self._city.database,
            self._origin,
            batch,
            hall_secret=self._secret,
            looked_at=self.reading.started,
            now=self._city.now_ms(),
        )
        if taken is None:  # revoked while it was read
            return
        self._count(taken, len(batch))
        for fork in taken.forks:
            keep_aside(self._city, fork.name, fork.body)
            log.warning("%s has a second history: %s", self._origin, fork.name)
        if taken.waiting:
            self._first_behind_gap = taken.waiting[0].head.first
        self._row = taken.origin
        self._next = taken.origin.last_seq + 1

    def _count(self, taken: Taken, files: int) -> None:
        self.reading.segments += files - taken.again - len(taken.forks) - len(taken.waiting)
        self.reading.lines += len(taken.lines)
        self.reading.again += taken.again
        self.reading.refused += taken.refused
        self.reading.forks += len(taken.forks)

    def _set_aside(self, name: str, body: bytes, problem: FileFault | LineProblem) -> None:
        """Keep the file as it came, and tell a person; the others go on."""
        digest = hashlib.sha256(body).hexdigest()
        place = layout.parse_segment(name)
        assert place is not None
        if body:
            keep_aside(self._city, name, body)
        row = {
            "name": name,
            "sha256": digest,
            "origin": self._origin,
            "first_seq": place.first_seq,
            "last_seq": place.first_seq,
            "size_bytes": len(body),
            "came_by": self._came_by,
            "state": SET_ASIDE,
            "reason": problem.key,
            "opened_at": self._city.now_ms(),
        }
        with self._city.database.write() as conn:
            is_new(conn, schema.segments, row)
            fault_book.note_problem(conn, FaultKind.SET_ASIDE, problem, origin=self._origin, at=self._city.now_ms())
        self.reading.set_aside += 1
        log.warning("%s is set aside: %s", name, problem.key)


def note_looks(city: City, readings: Sequence[Reading]) -> None:
    """When the store was listed for each, and whether something is missing before what it holds; one transaction."""
    if not readings:
        return
    now = city.now_ms()
    with city.database.write() as conn:
        with_gap = fault_book.origins_with(conn, FaultKind.GAP)
        for reading in readings:
            if reading.gap:
                first, last = reading.gap
                fault_book.note(conn, FaultKind.GAP, origin=reading.origin, at=now, first=first, last=last)
            elif reading.origin in with_gap:
                fault_book.settle(conn, FaultKind.GAP, origin=reading.origin, at=now)
            if not reading.lines:
                origin_book.change(conn, reading.origin, looked_at=reading.started)


def keep_aside(city: City, name: str, body: bytes) -> None:
    """A copy of a file that cannot be used, beside the database: sticks go away, and stores are tidied up."""
    digest = hashlib.sha256(body).hexdigest()
    place = city.folder / SET_ASIDE_FOLDER / f"{name.replace('/', '_')}.{digest[:16]}"
    with file_problems(place):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not place.exists():
        write_whole(place, body)
