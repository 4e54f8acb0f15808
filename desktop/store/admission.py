"""Lines of other origins come in: of the city, of other windows, or of an origin that this PC wrote as before.

They are appended as they are, in their order and with their hashes, and nothing that is here is ever changed by them.
A line that is here already is passed over, so that the same segment may come twice.
"""

from collections.abc import Sequence

from desktop.problems import EnvironmentProblem
from desktop.store.ledger import LedgerReader
from desktop.store.line import GENESIS, Line, hash_of
from desktop.store.sqlcipher import Database

_INSERT = """
INSERT INTO ledger (origin, seq, id, kind, case_id, at, clerk, body, prev, hash)
VALUES (:origin, :seq, :id, :kind, :case_id, :at, :clerk, :body, :prev, :hash)
"""
_FIELDS = ("origin", "seq", "id", "kind", "case_id", "at", "clerk", "body", "prev", "hash")


class LinesForked(EnvironmentProblem):
    """Two different lines of `origin` have the number `seq`: two PCs write as one window."""


class LinesMissing(EnvironmentProblem):
    """Lines of `origin` from `seq` on have not arrived yet."""


class LinesUnsound(EnvironmentProblem):
    """Line `seq` of `origin` is not what its hash says, or bears an id or a number that is taken already."""


def admit(db: Database, lines: Sequence[Line]) -> list[Line]:
    """Append lines of one origin, ascending and without a gap; inside the caller's transaction.

    Returns:
        Those that were new, with their place in the order of arrival.

    Raises:
        LinesForked, LinesMissing, LinesUnsound: nothing of this may be kept; the caller rolls back.
    """
    reader = LedgerReader(db)
    admitted = []
    for line in lines:
        known = reader.line(line.origin, line.seq)
        if known is None:
            admitted.append(_append(db, reader, line))
        elif known.hash != line.hash:
            raise LinesForked(origin=line.origin, seq=line.seq)
    return admitted


def _append(db: Database, reader: LedgerReader, line: Line) -> Line:
    tip = reader.tip(line.origin)
    last, prev = (tip.seq, tip.hash) if tip else (0, GENESIS)
    if line.seq != last + 1:
        raise LinesMissing(origin=line.origin, seq=last + 1)
    if line.prev != prev and hash_of(line) == line.hash:
        raise LinesForked(origin=line.origin, seq=last)
    if line.prev != prev or hash_of(line) != line.hash:
        raise LinesUnsound(origin=line.origin, seq=line.seq)
    if db.execute("SELECT 1 FROM ledger WHERE id = :id", {"id": line.id}).fetchone():
        raise LinesUnsound(origin=line.origin, seq=line.seq)  # the id of another line: two numbers for one event
    arrival = db.execute(_INSERT, {name: getattr(line, name) for name in _FIELDS}).lastrowid
    assert arrival is not None
    return Line(arrival, *(getattr(line, name) for name in _FIELDS))
