"""Intake (收件) as a state machine without Qt: one immutable state, and what each key makes of it.

The page lays out what the step presenters give and calls the methods here; commands return at once and touch no store.
Saving and taking in are the page's jobs in the worker: they get the form of the state.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import msgspec

from desktop.domain.bundle import cart_code, may_join
from desktop.domain.catalogue import ServiceItem
from desktop.domain.checklist import Check, Grade, MaterialState
from desktop.domain.condition import Fact
from desktop.domain.credit import Bar
from desktop.domain.errors import InvalidInput
from desktop.domain.events import IntermediaryChosen
from desktop.domain.outcome import Outcome
from desktop.ports import Draft, PersonOnFile, Taken
from desktop.services.intake_form import ORGANISATION, PERSON, IntakeForm, decode
from desktop.services.reuse import with_reused
from ui.pages.intake import applicant_presenter as applicants
from ui.pages.intake import conclusion_presenter as conclusions
from ui.pages.intake import material_presenter as materials
from ui.pages.intake import situation_presenter as situations
from ui.pages.intake.desk import Desk
from ui.pages.intake.intake_views import IntakeViews
from ui.pages.intake.item_presenter import CartLine, cart_lines, invalidity
from ui.pages.intake.state import IntakeState, form_under, place_of
from ui.pages.intake.step import Step, path, reach


class IntakePresenter(IntakeViews):
    """Holds the state of the form in view. `new_id` makes the id of a fresh form."""

    def __init__(self, desk: Desk, *, new_id: Callable[[], str]) -> None:
        super().__init__(desk, _fresh_form(new_id()))
        self._new_id = new_id
        self._set_aside: dict[str, tuple[dict[str, str], dict[str, Check]]] = {}
        self._is_gathering = False

    # --- opening ---------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """A fresh form; what was in view stays in its draft."""
        self._set_aside = {}
        self._is_gathering = False
        self.state = IntakeState(desk=self.state.desk, form=_fresh_form(self._new_id()))

    def set_desk(self, desk: Desk) -> None:
        """Another day, catalogue or calendar; the form stays."""
        self.state = replace(self.state, desk=desk, form=form_under(desk, self.form))

    def restore(self, draft: Draft) -> None:
        """The form of a draft at the same step, field and cursor."""
        self.begin()
        field, cursor = place_of(draft.field)
        form = form_under(self.state.desk, decode(draft.body))
        self.state = replace(self.state, form=form, field=field, cursor=cursor)

    def forget_draft(self, draft_id: str) -> None:
        """The draft was thrown away."""
        self.state = replace(self.state, desk=self.state.desk.without_draft(draft_id))

    # --- moving ------------------------------------------------------------------------------------------------

    def go(self, step: Step) -> bool:
        """Shows a step if everything before it is in order; False leaves the form where it is."""
        last = reach(self.item, self.form, today=self.state.desk.today, home=self.state.desk.division)
        if step > last or step not in path(self.item, self.form):
            return False
        self._change(step=int(step))
        return True

    def next(self) -> bool:
        """One step on; False if something has to be put right first."""
        later = [step for step in path(self.item, self.form) if step > self.state.step]
        return bool(later) and (self.go(later[0]) or self._go_back_to_what_is_open())

    def _go_back_to_what_is_open(self) -> bool:
        """An answer may bring a step that was not needed before: who only asked has given no name yet."""
        last = reach(self.item, self.form, today=self.state.desk.today, home=self.state.desk.division)
        return last is Step.APPLICANT and self.state.step is Step.SITUATION and self.go(last)

    def back(self) -> bool:
        """One step back; False at the first."""
        earlier = [step for step in path(self.item, self.form) if step < self.state.step]
        return bool(earlier) and self.go(earlier[-1])

    def at(self, field: str, cursor: int = 0) -> None:
        """The keyboard is in this field now."""
        self.state = replace(self.state, field=field, cursor=cursor)

    # --- step 1 and 2 --------------------------------------------------------------------------------------------

    def choose(self, code: str) -> bool:
        """Chooses an item; False if it is not in the catalogue or not valid today (目录之外无审批)."""
        item = self.state.desk.item(code)
        if item is None or invalidity(item, self.state.desk.today) is not None:
            return False
        if code != self.form.item_code:
            self._change_item(item)
            self._is_gathering = False
        return True

    def _change_item(self, item: ServiceItem) -> None:
        # A slip of the finger must not cost the answers and checks that were given under the other item.
        self._set_aside[self.form.item_code] = (self.form.answers, self.form.checks)
        answers, checks = self._set_aside.get(item.code, ({}, {}))
        kinds = applicants.kinds_of(item)
        kind = self.form.applicant_kind if self.form.applicant_kind in kinds else kinds[0]
        catalogue = self.state.desk.catalogue
        self._change(
            item_code=item.code,
            catalogue_version=catalogue.version if catalogue else "",
            answers=answers,
            checks=checks,
            applicant_kind=kind,
            outcome="",
            delivery=item.result_delivery[0] if item.result_delivery else "",
        )

    @property
    def cart(self) -> tuple[CartLine, ...]:
        """What is applied for together; empty while a single item is only chosen."""
        lines = cart_lines(self.state.desk.catalogue, self.form.item_code)
        return lines if len(lines) > 1 or self._is_gathering else ()

    def gather(self, code: str) -> bool:
        """Puts an item into the cart, or takes it out again; False if it cannot be applied for with the others."""
        desk = self.state.desk
        here = [line.code for line in cart_lines(desk.catalogue, self.form.item_code)]
        if code in here and (len(here) > 1 or self._is_gathering):
            self._put_in([other for other in here if other != code])
            return True
        item = desk.item(code)
        items = [other for other in map(desk.item, here) if other is not None and other.code != code]
        if item is None or invalidity(item, desk.today) is not None or not may_join(items, item):
            return False
        if any(not may_join([], other) for other in items):
            return False
        self._put_in([*(other.code for other in items), code])
        return True

    def _put_in(self, codes: list[str]) -> None:
        self._is_gathering = bool(codes)
        item = self.state.desk.item(cart_code(codes)) if codes else None
        if item is None:
            self._change(item_code="", outcome="")
            return
        answers = self.form.answers
        self._change_item(item)
        self._change(answers={**answers, **self.form.answers})  # the questions of the others are the same ones

    def set_applicant_kind(self, kind: str) -> bool:
        """Person or organisation, where the item is for both."""
        if self.item is not None and kind not in applicants.kinds_of(self.item):
            return False
        self._change(applicant_kind=kind)
        return True

    def type_text(self, field: str, text: str) -> None:
        """A text field as typed so far. A whole credit code turns the applicant into an organisation."""
        self.state = replace(self.state, form=applicants.with_text(self.form, field, text))
        if (
            field == "id_number"
            and self.form.applicant_kind == PERSON
            and applicants.looks_like_credit_code(self.form.id_number)
        ):
            self.set_applicant_kind(ORGANISATION)

    def set_flag(self, field: str, is_set: bool) -> None:
        """has_agent."""
        self._change(**{field: is_set})

    def set_power(self, power: str, is_given: bool) -> None:
        """One power of the agent."""
        others = tuple(given for given in self.form.agent_powers if given != power)
        self._change(agent_powers=(*others, power) if is_given else others)

    def person_found(self, number: str, person: PersonOnFile | None) -> None:
        """What the store knows of the number that was looked up."""
        check = self.number_check("id_number")
        if check.number == number:
            self.state = replace(self.state, person=person)

    def credit_found(self, number: str, bar: Bar | None) -> None:
        """What the credit lists say of the number that was looked up."""
        self.state = replace(self.state, credit=(number, bar))

    def take_over_person(self) -> bool:
        """Fills the empty fields from what is on file, the citizen having agreed."""
        if self.state.person is None or self.known_person() is None:
            return False
        form = with_reused(self.form, applicants.taken_over(self.form, self.state.person))
        self.state = replace(self.state, form=form)
        return True

    def with_told(self, told: Mapping[str, Fact]) -> IntakeForm:
        """The form with these answers to what only policies ask for."""
        return msgspec.structs.replace(self.form, told=dict(told))

    def hear(self, told: Mapping[str, Fact]) -> None:
        """Keeps what only policies ask for, so that nobody asks twice."""
        self._set_form(self.with_told(told))

    def policies_seen(self, codes: Sequence[str]) -> None:
        """The applicant was told of these policies; each is kept once."""
        self._change(policies_shown=tuple(dict.fromkeys((*self.form.policies_shown, *codes))))

    def intermediaries_chosen(self, chosen: tuple[IntermediaryChosen, ...]) -> None:
        """Keeps what was chosen; the store has it in the draft already."""
        self._set_form(msgspec.structs.replace(self.form, intermediaries=chosen))

    # --- step 3 and 4 --------------------------------------------------------------------------------------------

    def answer(self, digit: int) -> bool:
        """Answers the open question by its number key."""
        if self.item is None:
            return False
        before = self.form
        self.state = replace(self.state, form=situations.with_digit(self.item, before, digit))
        return self.form is not before

    def take_back_answer(self) -> bool:
        """Takes the last answer back; False if there is none."""
        if self.item is None:
            return False
        before = self.form
        self.state = replace(self.state, form=situations.without_last_answer(self.item, before))
        return self.form is not before

    def mark(self, code: str, state: MaterialState, reason: str = "") -> str:
        """Sets a material and says where the cursor goes. Raises NotAllowed or InvalidInput as the domain does."""
        assert self.item is not None
        is_barred = self.bar is not None
        found = self.evidence_for(code)
        shared = found.grade if found else Grade.ISSUED
        marked = materials.marked(self.item, self.form, code, state, reason, is_barred=is_barred, shared=shared)
        self._set_form(marked)
        return materials.next_code(self.item, self.form, code)

    def type_reason(self, code: str, reason: str) -> None:
        """A reason that is still being typed."""
        assert self.item is not None
        self._set_form(materials.with_reason_typed(self.item, self.form, code, applicants.cleaned(reason)))

    def toggle_original(self, code: str) -> None:
        """The tick «original compared»."""
        assert self.item is not None
        self._set_form(materials.with_original_toggled(self.item, self.form, code))

    def turn_pages(self, code: str, step: int) -> None:
        """More or fewer pages."""
        assert self.item is not None
        self._set_form(materials.with_pages(self.item, self.form, code, step))

    def next_grade(self, code: str) -> None:
        """The next grade of trust."""
        assert self.item is not None
        self._set_form(materials.with_next_grade(self.item, self.form, code))

    # --- step 5 --------------------------------------------------------------------------------------------------

    def choose_outcome(self, outcome: Outcome) -> None:
        """The outcome under the cursor."""
        self._change(outcome=outcome.value)

    def ready_to_conclude(self) -> InvalidInput | None:
        """What still keeps the chosen outcome from being concluded; None: nothing."""
        shown = self.conclusion()
        offer = conclusions.preferred(shown, self.form.outcome) if shown else None
        if offer is None:
            return InvalidInput("outcome_missing", field="outcome")
        if offer.needs_repeat_reason and not self.form.repeat_reason.strip():
            return InvalidInput("repeat_reason_missing", field="repeat_reason")
        self._change(outcome=offer.outcome.value)
        return None

    def concluding(self) -> bool:
        """Marks that the worker is taking the case in; False if it is already: a second Enter does nothing."""
        if self.state.is_concluding or self.state.taken is not None:
            return False
        self.state = replace(self.state, is_concluding=True)
        return True

    def conclusion_failed(self) -> None:
        """Nothing was taken in; the form is as it was."""
        self.state = replace(self.state, is_concluding=False)

    def concluded(self, taken: Taken) -> None:
        """The case is in the ledger."""
        desk = self.state.desk.without_draft(self.form.case_id)
        self.state = replace(self.state, is_concluding=False, taken=taken, desk=desk)

    def _set_form(self, form: IntakeForm) -> None:
        self.state = replace(self.state, form=form)

    def _change(self, **values: object) -> None:
        self._set_form(msgspec.structs.replace(self.form, **values))


def _fresh_form(case_id: str) -> IntakeForm:
    return IntakeForm(case_id=case_id, step=int(Step.ITEM))
