"""What is asked of the store about the service itself, ratings and difficulties: part of the CaseReader."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from desktop.domain.difficulty import Difficulty
from desktop.domain.events_rating import RatingChannel, RatingStage
from desktop.domain.rating import RatingLevel


@dataclass(frozen=True, slots=True)
class RatingRow:
    """A rating that counts. `served_by` (login name) and `window` are whose service it was."""

    case_id: str
    item_code: str
    stage: RatingStage
    level: RatingLevel
    channel: RatingChannel
    rated_on: date
    served_by: str
    window: str
    follow_up_by: date | None
    settled_on: date | None


@dataclass(frozen=True, slots=True)
class DifficultyRow:
    """A difficulty, and the login name of who wrote it down."""

    difficulty: Difficulty
    clerk: str


class ServiceReader(Protocol):
    """Practice cases are left out of the ratings."""

    def ratings(self, begins_on: date, ends_on: date) -> list[RatingRow]:
        """Ratings of these days, both included, oldest first."""

    def difficulty(self, number: str) -> Difficulty | None: ...

    def difficulties(self, *, only_open: bool = False, limit: int = 500) -> list[DifficultyRow]:
        """Those that are open first, the nearest day at the top, then the closed ones, newest first."""

    def difficulties_reported(self, begins_on: date, ends_on: date) -> list[DifficultyRow]:
        """Those of these days, both included, oldest first; for the figures."""
