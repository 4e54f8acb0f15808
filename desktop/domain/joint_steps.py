"""Which steps of 多地联办 are open: what the rules of the course and the tasks ask. See desktop.domain.joint."""

from desktop.domain import events_elsewhere as ew
from desktop.domain.case import Case
from desktop.domain.catalogue_elsewhere import JointStep, Mode, Side


def is_joint(case: Case) -> bool:
    """Whether the case is done by two places in published steps; without steps only its way is on record."""
    return case.elsewhere is not None and case.elsewhere.mode is Mode.JOINT and bool(case.elsewhere.steps)


def state_of(case: Case, number: int) -> ew.JointStepSettled | None:
    """What became of the step with this number; None: it is open."""
    return next((event for event in case.joint_settled if event.number == number), None)


def open_steps(case: Case) -> tuple[tuple[int, JointStep], ...]:
    """Open steps with their numbers, in order; none of a case that is no 多地联办."""
    if case.elsewhere is None or not is_joint(case):
        return ()
    numbered = enumerate(case.elsewhere.steps, start=1)
    return tuple((number, step) for number, step in numbered if state_of(case, number) is None)


def open_there(case: Case) -> tuple[JointStep, ...]:
    """What the other place still has to do."""
    return tuple(step for _, step in open_steps(case) if step.side is Side.THERE)


def may_be_settled(case: Case) -> tuple[tuple[int, JointStep], ...]:
    """Open steps of which something may be noted now: those of the other place once it has the file."""
    return tuple((n, step) for n, step in open_steps(case) if step.side is Side.HERE or case.sent is not None)


def is_at_other_place(case: Case) -> bool:
    """Whether the next open step is that of the other place, and it has the file."""
    first = next((step for _, step in open_steps(case)), None)
    return case.sent is not None and first is not None and first.side is Side.THERE
