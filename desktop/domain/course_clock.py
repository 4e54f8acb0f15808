"""What moves the limit: deemed acceptance, special procedures, extensions. Articles are of 行政许可法."""

from desktop.domain import events as ev
from desktop.domain.authority import may_accept
from desktop.domain.case import Case, CaseState
from desktop.domain.course_guard import require, words
from desktop.domain.course_limits import limits
from desktop.domain.course_rules import Action
from desktop.domain.deadline import JOINT_EXTENSION_WORKDAYS, Suspension, deemed_accepted_on
from desktop.domain.decide import Circumstances
from desktop.domain.errors import InvalidInput
from desktop.domain.regime import rules_for

LONGEST_PROCEDURE_DAYS = 365


def deem_accepted(case: Case, now: Circumstances) -> tuple[ev.Event, ...]:
    """The five days ran out without a word: accepted from the day of receipt (Art 32 (4)).

    Raises:
        NotAllowed: the days are still running, or the regime knows no such rule.
    """
    require(case, Action.DEEM, now)
    dates = limits(case, now, accepted_on=case.received_on)
    return (
        ev.CaseDeemedAccepted(
            accepted_on=case.received_on,
            noted_on=now.today,
            statutory_due_on=dates.statutory_due_on,
            committed_due_on=dates.committed_due_on,
        ),
    )


def is_deemed_accepted(case: Case, now: Circumstances) -> bool:
    """Whether the law counts the case as accepted although nobody has said so."""
    rules = rules_for(now.item.regime)
    if case.state is not CaseState.RECEIVED or case.notices_given or not rules.is_deemed_accepted:
        return False
    if not may_accept(now.item):
        return False
    since = deemed_accepted_on(
        case.received_on, today=now.today, notified=None, calendar=now.calendar, days=rules.notice_days
    )
    return since is not None


def begin_procedure(
    case: Case, now: Circumstances, *, procedure: str, days: int, reason: str = "", done_by: str = ""
) -> tuple[ev.Event, ...]:
    """特别程序: the clock stops today (Art 45).

    Raises:
        NotAllowed: not accepted, or one is open. InvalidInput: `procedure_missing`, `procedure_days`.
        CalendarMissing: the expected end falls into a year that has not been announced.
    """
    require(case, Action.SUSPEND, now)
    if not 1 <= days <= LONGEST_PROCEDURE_DAYS:
        raise InvalidInput("procedure_days", field="days")
    return (
        ev.ProcedureBegun(
            procedure=words(procedure, "procedure"),
            begins_on=now.today,
            days=days,
            ends_on=now.calendar.add_workdays(now.today, days),
            reason=reason.strip(),
            done_by=done_by.strip(),
        ),
    )


def end_procedure(case: Case, now: Circumstances, *, result: str = "") -> tuple[ev.Event, ...]:
    """The procedure is over; the days of it, first and last, are not counted."""
    require(case, Action.RESUME, now)
    assert case.procedure is not None
    stops = (*case.suspensions, Suspension(case.procedure.begins_on, max(case.procedure.begins_on, now.today)))
    dates = limits(case, now, suspensions=stops)
    return (
        ev.ProcedureEnded(
            ended_on=now.today,
            result=result.strip(),
            statutory_due_on=dates.statutory_due_on,
            committed_due_on=dates.committed_due_on,
        ),
    )


def extend(
    case: Case, now: Circumstances, *, workdays: int, reason: str, approved_by: str, is_joint: bool = False
) -> tuple[ev.Event, ...]:
    """延期, once, approved by the head (Art 42): at most 10 working days, 15 in joint handling, or the regime's own.

    Raises:
        NotAllowed: not lawful now. InvalidInput: `extension_days` with `most`, `reason_missing`, `approved_by_missing`.
    """
    require(case, Action.EXTEND, now)
    most = JOINT_EXTENSION_WORKDAYS if is_joint else rules_for(now.item.regime).extension_days
    if not 1 <= workdays <= most:
        raise InvalidInput("extension_days", field="workdays", most=most)
    dates = limits(case, now, extended_by=workdays, is_joint=is_joint)
    return (
        ev.LimitExtended(
            extended_on=now.today,
            workdays=workdays,
            reason=words(reason, "reason"),
            approved_by=words(approved_by, "approved_by"),
            is_joint=is_joint,
            statutory_due_on=dates.statutory_due_on,
            committed_due_on=dates.committed_due_on,
        ),
    )
