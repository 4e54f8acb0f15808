"""A 一件事 is rated once as a whole where it was taken in, and once where its results come: together or one by one.

一事一评 (GB/T 39734-2020): the citizen stood at the window once and is asked once; results that come apart are things
done by different offices, each with its own rating (handbook 4).
"""

from dataclasses import dataclass
from datetime import date

from desktop.domain import events as ev
from desktop.domain.case import Case, CaseState


@dataclass(frozen=True, slots=True)
class Family:
    """The whole of a 一件事 and all of the items that went on, at least one."""

    whole: Case
    items: tuple[Case, ...]


def has_result(case: Case) -> bool:
    """The case is done: its result is here to be handed out, or it has ended."""
    return case.state is CaseState.DECIDED or not (case.is_open or case.state is CaseState.BUNDLED)


def come_together(family: Family) -> bool:
    """Whether the results are one: all are here, handed out on one day or all still waiting, none rated by itself."""
    if len(family.items) < 2 or not all(map(has_result, family.items)):
        return False
    rated = any(r.stage is ev.RatingStage.COMPLETION for one in family.items for r in one.ratings)
    return not rated and len({_day(one) for one in family.items}) == 1


def _day(case: Case) -> date | None:
    """When it was handed out or ended; None: it waits to be handed out."""
    if case.delivered is not None:
        return case.delivered.delivered_on
    return None if case.state is CaseState.DECIDED else case.ended_on
