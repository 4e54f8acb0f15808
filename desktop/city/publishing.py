"""What the city says, into the store: answers, keys, catalogue, and last of all the head that names them.

Any of it may be cut off: every file is in the database before it is stored and never changes, and the head says
nothing that is not there. Two collectors never write one head at the same time.
"""

import asyncio
from contextlib import suppress

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from desktop.city import lines, origin_book, schema
from desktop.city.claims import Claims, claimed
from desktop.city.folder import City
from desktop.city.head import EVERY_HALL, Kind, head_of
from desktop.city.problems import HeadHeldElsewhere
from desktop.sync import layout
from desktop.sync.carrier import Carrier
from desktop.sync.city_head import CityHead, KeyList, WindowKey
from desktop.sync.problems import TooLarge
from desktop.sync.segment import name_of, seal_segment
from desktop.sync.signed import sign_document

MOST_IN_SEGMENT = 1000
"""Answers in one file; 250 and more compress well, and a hall that was long away pulls few files."""

_CLAIM_TRIES = 300
_CLAIM_WAIT_S = 0.1


async def publish_hall(city: City, carrier: Carrier, hall: str, *, claims: Claims) -> bool:
    """Bring the store up to what the database says of this hall; False: it was.

    Raises:
        LineProblem; HeadHeldElsewhere.
    """
    for _ in range(_CLAIM_TRIES):
        with claimed(claims, f"head-{hall}") as is_mine:
            if is_mine:
                seal(city, hall)
                await _store(city, carrier, hall)
                return await _publish_head(city, carrier, hall)
        await asyncio.sleep(_CLAIM_WAIT_S)
    raise HeadHeldElsewhere(hall=hall)


async def copy_to_stick(city: City, stick: Carrier, hall: str) -> int:
    """All that the city has said to the hall, onto a courier's stick; how many files were written.

    The stick may have skipped a journey: it gets every answer, and a head younger than any other. What lies there
    already is compared, and written anew where the stick has spoilt it.
    """
    seal(city, hall)
    table = schema.outgoing
    asked = sa.select(table.c.name, table.c.body).where(table.c.hall.in_((hall, EVERY_HALL)))
    with city.database.read() as conn:
        files = conn.execute(asked.order_by(table.c.name)).all()
        head = head_of(conn, hall, is_stored_only=False)
    copied = 0
    for name, body in files:
        copied += await _bring(stick, name, body)
    await _write_head(city, stick, head)
    return copied


async def _bring(stick: Carrier, name: str, body: bytes) -> bool:
    """False: it lay there as it should."""
    if await stick.put_new(name, body):
        return True
    with suppress(TooLarge):
        if (await stick.get(name, limit_bytes=len(body))).body == body:
            return False
    await stick.replace(name, body)
    return True


def seal(city: City, hall: str) -> None:
    """Make the files of what was not said yet: answers, and a list of keys if it is not what the last one said."""
    recipients = [city.hall_keys(hall).recipient, city.keys.recipient]
    with city.database.write() as conn:
        origin = str(origin_book.hall_row(conn, hall, lock=True).city_origin)
        last = _last(conn, hall, Kind.ANSWERS)
        while part := lines.of_origin(conn, origin, after=last, limit=MOST_IN_SEGMENT):
            body = seal_segment(part, sign=city.keys.sign, recipients=recipients)
            last = part[-1].seq
            _put_out(conn, name_of(part), hall=hall, kind=Kind.ANSWERS, number=last, body=body)
        _seal_keys(city, conn, hall)


def put_out_catalogue(conn: Connection, body: bytes, *, number: int) -> None:
    """A snapshot is to be stored with the next publication, for every hall."""
    _put_out(conn, layout.snapshot(number), hall=EVERY_HALL, kind=Kind.CATALOGUE, number=number, body=body)


def _seal_keys(city: City, conn: Connection, hall: str) -> None:
    keys = _keys(conn, hall)
    said = _said(keys)
    number = _last(conn, hall, Kind.KEYS)
    table = schema.outgoing
    before = conn.execute(sa.select(table.c.said).filter_by(hall=hall, kind=Kind.KEYS.value, number=number)).scalar()
    if said != before and (keys or number):
        body = sign_document(KeyList(hall=hall, number=number + 1, keys=keys), city.keys.sign)
        name = layout.keys(hall, number + 1)
        _put_out(conn, name, hall=hall, kind=Kind.KEYS, number=number + 1, body=body, said=said)


def _put_out(
    conn: Connection, name: str, *, hall: str, kind: Kind, number: int, body: bytes, said: str = ""
) -> None:  # fmt: skip
    row = {"name": name, "hall": hall, "kind": kind.value, "number": number, "body": body, "said": said}
    conn.execute(schema.outgoing.insert().values(**row, is_stored=False))


def _last(conn: Connection, hall: str, kind: Kind) -> int:
    table = schema.outgoing
    return conn.execute(sa.select(sa.func.max(table.c.number)).filter_by(hall=hall, kind=kind.value)).scalar() or 0


async def _store(city: City, carrier: Carrier, hall: str) -> None:
    table = schema.outgoing
    waiting = (table.c.hall.in_((hall, EVERY_HALL)), table.c.is_stored.is_(False))
    with city.database.read() as conn:
        files = conn.execute(sa.select(table.c.name, table.c.body).where(*waiting).order_by(table.c.number)).all()
    for name, body in files:
        await carrier.put_new(name, body)  # False: a try that was cut off has put it
        with city.database.write() as conn:
            conn.execute(table.update().filter_by(name=name).values(is_stored=True))


async def _publish_head(city: City, carrier: Carrier, hall: str) -> bool:
    with city.database.read() as conn:
        head = head_of(conn, hall, is_stored_only=True)
        before = origin_book.hall_row(conn, hall).head_said
    said = _said(head)
    if said == before:
        return False
    await _write_head(city, carrier, head)
    with city.database.write() as conn:
        conn.execute(schema.halls.update().filter_by(hall=hall).values(head_said=said))
    return True


async def _write_head(city: City, carrier: Carrier, head: CityHead) -> None:
    """A client believes a younger head only: the time is on record before the head is out."""
    with city.database.write() as conn:
        before = int(origin_book.hall_row(conn, head.hall, lock=True).head_at)
        at_ms = max(city.now_ms(), before + 1)
        conn.execute(schema.halls.update().filter_by(hall=head.hall).values(head_at=at_ms))
    head = msgspec.structs.replace(head, at_ms=at_ms)
    await carrier.replace(layout.head(head.hall), sign_document(head, city.keys.sign))


def _keys(conn: Connection, hall: str) -> tuple[WindowKey, ...]:
    """Every key that was ever approved."""
    return tuple(
        WindowKey(
            origin=row.origin,
            public_key=row.public_key,
            window=row.window,
            approved_at_ms=row.approved_at,
            revoked_at_ms=row.revoked_at,
            predecessor=row.predecessor,
        )
        for row in origin_book.origins_of(conn, hall)
        if row.approved_at is not None
    )


def _said(content: object) -> str:
    return msgspec.json.encode(content, order="deterministic").decode()
