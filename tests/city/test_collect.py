"""What the windows put reaches the database whole, once, in order; what is wrong is named and stops nobody else."""

import asyncio

import sqlalchemy as sa

from desktop.city import schema
from desktop.city.collect import CollectReport, collect_once
from desktop.city.fault_book import FaultEntry, open_faults
from desktop.city.folder import City
from desktop.sync import layout
from desktop.sync.carriers.folder import FolderCarrier
from desktop.sync.city_head import CityHead
from desktop.sync.signed import read_document
from tests.city.conftest import HALL
from tests.city.window import Window


def poll(city: City) -> CollectReport:
    return asyncio.run(collect_once(city))


def head_of(city: City, carrier: FolderCarrier, hall: str = HALL) -> CityHead:
    body = asyncio.run(carrier.get(layout.head(hall))).body
    return read_document(body, CityHead, public_key=city.keys.public_key)


def stored(city: City, origin: str) -> list[tuple[int, bytes]]:
    table = schema.lines
    with city.database.read() as conn:
        rows = conn.execute(sa.select(table.c.seq, table.c.hash).filter_by(origin=origin).order_by(table.c.seq)).all()
    return [(row.seq, row.hash) for row in rows]


def written(window: Window) -> list[tuple[int, bytes]]:
    return [(line.seq, line.hash) for line in window.lines()]


def faults(city: City) -> list[FaultEntry]:
    with city.database.read() as conn:
        return open_faults(conn)


def test_what_a_window_put_is_in_the_database_and_acknowledged(city: City, window: Window, carrier: FolderCarrier):
    window.take_in(3)
    window.put(1, 4)
    window.put(5)

    report = poll(city)

    assert (report.lines, report.segments) == (len(window.lines()), 2)
    assert stored(city, window.origin) == written(window)
    acked = head_of(city, carrier).acked[window.origin]
    assert (acked.seq, acked.hash) == (window.lines()[-1].seq, window.lines()[-1].hash.hex())
