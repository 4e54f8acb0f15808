"""What a person at the city should see: each thing once, open until it is over. Fields hold no personal data."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from desktop.city import schema
from desktop.city.database import is_new
from desktop.problems import EnvironmentProblem
from desktop.sync.layout import hall_of


class FaultKind(Enum):
    """Kinds of trouble; the sentence with what to do is `city_fault.<value>` in desktop.sync_sentences."""

    GAP = "gap"  # lines are missing before a file that is here; goes on by itself when they arrive
    FORK = "fork"  # two different histories under one origin
    SET_ASIDE = "set_aside"  # a file that cannot be used; `reason` is the key of its fault
    UNKNOWN_ORIGIN = "unknown_origin"  # somebody puts files who never asked to be approved
    REVOKED = "revoked"  # files of a revoked window
    JOIN_FAULTY = "join_faulty"  # a request to be approved that cannot be believed
    CLOCK_AHEAD = "clock_ahead"
    CLOCK_BACK = "clock_back"
    SCAN_WRONG = "scan_wrong"  # a page is not what its line says
    MISSING_FILE = "missing_file"  # the audit: the database took a file that the store no longer has
    LATE_FILE = "late_file"  # the audit: a file behind the point up to which all was taken
    OTHER_SIZE = "other_size"  # the audit: the store's file is not the one that was taken


@dataclass(frozen=True, slots=True)
class FaultEntry:
    """An open entry, as a key of desktop.messages and its fields. Moments are UTC milliseconds."""

    kind: FaultKind
    hall: str
    origin: str
    name: str
    details: dict[str, Any]
    noted_at: int

    @property
    def key(self) -> str:
        """The key of the sentence that says what to do."""
        return f"city_fault.{self.kind.value}"

    @property
    def fields(self) -> dict[str, Any]:
        """What fills its blanks."""
        return {**self.details, "origin": self.origin, "name": self.name}


def note(conn: Connection, kind: FaultKind, *, origin: str, name: str = "", at: int, **fields: Any) -> None:
    """Write it down, or what is new about it; opens it again if it was settled."""
    table = schema.faults
    key = {"kind": kind.value, "origin": origin, "name": name}
    values = {"fields": msgspec.json.encode(fields).decode(), "noted_at": at, "settled_at": None}
    if not is_new(conn, table, key | values | {"hall": hall_of(origin)}):
        known = conn.execute(sa.select(table.c.fields, table.c.settled_at).filter_by(**key)).one()
        if known.settled_at is not None or known.fields != values["fields"]:
            conn.execute(table.update().filter_by(**key).values(**values))


def note_problem(conn: Connection, kind: FaultKind, problem: EnvironmentProblem, *, origin: str, at: int) -> None:
    """As `note`, for a fault of a file: `reason` is its key."""
    name = str(problem.fields.get("name", ""))
    rest = {field: value for field, value in problem.fields.items() if field not in ("name", "origin")}
    note(conn, kind, origin=origin, name=name, at=at, reason=problem.key, detail=rest)


def settle(conn: Connection, kind: FaultKind, *, origin: str, at: int, name: str | None = None) -> int:
    """It is over; how many open entries that closed. `name` None: all of this kind and origin."""
    return _settle(conn, kind, origin, at, [] if name is None else [schema.faults.c.name == name])


def settle_all(conn: Connection, kind: FaultKind, *, origin: str, at: int, names: Sequence[str]) -> int:
    """As `settle`, for several names at once."""
    return _settle(conn, kind, origin, at, [schema.faults.c.name.in_(names)])


def _settle(conn: Connection, kind: FaultKind, origin: str, at: int, more: Sequence[sa.ColumnElement[bool]]) -> int:
    table = schema.faults
    which = [table.c.kind == kind.value, table.c.origin == origin, table.c.settled_at.is_(None), *more]
    return conn.execute(table.update().where(*which).values(settled_at=at)).rowcount


def open_names(conn: Connection, kind: FaultKind, origin: str) -> set[str]:
    """The names under which trouble of this kind is open."""
    table = schema.faults
    which = (table.c.kind == kind.value, table.c.origin == origin, table.c.settled_at.is_(None))
    return set(conn.execute(sa.select(table.c.name).where(*which)).scalars())


def origins_with(conn: Connection, kind: FaultKind) -> set[str]:
    """The origins with open trouble of this kind."""
    table = schema.faults
    which = (table.c.kind == kind.value, table.c.settled_at.is_(None))
    return set(conn.execute(sa.select(table.c.origin).where(*which)).scalars())


def open_faults(conn: Connection, hall: str | None = None) -> list[FaultEntry]:
    """What is open, oldest first; of one hall, or of all."""
    table = schema.faults
    asked = sa.select(table).where(table.c.settled_at.is_(None))
    if hall is not None:
        asked = asked.where(table.c.hall == hall)
    return [
        FaultEntry(FaultKind(row.kind), row.hall, row.origin, row.name, msgspec.json.decode(row.fields), row.noted_at)
        for row in conn.execute(asked.order_by(table.c.noted_at, table.c.origin, table.c.name))
    ]
