"""How ratings change a case; a part of desktop.domain.case.evolve, which is the one to call."""

from typing import TYPE_CHECKING

import msgspec

from desktop.domain import events as ev

if TYPE_CHECKING:  # case.py folds these in; the type alone is needed here
    from desktop.domain.case import Case


def with_rating(case: "Case", event: ev.Event) -> "Case | None":
    """The case after a rating or its follow-up; None if the event is neither. The first of a stage counts."""
    match event:
        case ev.Rated():
            is_rated = any(rated.stage is event.stage for rated in case.ratings)
            return case if is_rated else msgspec.structs.replace(case, ratings=(*case.ratings, event))
        case ev.RatingFollowedUp():
            return msgspec.structs.replace(case, follow_ups=(*case.follow_ups, event))
    return None
