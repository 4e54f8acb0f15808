"""What came from the city and what is owed on cases, for To do and the case page: part of the CaseReader."""

from datetime import UTC, date, datetime
from typing import Any

from desktop.domain import events as ev
from desktop.ports_sync import AnswerKind, CityAnswer
from desktop.ports_todo import CaseConflict, CityReceipt, OwedTask
from desktop.store.going_first import GOES_FIRST
from desktop.store.sqlcipher import Database

_ANSWERS = """
SELECT a.origin, a.seq, coalesce(a.case_id, e.case_id), a.at, a.office, a.text, a.field, a.due_on, a.entry_origin,
    a.entry_seq, a.is_settled, a.is_for_lead, l.body, c.case_number, c.item_name, c.applicant_name, c.window, e.clerk,
    c.clerk
FROM city_answers a
JOIN ledger l ON l.origin = a.origin AND l.seq = a.seq
LEFT JOIN ledger e ON e.origin = a.entry_origin AND e.seq = a.entry_seq
LEFT JOIN cases c ON c.case_id = coalesce(a.case_id, e.case_id)
"""

_TASKS = f"""
SELECT kind, subject, due_on, clerk, window, case_id, case_number, item_name, applicant_name, yellow_days,
    {GOES_FIRST.format(case="o")} AS goes_first
FROM (
    SELECT t.kind, coalesce(m.name, t.subject) AS subject, t.due_on, t.clerk, t.window, c.case_id, c.case_number,
        c.item_name, c.applicant_name, c.yellow_days, t.case_no, c.body
    FROM tasks t
    JOIN cases c ON c.no = t.case_no
    LEFT JOIN case_materials m ON m.case_no = t.case_no AND m.code = t.subject AND t.subject <> ''
    WHERE t.due_on <= :until
    ORDER BY t.due_on, t.case_no, t.kind LIMIT :limit
) o
ORDER BY due_on, goes_first DESC, case_no, kind
"""  # noqa: S608 (our own text)

# Lines of the city itself need nobody's acknowledgement.
_RECEIPT = """
SELECT coalesce(sum(l.seq > coalesce(k.seq, 0)), 0), max(CASE WHEN l.seq <= k.seq THEN k.at END)
FROM ledger l LEFT JOIN acknowledged k ON k.origin = l.origin
WHERE l.case_id = :case_id AND instr(l.origin, '-city-') = 0
"""

# The newest number of each origin, stepping from one to the next in the index instead of reading all lines.
_OTHERS = """
WITH RECURSIVE known (origin) AS (
    SELECT min(origin) FROM ledger
    UNION ALL
    SELECT (SELECT min(origin) FROM ledger WHERE origin > known.origin) FROM known WHERE known.origin IS NOT NULL
)
SELECT coalesce(sum((SELECT max(seq) FROM ledger WHERE origin = known.origin)), 0) FROM known
WHERE known.origin NOT IN (SELECT origin FROM own_origins)
"""

_CONFLICTS = """
SELECT k.case_id, c.case_number, c.item_name, c.applicant_name, c.clerk, k.windows, k.first_at
FROM case_conflicts k JOIN cases c ON c.case_id = k.case_id
WHERE :case_id IS NULL OR k.case_id = :case_id ORDER BY k.first_at, k.case_id
"""

_KINDS: dict[type[Any], AnswerKind] = {
    ev.CityReceived: AnswerKind.RECEIVED,
    ev.CityRefusedEntry: AnswerKind.REFUSED,
    ev.CityDecided: AnswerKind.DECIDED,
    ev.CityAskedCorrection: AnswerKind.CORRECTION,
    ev.CityMessage: AnswerKind.MESSAGE,
}

_LAST_DAY = date.max


class AnswerReader:
    """The part of the Reader that looks outward."""

    _db: Database

    def city_answers(
        self, case_id: str | None = None, *, only_open: bool = False, limit: int = 1000
    ) -> list[CityAnswer]:
        """What the city said, oldest first; None: about every case, and to the whole hall."""
        wanted = ["coalesce(a.case_id, e.case_id) = :case_id"] if case_id is not None else []
        wanted += ["a.is_settled = 0"] if only_open else []
        where = f"WHERE {' AND '.join(wanted)}" if wanted else ""
        rows = self._db.execute(
            f"{_ANSWERS} {where} ORDER BY a.at, a.origin, a.seq LIMIT :limit", {"case_id": case_id, "limit": limit}
        )
        return [_answer(row) for row in rows]

    def owed_tasks(self, *, until: date | None = None, limit: int = 1000) -> list[OwedTask]:
        """What is owed on open cases, the nearest day first; nothing due after `until` where given."""
        rows = self._db.execute(_TASKS, {"until": (until or _LAST_DAY).isoformat(), "limit": limit})
        found = []
        for kind, subject, day, *rest, first in rows:
            others = (*rest, bool(first))
            found.append(OwedTask(kind, subject, date.fromisoformat(day), *others))
        return found

    def city_receipt(self, case_id: str) -> CityReceipt:
        """Whether the city has acknowledged every line that this hall wrote about the case."""
        waiting, at = self._db.execute(_RECEIPT, {"case_id": case_id}).fetchone()
        return CityReceipt(int(waiting), _moment(at) if at is not None else None)

    def city_answer(self, origin: str, seq: int) -> CityAnswer | None:
        """One answer, or None."""
        where = "WHERE a.origin = :origin AND a.seq = :seq"
        row = self._db.execute(f"{_ANSWERS} {where}", {"origin": origin, "seq": seq}).fetchone()
        return _answer(row) if row else None

    def conflicts(self, case_id: str | None = None) -> list[CaseConflict]:
        """Cases on which two windows wrote unknown to each other and that nobody has settled, oldest first."""
        rows = self._db.execute(_CONFLICTS, {"case_id": case_id})
        return [
            CaseConflict(found, number, item, applicant, clerk, tuple(windows.split()), _moment(first_at))
            for found, number, item, applicant, clerk, windows, first_at in rows
        ]

    def outside_mark(self) -> tuple[int, int]:
        """Moves whenever lines of others arrive or the city acknowledges ours."""
        others = self._db.execute(_OTHERS).fetchone()[0]
        acknowledged = self._db.execute("SELECT coalesce(sum(seq), 0) FROM acknowledged").fetchone()[0]
        return int(others), int(acknowledged)


def _answer(row: tuple[Any, ...]) -> CityAnswer:
    origin, seq, case_id, at, office, text, field, due_on, entry_origin, entry_seq, *rest = row
    is_settled, is_for_lead, body, *case = rest
    number, item, applicant, window, wrote, took_in = (value or "" for value in case)
    event = ev.decode(body)
    return CityAnswer(
        origin=origin,
        seq=seq,
        kind=_KINDS[type(event)],
        case_id=case_id or "",
        case_number=number,
        at=_moment(at),
        office=office,
        text=text,
        field=field,
        due_on=date.fromisoformat(due_on) if due_on else None,
        is_settled=bool(is_settled),
        is_for_lead=bool(is_for_lead),
        entry_origin=entry_origin,
        entry_seq=entry_seq,
        event=event,
        item_name=item,
        applicant_name=applicant,
        window=window,
        clerk=wrote or took_in,
    )


def _moment(at_ms: int) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000, UTC)
