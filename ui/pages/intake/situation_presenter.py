"""Step 3, the situation (情形引导): one question at a time, and what each answer changes. Qt-free."""

from dataclasses import dataclass

import msgspec

from desktop.domain.bundle_parts import BundledItem
from desktop.domain.catalogue import MaterialRequirement, NotRequiredHere, OtherAuthority, Question, ServiceItem
from desktop.domain.checklist import requirements_of
from desktop.domain.outcome import effect_of, open_questions
from desktop.services.intake_form import IntakeForm, facts


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with the answer that was given."""

    key: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that may be given, with the key for it. `leads_out` marks one that ends the application here."""

    key: str
    text: str
    digit: int
    leads_out: bool


@dataclass(frozen=True, slots=True)
class MaterialPreview:
    """A material that this situation asks for. `is_new`: the last answer brought it."""

    name: str
    is_required: bool
    is_saved: bool
    is_new: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """An answer that decides the matter: not required by law, or another authority's."""

    is_not_required: bool
    reason: str
    authority: str = ""
    where: str = ""
    basis: str = ""
    item_name: str = ""  # of a bundle: the item that this is about, while the others go on


@dataclass(frozen=True, slots=True)
class SituationView:
    """The step as it stands. `asked` is None when nothing is left to ask."""

    answered: tuple[Answered, ...]
    asked: str | None
    question: str
    choices: tuple[Choice, ...]
    number: int
    materials: tuple[MaterialPreview, ...]
    effect: Effect | None
    sent_away: tuple[Effect, ...] = ()

    @property
    def is_done(self) -> bool:
        """Every question is answered, or an answer has made the others idle."""
        return self.asked is None


def asked_questions(item: ServiceItem, form: IntakeForm) -> tuple[Question, ...]:
    """The questions of this situation so far, in order."""
    known = facts(form)
    return tuple(question for question in item.questions if question.is_asked(known))


def effect_on(item: ServiceItem, form: IntakeForm) -> Effect | None:
    """What the answers say about competence, in the shape the screen shows."""
    effect = effect_of(item, facts(form))
    return None if effect is None else _shown(effect)


def sent_away(item: ServiceItem, form: IntakeForm) -> tuple[Effect, ...]:
    """The items of a bundle that do not go on with the others; none where the whole goes on, or none of it."""
    known = facts(form)
    if not isinstance(item, BundledItem) or item.effect(known) is not None:
        return ()
    return tuple(_shown(effect, part.item.name) for part, effect in item.sent_away(known))


def _shown(effect: NotRequiredHere | OtherAuthority, item_name: str = "") -> Effect:
    if isinstance(effect, NotRequiredHere):
        return Effect(is_not_required=True, reason=effect.reason, basis=effect.basis, item_name=item_name)
    where = " ".join(part for part in (effect.address, effect.phone) if part)
    return Effect(
        is_not_required=False, reason=effect.reason, authority=effect.authority, where=where, item_name=item_name
    )


def view(item: ServiceItem, form: IntakeForm) -> SituationView:
    """What to show: the next open question, what has been answered, and the materials that follow from it."""
    known = facts(form)
    effect = effect_on(item, form)
    pending = () if effect else open_questions(item, known)
    questions = asked_questions(item, form)
    answered = tuple(
        Answered(question.key, question.text, _text(question, known[question.key]))
        for question in questions
        if question.key in known and question.key not in pending and _text(question, known[question.key])
    )
    asked = next((question for question in questions if pending and question.key == pending[0]), None)
    return SituationView(
        answered=answered,
        asked=asked.key if asked else None,
        question=asked.text if asked else "",
        choices=_choices(asked) if asked else (),
        number=len(answered) + 1,
        materials=_materials(item, form, answered),
        effect=effect,
        sent_away=sent_away(item, form),
    )


def _text(question: Question, answer: str) -> str:
    return next((option.text for option in question.options if option.key == answer), "")


def _choices(question: Question) -> tuple[Choice, ...]:
    return tuple(
        Choice(option.key, option.text, digit, bool(option.not_required or option.other_authority))
        for digit, option in enumerate(question.options, start=1)
    )


def _materials(item: ServiceItem, form: IntakeForm, answered: tuple[Answered, ...]) -> tuple[MaterialPreview, ...]:
    now = requirements_of(item, facts(form))
    before = {r.code for r in requirements_of(item, facts(_without(form, answered[-1].key)))} if answered else set()
    fresh = {r.code for r in now} - before if answered else set()
    return tuple(_preview(requirement, requirement.code in fresh) for requirement in now)


def _preview(requirement: MaterialRequirement, is_new: bool) -> MaterialPreview:
    return MaterialPreview(
        name=requirement.name,
        is_required=requirement.is_required,
        is_saved=requirement.is_shareable or requirement.is_pledgeable,
        is_new=is_new,
    )


def with_digit(item: ServiceItem, form: IntakeForm, digit: int) -> IntakeForm:
    """The form with the open question answered by its number key; unchanged if there is no such answer."""
    choice = next((choice for choice in view(item, form).choices if choice.digit == digit), None)
    asked = view(item, form).asked
    if choice is None or asked is None:
        return form
    return msgspec.structs.replace(form, answers={**form.answers, asked: choice.key})


def without_last_answer(item: ServiceItem, form: IntakeForm) -> IntakeForm:
    """The form with the last answer taken back; unchanged if there is none."""
    answered = view(item, form).answered
    return _without(form, answered[-1].key) if answered else form


def _without(form: IntakeForm, key: str) -> IntakeForm:
    left = {question: answer for question, answer in form.answers.items() if question != key}
    return msgspec.structs.replace(form, answers=left)
