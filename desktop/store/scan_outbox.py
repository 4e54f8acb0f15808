"""Pages on their way to the store, as rows. A row stands for a ScanAdded line of this PC and is written with it."""

from collections.abc import Sequence
from typing import Any

import msgspec

from desktop.domain import events as ev
from desktop.ports_outbox import ScanJob
from desktop.ports_sync import Trouble
from desktop.store.known_events import event_of
from desktop.store.line import Line
from desktop.store.segment_rows import trouble_of
from desktop.store.sqlcipher import Database

_QUEUE = """
INSERT OR IGNORE INTO scan_sending (origin, seq, case_id, sha256, added_at, size_bytes)
SELECT :origin, :seq, :case_id, :sha256, :at, :size
WHERE EXISTS (SELECT 1 FROM own_origins WHERE origin = :origin)
"""

_SELECT = """
SELECT origin, seq, case_id, sha256, added_at, size_bytes, sent_bytes, stored_at, tries, next_try_at, problem,
    problem_fields FROM scan_sending
"""

# The case in which something was scanned last comes first; within it the small pages.
_NEWEST_CASE_FIRST = """
ORDER BY max(added_at) OVER (PARTITION BY case_id) DESC, case_id DESC, size_bytes, seq
"""


def queue_scans(db: Database, lines: Sequence[Line]) -> None:
    """Put the pages of these lines on their way, if this PC wrote the lines; in the transaction that brings them."""
    for line in lines:
        if line.kind != "ScanAdded":
            continue
        event = event_of(line)
        if isinstance(event, ev.ScanAdded):
            values = {"origin": line.origin, "seq": line.seq, "case_id": line.case_id or "", "at": line.at}
            db.execute(_QUEUE, {**values, "sha256": event.sha256, "size": event.size_bytes})


class ScanRows:
    """The table of pages on their way, inside the caller's transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def jobs(self) -> list[ScanJob]:
        """Not wholly in the store, in the order in which they are sent."""
        return self._select("WHERE stored_at IS NULL AND acknowledged_at IS NULL")

    def unanswered(self) -> list[ScanJob]:
        """Not acknowledged."""
        return self._select("WHERE acknowledged_at IS NULL")

    def set_progress(self, job: ScanJob, sent_bytes: int, stored_at: int | None) -> None:
        """Note how far the store has it; `stored_at` once it has all."""
        self._update(
            job,
            "sent_bytes = :sent, stored_at = :at, problem = '', problem_fields = x'7B7D', next_try_at = NULL",
            sent=sent_bytes,
            at=stored_at,
        )

    def set_failed(self, job: ScanJob, trouble: Trouble, next_try_at: int | None) -> None:
        """Note one more try and why it failed."""
        self._update(
            job,
            "tries = tries + 1, problem = :problem, problem_fields = :fields, next_try_at = :at",
            problem=trouble.key,
            fields=msgspec.json.encode(trouble.fields),
            at=next_try_at,
        )

    def set_acknowledged(self, jobs: Sequence[ScanJob], at: int) -> None:
        """Note that the city has these pages."""
        for job in jobs:
            self._update(job, "acknowledged_at = :at", at=at)

    def _select(self, where: str) -> list[ScanJob]:
        return [_job(row) for row in self._db.execute(f"{_SELECT} {where} {_NEWEST_CASE_FIRST}")]

    def _update(self, job: ScanJob, what: str, **values: object) -> None:
        sql = f"UPDATE scan_sending SET {what} WHERE origin = :origin AND seq = :seq"  # noqa: S608
        self._db.execute(sql, {**values, "origin": job.origin, "seq": job.seq})


def _job(row: tuple[Any, ...]) -> ScanJob:
    origin, seq, case_id, sha256, added_at, size_bytes, sent_bytes, stored_at, tries, next_try_at, *trouble = row
    return ScanJob(
        origin=origin,
        seq=seq,
        case_id=case_id,
        sha256=sha256,
        added_at_ms=added_at,
        size_bytes=size_bytes,
        sent_bytes=sent_bytes,
        stored_at_ms=stored_at,
        tries=tries,
        next_try_at_ms=next_try_at,
        problem=trouble_of(*trouble),
    )
