"""One poll of the store, or of a courier's stick: what is new goes into the database, then the heads are renewed.

Read twice, in any order, by several collectors, cut off anywhere: the database is the same. The fault of one file, one
entry or one window stops nobody else; trouble of the line ends the poll, and the next one goes on from there.
"""

import asyncio
import logging
import random
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from desktop.city import fault_book, inbox, origin_book, scan_pages
from desktop.city.claims import Claims, claimed, open_claims
from desktop.city.fault_book import FaultKind
from desktop.city.folder import City
from desktop.city.joining import Asked, take_joins
from desktop.city.origin_book import Origin, OriginState
from desktop.city.publishing import copy_to_stick, publish_hall
from desktop.city.reading import Reading, note_looks, read_segments
from desktop.sync import layout
from desktop.sync.carrier import Carrier
from desktop.sync.problems import LineProblem

AT_ONCE = 8
"""Windows of a hall read at the same time: a round trip to an object store takes longer than opening a file."""

HALLS_AT_ONCE = 4

_Item = TypeVar("_Item")

log = logging.getLogger(__name__)


@dataclass(slots=True)
class CollectReport:
    """What one poll did. Numbers are of this poll alone; `asked` are requests that came in."""

    halls: int = 0
    origins: int = 0
    segments: int = 0
    lines: int = 0
    again: int = 0
    refused: int = 0
    set_aside: int = 0
    forks: int = 0
    pages: int = 0
    heads: int = 0
    to_stick: int = 0
    asked: list[Asked] = field(default_factory=list)

    def add(self, reading: Reading) -> None:
        """Count what reading one origin gave."""
        self.origins += 1
        self.segments += reading.segments
        self.lines += reading.lines
        self.again += reading.again
        self.refused += reading.refused
        self.set_aside += reading.set_aside
        self.forks += reading.forks


async def collect_once(city: City, *, carrier: Carrier | None = None, is_sweep: bool = True) -> CollectReport:
    """Poll the city's store once.

    Args:
        carrier: the store, if the caller has it open; else it is opened and closed here.
        is_sweep: look at every window, whatever the inbox says; else what is new alone, for a poll every few seconds.

    Raises:
        LineProblem: no way to the store; what was read before is kept. CityDatabaseRefuses.
    """
    store = carrier or city.carrier()
    claims = open_claims(city.database)
    report = CollectReport()
    try:

        async def poll(hall: str) -> None:
            await _poll_hall(city, store, hall, claims=claims, report=report, is_sweep=is_sweep)

        await _each(_shuffled(_halls(city)), poll, at_once=HALLS_AT_ONCE)
    finally:
        claims.close()
        if carrier is None:
            await store.close()
    return report


async def collect_stick(city: City, stick: Carrier) -> CollectReport:
    """Read a courier's stick (or any folder with the layout of a store), and put the city's answers on it.

    Raises:
        StickGone and other LineProblems: what was read before is kept. Reading it again does no harm.
    """
    claims = open_claims(city.database)
    report = CollectReport()
    try:
        for hall in _halls(city):
            report.asked += await take_joins(city, stick, hall)
            by_origin = await _segments_on(stick, hall)
            with city.database.write() as conn:
                origin_book.seen_unasked(conn, sorted(by_origin))
            look = _Look(city, stick, claims)
            for row in inbox.every_origin(city, hall):
                await look.at(row, by_origin.get(row.origin, ()))
                await look.at_pages(row)
            look.add_to(report)
            report.to_stick += await copy_to_stick(city, stick, hall)
            report.halls += 1
    finally:
        claims.close()
    return report


async def take_all_joins(city: City) -> list[Asked]:
    """Read who asks to be let in, in every hall, and nothing else."""
    store = city.carrier()
    try:
        return [asked for hall in _halls(city) for asked in await take_joins(city, store, hall)]
    finally:
        await store.close()


async def publish_all(city: City, *, carrier: Carrier | None = None) -> int:
    """Renew the head of every hall that has news; how many had. For what is done between two polls."""
    store = carrier or city.carrier()
    claims = open_claims(city.database)
    try:
        return sum([await publish_hall(city, store, hall, claims=claims) for hall in _halls(city)])
    finally:
        claims.close()
        if carrier is None:
            await store.close()


def _halls(city: City) -> list[str]:
    with city.database.read() as conn:
        return origin_book.hall_names(conn)


async def _poll_hall(
    city: City, store: Carrier, hall: str, *, claims: Claims, report: CollectReport, is_sweep: bool
) -> None:  # fmt: skip
    report.asked += await take_joins(city, store, hall)
    started = city.now_ms()
    pointed = await inbox.origins_with_news(city, store, hall)
    rows = inbox.every_origin(city, hall) if is_sweep else pointed
    look = _Look(city, store, claims, is_sweep=is_sweep, started=started)
    await _each(_shuffled(rows), look.at)
    note_looks(city, look.readings)
    waiting = scan_pages.origins_with_gaps(city, hall)
    await _each([row for row in rows if row.origin in waiting], look.at_pages)
    look.add_to(report)
    report.heads += await publish_hall(city, store, hall, claims=claims)
    report.halls += 1


def _shuffled(items: Sequence[_Item]) -> list[_Item]:
    """In another order at each collector: those that start together work on different things."""
    return random.sample(items, len(items))


async def _each(
    items: Sequence[_Item], work: Callable[[_Item], Awaitable[None]], *, at_once: int = AT_ONCE
) -> None:  # fmt: skip
    """The work on each item, so many at a time; the first trouble of the line ends all."""
    places = asyncio.Semaphore(at_once)

    async def one(item: _Item) -> None:
        async with places:
            await work(item)

    tasks = [asyncio.ensure_future(one(item)) for item in items]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class _Look:
    """One look at windows in a store or on a stick. A window that another collector has in hand is left to it."""

    def __init__(
        self, city: City, carrier: Carrier, claims: Claims, *, is_sweep: bool = True, started: int | None = None
    ) -> None:
        self._city = city
        self._carrier = carrier
        self._claims = claims
        self._is_sweep = is_sweep
        self._started = started
        self._pages = 0
        self.readings: list[Reading] = []

    def add_to(self, report: CollectReport) -> None:
        """Count what was found."""
        for reading in self.readings:
            report.add(reading)
        report.pages += self._pages

    async def at(self, row: Origin, names: Sequence[str] | None = None) -> None:
        """The segments of a window. `names` None: what the store lists."""
        with claimed(self._claims, row.origin) as is_mine:
            now = self._row_now(row) if is_mine else None
            if now is None:
                return
            with _told_of_one_file(row.origin):
                if now.state is not OriginState.APPROVED:
                    await _note_not_taken(self._city, self._carrier, now, names)
                    return
                reading = await read_segments(self._city, self._carrier, now, names=names, is_sweep=self._is_sweep)
                self.readings.append(reading)

    async def at_pages(self, row: Origin) -> None:
        """The pages that a window has announced."""
        with claimed(self._claims, row.origin) as is_mine, _told_of_one_file(row.origin):
            if is_mine and row.state is OriginState.APPROVED:
                self._pages += await scan_pages.collect_pages(
                    self._city, self._carrier, row.origin, again=self._is_sweep
                )

    def _row_now(self, row: Origin) -> Origin | None:
        """The origin as it is; None if another collector has looked at it since this poll began."""
        with self._city.database.read() as conn:
            now = origin_book.find_origin(conn, row.origin)
        assert now is not None
        is_done = self._started is not None and now.looked_at != row.looked_at and now.looked_at >= self._started
        return None if is_done else now


@contextmanager
def _told_of_one_file(origin: str) -> Iterator[None]:
    """What the store does not let us do with one file stops this window's turn; trouble of the line stops the poll."""
    try:
        yield
    except LineProblem as problem:
        if problem.is_transport:
            raise
        log.warning("the store refuses files of %s: %s", origin, problem.key)


async def _note_not_taken(city: City, carrier: Carrier, row: Origin, names: Sequence[str] | None) -> None:
    """Files of somebody unknown or revoked stay where they are; a person is told how many."""
    kinds = {OriginState.UNKNOWN: FaultKind.UNKNOWN_ORIGIN, OriginState.REVOKED: FaultKind.REVOKED}
    kind, now = kinds.get(row.state), city.now_ms()
    if names is None and kind is not None:
        names = await carrier.list(layout.segments_of(row.origin), after=row.last_name)
    with city.database.write() as conn:
        origin_book.change(conn, row.origin, looked_at=now)
        if names and kind is not None:
            fault_book.note(conn, kind, origin=row.origin, at=now, files=len(names))


async def _segments_on(stick: Carrier, hall: str) -> dict[str, list[str]]:
    """Every segment that lies there, by origin; names that are none are left alone."""
    by_origin: dict[str, list[str]] = defaultdict(list)
    for name in await stick.list(f"ev-{hall}/seg/"):
        place = layout.parse_segment(name)
        if place is not None:
            by_origin[place.origin].append(name)
    return by_origin
