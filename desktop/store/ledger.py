"""The ledger: appended to, read, and never changed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.store.line import GENESIS, Line, NewLine, hash_of, new_uuid7
from desktop.store.sqlcipher import Database

_LINES = "SELECT arrival, origin, seq, id, kind, case_id, at, clerk, body, prev, hash FROM ledger"

_INSERT = """
INSERT INTO ledger (origin, seq, id, kind, case_id, at, clerk, body, prev, hash)
VALUES (:origin, :seq, :id, :kind, :case_id, :at, :clerk, :body, :prev, :hash)
"""


_WRITTEN = ("origin", "seq", "id", "kind", "case_id", "at", "clerk", "body", "prev", "hash")


class LedgerReader:
    """What the ledger says. Lines come one by one from the database: do not write while one reads."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of_case(self, case_id: str) -> list[Line]:
        """The history of a case in the order in which it is folded: (at, origin, seq)."""
        sql = f"{_LINES} WHERE case_id = :case_id ORDER BY at, origin, seq"
        return [Line(*row) for row in self._db.execute(sql, {"case_id": case_id})]

    def of_kind(self, kind: str) -> Iterator[Line]:
        """Every line of a kind, in the order (at, origin, seq)."""
        sql = f"{_LINES} WHERE kind = :kind ORDER BY at, origin, seq"
        return (Line(*row) for row in self._db.execute(sql, {"kind": kind}))

    def in_order(self) -> Iterator[Line]:
        """Every line, in the order (at, origin, seq)."""
        sql = f"{_LINES} ORDER BY at, origin, seq"
        return (Line(*row) for row in self._db.execute(sql))

    def in_arrival(self, *, after: int = 0) -> Iterator[Line]:
        """Lines later than `after` in the order in which they came here: what a fold or an outbox goes through."""
        sql = f"{_LINES} WHERE arrival > :after ORDER BY arrival"
        return (Line(*row) for row in self._db.execute(sql, {"after": after}))

    def portion(self, *, after: int, limit: int) -> list[Line]:
        """The next lines in the order of arrival, at most `limit`: for who writes while going through them."""
        sql = f"{_LINES} WHERE arrival > :after ORDER BY arrival LIMIT :limit"
        return [Line(*row) for row in self._db.execute(sql, {"after": after, "limit": limit})]

    def of_origin(self, origin: str, *, from_seq: int = 1) -> Iterator[Line]:
        """The lines of one origin by number."""
        sql = f"{_LINES} WHERE origin = :origin AND seq >= :from_seq ORDER BY seq"
        return (Line(*row) for row in self._db.execute(sql, {"origin": origin, "from_seq": from_seq}))

    def numbered(self, origin: str, *, first: int, limit: int) -> list[Line]:
        """Lines of one origin from the number `first` on, at most `limit`."""
        sql = f"{_LINES} WHERE origin = :origin AND seq >= :first ORDER BY seq LIMIT :limit"
        return [Line(*row) for row in self._db.execute(sql, {"origin": origin, "first": first, "limit": limit})]

    def line(self, origin: str, seq: int) -> Line | None:
        """One line by its number, or None."""
        sql = f"{_LINES} WHERE origin = :origin AND seq = :seq"
        row = self._db.execute(sql, {"origin": origin, "seq": seq}).fetchone()
        return Line(*row) if row else None

    def tip(self, origin: str) -> Line | None:
        """The last line of an origin; None if it has not written yet."""
        sql = f"{_LINES} WHERE origin = :origin ORDER BY seq DESC LIMIT 1"
        row = self._db.execute(sql, {"origin": origin}).fetchone()
        return Line(*row) if row else None

    def origins(self) -> list[str]:
        """Who has lines here, sorted."""
        return [str(row[0]) for row in self._db.execute("SELECT DISTINCT origin FROM ledger ORDER BY origin")]

    def count(self) -> int:
        """Number of lines of every origin."""
        return int(self._db.execute("SELECT count(*) FROM ledger").fetchone()[0])


class Ledger(LedgerReader):
    """The ledger inside a unit of work, with the origin that writes."""

    def __init__(self, db: Database, origin: str) -> None:
        super().__init__(db)
        self.origin = origin

    def append(self, events: Sequence[NewLine], *, clerk: str, at: int) -> list[Line]:
        """Put the events on record, in their order, under the next numbers of this origin.

        Args:
            at: UTC milliseconds by the clock of this machine. A clock that was set back does not reorder: a line is
            never
                earlier than the origin's last one, nor than the last one about the same case, whoever wrote that.

        Returns:
            The lines as they stand now, in the same order.
        """
        last = self.tip(self.origin)
        seq, prev = (last.seq, last.hash) if last else (0, GENESIS)
        moment = max(at, last.at if last else self._after_everything(), self._last_about(events))
        lines = []
        for event in events:
            line = self._write(event, clerk=clerk, at=moment, seq=seq + 1, prev=prev)
            seq, prev = line.seq, line.hash
            lines.append(line)
        return lines

    def _write(self, event: NewLine, *, clerk: str, at: int, seq: int, prev: bytes) -> Line:
        line = Line(
            arrival=0,
            origin=self.origin,
            seq=seq,
            id=event.id or new_uuid7(at),
            kind=event.kind,
            case_id=event.case_id,
            at=at,
            clerk=clerk,
            body=event.body,
            prev=prev,
            hash=b"",
        )
        line = replace(line, hash=hash_of(line))
        values = {name: getattr(line, name) for name in _WRITTEN}
        arrival = self._db.execute(_INSERT, values).lastrowid
        assert arrival is not None
        return replace(line, arrival=arrival)

    def _after_everything(self) -> int:
        """A new origin comes after what its predecessor on this PC wrote, also if the clock was set back meanwhile."""
        last = self._db.execute("SELECT max(at) FROM ledger").fetchone()[0]
        return 0 if last is None else int(last) + 1

    def _last_about(self, events: Sequence[NewLine]) -> int:
        """An answer folds after what it answers, though the other one's clock is ahead and its name sorts later."""
        sql = "SELECT coalesce(max(at + (origin <> :own)), 0) FROM ledger WHERE case_id = :case_id"
        cases = {event.case_id for event in events if event.case_id}
        values = ({"case_id": case_id, "own": self.origin} for case_id in cases)
        return max((int(self._db.execute(sql, value).fetchone()[0]) for value in values), default=0)
