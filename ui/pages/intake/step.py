"""The five steps of intake and which of them this form needs. Qt-free."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from desktop.domain.catalogue import Role, ServiceItem
from desktop.domain.checklist import MaterialState
from desktop.domain.outcome import effect_of, open_questions
from desktop.services.elsewhere import place_errors
from desktop.services.intake_form import IntakeForm, checklist, facts, person_errors
from ui.pages.intake.item_presenter import invalidity
from ui.pages.intake.situation_presenter import asked_questions


class Step(IntEnum):
    """The steps with the number that stands before each."""

    ITEM = 1
    APPLICANT = 2
    SITUATION = 3
    MATERIALS = 4
    CONCLUSION = 5


@dataclass(frozen=True, slots=True)
class StepMark:
    """How a step stands in the bar: now, done, open (may be gone to), shut, or skipped (this form does not need it)."""

    step: Step
    look: str

    @property
    def can_be_gone_to(self) -> bool:
        """A click or Ctrl and its number leads there."""
        return self.look in ("now", "done", "open")


def path(item: ServiceItem | None, form: IntakeForm) -> tuple[Step, ...]:
    """The steps that this form needs. Who only asks gives no name; an answer that decides leaves no materials."""
    if item is None:
        return tuple(Step)
    is_advice = item.role is Role.ADVISES
    is_decided = is_advice or effect_of(item, facts(form)) is not None
    needed = {
        Step.ITEM: True,
        Step.APPLICANT: not is_advice,
        Step.SITUATION: bool(asked_questions(item, form)),
        Step.MATERIALS: not is_decided,
        Step.CONCLUSION: True,
    }
    return tuple(step for step in Step if needed[step])


def reach(item: ServiceItem | None, form: IntakeForm, *, today: date, home: str) -> Step:
    """The last step that may be gone to: what is faulty before it has to be put right first.

    Args:
        home: the hall's division, to which the other place of a case is compared.
    """
    if item is None or invalidity(item, today) is not None:
        return Step.ITEM
    if item.role is not Role.ADVISES and person_errors(form, today=today):
        return Step.APPLICANT
    known = facts(form)
    if effect_of(item, known) is None and open_questions(item, known):
        return Step.SITUATION
    if place_errors(form, item, home=home):
        return Step.SITUATION
    return Step.CONCLUSION


def marks(item: ServiceItem | None, form: IntakeForm, *, now: Step, today: date, home: str) -> tuple[StepMark, ...]:
    """The bar of steps."""
    needed = path(item, form)
    last = reach(item, form, today=today, home=home)
    return tuple(StepMark(step, _look(step, item, form, now=now, needed=needed, last=last)) for step in Step)


def _look(
    step: Step, item: ServiceItem | None, form: IntakeForm, *, now: Step, needed: tuple[Step, ...], last: Step
) -> str:
    if step is now:
        return "now"
    if step not in needed:
        return "skipped"
    if step > last:
        return "shut"
    if step is Step.MATERIALS and item is not None:
        return "open" if checklist(form, item).codes(MaterialState.UNCHECKED) else "done"
    return "done" if step < last else "open"
