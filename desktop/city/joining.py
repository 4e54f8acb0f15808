"""Windows that want to be let in: their requests, who approves them, and taking a key back."""

import logging
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from desktop.city import fault_book, origin_book, schema
from desktop.city.database import is_new
from desktop.city.fault_book import FaultKind
from desktop.city.folder import City
from desktop.city.origin_book import BY_HAND, BY_PREDECESSOR, WANTED, Origin, OriginState
from desktop.domain.errors import InvalidInput
from desktop.sync import layout
from desktop.sync.carrier import Carrier
from desktop.sync.enrolment import JoinRequest, is_successor, open_join
from desktop.sync.faults import FileFault, Misplaced
from desktop.sync.problems import LineProblem

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that came in: who, and whether a predecessor vouched for it so that it is approved already."""

    origin: str
    is_approved: bool


async def take_joins(city: City, carrier: Carrier, hall: str) -> list[Asked]:
    """Read the requests of the hall that are not known yet."""
    names = await carrier.list(layout.joins_of(hall))
    with city.database.read() as conn:
        known = {row.origin for row in origin_book.origins_of(conn, hall) if row.state is not OriginState.UNKNOWN}
        faulty = {f.name for f in fault_book.open_faults(conn, hall) if f.kind is FaultKind.JOIN_FAULTY}
    asked = []
    for name in names:
        if name not in faulty and name.removeprefix(layout.joins_of(hall)).removesuffix(".json") not in known:
            asked += await _take(city, carrier, name)
    return asked


def approve(city: City, origin: str) -> Origin:
    """Let a window in that asked; its files that are waiting are collected with the next poll.

    Raises:
        InvalidInput: `city_origin`: nobody of that name asked.
    """
    with city.database.write() as conn:
        row = _wanted(conn, origin)
        if row.state is OriginState.UNKNOWN:
            raise InvalidInput("city_origin", field="origin", origin=origin)
        _approve(conn, origin, by=BY_HAND, at=city.now_ms())
        return _wanted(conn, origin)


def revoke(city: City, origin: str) -> Origin:
    """Take the key of a window back: nothing that it puts from now on is taken, what was taken stays.

    Raises:
        InvalidInput: `city_origin`.
    """
    with city.database.write() as conn:
        _wanted(conn, origin)
        origin_book.change(conn, origin, state=OriginState.REVOKED.value, revoked_at=city.now_ms())
        return _wanted(conn, origin)


async def _take(city: City, carrier: Carrier, name: str) -> list[Asked]:
    """The request in one file; a fault of it is noted and stops nobody else."""
    try:
        sealed = (await carrier.get(name)).body
        request = open_join(sealed, identities=[city.keys.identity], name=name)
        _require_place(request, name)
    except (FileFault, LineProblem) as problem:
        if isinstance(problem, LineProblem) and problem.is_transport:
            raise
        with city.database.write() as conn:
            origin = name.rpartition("/")[2].removesuffix(".json")
            fault_book.note_problem(conn, FaultKind.JOIN_FAULTY, problem, origin=origin, at=city.now_ms())
        return []
    with city.database.write() as conn:
        return [_asked(conn, request, now=city.now_ms())]


def _require_place(request: JoinRequest, name: str) -> None:
    """The request must be for the origin of its name, and that must be an origin of the window."""
    if layout.join(request.origin) != name or not origin_book.is_origin(request.origin, window=request.window):
        raise Misplaced(name=name, found=request.origin, expected=name)


def _asked(conn: Connection, request: JoinRequest, *, now: int) -> Asked:
    """Write the request down; approve it if its predecessor, itself approved, has named it."""
    row = {
        "hall": layout.hall_of(request.origin),
        "window": request.window,
        "state": OriginState.PENDING.value,
        "public_key": request.public_key,
        "enrolment_id": request.enrolment_id,
        "predecessor": request.predecessor,
        "asked_at": now,
    }
    if not is_new(conn, schema.origins, row | {"origin": request.origin}):
        origin_book.change(conn, request.origin, **row)
    fault_book.settle(conn, FaultKind.UNKNOWN_ORIGIN, origin=request.origin, at=now)
    conn.execute(schema.enrolments.update().filter_by(enrolment_id=request.enrolment_id).values(origin=request.origin))
    is_vouched = _is_vouched(conn, request)
    if is_vouched:
        _approve(conn, request.origin, by=BY_PREDECESSOR, at=now)
        log.info("%s goes on from %s and is approved by its signature", request.origin, request.predecessor)
    return Asked(request.origin, is_vouched)


def _is_vouched(conn: Connection, request: JoinRequest) -> bool:
    before = origin_book.find_origin(conn, request.predecessor) if request.predecessor else None
    return (
        before is not None
        and before.state is OriginState.APPROVED
        and before.hall == layout.hall_of(request.origin)
        and is_successor(request, predecessor_key=bytes.fromhex(before.public_key))
    )


def _approve(conn: Connection, origin: str, *, by: str, at: int) -> None:
    values = {"approved_at": at, "approved_by": by, "revoked_at": None, "looked_at": WANTED}
    origin_book.change(conn, origin, state=OriginState.APPROVED.value, **values)
    fault_book.settle(conn, FaultKind.REVOKED, origin=origin, at=at)


def _wanted(conn: Connection, origin: str) -> Origin:
    row = origin_book.find_origin(conn, origin, lock=True)
    if row is None:
        raise InvalidInput("city_origin", field="origin", origin=origin)
    return row
