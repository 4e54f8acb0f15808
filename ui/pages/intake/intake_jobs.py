"""What the intake page asks of the store: each method makes a job for a worker. The clerk is the one of this moment."""

from collections.abc import Callable
from datetime import date

from desktop import pinyin
from desktop.domain.case import Case
from desktop.domain.outcome import Outcome
from desktop.ports import PersonOnFile, Taken
from desktop.services import drafts, intake
from desktop.services.calendar import work_calendar
from desktop.services.intake_form import IntakeForm
from ui.context import Context
from ui.pages.intake.desk import Desk, load


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

    def case(self, case_id: str) -> Callable[[], Case | None]:
        """Reads a case."""
        counter = self._context.counter

        def job() -> Case | None:
            with counter.store.read() as reader:
                return reader.case(case_id)

        return job

    def person(self, number: str) -> Callable[[], PersonOnFile | None]:
        """Reads who is on file under this number."""
        counter = self._context.counter

        def job() -> PersonOnFile | None:
            with counter.store.read() as reader:
                return reader.person(number)

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

    def conclude(self, form: IntakeForm, *, received: Case | None, today: date) -> Callable[[], Taken]:
        """Takes the form in with its outcome; or concludes the case that was received before."""
        counter, session = self._context.counter, self._context.session

        def job() -> Taken:
            with counter.store.write(session) as uow:
                if received is None:
                    return intake.take_in(uow, session, form, today=today)
                return intake.conclude_received(
                    uow,
                    session,
                    received.case_id,
                    form.checks,
                    Outcome(form.outcome),
                    repeat_reason=form.repeat_reason,
                    today=today,
                )

        return job
