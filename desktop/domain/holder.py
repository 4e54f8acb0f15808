"""Who has to do something with a case now, since when, and in which step of the published process (M18)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop.domain.calendar import WorkCalendar
from desktop.domain.case import Case, CaseState
from desktop.domain.catalogue import Role, Step
from desktop.domain.deadline import due_date
from desktop.domain.errors import CalendarMissing
from desktop.domain.joint_steps import is_at_other_place


class Holder(Enum):
    """Kinds of who has to act."""

    WINDOW = "window"  # to conclude
    HANDED = "handed"  # taken in here, to go up
    APPLICANT = "applicant"  # to correct
    AUTHORITY = "authority"  # to decide
    PROCEDURE = "procedure"  # 特别程序
    ABOVE = "above"  # forwarded
    TO_DELIVER = "to_deliver"  # the result is here
    RESULT = "result"  # decided above, the result is on its way
    ITEMS = "items"  # a 一件事: whoever holds the cases of its items
    NOBODY = "nobody"


_AT_COUNTER = frozenset({Holder.WINDOW, Holder.HANDED, Holder.TO_DELIVER})


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds a case. `unit` is empty for the window and the applicant; `since` None: not known.

    `step` is the step of the item's published process (办理环节), None where the catalogue names none.
    """

    holder: Holder
    unit: str = ""
    since: date | None = None
    procedure: str = ""
    step: Step | None = None

    @property
    def department(self) -> str:
        """Who it is by the catalogue, where the case itself does not say so better."""
        if self.unit and self.holder not in _AT_COUNTER:
            return self.unit
        return self.step.department if self.step and self.holder is not Holder.APPLICANT else ""

    @property
    def post(self) -> str:
        """岗位 of the step; empty where the catalogue names none, or the applicant has to act."""
        return self.step.post if self.step and self.holder is not Holder.APPLICANT else ""

    def due_on(self, calendar: WorkCalendar) -> date | None:
        """Last day of the step by its own limit; None: it has none, or the calendar of that year is missing."""
        if self.step is None or self.step.limit is None or self.since is None or self.holder is Holder.APPLICANT:
            return None
        try:
            return due_date(self.since, limit=self.step.limit, calendar=calendar)
        except CalendarMissing:
            return None


def holding(case: Case, steps: Sequence[Step] = ()) -> Holding:
    """Who has to act on the case as it stands.

    Args:
        steps: of the item, from the case's own catalogue version.
    """
    holder = _holder(case)
    unit = _unit(case, holder)
    return Holding(
        holder=holder,
        unit=unit,
        since=_since(case, holder),
        procedure=case.procedure.procedure if case.procedure and holder is Holder.PROCEDURE else "",
        step=_step(case, holder, unit, steps),
    )


def result_is_here(case: Case) -> bool:
    """Whether there is a result at the counter that can be handed out, were nothing to hold it back."""
    return _holder(case) is Holder.TO_DELIVER


def held_back(case: Case) -> tuple[str, ...]:
    """Names of deferred materials (容缺) that hold the result back; a refusal is never held back."""
    is_denied = case.decision is not None and not case.decision.is_granted
    return () if is_denied else tuple(owed.name for owed in case.owed)


def _holder(case: Case) -> Holder:
    if case.is_open and case.procedure is not None:
        return Holder.PROCEDURE
    match case.state:
        case CaseState.RECEIVED:
            is_handed = (case.papers or case.bundle) and case.item.role in (Role.FIRST_REVIEW, Role.COLLECTS)
            return Holder.HANDED if is_handed else Holder.WINDOW
        case CaseState.CORRECTING:
            return Holder.APPLICANT
        case CaseState.ACCEPTED:
            return Holder.AUTHORITY
        case CaseState.FORWARDED:
            return Holder.TO_DELIVER if case.result else Holder.ABOVE
        case CaseState.DECIDED:
            is_here = case.result is not None or case.item.role in (Role.OWN, Role.DELEGATED)
            return Holder.TO_DELIVER if is_here else Holder.RESULT
        case CaseState.BUNDLED:
            return Holder.ITEMS
    return Holder.NOBODY


def _unit(case: Case, holder: Holder) -> str:
    if holder in (Holder.WINDOW, Holder.APPLICANT, Holder.TO_DELIVER, Holder.ITEMS, Holder.NOBODY):
        return ""
    if holder is Holder.PROCEDURE and case.procedure is not None:
        return case.procedure.done_by or case.item.authority
    if holder is Holder.AUTHORITY and case.elsewhere is not None and is_at_other_place(case):
        return case.elsewhere.authority
    if case.hands:
        return case.hands[-1].unit
    return case.forwarded.to_unit if case.forwarded else case.item.authority


def _since(case: Case, holder: Holder) -> date | None:
    """The day from which the holder has it."""
    match holder:
        case Holder.PROCEDURE:
            return case.procedure.begins_on if case.procedure else None
        case Holder.WINDOW | Holder.HANDED:
            return _paper_day(case, "supplement_receipt") or case.received_on
        case Holder.APPLICANT:
            return _paper_day(case, "correction_notice") or case.received_on
        case Holder.AUTHORITY if case.sent is not None and is_at_other_place(case):
            return max([case.sent.sent_on, *(event.settled_on for event in case.joint_settled)])
        case Holder.AUTHORITY:
            ends = [stop.end_on for stop in case.suspensions if stop.end_on is not None]
            return max([*ends, case.accepted_on or case.received_on])
        case Holder.ABOVE:
            days = [hand.received_on for hand in case.hands[-1:]]
            return max([*days, case.forwarded.forwarded_on if case.forwarded else case.received_on])
        case Holder.TO_DELIVER | Holder.RESULT:
            decided = case.decision.decided_on if case.decision else None
            return case.result.arrived_on if case.result else decided
    return None


def _paper_day(case: Case, kind: str) -> date | None:
    return max((paper.issued_on for paper in case.papers if paper.kind == kind), default=None)


def _step(case: Case, holder: Holder, unit: str, steps: Sequence[Step]) -> Step | None:
    """The published step in which the case is: the first is taking in, the last is handing out."""
    if not steps or holder in (Holder.ITEMS, Holder.NOBODY):
        return None
    if holder in (Holder.WINDOW, Holder.APPLICANT):
        return steps[0]
    if holder is Holder.TO_DELIVER:
        return steps[-1]
    if holder in (Holder.ABOVE, Holder.RESULT):
        named = (unit, case.item.authority)
        return next((step for step in steps[1:] if step.department in named), steps[max(len(steps) - 2, 0)])
    return steps[min(1, len(steps) - 1)]
