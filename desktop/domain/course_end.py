"""How a case ends without a decision: handed back, or taken back by the applicant."""

from datetime import date

from desktop.domain import events as ev
from desktop.domain.case import Case, CaseState
from desktop.domain.course_guard import require, words
from desktop.domain.course_rules import Action
from desktop.domain.decide import Circumstances


def return_case(case: Case, now: Circumstances, *, reason: str) -> tuple[ev.Event, ...]:
    """退件 with its reason: an overdue correction or supplement, or an application that cannot go on.

    Raises:
        NotAllowed: it is accepted and nothing is overdue: then only a decision ends it. InvalidInput: `reason_missing`.
    """
    require(case, Action.RETURN, now)
    return (
        ev.CaseReturned(returned_on=now.today, reason=words(reason, "reason"), is_overdue=is_overdue(case, now.today)),
    )


def is_overdue(case: Case, today: date) -> bool:
    """A correction or a deferred material did not come in by its day."""
    late_correction = case.state is CaseState.CORRECTING and case.supply_by is not None and today > case.supply_by
    return late_correction or any(today > owed.due_on for owed in case.owed)


def withdraw(case: Case, now: Circumstances, *, reason: str = "") -> tuple[ev.Event, ...]:
    """The applicant takes the application back; possible until it is decided."""
    require(case, Action.WITHDRAW, now)
    return (ev.CaseWithdrawn(withdrawn_on=now.today, reason=reason.strip()),)
