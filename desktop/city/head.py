"""The head of a hall as the database has it: what is acknowledged, what is missing, what was said."""

from collections.abc import Sequence
from datetime import date
from enum import Enum

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from desktop.city import origin_book, schema
from desktop.city.origin_book import Origin
from desktop.city.scan_pages import KEPT
from desktop.sync.city_head import LONGEST_LIST_OF_MISSING, Acked, CityHead, PublishedCatalogue

EVERY_HALL = ""
"""The hall of files that are for all."""


class Kind(Enum):
    """Kinds of outgoing files."""

    ANSWERS = "answers"
    KEYS = "keys"
    CATALOGUE = "catalogue"


def head_of(conn: Connection, hall: str, *, is_stored_only: bool) -> CityHead:
    """The head, its time still 0. It names what is in the store, or for a stick all that was ever said.

    Raises:
        InvalidInput: `city_hall`.
    """
    origins = [origin for origin in origin_book.origins_of(conn, hall) if origin.last_seq]
    missing, complete_to = _missing_scans(conn, origins)
    numbers = _numbers(conn, hall, is_stored_only=is_stored_only)
    return CityHead(
        hall=hall,
        city_origin=str(origin_book.hall_row(conn, hall).city_origin),
        at_ms=0,
        catalogue=_published(conn, numbers.get(Kind.CATALOGUE, 0)),
        answers=numbers.get(Kind.ANSWERS, 0),
        keys=numbers.get(Kind.KEYS, 0),
        acked={origin.origin: Acked(origin.last_seq, origin.tip.hex()) for origin in origins},
        scans_missing=missing,
        scans_complete_to=complete_to,
    )


def _numbers(conn: Connection, hall: str, *, is_stored_only: bool) -> dict[Kind, int]:
    """The highest number of each kind."""
    table = schema.outgoing
    asked = sa.select(table.c.kind, sa.func.max(table.c.number)).where(table.c.hall.in_((hall, EVERY_HALL)))
    if is_stored_only:
        asked = asked.where(table.c.is_stored.is_(True))
    return {Kind(kind): number for kind, number in conn.execute(asked.group_by(table.c.kind))}


def _missing_scans(conn: Connection, origins: Sequence[Origin]) -> tuple[dict[str, tuple[int, ...]], dict[str, int]]:
    table = schema.scans
    missing: dict[str, tuple[int, ...]] = {}
    complete_to: dict[str, int] = {}
    for origin in origins:
        which = (table.c.origin == origin.origin, table.c.state != KEPT)
        asked = sa.select(table.c.seq).where(*which).order_by(table.c.seq).limit(LONGEST_LIST_OF_MISSING + 1)
        seqs = tuple(conn.execute(asked).scalars())
        if seqs:
            missing[origin.origin] = seqs[:LONGEST_LIST_OF_MISSING]
        if len(seqs) > LONGEST_LIST_OF_MISSING:
            complete_to[origin.origin] = seqs[-1] - 1
    return missing, complete_to


def _published(conn: Connection, number: int) -> PublishedCatalogue | None:
    table = schema.catalogues
    row = conn.execute(sa.select(table).where(table.c.number == number)).first()
    if row is None:
        return None
    return PublishedCatalogue(
        number=row.number,
        version=row.version,
        sha256=row.sha256,
        in_force_on=date.fromisoformat(row.in_force_on),
    )
