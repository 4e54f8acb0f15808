"""What citizens said in a period: ratings and difficulties, counted where the service was given."""

from typing import Any

from desktop.domain.rating import BAD_LEVELS
from desktop.domain.statistics import Act, Measure
from desktop.store.hall_days import day_of
from desktop.store.installation import window_of
from desktop.store.sqlcipher import Database

_RATED = """
SELECT l.case_id, l.at, CAST(l.body AS TEXT) ->> '$.stage', CAST(l.body AS TEXT) ->> '$.level',
    coalesce(CAST(l.body AS TEXT) ->> '$.window', c.window),
    coalesce(CAST(l.body AS TEXT) ->> '$.served_by', c.clerk), c.item_code,
    EXISTS (SELECT 1 FROM ledger f WHERE f.case_id = l.case_id AND +f.kind = 'RatingFollowedUp'
        AND CAST(f.body AS TEXT) ->> '$.stage' = CAST(l.body AS TEXT) ->> '$.stage'
        AND CAST(f.body AS TEXT) ->> '$.verdict' = 'misrated')
FROM ledger l JOIN cases c ON c.case_id = l.case_id
WHERE l.kind = 'Rated' AND l.at >= :start AND l.at < :end AND c.is_practice = 0
    AND NOT EXISTS (SELECT 1 FROM ledger e WHERE e.case_id = l.case_id AND +e.kind = 'Rated'
        AND CAST(e.body AS TEXT) ->> '$.stage' = CAST(l.body AS TEXT) ->> '$.stage'
        AND (e.at, e.origin, e.seq) < (l.at, l.origin, l.seq))
ORDER BY l.at, l.origin, l.seq
"""

_DIFFICULTIES = """
SELECT at, origin, clerk, coalesce(CAST(body AS TEXT) ->> '$.item_code', ''), CAST(body AS TEXT) ->> '$.number'
FROM ledger
WHERE kind = 'DifficultyReported' AND at >= :start AND at < :end ORDER BY at, origin, seq
"""

_BAD = frozenset(level.value for level in BAD_LEVELS)


def voices(db: Database, *, start: int, end: int) -> list[Act]:
    """Ratings, bad ones among them, and difficulties; `start` and `end` in UTC milliseconds.

    The first rating of a stage counts, to the clerk and window that were rated. A bad one that its follow-up has found
    to be a slip of the hand is no bad one.
    """
    values = {"start": start, "end": end}
    acts = [act for row in db.execute(_RATED, values) for act in _rated(row)]
    return acts + [
        Act(Measure.DIFFICULTIES, "", day_of(at), window_of(origin), clerk, item_code, subject=number)
        for at, origin, clerk, item_code, number in db.execute(_DIFFICULTIES, values)
    ]


def _rated(row: tuple[Any, ...]) -> list[Act]:
    case_id, at, _stage, level, window, clerk, item_code, is_misrated = row
    measures = [Measure.RATINGS, *([Measure.BAD_RATINGS] if level in _BAD and not is_misrated else [])]
    return [Act(measure, case_id, day_of(at), window, clerk, item_code) for measure in measures]
