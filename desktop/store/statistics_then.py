"""How cases stood at the end of a period: settled in time or late, open with their day passed, in which state.

A case that nothing has happened to since stands in its table as it stood then; any other is folded anew from the ledger
as far as that, so that the report of October says in December what it said on the first of November.
"""

import json
from collections.abc import Sequence
from datetime import date

import msgspec

from desktop.domain.case import Case, CaseState
from desktop.domain.deadline import Suspension
from desktop.domain.statistics import Act, Measure, Overdue, Period
from desktop.domain.statistics_time import Settled
from desktop.store.case_then import case_then
from desktop.store.sqlcipher import Database
from desktop.store.undone import HOLDS

_COUNTED = "is_practice = 0 AND role <> 'bundle'"

_OVERDUE = f"""
SELECT due_on, no, case_id, window, clerk, item_code FROM cases
WHERE is_open = 1 AND due_on < :today AND due_on <= :last AND state <> 'correcting' AND last_at < :before
    AND {_COUNTED}
"""  # noqa: S608 (our own text)

# One that had ended in the period was not open at its end, whatever was printed or rated later.
_MOVED_ON = f"""
SELECT no, case_id, window, clerk, item_code FROM cases
WHERE last_at >= :before AND received_on <= :last AND (ended_on IS NULL OR ended_on > :last) AND {_COUNTED}
"""  # noqa: S608 (our own text)

_SETTLED = f"""
SELECT c.body, c.last_at, (SELECT a.body FROM ledger a WHERE a.case_id = c.case_id
    AND a.kind IN ('CaseAccepted', 'CaseDeemedAccepted') AND {HOLDS.format(line="a")}
    ORDER BY a.at, a.origin, a.seq LIMIT 1)
FROM json_each(:ids) i JOIN cases c ON c.case_id = i.value ORDER BY i.key
"""  # noqa: S608 (our own text)

_STANDING = f"""
SELECT state, count(*) FROM cases
WHERE received_on >= :first AND received_on <= :last AND last_at < :before AND {_COUNTED} GROUP BY state
"""  # noqa: S608 (our own text)

_STOOD = f"""
SELECT case_id, state FROM cases
WHERE received_on >= :first AND received_on <= :last AND last_at >= :before AND {_COUNTED}
"""  # noqa: S608 (our own text)


class _Dates(msgspec.Struct):
    """The two ends of an acceptance, and of a case as it stands."""

    statutory_due_on: date | None = None
    committed_due_on: date | None = None


class _Decided(msgspec.Struct):
    decided_on: date


class _Arrived(msgspec.Struct):
    arrived_on: date


class _Case(_Dates, kw_only=True):
    """What of a folded case its times are counted from."""

    received_on: date
    accepted_on: date | None = None
    decision: _Decided | None = None
    result: _Arrived | None = None
    suspensions: tuple[Suspension, ...] = ()


def settled(db: Database, decided: Sequence[Act], *, before_ms: int) -> list[Settled]:
    """The decided cases with their dates, in the order of the acts."""
    rows = db.execute(_SETTLED, {"ids": json.dumps([act.case_id for act in decided])}).fetchall()
    found = []
    for act, (body, last_at, acceptance) in zip(decided, rows, strict=True):
        moved_on = case_then(db, act.case_id, before_ms=before_ms) if last_at >= before_ms else None
        found.append(_settled(act, moved_on or msgspec.json.decode(body, type=_Case), acceptance))
    return [one for one in found if one is not None]


def overdue(db: Database, period: Period, *, today: date, before_ms: int) -> list[Overdue]:
    """Open cases whose day had passed, the oldest day first; before `today` while the period is not over."""
    values = {"today": today.isoformat(), "last": period.ends_on.isoformat(), "before": before_ms}
    rows = [(date.fromisoformat(due_on), *rest) for due_on, *rest in db.execute(_OVERDUE, values)]
    rows += [
        (due_on, *row)
        for row in db.execute(_MOVED_ON, values).fetchall()
        if (due_on := _overdue_then(db, row[1], before_ms=before_ms)) is not None and due_on <= period.ends_on
    ]
    return [
        Overdue(Act(Measure.OVERDUE, case_id, max(due_on, period.begins_on), window, clerk, item_code), due_on)
        for due_on, _no, case_id, window, clerk, item_code in sorted(rows, key=lambda row: row[:2])
    ]


def standing(db: Database, period: Period, *, before_ms: int) -> dict[str, int]:
    """How many of the cases received in the period stood in which state."""
    values = {"first": period.begins_on.isoformat(), "last": period.ends_on.isoformat(), "before": before_ms}
    counts = {str(state): int(count) for state, count in db.execute(_STANDING, values)}
    for case_id, state in db.execute(_STOOD, values).fetchall():
        case = case_then(db, case_id, before_ms=before_ms)
        stood = case.state.value if case is not None else str(state)
        counts[stood] = counts.get(stood, 0) + 1
    return counts


def _overdue_then(db: Database, case_id: str, *, before_ms: int) -> date | None:
    """The day of a case that was open then and waited for the counter; None: it was not, or had no day."""
    case = case_then(db, case_id, before_ms=before_ms)
    waits = case is not None and case.is_open and case.state is not CaseState.CORRECTING
    return case.due_on if case is not None and waits else None


def _settled(act: Act, case: _Case | Case, acceptance: bytes | None) -> Settled | None:
    set_at_first = msgspec.json.decode(acceptance, type=_Dates) if acceptance is not None else _Dates()
    ended_on = case.decision.decided_on if case.decision else case.result.arrived_on if case.result else None
    if ended_on is None:
        return None
    return Settled(
        case_id=act.case_id,
        item_code=act.item_code,
        window=act.window,
        clerk=act.clerk,
        begun_on=case.accepted_on or case.received_on,
        ended_on=ended_on,
        recorded_on=act.day,
        promised_on=set_at_first.committed_due_on,
        legal_on=set_at_first.statutory_due_on,
        due_on=case.committed_due_on or case.statutory_due_on,
        suspensions=case.suspensions,
    )
