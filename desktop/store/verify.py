"""Goes through the ledger line by line and names the first that is wrong.

The chain finds a line that was changed, removed, inserted or renumbered by anyone who did not compute all later hashes
anew; the checkpoint finds lines cut off at the end; against somebody who has the key and rewrites everything stand only
the receipts of the city.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from desktop.store.ledger import LedgerReader
from desktop.store.line import GENESIS, Line, hash_of
from desktop.store.sqlcipher import Database

# How far a line may have been moved and still be recognised as the one of that number.
_NEARBY = 1000
_REPORT_EVERY = 5000


class Wrong(Enum):
    """What is wrong with a line."""

    CHANGED = "changed"
    REMOVED = "removed"
    INSERTED = "inserted"
    RENUMBERED = "renumbered"


@dataclass(frozen=True, slots=True)
class Fault:
    """The first line of an origin that is not as it was written."""

    origin: str
    seq: int
    what: Wrong


_CHECKPOINT = """
INSERT INTO ledger_checkpoint (origin, seq, hash) VALUES (:origin, :seq, :hash)
ON CONFLICT (origin) DO UPDATE SET seq = excluded.seq, hash = excluded.hash
"""

Progress = Callable[[int, int], None]
"""Told how many lines are done, and of how many."""


def verify(db: Database, *, from_seq: int = 1, progress: Progress | None = None) -> Fault | None:
    """Check the chains of every origin.

    Args:
        from_seq: start at this number in each origin; the line before is taken on trust.

    Returns:
        None if every line is as it was written, else the first fault of the first origin (by name) that has one.
    """
    reader = LedgerReader(db)
    total, done = reader.count(), 0

    def tell(count: int) -> None:
        if progress:
            progress(done + count, total)

    for origin in _expected_origins(db, reader):
        fault, seen = _verify_origin(db, origin, from_seq, tell)
        if fault:
            return fault
        done += seen
    tell(0)
    return None


def verify_tail(db: Database) -> Fault | None:
    """Check what was written since the last checkpoint of each origin, and that the checkpoint itself still stands."""
    reader = LedgerReader(db)
    checkpoints = _checkpoints(db)
    for origin in _expected_origins(db, reader):
        seq = checkpoints.get(origin, (1, b""))[0]
        fault, _seen = _verify_origin(db, origin, seq, lambda _n: None)
        if fault:
            return fault
    return None


def tips(db: Database) -> list[tuple[str, int, bytes]]:
    """Origin, number and hash of the last line of each origin."""
    found = (LedgerReader(db).tip(origin) for origin in LedgerReader(db).origins())
    return [(tip.origin, tip.seq, tip.hash) for tip in found if tip]


def keep_checkpoints(db: Database, verified: list[tuple[str, int, bytes]]) -> None:
    """Note these tips as verified; called inside a unit of work, after `verify` of the same moment found nothing."""
    for origin, seq, digest in verified:
        db.execute(_CHECKPOINT, {"origin": origin, "seq": seq, "hash": digest})


def _expected_origins(db: Database, reader: LedgerReader) -> list[str]:
    return sorted({*reader.origins(), *_checkpoints(db)})


def _checkpoints(db: Database) -> dict[str, tuple[int, bytes]]:
    rows = db.execute("SELECT origin, seq, hash FROM ledger_checkpoint")
    return {str(origin): (int(seq), bytes(digest)) for origin, seq, digest in rows}


def _verify_origin(db: Database, origin: str, from_seq: int, tell: Callable[[int], None]) -> tuple[Fault | None, int]:
    reader = LedgerReader(db)
    before = reader.line(origin, from_seq - 1) if from_seq > 1 else None
    last, prev = (before.seq, before.hash) if before else (from_seq - 1, None if from_seq > 1 else GENESIS)
    checkpoint = _checkpoints(db).get(origin)
    for count, line in enumerate(reader.of_origin(origin, from_seq=from_seq), start=1):
        fault = _fault_of(line, expected=last + 1, prev=prev)
        if fault is None and checkpoint and checkpoint[0] == line.seq and checkpoint[1] != line.hash:
            fault = Fault(origin, line.seq, Wrong.CHANGED)
        if fault:
            return fault, count
        last, prev = line.seq, line.hash
        if count % _REPORT_EVERY == 0:
            tell(count)
    if checkpoint and last < checkpoint[0]:
        return Fault(origin, last + 1, Wrong.REMOVED), last
    return None, max(0, last - from_seq + 1)


def _fault_of(line: Line, *, expected: int, prev: bytes | None) -> Fault | None:
    if line.seq != expected:
        return Fault(line.origin, expected, Wrong.REMOVED)
    if hash_of(line) != line.hash:
        return _moved(line) or Fault(line.origin, line.seq, Wrong.CHANGED)
    if prev is not None and line.prev != prev:
        # This line is what it was; so the one before is not the one that it was written after.
        return Fault(line.origin, max(1, line.seq - 1), Wrong.CHANGED)
    return None


def _moved(line: Line) -> Fault | None:
    """Whether the hash fits another number: then the line itself is sound and stands in the wrong place."""
    for distance in range(1, _NEARBY + 1):
        if hash_of(line, seq=line.seq - distance) == line.hash:
            # Everything from the foreign line on has moved up by one; the foreign line is the one before.
            what, seq = (Wrong.INSERTED, line.seq - 1) if distance == 1 else (Wrong.RENUMBERED, line.seq)
            return Fault(line.origin, seq, what)
        if hash_of(line, seq=line.seq + distance) == line.hash:
            what = Wrong.REMOVED if distance == 1 else Wrong.RENUMBERED
            return Fault(line.origin, line.seq, what)
    return None
