"""Opened segments of one origin into the database: all that follow on in one transaction, each line once.

The database is judge: a line that is there with another hash, or a file whose first line does not follow on the last
one here, is a fork; both histories are kept, the first in the tables, the other as a file.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy.engine import Connection

from desktop.city import answer_lines, entry_check, fault_book, lines, origin_book, schema
from desktop.city.database import Database, insert_new, put_rows
from desktop.city.entry_check import Checked
from desktop.city.fault_book import FaultKind
from desktop.city.origin_book import Origin, OriginState
from desktop.domain import events as ev
from desktop.domain.events import CityRefusedEntry
from desktop.store.line import Line
from desktop.sync import layout
from desktop.sync.chunk import address_of
from desktop.sync.segment import SegmentHead

WAITING = "waiting"
CLOCK_TOLERANCE_MS = 15 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Opened:
    """A segment that was found whole and signed by the origin's key."""

    name: str
    sha256: str
    body: bytes = field(repr=False)
    head: SegmentHead = field(repr=False)
    lines: tuple[Line, ...] = field(repr=False)
    came_by: str


@dataclass(slots=True)
class Taken:
    """What came of it. `origin` is the row as it is now; forked files have to be kept by the caller."""

    origin: Origin
    lines: list[Line] = field(default_factory=list)
    refused: int = 0
    again: int = 0
    forks: list[Opened] = field(default_factory=list)
    waiting: list[Opened] = field(default_factory=list)


def take(
    database: Database, origin: str, opened: Sequence[Opened], *, hall_secret: bytes, looked_at: int, now: int
) -> Taken | None:  # fmt: skip
    """Put the segments, by number, into the database. None: the origin is not approved any more; nothing was taken."""
    with database.write() as conn:
        row = origin_book.find_origin(conn, origin, lock=True)
        if row is None or row.state is not OriginState.APPROVED:
            return None
        taken = Taken(row)
        records, last_name = [], row.last_name
        for segment in opened:
            end = taken.lines[-1] if taken.lines else None
            last, tip = (end.seq, end.hash) if end else (row.last_seq, row.tip)
            known = _known(conn, segment, taken.lines) if segment.head.first <= last else {}
            state, new = _judged(segment, known, last=last, tip=tip)
            _count(taken, segment, state)
            if state != WAITING:
                records.append(_record(segment, state, now))
            if new:
                taken.lines += new
                last_name = segment.name
        _keep_records(conn, records)
        _note_forks(conn, taken, now)
        _settle(conn, origin, opened, taken, now)
        _put_in(conn, taken, hall_secret=hall_secret, now=now)
        if taken.lines:
            taken.origin = _moved(conn, row, taken.lines, last_name=last_name, looked_at=looked_at, now=now)
        return taken


def _known(conn: Connection, segment: Opened, fresh: Sequence[Line]) -> dict[int, bytes]:
    """The hashes that the numbers of this segment have already, in the tables or in this batch."""
    head = segment.head
    stored = lines.hashes(conn, head.origin, first=head.first, last=head.last)
    return stored | {line.seq: line.hash for line in fresh if head.first <= line.seq <= head.last}


def _judged(segment: Opened, known: dict[int, bytes], *, last: int, tip: bytes) -> tuple[str, Sequence[Line]]:
    """`taken`, `again`, `fork` or `waiting`, and the lines that are new."""
    if segment.head.first > last + 1:
        return WAITING, ()
    overlap, new = segment.lines[: last + 1 - segment.head.first], segment.lines[last + 1 - segment.head.first :]
    if any(known[line.seq] != line.hash for line in overlap) or (new and new[0].prev != tip):
        return "fork", ()
    return ("taken", new) if new else ("again", ())


def _count(taken: Taken, segment: Opened, state: str) -> None:
    match state:
        case "waiting":
            taken.waiting.append(segment)
        case "fork":
            taken.forks.append(segment)
        case "again":
            taken.again += 1


def _record(segment: Opened, state: str, now: int) -> dict[str, Any]:
    return {
        "name": segment.name,
        "sha256": segment.sha256,
        "origin": segment.head.origin,
        "first_seq": segment.head.first,
        "last_seq": segment.head.last,
        "size_bytes": len(segment.body),
        "came_by": segment.came_by,
        "state": state,
        "reason": "",
        "opened_at": now,
    }


def _keep_records(conn: Connection, records: Sequence[dict[str, Any]]) -> None:
    """A file that had been set aside and is good now keeps its row, in its new state."""
    put_rows(conn, schema.segments, records, fresh=("state", "reason", "last_seq"))


def _settle(conn: Connection, origin: str, opened: Sequence[Opened], taken: Taken, now: int) -> None:
    """Good files end the trouble that their names had."""
    bad = {segment.name for segment in (*taken.forks, *taken.waiting)}
    good = {segment.name for segment in opened} - bad
    for name in fault_book.open_names(conn, FaultKind.SET_ASIDE, origin) & good:
        fault_book.settle(conn, FaultKind.SET_ASIDE, origin=origin, name=name, at=now)


def _note_forks(conn: Connection, taken: Taken, now: int) -> None:
    for fork in taken.forks:
        numbers = {"first": fork.head.first, "last": fork.head.last}
        fault_book.note(conn, FaultKind.FORK, origin=fork.head.origin, name=fork.name, at=now, **numbers)


def _put_in(conn: Connection, taken: Taken, *, hall_secret: bytes, now: int) -> None:
    """The lines with all that follows from them: cases, scans, refusals."""
    lines.insert_lines(conn, taken.lines, received_at=now)
    checked = [entry_check.check(line) for line in taken.lines]
    insert_new(conn, schema.cases, _cases(checked))
    insert_new(conn, schema.scans, _scans(checked, hall_secret))
    refused = [_refused(c) for c in checked if c.refusal]
    answer_lines.append(conn, taken.origin.hall, refused, at=now)
    taken.refused = len(refused)


def _cases(checked: Sequence[Checked]) -> list[dict[str, Any]]:
    return [
        {
            "case_id": lines.storable(c.line.case_id),
            "case_number": lines.storable(c.event.case_number),
            "hall": layout.hall_of(c.line.origin),
        }
        for c in checked
        if isinstance(c.event, ev.CaseReceived) and c.line.case_id
    ]


def _scans(checked: Sequence[Checked], hall_secret: bytes) -> list[dict[str, Any]]:
    return [
        {
            "origin": c.line.origin,
            "seq": c.line.seq,
            "case_id": lines.storable(c.line.case_id or "") or None,
            "sha256": c.event.sha256,
            "media": lines.storable(c.event.media),
            "size_bytes": c.event.size_bytes,
            "address": address_of(c.event.sha256, hall_secret=hall_secret),
            "added_at": c.line.at,
            "state": "missing",
        }
        for c in checked
        if isinstance(c.event, ev.ScanAdded) and c.refusal is None
    ]


def _refused(checked: Checked) -> tuple[CityRefusedEntry, str | None]:
    assert checked.refusal is not None
    answer = CityRefusedEntry(
        entry_origin=checked.line.origin,
        entry_seq=checked.line.seq,
        reason=checked.refusal.reason,
        field=checked.refusal.field,
    )
    return answer, checked.line.case_id


def _moved(
    conn: Connection, row: Origin, new: Sequence[Line], *, last_name: str, looked_at: int, now: int
) -> Origin:  # fmt: skip
    """The origin with its new end. `last_name` is the file that brought it: later ones sort behind it."""
    end = new[-1]
    moved = replace(
        row, last_seq=end.seq, tip=end.hash, tip_at=end.at, last_name=last_name, looked_at=looked_at, seen_at=now
    )
    changed = ("last_seq", "tip", "tip_at", "last_name", "looked_at", "seen_at")
    origin_book.change(conn, row.origin, **{name: getattr(moved, name) for name in changed})
    _note_clock(conn, row, new, now)
    return moved


def _note_clock(conn: Connection, row: Origin, new: Sequence[Line], now: int) -> None:
    """A clock that is ahead shows by lines from the future; one that was set back by lines earlier than those before.

    A line from long ago is no fault: the window had no line.
    """
    ahead = max(line.at for line in new) - now
    if ahead > CLOCK_TOLERANCE_MS:
        fault_book.note(conn, FaultKind.CLOCK_AHEAD, origin=row.origin, at=now, minutes=ahead // 60_000)
    elif fault_book.open_names(conn, FaultKind.CLOCK_AHEAD, row.origin):
        fault_book.settle(conn, FaultKind.CLOCK_AHEAD, origin=row.origin, at=now)
    before, back = row.tip_at, 0
    for line in new:
        back, before = max(back, before - line.at), line.at
    if back > CLOCK_TOLERANCE_MS:
        fault_book.note(conn, FaultKind.CLOCK_BACK, origin=row.origin, at=now, minutes=back // 60_000)
