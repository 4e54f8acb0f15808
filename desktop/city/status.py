"""How each hall stands: who was seen when, how far the city has everything, and what a person should do."""

from dataclasses import dataclass

import sqlalchemy as sa

from desktop.city import fault_book, origin_book, schema
from desktop.city.fault_book import FaultEntry
from desktop.city.folder import City
from desktop.city.origin_book import Origin
from desktop.city.scan_pages import KEPT


@dataclass(frozen=True, slots=True)
class OriginStatus:
    """An origin; `lines_to` is the number up to which all is here, `newest_at` the moment of that line."""

    row: Origin
    pages_missing: int


@dataclass(frozen=True, slots=True)
class HallStatus:
    """A hall with its origins, sorted, and what is open there, oldest first."""

    hall: str
    name: str
    city_origin: str
    answers: int
    origins: tuple[OriginStatus, ...]
    faults: tuple[FaultEntry, ...]
    enrolments_open: int


def status(city: City) -> list[HallStatus]:
    """Every hall, sorted."""
    table, enrolled, pages = schema.lines, schema.enrolments, schema.scans
    with city.database.read() as conn:
        missing_by = sa.select(pages.c.origin, sa.func.count().label("pages")).where(pages.c.state != KEPT)
        missing = {row.origin: row.pages for row in conn.execute(missing_by.group_by(pages.c.origin))}
        found = []
        for hall in origin_book.hall_names(conn):
            row = origin_book.hall_row(conn, hall)
            answers = conn.execute(sa.select(sa.func.max(table.c.seq)).filter_by(origin=row.city_origin)).scalar()
            unused = sa.select(sa.func.count()).select_from(enrolled).filter_by(hall=hall, origin="")
            found.append(
                HallStatus(
                    hall=hall,
                    name=str(row.name),
                    city_origin=str(row.city_origin),
                    answers=answers or 0,
                    origins=tuple(
                        OriginStatus(origin, missing.get(origin.origin, 0))
                        for origin in origin_book.origins_of(conn, hall)
                    ),
                    faults=tuple(fault_book.open_faults(conn, hall)),
                    enrolments_open=conn.execute(unused).scalar() or 0,
                )
            )
    return found
