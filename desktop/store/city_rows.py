"""What the city has said, and what it has not acknowledged: receipts, its small files, counts by SQL."""

from desktop.ports_outbox import Agreement, Backlog, CityFile
from desktop.store.ledger import LedgerReader
from desktop.store.sqlcipher import Database

_USUAL_LINE_BYTES = 170  # of an event of 0.8 KB in a sealed segment of 125; measured as soon as there is one

_ACKNOWLEDGE = """
INSERT INTO acknowledged (origin, seq, hash, at) VALUES (:origin, :seq, :hash, :at)
ON CONFLICT (origin) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, at = excluded.at
WHERE excluded.seq > seq
"""

# What went by stick alone is kept until the store has it too: other windows look for it there.
_LET_GO = """
UPDATE segments SET sealed = x'' WHERE origin = :origin AND last_seq <= :seq AND length(sealed) > 0
    AND (stored_at IS NOT NULL OR is_carried = 0)
"""

_FILE = """
INSERT INTO city_files (name, tag, body, seen_at) VALUES (:name, :tag, :body, :seen_at)
ON CONFLICT (name) DO UPDATE SET tag = excluded.tag, body = excluded.body, seen_at = excluded.seen_at
"""

_ENTRIES = """
SELECT count(*), count(DISTINCT l.case_id) FROM own_origins o
LEFT JOIN acknowledged a ON a.origin = o.origin
JOIN ledger l ON l.origin = o.origin AND l.seq > coalesce(a.seq, 0)
"""

# Pages whose entries are acknowledged already still make their case wait.
_CASES_OF_PAGES = """
SELECT count(DISTINCT s.case_id) FROM scan_sending s JOIN acknowledged a ON a.origin = s.origin AND s.seq <= a.seq
WHERE s.acknowledged_at IS NULL AND s.case_id NOT IN (
    SELECT l.case_id FROM own_origins o LEFT JOIN acknowledged k ON k.origin = o.origin
    JOIN ledger l ON l.origin = o.origin AND l.seq > coalesce(k.seq, 0) WHERE l.case_id IS NOT NULL)
"""

_SEALED = """
SELECT coalesce(sum(length(s.sealed)), 0) FROM segments s LEFT JOIN acknowledged a ON a.origin = s.origin
WHERE s.stored_at IS NULL AND s.last_seq > coalesce(a.seq, 0)
"""

_UNSEALED = """
SELECT coalesce(sum(max(0, (SELECT coalesce(max(seq), 0) FROM ledger WHERE origin = o.origin) - max(
    coalesce((SELECT max(last_seq) FROM segments WHERE origin = o.origin), 0),
    coalesce((SELECT seq FROM acknowledged WHERE origin = o.origin), 0)))), 0)
FROM own_origins o
"""

_LINE_BYTES = """
SELECT sum(length(sealed)) / sum(last_seq - first_seq + 1) FROM segments
WHERE length(sealed) > 0 AND last_seq - first_seq >= 9
"""

_PAGES = """
SELECT count(*), coalesce(sum(iif(stored_at IS NULL, size_bytes - sent_bytes, 0)), 0) FROM scan_sending
WHERE acknowledged_at IS NULL
"""

_OPEN_ANSWERS = """
SELECT coalesce(sum(a.kind = 'CityRefusedEntry'), 0), coalesce(sum(a.kind <> 'CityRefusedEntry'), 0)
FROM city_answers a JOIN ledger l ON l.origin = a.origin AND l.seq = a.seq
WHERE a.is_settled = 0 AND NOT (a.kind = 'CityMessage' AND EXISTS (
    SELECT 1 FROM difficulties d WHERE d.is_open = 1 AND CASE
        WHEN coalesce(CAST(l.body AS TEXT) ->> '$.about', '') <> '' THEN CAST(l.body AS TEXT) ->> '$.about' = d.number
        ELSE instr(a.text, d.number) > 0 END))
"""
# A message that answers an open difficulty is one thing to do with it, and counted there (domain.difficulty.names).

_SENT = """
INSERT INTO sent_bytes (day, bytes) VALUES (:day, :count) ON CONFLICT (day) DO UPDATE SET bytes = bytes + :count
"""


class CityRows:
    """Tables of the city's word, inside the caller's transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def acknowledge(self, origin: str, seq: int, digest: bytes, *, at: int) -> Agreement:
        """Note that the city has the lines of an origin up to this one, if that is the line that is here."""
        line = LedgerReader(self._db).line(origin, seq)
        if line is None:
            return Agreement.LACKING
        if line.hash != digest:
            return Agreement.FORKED
        self._db.execute(_ACKNOWLEDGE, {"origin": origin, "seq": seq, "hash": digest, "at": at})
        self._db.execute(_LET_GO, {"origin": origin, "seq": seq})
        return Agreement.NOTED

    def acknowledged(self) -> dict[str, int]:
        """By origin, the last line that the city has."""
        return {str(origin): int(seq) for origin, seq in self._db.execute("SELECT origin, seq FROM acknowledged")}

    def last_receipt(self) -> int | None:
        """When the city last acknowledged something of this PC, by its own clock, in UTC milliseconds."""
        sql = "SELECT max(at) FROM acknowledged WHERE origin IN (SELECT origin FROM own_origins)"
        at: int | None = self._db.execute(sql).fetchone()[0]
        return at

    def file(self, name: str) -> CityFile | None:
        """A file of the city as it was last believed."""
        sql = "SELECT body, tag, seen_at FROM city_files WHERE name = :name"
        row = self._db.execute(sql, {"name": name}).fetchone()
        return CityFile(bytes(row[0]), str(row[1]), int(row[2])) if row else None

    def keep_file(self, name: str, file: CityFile) -> None:
        """Keep it in place of the one before."""
        values = {"name": name, "tag": file.tag, "body": file.body, "seen_at": file.seen_at_ms}
        self._db.execute(_FILE, values)

    def backlog(self) -> Backlog:
        """What waits for the city, counted now."""
        entries, cases = self._row(_ENTRIES)
        pages, page_bytes = self._row(_PAGES)
        refused, unread = self._row(_OPEN_ANSWERS)
        (line_bytes,) = self._row(_LINE_BYTES)
        return Backlog(
            cases=cases + self._row(_CASES_OF_PAGES)[0] if pages else cases,
            entries=entries,
            scans=pages,
            sealed_bytes=self._row(_SEALED)[0],
            unsealed_entries=self._row(_UNSEALED)[0],
            line_bytes=line_bytes or _USUAL_LINE_BYTES,
            scan_bytes=page_bytes,
            refused=refused,
            unread=unread,
        )

    def sent_bytes(self, day: str) -> int:
        """What was sent on a day of the hall, YYYY-MM-DD."""
        row = self._db.execute("SELECT bytes FROM sent_bytes WHERE day = :day", {"day": day}).fetchone()
        return int(row[0]) if row else 0

    def add_sent_bytes(self, day: str, count: int) -> None:
        """Count what was sent; old days are forgotten."""
        self._db.execute(_SENT, {"day": day, "count": count})
        self._db.execute("DELETE FROM sent_bytes WHERE day < date(:day, '-31 days')", {"day": day})

    def _row(self, sql: str) -> tuple[int, ...]:
        row: tuple[int, ...] = self._db.execute(sql).fetchone()
        return row
