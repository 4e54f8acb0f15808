"""Ledger lines in the city's database: put in once, read in order."""

from collections.abc import Iterator, Sequence

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine import Connection

from desktop.city import schema
from desktop.store.line import GENESIS, Line

_COLUMNS = ("origin", "seq", "id", "kind", "case_id", "at", "clerk", "body", "prev", "hash", "received_at")
_ORDER = (schema.lines.c.at, schema.lines.c.origin, schema.lines.c.seq)
_AS_LINE = tuple(schema.lines.c[name] for name in _COLUMNS[:-1])
_NUL = "\0"
_SEEN_AS = "\N{SYMBOL FOR NULL}"
"""PostgreSQL keeps no zero character in a text; one that a broken client wrote is stored so, its hash as it was."""


def insert_lines(conn: Connection, lines: Sequence[Line], *, received_at: int) -> None:
    """Put the lines in; those that are there stay as they are."""
    if not lines:
        return
    rows = [_row(line, received_at) for line in lines]
    if conn.dialect.name == "postgresql":
        _copy(conn, rows)
    else:
        insert = sqlite.insert(schema.lines).on_conflict_do_nothing(index_elements=["origin", "seq"])
        conn.execute(insert, [dict(zip(_COLUMNS, row, strict=True)) for row in rows])


def hashes(conn: Connection, origin: str, *, first: int, last: int) -> dict[int, bytes]:
    """The hash of each line of the range that is here, by number."""
    table = schema.lines
    asked = sa.select(table.c.seq, table.c.hash).where(table.c.origin == origin, table.c.seq.between(first, last))
    return {row.seq: row.hash for row in conn.execute(asked)}


def tip(conn: Connection, origin: str) -> tuple[int, bytes, int]:
    """Number, hash and moment of the last line of an origin; zeros before its first."""
    table = schema.lines
    asked = sa.select(table.c.seq, table.c.hash, table.c.at).where(table.c.origin == origin)
    row = conn.execute(asked.order_by(table.c.seq.desc()).limit(1)).first()
    return (row.seq, row.hash, row.at) if row else (0, GENESIS, 0)


def of_origin(conn: Connection, origin: str, *, after: int, limit: int) -> list[Line]:
    """The next lines of an origin by number."""
    table = schema.lines
    asked = sa.select(*_AS_LINE).where(table.c.origin == origin, table.c.seq > after)
    return [Line(0, *row) for row in conn.execute(asked.order_by(table.c.seq).limit(limit))]


def last_about(conn: Connection, case_id: str) -> int:
    """The moment of the newest line about a case, whoever wrote it; 0 if there is none."""
    return int(conn.execute(sa.select(sa.func.max(schema.lines.c.at)).filter_by(case_id=case_id)).scalar() or 0)


def by_case(conn: Connection) -> Iterator[Line]:
    """Every line about a case; the lines of one case together, in the order in which they are folded."""
    asked = sa.select(*_AS_LINE).where(schema.lines.c.case_id.is_not(None))
    found = conn.execution_options(yield_per=1000).execute(asked.order_by(schema.lines.c.case_id, *_ORDER))
    return (Line(0, *row) for row in found)


def of_kind(conn: Connection, kind: str) -> Iterator[tuple[str, bytes]]:
    """Origin and body of every line of a kind, the oldest first."""
    table = schema.lines
    found = conn.execute(sa.select(table.c.origin, table.c.body).where(table.c.kind == kind).order_by(*_ORDER))
    return ((row.origin, row.body) for row in found)


def storable(text: str) -> str:
    """The text as any database can keep it."""
    return text.replace(_NUL, _SEEN_AS)


def _row(line: Line, received_at: int) -> tuple[object, ...]:
    case_id = storable(line.case_id) if line.case_id else None
    texts = (storable(line.id), storable(line.kind), case_id, line.at, storable(line.clerk))
    return (line.origin, line.seq, *texts, line.body, line.prev, line.hash, received_at)


def _copy(conn: Connection, rows: Sequence[tuple[object, ...]]) -> None:
    """COPY into a temporary table, then into the real one what is not there: half the time of single inserts."""
    conn.exec_driver_sql("CREATE TEMP TABLE IF NOT EXISTS arriving (LIKE lines) ON COMMIT DELETE ROWS")
    names = ", ".join(_COLUMNS)
    cursor = conn.connection.cursor()
    try:
        with cursor.copy(f"COPY arriving ({names}) FROM STDIN (FORMAT BINARY)") as copy:
            copy.set_types(_PG_TYPES)
            for row in rows:
                copy.write_row(row)
    finally:
        cursor.close()
    conn.exec_driver_sql(
        f"INSERT INTO lines ({names}) SELECT {names} FROM arriving ON CONFLICT (origin, seq) DO NOTHING"  # noqa: S608
    )


_PG_TYPES = ("text", "int8", "text", "text", "text", "int8", "text", "bytea", "bytea", "bytea", "int8")
