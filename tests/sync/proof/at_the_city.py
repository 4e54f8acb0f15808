"""What must hold at the city whatever happened on the way: every line once, the chain whole, no word too much."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa

from desktop.city import lines, schema
from desktop.city.folder import City
from desktop.store.line import GENESIS, Line, hash_of
from desktop.sync import layout
from desktop.sync.city_head import CityHead
from desktop.sync.signed import read_document


def lines_of(city: City, origin: str) -> list[Line]:
    """The lines of an origin as the database has them, by number; their chain is checked."""
    with city.database.read() as conn:
        found = lines.of_origin(conn, origin, after=0, limit=10**6)
    prev = GENESIS
    for seq, line in enumerate(found, 1):
        assert line.seq == seq, "a number is missing or there twice"
        assert line.prev == prev
        assert hash_of(line) == line.hash
        prev = line.hash
    return found


def without_arrival(sent: Sequence[Line]) -> list[Line]:
    """As any other database has them: the arrival is each one's own."""
    return [replace(line, arrival=0) for line in sent]


def head_in(store: Path, city: City, hall: str) -> CityHead | None:
    """What the city says to the hall; None before its first word."""
    path = store / layout.head(hall)
    return read_document(path.read_bytes(), CityHead, public_key=city.keys.public_key) if path.exists() else None


def check_nothing_acknowledged_is_missing(store: Path, city: City, hall: str) -> None:
    """What the city has said that it has, it has."""
    head = head_in(store, city, hall)
    for origin, acked in (head.acked if head else {}).items():
        there = lines_of(city, origin)
        assert len(there) >= acked.seq
        assert there[acked.seq - 1].hash.hex() == acked.hash


def rows(city: City, table: str) -> int:
    """How many rows a table has."""
    with city.database.read() as conn:
        return int(conn.execute(sa.select(sa.func.count()).select_from(schema.metadata.tables[table])).scalar() or 0)
