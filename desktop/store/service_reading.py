"""Ratings and difficulties as the screens and figures ask for them: part of the CaseReader."""

from datetime import date
from typing import Any

import msgspec

from desktop.domain.difficulty import Difficulty
from desktop.domain.events_rating import RatingChannel, RatingStage
from desktop.domain.rating import RatingLevel
from desktop.ports_service import DifficultyRow, RatingRow
from desktop.store.sqlcipher import Database

_RATINGS = """
SELECT c.case_id, c.item_code, r.stage, r.level, r.channel, r.rated_on, r.served_by, r.window, r.follow_up_by,
    r.settled_on
FROM ratings r JOIN cases c ON c.no = r.case_no
WHERE r.rated_on BETWEEN :begins_on AND :ends_on AND c.is_practice = 0 ORDER BY r.rated_on, r.case_no, r.stage
"""

_DIFFICULTIES = """
SELECT body, clerk FROM difficulties WHERE is_open >= :least
ORDER BY is_open DESC, CASE WHEN is_open = 1 THEN coalesce(due_on, reported_on) END, reported_at DESC, number
LIMIT :limit
"""

_REPORTED = """
SELECT body, clerk FROM difficulties WHERE reported_on BETWEEN :begins_on AND :ends_on ORDER BY reported_at, number
"""


class ServiceReading:
    """The part of the Reader that looks at the service itself."""

    _db: Database

    def ratings(self, begins_on: date, ends_on: date) -> list[RatingRow]:
        """See ServiceReader."""
        rows = self._db.execute(_RATINGS, {"begins_on": begins_on.isoformat(), "ends_on": ends_on.isoformat()})
        return [_rating(row) for row in rows]

    def difficulty(self, number: str) -> Difficulty | None:
        """See ServiceReader."""
        row = self._db.execute("SELECT body FROM difficulties WHERE number = :number", {"number": number}).fetchone()
        return msgspec.json.decode(row[0], type=Difficulty) if row else None

    def difficulties(self, *, only_open: bool = False, limit: int = 500) -> list[DifficultyRow]:
        """See ServiceReader."""
        return self._difficulties(_DIFFICULTIES, {"least": int(only_open), "limit": limit})

    def difficulties_reported(self, begins_on: date, ends_on: date) -> list[DifficultyRow]:
        """See ServiceReader."""
        return self._difficulties(_REPORTED, {"begins_on": begins_on.isoformat(), "ends_on": ends_on.isoformat()})

    def _difficulties(self, sql: str, values: dict[str, object]) -> list[DifficultyRow]:
        rows = self._db.execute(sql, values)
        return [DifficultyRow(msgspec.json.decode(body, type=Difficulty), str(clerk)) for body, clerk in rows]


def _rating(row: tuple[Any, ...]) -> RatingRow:
    case_id, item_code, stage, level, channel, rated_on, served_by, window, follow_up_by, settled_on = row
    return RatingRow(
        case_id=case_id,
        item_code=item_code,
        stage=RatingStage(stage),
        level=RatingLevel(level),
        channel=RatingChannel(channel),
        rated_on=date.fromisoformat(rated_on),
        served_by=served_by,
        window=window,
        follow_up_by=date.fromisoformat(follow_up_by) if follow_up_by else None,
        settled_on=date.fromisoformat(settled_on) if settled_on else None,
    )
