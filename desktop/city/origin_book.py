"""Who writes: halls and the origins of their windows, with state and key, as the city's database has them."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from desktop.city import schema
from desktop.city.database import is_new
from desktop.domain.errors import InvalidInput
from desktop.sync import layout
from desktop.sync.faults import RevokedSigner


class OriginState(Enum):
    """How the city stands to an origin."""

    UNKNOWN = "unknown"  # puts files and never asked
    PENDING = "pending"  # asked, and waits for the administrator
    APPROVED = "approved"
    REVOKED = "revoked"


BY_PREDECESSOR = "predecessor"
BY_HAND = "hand"
WANTED = -1
"""`looked_at` of an origin that is to be looked at with the next poll, whatever the inbox says."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A row of `origins`, in the order of its columns. Moments are UTC milliseconds."""

    origin: str
    hall: str
    window: str
    state: OriginState
    public_key: str
    enrolment_id: str
    predecessor: str
    asked_at: int
    approved_at: int | None
    approved_by: str
    revoked_at: int | None
    last_seq: int
    tip: bytes
    tip_at: int
    last_name: str
    looked_at: int
    seen_at: int | None


def add_hall(conn: Connection, hall: str, name: str) -> None:
    """A hall is known from now on; its city origin is made with it, once."""
    origin = f"{hall}-city-{secrets.token_hex(4)}"
    is_new(conn, schema.halls, {"hall": hall, "name": name, "city_origin": origin})


def hall_names(conn: Connection) -> list[str]:
    """Every hall, sorted."""
    return list(conn.execute(sa.select(schema.halls.c.hall).order_by(schema.halls.c.hall)).scalars())


def hall_row(conn: Connection, hall: str, *, lock: bool = False) -> sa.Row[tuple[object, ...]]:
    """The row of a hall; `lock` keeps others from changing it until the transaction ends.

    Raises:
        InvalidInput: `city_hall`: no window of this hall was ever enrolled.
    """
    asked = sa.select(schema.halls).where(schema.halls.c.hall == hall)
    row = conn.execute(asked.with_for_update() if lock else asked).first()
    if row is None:
        raise InvalidInput("city_hall", field="hall", hall=hall)
    return row


def find_origin(conn: Connection, origin: str, *, lock: bool = False) -> Origin | None:
    """The row of an origin, or None."""
    asked = sa.select(schema.origins).where(schema.origins.c.origin == origin)
    row = conn.execute(asked.with_for_update() if lock else asked).first()
    return _origin(row) if row else None


def origins_of(conn: Connection, hall: str | None = None) -> list[Origin]:
    """Every origin of a hall, or of all, sorted."""
    asked = sa.select(schema.origins).order_by(schema.origins.c.origin)
    if hall is not None:
        asked = asked.where(schema.origins.c.hall == hall)
    return [_origin(row) for row in conn.execute(asked)]


def seen_unasked(conn: Connection, origins: Sequence[str]) -> None:
    """Origins that put files and never asked to be approved are written down as unknown."""
    for origin in origins:
        hall, window, _tag = origin.split("-")
        row = {"origin": origin, "hall": hall, "window": window, "state": OriginState.UNKNOWN.value}
        is_new(conn, schema.origins, row)


def change(conn: Connection, origin: str, **values: object) -> None:
    """Set columns of an origin."""
    conn.execute(schema.origins.update().filter_by(origin=origin).values(**values))


def signer_key(row: Origin | None, *, name: str) -> bytes | None:
    """The key that a file under `name` must be signed with; None: nobody approved one.

    Raises:
        RevokedSigner.
    """
    if row is None or row.state in (OriginState.UNKNOWN, OriginState.PENDING):
        return None
    if row.state is OriginState.REVOKED:
        raise RevokedSigner(name=name, origin=row.origin)
    return bytes.fromhex(row.public_key)


def is_origin(text: str, *, window: str = "") -> bool:
    """Whether this is the name of an origin, `<hall>-<window>-<tag>`, of this window if one is given."""
    if layout.parse_segment(layout.segment(text, 1, 0)) is None:
        return False
    return not window or text.split("-")[1] == window


def check_hall(hall: str) -> str:
    """The hall itself, if it can stand in the names of files. Raises InvalidInput: `city_hall_code`."""
    if not (hall.isascii() and hall.isalnum() and len(hall) <= 20) or layout.hall_of(hall) != hall:
        raise InvalidInput("city_hall_code", field="hall")
    return hall


def _origin(row: sa.Row[tuple[object, ...]]) -> Origin:
    values = dict(row._mapping)
    return Origin(**{**values, "state": OriginState(values["state"])})
