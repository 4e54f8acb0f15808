"""What the intake page asks of the store: each method makes a job for a worker. The clerk is the one of this moment."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from desktop import pinyin
from desktop.domain.bundle import item_of
from desktop.domain.catalogue import ServiceItem
from desktop.domain.credit import Bar
from desktop.domain.people import ClerkRole
from desktop.ports import Draft, PersonOnFile, Taken, UnitOfWork
from desktop.services import amendments, drafts, forms, intake, reuse
from desktop.services.calendar import work_calendar
from desktop.services.credit import bar_of
from desktop.services.intake_form import IntakeForm, decode
from ui import printable
from ui.context import Context
from ui.pages.intake.desk import Desk, load


@dataclass(frozen=True, slots=True)
class DraftRead:
    """A draft, and its item under the catalogue version that it was typed under; None: no item, or version not kept."""

    draft: Draft
    item: ServiceItem | None


class IntakeJobs:
    """Takes from the context on the main thread what a job needs, so that a job knows no page."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def desk(self) -> Callable[[], Desk]:
        """Reads catalogue, calendar and the clerk's drafts of today."""
        counter, clerk_id = self._context.counter, self._context.session.clerk.clerk_id

        def job() -> Desk:
            with counter.store.read() as reader:
                return load(
                    reader,
                    today=counter.clock.today(),
                    clerk_id=clerk_id,
                    calendar_of=work_calendar,
                    initials=pinyin.initials,
                )

        return job

    def draft(self, draft_id: str) -> Callable[[], DraftRead | None]:
        """Reads a draft: the clerk's own, or any clerk's for the lead; with its item as it was when it was typed."""
        counter, clerk = self._context.counter, self._context.session.clerk
        whose = None if clerk.role is ClerkRole.LEAD else clerk.clerk_id

        def job() -> DraftRead | None:
            with counter.store.read() as reader:
                draft = next((draft for draft in reader.drafts(whose) if draft.draft_id == draft_id), None)
                if draft is None:
                    return None
                form = decode(draft.body)
                return DraftRead(draft, item_of(reader.catalogue(form.catalogue_version), form.item_code))

        return job

    def person(self, number: str) -> Callable[[], PersonOnFile | None]:
        """Reads who is on file under this number, and which evidence of theirs."""
        counter = self._context.counter

        def job() -> PersonOnFile | None:
            with counter.store.read() as reader:
                person = reader.person(number)
                evidence = reuse.evidence_of(reader, number) if person else ()
            return replace(person, evidence=evidence) if person else None

        return job

    def credit(self, number: str, *, id_kind: str) -> Callable[[], Bar | None]:
        """Reads whether this number is barred from pledging and deferring."""
        counter, today = self._context.counter, self._context.counter.clock.today()

        def job() -> Bar | None:
            with counter.store.read() as reader:
                return bar_of(reader, id_kind=id_kind, id_number=number, today=today)

        return job

    def save_draft(self, form: IntakeForm, *, field: str) -> Callable[[], None]:
        """Keeps the form as it stands."""
        counter, session = self._context.counter, self._context.session
        at = counter.clock.now()

        def job() -> None:
            with counter.store.write(session) as uow:
                drafts.save(uow, session, form, field=field, at=at)

        return job

    def drop_draft(self, draft_id: str) -> Callable[[], None]:
        """Throws a draft away."""
        counter, session = self._context.counter, self._context.session

        def job() -> None:
            with counter.store.write(session) as uow:
                drafts.drop(uow, draft_id)

        return job

    def take_in(self, form: IntakeForm, *, today: date) -> Callable[[], Taken]:
        """Takes the form in with its outcome."""
        counter, session = self._context.counter, self._context.session

        def job() -> Taken:
            printable.load()
            with counter.store.write(session) as uow:
                return printable.require_printable_papers(uow, intake.take_in(uow, session, form, today=today))

        return job

    def power_of_attorney(self, form: IntakeForm) -> Callable[[], Taken]:
        """Issues the agent's authority, filled in as far as the form is."""
        session, today = self._context.session, self._context.counter.clock.today()
        return self._issuing(lambda uow: forms.power_of_attorney(uow, session, form, today=today))

    def truth_pledge(self, form: IntakeForm) -> Callable[[], Taken]:
        """Issues the applicant's truth pledge."""
        session, today = self._context.session, self._context.counter.clock.today()
        return self._issuing(lambda uow: forms.truth_pledge(uow, session, form, today=today))

    def rating_sheet(self, case_id: str) -> Callable[[], Taken]:
        """Issues the rating sheet of a case."""
        session, today = self._context.session, self._context.counter.clock.today()
        return self._issuing(lambda uow: forms.rating_sheet(uow, session, case_id, today=today))

    def _issuing(self, issue: Callable[[UnitOfWork], Taken]) -> Callable[[], Taken]:
        counter, session = self._context.counter, self._context.session

        def job() -> Taken:
            printable.load()
            with counter.store.write(session) as uow:
                return printable.require_printable_papers(uow, issue(uow))

        return job

    def take_back(self, case_id: str) -> Callable[[], Taken]:
        """撤销结论, until its paper is printed."""
        counter, session = self._context.counter, self._context.session

        def job() -> Taken:
            with counter.store.write(session) as uow:
                return amendments.undo(uow, session, case_id, today=counter.clock.today())

        return job
