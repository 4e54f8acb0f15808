"""Opening: the catalogue of the day, a draft, an item chosen elsewhere, a person on file; all of it fills the state."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.domain.catalogue_change import change_of
from desktop.domain.credit import Bar
from desktop.ports import PersonOnFile
from desktop.services.intake_form import CREDIT_CODE, PERSON, decode, facts
from ui.context import Context
from ui.pages.intake.catalogue_change_presenter import change_text
from ui.pages.intake.desk import Desk
from ui.pages.intake.intake_jobs import DraftRead, IntakeJobs
from ui.pages.intake.intake_presenter import IntakePresenter

ITEM_ARGUMENT = "item:"


class OpeningFlow(QObject):
    """Reads on a worker, changes the presenter's state on the main thread, and says what there is to show."""

    refreshed = Signal()
    """Catalogue, calendar or drafts are new; the form is the same."""

    form_opened = Signal()
    """Another form is in view."""

    draft_gone = Signal()
    """The draft that was wanted is not there any more."""

    catalogue_moved = Signal(object)
    """What the catalogue in force changes for a draft that was typed under another one, in a sentence."""

    person_found = Signal()
    """What is known of the number in the form has been read."""

    failed = Signal(object)
    """The error of a job."""

    def __init__(
        self, context: Context, presenter: IntakePresenter, jobs: IntakeJobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._presenter = presenter
        self._jobs = jobs

    def load(self, argument: str = "") -> None:
        """Reads the desk; then goes on with a draft of that id, or begins with the item behind `item:`."""
        self._context.tasks.read(self._jobs.desk(), partial(self._loaded, argument), self.failed.emit)

    def open_draft(self, draft_id: str) -> None:
        """Goes on with a draft at the same step, field and cursor."""
        self._context.tasks.read(self._jobs.draft(draft_id), self._draft_read, self.failed.emit)

    def drop_draft(self, draft_id: str) -> None:
        """Throws a draft away; the clerk has said so."""
        self._context.tasks.run(
            self._jobs.drop_draft(draft_id), partial(self._draft_dropped, draft_id), self.failed.emit
        )

    def look_up_person(self) -> None:
        """Who is on file under the number in the form."""
        number = self._presenter.number_check("id_number").number
        self._context.tasks.read(self._jobs.person(number), partial(self._person_read, number), self.failed.emit)
        self._look_up_credit()

    def _look_up_credit(self) -> None:
        form, number = self._presenter.form, self._presenter.number_check("id_number").number
        if number:
            id_kind = form.id_kind if form.applicant_kind == PERSON else CREDIT_CODE
            job = self._jobs.credit(number, id_kind=id_kind)
            self._context.tasks.read(job, partial(self._credit_read, number), self.failed.emit)

    def _credit_read(self, number: str, bar: Bar | None) -> None:
        self._presenter.credit_found(number, bar)
        self.person_found.emit()

    def _loaded(self, argument: str, desk: Desk) -> None:
        self._presenter.set_desk(desk)
        self.refreshed.emit()
        if argument.startswith(ITEM_ARGUMENT):
            self._begin_with(argument.removeprefix(ITEM_ARGUMENT))
        elif argument:
            self.open_draft(argument)

    def _begin_with(self, code: str) -> None:
        if self._presenter.state.is_concluding:
            return
        self._presenter.begin()
        if self._presenter.choose(code):
            self._presenter.next()
        self.form_opened.emit()

    def _draft_read(self, read: DraftRead | None) -> None:
        if self._presenter.state.is_concluding:
            return  # the store's answer belongs to the form in view
        if read is None:
            self.draft_gone.emit()
            return
        self._presenter.restore(read.draft)
        self._look_up_credit()
        self.form_opened.emit()
        self._tell_change(read)

    def _tell_change(self, read: DraftRead) -> None:
        """The citizen was told otherwise when this was typed: what is asked for now is said, not slipped in."""
        typed, catalogue = decode(read.draft.body), self._presenter.state.desk.catalogue
        if read.item is None or catalogue is None or typed.catalogue_version == catalogue.version:
            return
        change = change_of(
            read.item,
            self._presenter.state.item,
            old_version=typed.catalogue_version,
            new_version=catalogue.version,
            facts=facts(typed),
        )
        if change.is_felt:
            self.catalogue_moved.emit(change_text(change, self._context.language))

    def _draft_dropped(self, draft_id: str, _result: object) -> None:
        self._presenter.forget_draft(draft_id)
        self.refreshed.emit()

    def _person_read(self, number: str, person: PersonOnFile | None) -> None:
        self._presenter.person_found(number, person)
        self.person_found.emit()
