"""Looks into a city, for tests."""

import asyncio

import sqlalchemy as sa

from desktop.city import schema
from desktop.city.collect import CollectReport, collect_once, collect_stick
from desktop.city.fault_book import FaultEntry, open_faults
from desktop.city.folder import City
from desktop.domain import events as ev
from desktop.sync import layout
from desktop.sync.carrier import Carrier
from desktop.sync.city_head import CityHead
from desktop.sync.signed import read_document
from tests.city.window import Window


def poll(city: City, *, is_sweep: bool = True) -> CollectReport:
    return asyncio.run(collect_once(city, is_sweep=is_sweep))


def poll_stick(city: City, stick: Carrier) -> CollectReport:
    return asyncio.run(collect_stick(city, stick))


def head_of(city: City, carrier: Carrier, hall: str = "450000100") -> CityHead:
    body = asyncio.run(carrier.get(layout.head(hall))).body
    return read_document(body, CityHead, public_key=city.keys.public_key)


def stored(city: City, origin: str) -> list[tuple[int, bytes]]:
    table = schema.lines
    with city.database.read() as conn:
        rows = conn.execute(sa.select(table.c.seq, table.c.hash).filter_by(origin=origin).order_by(table.c.seq)).all()
    return [(row.seq, row.hash) for row in rows]


def written(window: Window, last: int | None = None) -> list[tuple[int, bytes]]:
    return [(line.seq, line.hash) for line in window.lines(1, last)]


def faults(city: City) -> list[FaultEntry]:
    with city.database.read() as conn:
        return open_faults(conn)


def kinds(city: City) -> list[tuple[str, str]]:
    """Kind and origin of what is open."""
    return [(fault.kind.value, fault.origin) for fault in faults(city)]


def answers(city: City, hall: str = "450000100") -> list[ev.Event]:
    table = schema.lines
    asked = sa.select(table.c.body).where(table.c.origin.like(f"{hall}-city-%")).order_by(table.c.seq)
    with city.database.read() as conn:
        return [ev.decode(body) for body in conn.execute(asked).scalars()]
