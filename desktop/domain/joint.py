"""多地联办: one place accepts and decides, the other does its share, the applicant goes to one of them (handbook 3).

The steps are frozen with the case when it is taken in. Those of the other place are settled before the decision; what
is left of this place's own is settled by handing the result out.
"""

from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from desktop.domain import events as ev
from desktop.domain import events_elsewhere as ew
from desktop.domain.case import Case
from desktop.domain.catalogue_elsewhere import JointStep, Side
from desktop.domain.course_guard import require, words
from desktop.domain.course_rules import Action
from desktop.domain.decide import Circumstances
from desktop.domain.errors import InvalidInput, NotAllowed
from desktop.domain.joint_steps import open_steps, state_of


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a step: who did it, or why it will not be done. `number` counts from 1."""

    number: int
    is_done: bool = True
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class StepState:
    """A step with what became of it; `settled` None: it is open."""

    number: int
    step: JointStep
    settled: ew.JointStepSettled | None


def states(case: Case) -> tuple[StepState, ...]:
    """Every step in order."""
    steps = case.elsewhere.steps if case.elsewhere else ()
    return tuple(StepState(number, step, state_of(case, number)) for number, step in enumerate(steps, start=1))


def settle(case: Case, what: Settled, now: Circumstances, *, ask_by: date | None) -> tuple[ev.Event, ...]:
    """A step is done, or will not be.

    Args:
        ask_by: the day to ask for what the other place still has to do.

    Raises:
        NotAllowed: `why.not_sent`: the other place has nothing yet; `why.step_settled`.
        InvalidInput: `joint_by_missing` of a step done there; `note_missing` where it will not be done.
    """
    require(case, Action.NOTE_ELSEWHERE, now)
    found = next((state for state in states(case) if state.number == what.number), None)
    if found is None or found.settled is not None:
        raise NotAllowed(reason="why.step_settled")
    is_there = found.step.side is Side.THERE
    if is_there and case.sent is None:
        raise NotAllowed(reason="why.not_sent")
    by = what.by.strip()
    if is_there and what.is_done and not by:
        raise InvalidInput("joint_by_missing", field="by")
    remains = any(n != found.number and step.side is Side.THERE for n, step in open_steps(case))
    return (
        ew.JointStepSettled(
            settled_on=now.today,
            number=found.number,
            name=found.step.name,
            side=found.step.side,
            is_done=what.is_done,
            by=by,
            note=what.note.strip() if what.is_done else words(what.note, "note"),
            ask_by=ask_by if remains and case.sent is not None else None,
        ),
    )


def sent_on(case: Case, now: Circumstances, *, by: str) -> tuple[ev.Event, ...]:
    """What sending the file implies: this place has done its steps that come before the first of the other place."""
    before = takewhile(lambda numbered: numbered[1].side is Side.HERE, open_steps(case))
    return tuple(
        ew.JointStepSettled(settled_on=now.today, number=number, name=step.name, side=step.side, by=by)
        for number, step in before
    )
