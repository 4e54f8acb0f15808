"""What the statistics count: acts out of ledger and tables, counted in SQL. For how cases stood see statistics_then."""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from desktop.domain.checklist import SAVED
from desktop.domain.regime import Incomplete, Regime
from desktop.domain.statistics import Act, Measure, Overdue, Period, once_a_whole
from desktop.domain.statistics_time import Settled
from desktop.ports import CaseRow
from desktop.ports_statistics import ShiftCounts
from desktop.store.case_list import CASE_ROWS, case_row
from desktop.store.hall_days import day_of, moments_of
from desktop.store.installation import window_of
from desktop.store.sqlcipher import Database
from desktop.store.statistics_shift import shift_counts
from desktop.store.statistics_then import overdue, settled, standing
from desktop.store.statistics_voices import voices
from desktop.store.undone import HOLDS

CITY = "city"
"""The window part of an origin of the city: what it says counts where the case was taken in."""

_PLAIN = {
    "CaseReceived": Measure.RECEIVED,
    "CaseAccepted": Measure.ACCEPTED,
    "CaseDeemedAccepted": Measure.ACCEPTED,
    "CaseRefused": Measure.REFUSED,
    "CaseNotRequired": Measure.NOT_REQUIRED,
    "CaseReturned": Measure.RETURNED,
    "CaseWithdrawn": Measure.WITHDRAWN,
    "CaseForwarded": Measure.FORWARDED,
    "CaseDelivered": Measure.DELIVERED,
    "LimitExtended": Measure.EXTENDED,
    "CorrectionSupplied": Measure.SECOND_VISITS,
    "DeferredSupplied": Measure.SECOND_VISITS,
    "CaseDecided": Measure.DECIDED,
    "CityDecided": Measure.DECIDED,
    "ResultArrived": Measure.DECIDED,
    "CorrectionRequested": Measure.CORRECTIONS,
    "CaseAmended": Measure.AMENDMENTS,
    "FalsePledgeFound": Measure.RETURNED,
}
_OF_A_WHOLE = ("CorrectionRequested", "CorrectionSupplied", "CaseAmended")
"""What happens to a 一件事 itself: one notice, one more trip, a slip put right. All else is counted by item."""

_CLOSING_NOTICE = {Incomplete.REFUSE_ON_SPOT.value: Measure.REFUSED, Incomplete.RETURN.value: Measure.RETURNED}

# A result that comes after a decision is that decision on paper, and no second one; not every false pledge ends a case.
_LINES = f"""
SELECT l.kind, l.case_id, l.at, l.origin, l.clerk, c.window, c.clerk, c.item_code,
    CASE WHEN l.kind IN ('CaseDecided', 'CityDecided', 'ResultArrived')
        THEN coalesce(CAST(l.body AS TEXT) ->> '$.is_granted', 1)
            AND CAST(c.body AS TEXT) ->> '$.item.regime' = :entity END,
    CASE WHEN l.kind = 'CorrectionRequested' THEN CAST(l.body AS TEXT) ->> '$.notice_no' END,
    CASE WHEN l.kind = 'CorrectionRequested' THEN CAST(l.body AS TEXT) ->> '$.consequence' END,
    CASE WHEN l.kind = 'CaseAmended' THEN CAST(l.body AS TEXT) ->> '$.field' ELSE '' END,
    CASE WHEN c.role = 'bundle' THEN c.case_id ELSE coalesce(b.whole_id, '') END
FROM ledger l JOIN cases c ON c.case_id = l.case_id LEFT JOIN bundle_items b ON b.case_no = c.no
WHERE l.kind IN ({", ".join(f"'{kind}'" for kind in _PLAIN)}) AND l.at >= :start AND l.at < :end
    AND c.is_practice = 0 AND (c.role <> 'bundle' OR l.kind IN ({", ".join(f"'{kind}'" for kind in _OF_A_WHOLE)}))
    AND {HOLDS.format(line="l")}
    AND NOT (l.kind = 'FalsePledgeFound'
        AND (c.state <> 'returned' OR CAST(l.body AS TEXT) ->> '$.consequence' NOT IN ('terminate', 'revoke')))
    AND NOT (l.kind = 'ResultArrived' AND EXISTS (SELECT 1 FROM ledger d WHERE d.case_id = l.case_id
        AND d.kind IN ('CaseDecided', 'CityDecided') AND (d.at, d.origin, d.seq) < (l.at, l.origin, l.seq)))
ORDER BY l.at, l.origin, l.seq
"""  # noqa: S608 (our own text)

_SAVED = f"""
SELECT c.case_id, count(*) FROM json_each(:ids) i
JOIN cases c ON c.case_id = i.value
JOIN case_materials m ON m.case_no = c.no AND m.state IN ({", ".join(f"'{s.value}'" for s in sorted(SAVED, key=str))})
GROUP BY c.case_id
"""  # noqa: S608 (our own text)

_JOINED = """
SELECT l.case_id, l.at, l.origin, l.clerk, c.item_code, CAST(l.body AS TEXT) ->> '$.materials_saved'
FROM ledger l JOIN cases c ON c.case_id = l.case_id
WHERE l.kind = 'BundleOpened' AND l.at >= :start AND l.at < :end AND c.is_practice = 0
ORDER BY l.at, l.origin, l.seq
"""
# What a bundle spares against its items one by one is said by its opening; the materials are those of its cases.

_REPRINTS = """
SELECT coalesce(p.case_id, ''), r.queued_at, r.origin, r.clerk, coalesce(c.item_code, ''), r.number
FROM prints r JOIN papers p ON p.number = r.number LEFT JOIN cases c ON c.case_id = p.case_id
WHERE r.queued_at >= :start AND r.queued_at < :end AND r.sheet_no > 0 AND coalesce(c.is_practice, 0) = 0
ORDER BY r.queued_at, r.origin, r.number, r.sheet_no
"""

_ITEM_NAMES = """
SELECT item_code, item_name, max(no) FROM cases WHERE item_code IN (SELECT value FROM json_each(:codes))
GROUP BY item_code
"""


class StatisticsReading:
    """The StatisticsReader of desktop.ports_statistics; part of the store's reader."""

    _db: Database

    def acts(self, period: Period) -> list[Act]:
        """What happened in the period: steps oldest first, then materials saved, ratings, difficulties, reprints."""
        start, end = moments_of(period.begins_on, period.ends_on)
        values = {"start": start, "end": end}
        lines = self._db.execute(_LINES, {**values, "entity": Regime.MARKET_ENTITY.value})
        acts = once_a_whole((line[-1], act) for line in lines for act in _acts_of(line))
        acts += self._saved([act for act in acts if act.measure is Measure.RECEIVED])
        acts += voices(self._db, start=start, end=end)
        acts += [
            Act(Measure.SAVED, case_id, day_of(at), window_of(origin), clerk, item_code, int(spared))
            for case_id, at, origin, clerk, item_code, spared in self._db.execute(_JOINED, values)
            if spared
        ]
        acts += [
            Act(Measure.REPRINTS, case_id, day_of(at), window_of(origin), clerk, item_code, subject=number)
            for case_id, at, origin, clerk, item_code, number in self._db.execute(_REPRINTS, values)
        ]
        return acts

    def settled(self, acts: Sequence[Act], period: Period) -> list[Settled]:
        """The cases of the acts that say DECIDED, with their dates as they stood at the end of the period."""
        decided = {act.case_id: act for act in reversed(acts) if act.measure is Measure.DECIDED}
        return settled(self._db, list(decided.values())[::-1], before_ms=_end_of(period))

    def open_overdue(self, period: Period, *, today: date) -> list[Overdue]:
        """Cases open at the end of the period whose day had passed; what the applicant owes is no delay here."""
        return overdue(self._db, period, today=today, before_ms=_end_of(period))

    def standing(self, period: Period) -> dict[str, int]:
        """Where the cases received in the period stood at its end."""
        return standing(self._db, period, before_ms=_end_of(period))

    def item_names(self, codes: Collection[str]) -> dict[str, str]:
        """The newest name of each item."""
        rows = self._db.execute(_ITEM_NAMES, {"codes": _json(codes)})
        return {str(code): str(name) for code, name, _ in rows}

    def case_rows(self, case_ids: Sequence[str]) -> list[CaseRow]:
        """The cases of these ids in the order given."""
        sql = f"{CASE_ROWS} WHERE case_id IN (SELECT value FROM json_each(:ids))"  # noqa: S608 (our own text)
        found = {row.case_id: row for row in map(case_row, self._db.execute(sql, {"ids": _json(case_ids)}))}
        return [found[case_id] for case_id in case_ids if case_id in found]

    def shift_counts(self, day: date, *, window: str) -> ShiftCounts:
        """Counts of a day at a window."""
        start, end = moments_of(day, day)
        return shift_counts(self._db, day, window=window, start=start, end=end)

    def _saved(self, received: Sequence[Act]) -> list[Act]:
        """Materials that the citizen need not bring, beside the receipt of each case."""
        rows = self._db.execute(_SAVED, {"ids": _json(act.case_id for act in received)})
        counts = {str(case_id): int(count) for case_id, count in rows}
        return [
            Act(Measure.SAVED, act.case_id, act.day, act.window, act.clerk, act.item_code, counts.pop(act.case_id))
            for act in received
            if act.case_id in counts
        ]


def _acts_of(line: tuple[Any, ...]) -> list[Act]:
    """One act of its kind, and what else that line means."""
    kind, case_id, at, origin, actor, window, clerk, item_code, is_entity, notice_no, consequence, field, whole = line
    if window_of(origin) != CITY:
        window, clerk = window_of(origin), actor
    measures = [_PLAIN[kind]]
    if is_entity:
        measures.append(Measure.ENTITIES)
    if notice_no is not None and int(notice_no) > 1:
        measures.append(Measure.SECOND_NOTICES)
    if consequence in _CLOSING_NOTICE and case_id != whole:
        measures.append(_CLOSING_NOTICE[consequence])
    return [Act(measure, case_id, day_of(at), window, clerk, item_code, subject=field) for measure in measures]


def _end_of(period: Period) -> int:
    return moments_of(period.begins_on, period.ends_on)[1]


def _json(values: Iterable[str]) -> str:
    return json.dumps(list(values))
