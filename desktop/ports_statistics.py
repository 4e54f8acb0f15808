"""What the statistics and the end-of-day sheet ask of the store: part of the CaseReader."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from desktop.domain.statistics import Act, Overdue, Period
from desktop.domain.statistics_time import Settled

if TYPE_CHECKING:  # ports.py is made of this one
    from desktop.ports import CaseRow


@dataclass(frozen=True, slots=True)
class ShiftCounts:
    """Counts of a day at a window. What the ledger says is told apart from what the tables say.

    `open_before` and `received` come from the ledger; `ended` (by state) and `open_now` from the tables;
    `dropped_papers` are papers of the day that were void or replaced before anybody printed them. `confirmed`
    counts lines of the ledger, `first_sheets` and `reprints` the sheets that these are, as the tables have them.
    `written` are all lines of the day, `acknowledged` those that the city has.
    """

    open_before: int = 0
    received: int = 0
    ended: tuple[tuple[str, int], ...] = ()
    open_now: int = 0
    dropped_papers: int = 0
    confirmed: int = 0
    first_sheets: int = 0
    reprints: int = 0
    written: int = 0
    acknowledged: int = 0


class StatisticsReader(Protocol):
    """Practice cases are never counted. A thing counts on the day on which it was put on record, in the hall's time."""

    def acts(self, period: Period) -> list[Act]:
        """What happened in the period, oldest first; neither `ON_TIME` nor what is overdue is among it."""

    def settled(self, acts: Sequence[Act], period: Period) -> list[Settled]:
        """The cases of the acts that say DECIDED, with their dates as they stood at the end of the period."""

    def open_overdue(self, period: Period, *, today: date) -> list[Overdue]:
        """Cases open at the end of the period, or today in one that goes on, whose day had passed by then."""

    def standing(self, period: Period) -> dict[str, int]:
        """How many of the cases received in the period stood in which state at its end; now in one that goes on."""

    def item_names(self, codes: Collection[str]) -> dict[str, str]:
        """The newest name of each item, from the cases."""

    def case_rows(self, case_ids: Sequence[str]) -> "list[CaseRow]":
        """The cases of these ids in the order given; those not here are left out."""

    def shift_counts(self, day: date, *, window: str) -> ShiftCounts: ...
