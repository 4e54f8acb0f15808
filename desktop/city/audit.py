"""The full listing of the store against the database: what polls cannot see, because they only look forward.

A file behind the point up to which all was taken (a cloned PC, a clock that was wrong), a file that the store has lost,
a file of the same name that is another one now. Everything is noted; nothing is changed in the store.
"""

from collections import defaultdict
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from desktop.city import fault_book, origin_book, schema
from desktop.city.fault_book import FaultKind
from desktop.city.folder import City
from desktop.city.origin_book import Origin
from desktop.city.reading import STORE
from desktop.sync import layout
from desktop.sync.carrier import Carrier

_TAKEN = ("taken", "again")
_KINDS = (FaultKind.MISSING_FILE, FaultKind.LATE_FILE, FaultKind.OTHER_SIZE)


@dataclass(slots=True)
class AuditReport:
    """How many files the store has, and how many of each trouble there are."""

    files: int = 0
    missing: int = 0
    late: int = 0
    other_size: int = 0

    @property
    def is_clean(self) -> bool:
        """Store and database agree."""
        return not (self.missing or self.late or self.other_size)


async def audit_store(city: City) -> AuditReport:
    """`audit` over the city's own store, opened and closed here."""
    carrier = city.carrier()
    try:
        return await audit(city, carrier)
    finally:
        await carrier.close()


async def audit(city: City, carrier: Carrier) -> AuditReport:
    """Compare every segment of every hall; what an earlier audit noted and is over is settled.

    Raises:
        LineProblem.
    """
    report = AuditReport()
    with city.database.read() as conn:
        halls = origin_book.hall_names(conn)
    for hall in halls:
        there: dict[str, dict[str, int]] = defaultdict(dict)
        for name in await carrier.list(f"ev-{hall}/seg/"):
            place, found = layout.parse_segment(name), await carrier.stat(name)
            if place is not None and found is not None:
                there[place.origin][name] = found.size_bytes
        with city.database.write() as conn:
            for row in origin_book.origins_of(conn, hall):
                _compare(conn, row, there[row.origin], report, now=city.now_ms())
    return report


def _compare(conn: Connection, row: Origin, there: dict[str, int], report: AuditReport, *, now: int) -> None:
    for kind in _KINDS:
        fault_book.settle(conn, kind, origin=row.origin, at=now)
    known, taken = _known(conn, row.origin)
    report.files += len(there)
    for name in sorted(taken.keys() - there.keys()):
        report.missing += 1
        fault_book.note(conn, FaultKind.MISSING_FILE, origin=row.origin, name=name, at=now)
    for name in sorted(there.keys() - known.keys()):
        if name < row.last_name:
            report.late += 1
            fault_book.note(conn, FaultKind.LATE_FILE, origin=row.origin, name=name, at=now)
    for name in sorted(there.keys() & taken.keys()):
        if there[name] not in known[name]:
            report.other_size += 1
            sizes = {"found": there[name], "expected": taken[name]}
            fault_book.note(conn, FaultKind.OTHER_SIZE, origin=row.origin, name=name, at=now, **sizes)


def _known(conn: Connection, origin: str) -> tuple[dict[str, set[int]], dict[str, int]]:
    """The sizes of every file that was opened, and the size of each that was taken from the store, by name."""
    table = schema.segments
    columns = (table.c.name, table.c.size_bytes, table.c.state, table.c.came_by)
    known: dict[str, set[int]] = defaultdict(set)
    taken: dict[str, int] = {}
    for name, size_bytes, state, came_by in conn.execute(sa.select(*columns).where(table.c.origin == origin)):
        known[name].add(size_bytes)
        if state in _TAKEN and came_by == STORE:
            taken[name] = size_bytes
    return known, taken
