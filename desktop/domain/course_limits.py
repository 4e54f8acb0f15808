"""Where the limits of a case end after every stop and extension, counted anew from the day of acceptance."""

from dataclasses import dataclass
from datetime import date

from desktop.domain.case import Case
from desktop.domain.deadline import (
    LimitUnit,
    Suspension,
    TimeLimit,
    due_with_suspensions,
    extended,
    extended_jointly,
)
from desktop.domain.decide import Circumstances
from desktop.domain.regime import rules_for


@dataclass(frozen=True, slots=True)
class Dates:
    """Where the limits end now; None: no limit, or an open special procedure."""

    statutory_due_on: date | None
    committed_due_on: date | None


def limits(
    case: Case,
    now: Circumstances,
    *,
    accepted_on: date | None = None,
    suspensions: tuple[Suspension, ...] | None = None,
    extended_by: int | None = None,
    is_joint: bool = False,
) -> Dates:
    """Both limits counted anew from the day of acceptance, with every stop and extension."""
    start = accepted_on or case.accepted_on
    if start is None:
        return Dates(None, None)
    stops = case.suspensions if suspensions is None else suspensions
    more = case.extended_by if extended_by is None else extended_by

    def end(limit: TimeLimit | None) -> date | None:
        if limit is None:
            return None
        whole = _with_extension(limit, more, is_joint=is_joint) if more else limit
        return due_with_suspensions(start, limit=whole, calendar=now.calendar, suspensions=stops)

    statutory = now.item.statutory_limit or rules_for(now.item.regime).fallback_limit
    return Dates(end(statutory), end(now.item.promised_limit))


def _with_extension(limit: TimeLimit, days: int, *, is_joint: bool) -> TimeLimit:
    """The limit and the days more. Another statute's limit is extended by that statute (居住证暂行条例 9)."""
    if limit.unit is not LimitUnit.WORKING_DAYS:
        return TimeLimit(limit.count + days, limit.unit)
    extend_by = extended_jointly if is_joint or days > 10 else extended
    return extend_by(limit, workdays=days, extended_before=False)
