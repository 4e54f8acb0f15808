"""The counts of the end-of-day sheet: the same day told once by the ledger and once by the tables."""

from datetime import date

from desktop.ports_statistics import ShiftCounts
from desktop.store.sqlcipher import Database
from desktop.store.undone import HOLDS

_OF_WINDOW = "instr({line}.origin, '-' || :window || '-') > 0"

_OPEN_BEFORE = f"""
SELECT count(DISTINCT r.case_id) FROM ledger r
WHERE r.kind = 'CaseReceived' AND r.at < :start AND {_OF_WINDOW.format(line="r")}
    AND NOT EXISTS (SELECT 1 FROM ledger e WHERE e.case_id = r.case_id AND e.at < :start
        AND {HOLDS.format(line="e")} AND (
        e.kind IN ('CaseRefused', 'CaseNotRequired', 'CaseReturned', 'CaseWithdrawn', 'CaseDelivered')
        OR (e.kind = 'FalsePledgeFound' AND CAST(e.body AS TEXT) ->> '$.consequence' IN ('terminate', 'revoke'))
        OR (e.kind = 'CorrectionRequested' AND CAST(e.body AS TEXT) ->> '$.consequence' <> 'correct')))
"""  # noqa: S608 (our own text)

_RECEIVED = f"""
SELECT count(DISTINCT r.case_id) FROM ledger r
WHERE r.kind = 'CaseReceived' AND r.at >= :start AND r.at < :end AND {_OF_WINDOW.format(line="r")}
"""  # noqa: S608 (our own text)

_ENDED = """
SELECT state, count(*) FROM cases WHERE window = :window AND is_open = 0 AND ended_on = :day AND role <> 'bundle'
GROUP BY state
"""

_OPEN_NOW = "SELECT count(*) FROM cases WHERE window = :window AND is_open = 1 AND role <> 'bundle'"

# Void, or replaced before anybody printed it: the other papers of the day are those of undone.IN_FORCE_BY_STATE.
_DROPPED = """
SELECT count(*) FROM papers p WHERE p.issued_on = :day AND CAST(p.content AS TEXT) ->> '$.head.window' = :window
    AND (CAST(p.issued AS TEXT) ->> '$.is_void' IS NOT NULL OR (CAST(p.issued AS TEXT) ->> '$.replaced_by' IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM prints s WHERE s.number = p.number AND s.state = 'confirmed')))
"""

_SHEETS = f"""
WITH confirmed AS (
    SELECT CAST(l.body AS TEXT) ->> '$.number' AS number, CAST(l.body AS TEXT) ->> '$.sheet_no' AS sheet_no
    FROM ledger l WHERE l.kind = 'PrintConfirmed' AND l.at >= :start AND l.at < :end AND {_OF_WINDOW.format(line="l")}
)
SELECT (SELECT count(*) FROM confirmed), coalesce(sum(p.sheet_no = 0), 0), coalesce(sum(p.sheet_no > 0), 0)
FROM confirmed c JOIN prints p ON p.number = c.number AND p.sheet_no = c.sheet_no AND p.state = 'confirmed'
"""  # noqa: S608 (our own text)

_WRITTEN = f"""
SELECT count(*), coalesce(sum(l.seq <= k.seq), 0) FROM ledger l LEFT JOIN acknowledged k ON k.origin = l.origin
WHERE l.at >= :start AND l.at < :end AND {_OF_WINDOW.format(line="l")}
"""  # noqa: S608 (our own text)


def shift_counts(db: Database, day: date, *, window: str, start: int, end: int) -> ShiftCounts:
    """Counts of the day at the window; `start` and `end` are its first and last moment in UTC milliseconds."""
    values: dict[str, object] = {"window": window, "day": day.isoformat(), "start": start, "end": end}

    def number(sql: str) -> int:
        return int(db.execute(sql, values).fetchone()[0])

    confirmed, first_sheets, reprints = db.execute(_SHEETS, values).fetchone()
    written, acknowledged = db.execute(_WRITTEN, values).fetchone()
    return ShiftCounts(
        open_before=number(_OPEN_BEFORE),
        received=number(_RECEIVED),
        ended=tuple((str(state), int(count)) for state, count in db.execute(_ENDED, values)),
        open_now=number(_OPEN_NOW),
        dropped_papers=number(_DROPPED),
        confirmed=int(confirmed),
        first_sheets=int(first_sheets),
        reprints=int(reprints),
        written=int(written),
        acknowledged=int(acknowledged),
    )
