"""Which cases two windows have written about unknown to each other, as rows beside the cases."""

from datetime import UTC, datetime
from typing import Any

from desktop.domain import events as ev
from desktop.domain.conflict import CaseLine, Divergence, divergence
from desktop.store.installation import window_of
from desktop.store.sqlcipher import Database

_HAS_TWO = """
SELECT count(DISTINCT origin) > 1 FROM ledger WHERE case_id = :case_id AND instr(origin, '-city-') = 0
"""

_LINES = """
SELECT origin, seq, at, kind, body FROM ledger WHERE case_id = :case_id AND instr(origin, '-city-') = 0
ORDER BY at, origin, seq
"""

_INSERT = "INSERT INTO case_conflicts (case_id, first_at, windows) VALUES (:case_id, :first_at, :windows)"


def write_conflict(db: Database, case_id: str) -> None:
    """Bring the row of the case up to date; nearly every case has lines of one window only, and no row."""
    if not db.execute(_HAS_TWO, {"case_id": case_id}).fetchone()[0]:
        return
    db.execute("DELETE FROM case_conflicts WHERE case_id = :case_id", {"case_id": case_id})
    found = divergence(case_lines(db, case_id))
    if found is not None:
        first_at = round(found.lines[0].at.timestamp() * 1000)
        db.execute(_INSERT, {"case_id": case_id, "first_at": first_at, "windows": " ".join(windows(found))})


def case_lines(db: Database, case_id: str) -> list[CaseLine]:
    """What the windows of this hall wrote about the case; a kind of a newer program is left out."""
    rows = db.execute(_LINES, {"case_id": case_id}).fetchall()
    return [_line(row) for row in rows if row[3] in _KNOWN]


def windows(found: Divergence) -> tuple[str, ...]:
    """The windows, each once, in the order in which they wrote."""
    return tuple(dict.fromkeys(window_of(origin) for origin in found.origins))


def _line(row: tuple[Any, ...]) -> CaseLine:
    origin, seq, at, _kind, body = row
    return CaseLine(origin, seq, datetime.fromtimestamp(at / 1000, UTC), ev.decode(body))


_KNOWN = frozenset(str(kind.__struct_config__.tag) for kind in ev.Event.__args__)
