"""What the intake page may ask about the state in view: one answer for each part of the screen. Qt-free."""

from dataclasses import replace
from datetime import date

from desktop.domain.catalogue import ServiceItem
from desktop.domain.credit import Bar
from desktop.domain.errors import InvalidInput
from desktop.domain.evidence import Evidence, found_for
from desktop.services.elsewhere import place_errors
from desktop.services.intake_form import IntakeForm, person_errors
from ui.pages.intake import applicant_presenter as applicants
from ui.pages.intake import conclusion_presenter as conclusions
from ui.pages.intake import material_presenter as materials
from ui.pages.intake import place_presenter as places
from ui.pages.intake import situation_presenter as situations
from ui.pages.intake.desk import Desk
from ui.pages.intake.draft_presenter import DraftLine, draft_lines
from ui.pages.intake.item_presenter import Found, ItemFacts, facts_of
from ui.pages.intake.state import IntakeState, place_text
from ui.pages.intake.step import StepMark, marks
from ui.pages.intake.summary_presenter import Summary, summary


class IntakeViews:
    """Reads the state and never changes it."""

    def __init__(self, desk: Desk, form: IntakeForm) -> None:
        self.state = IntakeState(desk=desk, form=form)

    @property
    def form(self) -> IntakeForm:
        """The form as typed."""
        return self.state.form

    @property
    def item(self) -> ServiceItem | None:
        """The chosen item."""
        return self.state.item

    @property
    def field_name(self) -> str:
        """The field in use with its cursor, as a draft keeps it."""
        return place_text(self.state.field, self.state.cursor)

    @property
    def is_worth_keeping(self) -> bool:
        """Whether anything has been chosen or typed that would be missed."""
        fresh = IntakeForm(case_id=self.form.case_id, step=self.form.step)
        return self.form != fresh and self.state.taken is None

    def steps(self) -> tuple[StepMark, ...]:
        """The bar of steps."""
        return marks(
            self.item, self.form, now=self.state.step, today=self.state.desk.today, home=self.state.desk.division
        )

    def summary(self) -> Summary:
        """The summary at the right."""
        return summary(self.state.desk, self.form, notices_given=self.state.notices_given, bar=self.bar)

    def find(self, typed: str) -> Found:
        """Items and referrals for what is typed in step 1."""
        return self.state.desk.index.find(typed)

    def item_facts(self, code: str) -> ItemFacts | None:
        """The promise of an item that the bar stands on."""
        item = self.state.desk.item(code)
        return facts_of(item, self.state.desk.today) if item else None

    def person_errors(self) -> tuple[InvalidInput, ...]:
        """Every fault of step 2 at once."""
        return person_errors(self.form, today=self.state.desk.today)

    def number_check(self, field: str) -> applicants.NumberCheck:
        """What the number in id_number or agent_id_number says so far."""
        return applicants.check_number(self.form, field, today=self.state.desk.today)

    def evidence_for(self, code: str) -> Evidence | None:
        """What an earlier case of the person in the form has on file of this material, still valid."""
        found = self._on_file(code)
        return found[0] if found is not None and self.state.desk.today <= found[1] else None

    def _on_file(self, code: str) -> tuple[Evidence, date] | None:
        person = self.state.person
        is_same = person is not None and person.id_number == self.number_check("id_number").number
        return found_for(self.item, code, person.evidence) if self.item and person and is_same else None

    def known_person(self) -> applicants.KnownPerson | None:
        """Who is on file under the number in the form."""
        return applicants.known_person(self.form, self.state.person)

    @property
    def bar(self) -> Bar | None:
        """What keeps the applicant of the form from pledging and deferring, as far as it has been looked up."""
        number, bar = self.state.credit
        return bar if bar is not None and number == self.number_check("id_number").number else None

    def situation(self) -> situations.SituationView | None:
        """Step 3."""
        return situations.view(self.item, self.form) if self.item else None

    def place_fields(self) -> tuple[str, ...]:
        """Step 3: what has to be typed about another place."""
        return places.fields_of(self.item, self.form)

    def place_faults(self) -> tuple[InvalidInput, ...]:
        """What is wrong with it."""
        return place_errors(self.form, self.item, home=self.state.desk.division) if self.item else ()

    def material_rows(self) -> tuple[materials.MaterialRow, ...]:
        """Step 4, all rows."""
        return materials.rows(self.item, self.form) if self.item else ()

    def material_detail(self, code: str) -> materials.MaterialDetail | None:
        """Step 4, the strip below."""
        if self.item is None:
            return None
        return materials.detail(
            self.item,
            self.form,
            code,
            is_barred=self.bar is not None,
            on_file=self._on_file(code),
            today=self.state.desk.today,
        )

    def conclusion(self) -> conclusions.ConclusionView | None:
        """Step 5."""
        if self.item is None:
            return None
        now = replace(self.state.desk.circumstances(self.item), bar=self.bar)
        return conclusions.view(now, self.form, notices_given=self.state.notices_given)

    def drafts(self) -> tuple[DraftLine, ...]:
        """Unfinished drafts of the clerk that may be gone on with; none while a form is being filled in."""
        return () if self.is_worth_keeping else draft_lines(self.state.desk, but=self.form.case_id)
