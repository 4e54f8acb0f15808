"""Which windows have put something: by their pointers in the inbox, so that a poll costs what is new and no more.

A pointer is named by the minute of the window's own clock, and a second burst in that minute makes no second pointer:
so a window is looked at again until SETTLED_MS after its pointer was first seen. Clocks that are behind put pointers
where nobody looks any more; LOOK_BACK_MS bears two hours, the sweep over every origin bears any clock.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from desktop.city import origin_book, schema
from desktop.city.database import insert_new
from desktop.city.folder import City
from desktop.city.origin_book import Origin, OriginState
from desktop.sync import layout
from desktop.sync.carrier import Carrier

SETTLED_MS = 150_000
LOOK_BACK_MS = 2 * 60 * 60 * 1000


async def origins_with_news(city: City, carrier: Carrier, hall: str) -> list[Origin]:
    """Every origin of the hall that should be looked at now, whatever its state."""
    now = city.now_ms()
    with city.database.read() as conn:
        polled_at = int(origin_book.hall_row(conn, hall).polled_at)
    after = _minute(hall, max(0, polled_at - LOOK_BACK_MS)) if polled_at else ""
    names = await carrier.list(layout.inbox_of(hall), after=after)
    with city.database.write() as conn:
        _remember(conn, hall, names, now)
        _forget(conn, hall, before=after, now=now)
        conn.execute(schema.halls.update().filter_by(hall=hall).values(polled_at=now))
        return _pointed_at(conn, hall)


def every_origin(city: City, hall: str) -> list[Origin]:
    """For a sweep."""
    with city.database.read() as conn:
        return origin_book.origins_of(conn, hall)


def _minute(hall: str, at_ms: int) -> str:
    """The name before all pointers of that minute."""
    return layout.pointer(f"{hall}-0-00000000", at_ms).rpartition("/")[0]


def _remember(conn: Connection, hall: str, names: Sequence[str], now: int) -> None:
    rows = [
        {"name": name, "hall": hall, "origin": origin, "seen_at": now}
        for name in names
        if origin_book.is_origin(origin := name.rpartition("/")[2]) and layout.hall_of(origin) == hall
    ]
    known = set(conn.execute(sa.select(schema.pointers.c.name).filter_by(hall=hall)).scalars())
    new = [row for row in rows if row["name"] not in known]
    insert_new(conn, schema.pointers, new)
    origin_book.seen_unasked(conn, sorted({str(row["origin"]) for row in new}))


def _forget(conn: Connection, hall: str, *, before: str, now: int) -> None:
    """Pointers that are listed no more, and settled."""
    table = schema.pointers
    old = (table.c.hall == hall, table.c.name <= before, table.c.seen_at < now - LOOK_BACK_MS)
    conn.execute(table.delete().where(*old))


def _pointed_at(conn: Connection, hall: str) -> list[Origin]:
    """Origins with a pointer that is not settled, and those that were approved since the last poll."""
    table = schema.pointers
    latest = sa.func.max(table.c.seen_at).label("seen_at")
    asked = sa.select(table.c.origin, latest).filter_by(hall=hall).group_by(table.c.origin)
    seen_at = {row.origin: row.seen_at for row in conn.execute(asked)}
    return [
        row
        for row in origin_book.origins_of(conn, hall)
        if row.looked_at < seen_at.get(row.origin, 0) + SETTLED_MS
        if row.origin in seen_at or (row.looked_at < 0 and row.state is OriginState.APPROVED)
    ]
