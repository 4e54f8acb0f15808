"""Segments as rows: the sealed bytes are kept before the first attempt and let go when the city has acknowledged."""

import hashlib
from typing import Any

import msgspec

from desktop.ports_outbox import FrozenSegment, Unsealed
from desktop.ports_sync import Trouble
from desktop.store.ledger import LedgerReader
from desktop.store.sqlcipher import Database

_SELECT = """
SELECT s.origin, s.first_seq, s.last_seq, s.name, length(s.sealed), s.made_at, s.is_carried, s.stored_at, s.tries,
    s.next_try_at, s.problem, s.problem_fields
FROM segments s LEFT JOIN acknowledged a ON a.origin = s.origin
"""

_NOT_ACKNOWLEDGED = "s.last_seq > coalesce(a.seq, 0)"

_LET_GO = """next_try_at = NULL, sealed = iif(:at IS NOT NULL AND last_seq <= coalesce(
    (SELECT seq FROM acknowledged WHERE acknowledged.origin = segments.origin), 0), x'', sealed)"""

_FREEZE = """
INSERT OR IGNORE INTO segments (origin, first_seq, last_seq, name, sealed, sha256, made_at, stored_at, tries)
VALUES (:origin, :first, :last, :name, :sealed, :sha256, :at, :stored_at, :tries)
"""

_HELD = """
SELECT s.first_seq, s.last_seq FROM segments s LEFT JOIN acknowledged a ON a.origin = s.origin
WHERE s.origin = :origin AND s.last_seq > coalesce(a.seq, 0) ORDER BY s.first_seq
"""


class SegmentRows:
    """The table of segments, inside the caller's transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def unsealed(self, origin: str) -> Unsealed | None:
        """The first lines of the origin in a row that are neither acknowledged nor in a segment; None: no such."""
        ledger = LedgerReader(self._db)
        tip = ledger.tip(origin)
        first, last = self._gap(origin, tip.seq if tip else 0)
        begin, end = ledger.line(origin, first), ledger.line(origin, last)
        return Unsealed(origin, first, last, begin.at, end.at) if begin and end and first <= last else None

    def _gap(self, origin: str, tip: int) -> tuple[int, int]:
        row = self._db.execute("SELECT seq FROM acknowledged WHERE origin = :origin", {"origin": origin}).fetchone()
        first = (int(row[0]) if row else 0) + 1
        for held_first, held_last in self._db.execute(_HELD, {"origin": origin}).fetchall():
            if held_first > first:
                return first, min(int(held_first) - 1, tip)
            first = max(first, int(held_last) + 1)
        return first, tip

    def keep(
        self,
        origin: str,
        first: int,
        last: int,
        *,
        name: str,
        sealed: bytes,
        at: int,
        stored_at: int | None = None,
        tries: int = 0,
    ) -> None:
        """Keep the bytes of the lines first…last."""
        values = {"origin": origin, "first": first, "last": last, "name": name, "sealed": sealed, "at": at}
        values |= {"sha256": hashlib.sha256(sealed).digest(), "stored_at": stored_at, "tries": tries}
        self._db.execute(_FREEZE, values)

    def drop_from(self, origin: str, first: int) -> None:
        """Let go what is frozen from this number on and neither stored nor carried: it is sealed anew."""
        self._db.execute(
            "DELETE FROM segments WHERE origin = :origin AND first_seq >= :first AND stored_at IS NULL"
            " AND is_carried = 0",
            {"origin": origin, "first": first},
        )

    def drop_overlapping(self, origin: str, first: int, last: int) -> None:
        """Let go what was frozen of the lines first…last in other pieces than the store has them."""
        self._db.execute(
            "DELETE FROM segments WHERE origin = :origin AND first_seq <= :last AND last_seq >= :first",
            {"origin": origin, "first": first, "last": last},
        )

    def of(self, origin: str, first: int) -> FrozenSegment:
        """The segment that begins with this line, acknowledged or not."""
        where = "WHERE s.origin = :origin AND s.first_seq = :first"
        row = self._db.execute(f"{_SELECT} {where}", {"origin": origin, "first": first}).fetchone()
        return _segment(row)

    def pending(self, origin: str) -> list[FrozenSegment]:
        """Not in the store, by number."""
        return self._select(f"{_NOT_ACKNOWLEDGED} AND s.stored_at IS NULL AND s.origin = :origin", origin=origin)

    def unshared(self, origin: str) -> list[FrozenSegment]:
        """Acknowledged, kept and not in the store, by number."""
        where = "s.last_seq <= a.seq AND s.stored_at IS NULL AND length(s.sealed) > 0 AND s.origin = :origin"
        return self._select(where, origin=origin)

    def unanswered(self) -> list[FrozenSegment]:
        """In the store and not acknowledged."""
        return self._select(f"{_NOT_ACKNOWLEDGED} AND s.stored_at IS NOT NULL")

    def all(self) -> list[FrozenSegment]:
        """Not acknowledged."""
        return self._select(_NOT_ACKNOWLEDGED)

    def sealed(self, segment: FrozenSegment) -> bytes:
        """The bytes that are sent."""
        sql = "SELECT sealed FROM segments WHERE origin = :origin AND first_seq = :first"
        return bytes(self._db.execute(sql, {"origin": segment.origin, "first": segment.first}).fetchone()[0])

    def set_stored(self, segment: FrozenSegment, at: int | None) -> None:
        """Note that the store has it; None: that it does not. What is acknowledged as well is not needed here."""
        self._update(segment, f"stored_at = :at, problem = '', problem_fields = x'7B7D', {_LET_GO}", at=at)

    def set_carried(self, segment: FrozenSegment) -> None:
        """Note that the file went out on a stick."""
        self._update(segment, "is_carried = 1")

    def set_failed(self, segment: FrozenSegment, trouble: Trouble, next_try_at: int | None) -> None:
        """Note one more try and why it failed."""
        self._update(
            segment,
            "tries = tries + 1, problem = :problem, problem_fields = :fields, next_try_at = :at",
            problem=trouble.key,
            fields=msgspec.json.encode(trouble.fields),
            at=next_try_at,
        )

    def _select(self, where: str, **values: object) -> list[FrozenSegment]:
        rows = self._db.execute(f"{_SELECT} WHERE {where} ORDER BY s.origin, s.first_seq", values)
        return [_segment(row) for row in rows]

    def _update(self, segment: FrozenSegment, what: str, **values: object) -> None:
        sql = f"UPDATE segments SET {what} WHERE origin = :origin AND first_seq = :first"  # noqa: S608
        self._db.execute(sql, {**values, "origin": segment.origin, "first": segment.first})


def trouble_of(key: str, fields: bytes) -> Trouble | None:
    """A problem as it is kept in a row; None for none."""
    return Trouble(key, msgspec.json.decode(fields)) if key else None


def _segment(row: tuple[Any, ...]) -> FrozenSegment:
    origin, first, last, name, size_bytes, made_at, is_carried, stored_at, tries, next_try_at, problem, fields = row
    return FrozenSegment(
        origin=origin,
        first=first,
        last=last,
        name=name,
        size_bytes=size_bytes,
        made_at_ms=made_at,
        is_carried=bool(is_carried),
        stored_at_ms=stored_at,
        tries=tries,
        next_try_at_ms=next_try_at,
        problem=trouble_of(problem, fields),
    )
