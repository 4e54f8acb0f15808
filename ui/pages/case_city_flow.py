"""What is done on the tab of the city: an answer is settled, a conflict is read; both on the writing thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.domain.errors import DomainError, InvalidInput
from desktop.domain.people import ClerkRole
from desktop.messages import text as error_text
from desktop.ports import Changes, UnitOfWork
from desktop.services import taking_up
from ui.filled import filled
from ui.pages.case_action_presenter import Answers
from ui.pages.case_city import CityTab
from ui.pages.page import Page
from ui.pages.settle_strip import Settlement, Way, way_text


class CityFlow(QObject):
    """Made by the case page with its own tab; `corrected` is called when the case is to be corrected now."""

    def __init__(self, page: Page, *, case_id: Callable[[], str], corrected: Callable[[], None]) -> None:
        super().__init__(page)
        self._page = page
        self._case_id = case_id
        self._corrected = corrected
        context = page.context
        self.tab = CityTab(context.language, is_lead=context.session.clerk.role is ClerkRole.LEAD)
        self.tab.settled.connect(self._settle)
        self.tab.conflict_settled.connect(self._settle_conflict)
        self.tab.conflict.kept.connect(self._keep_side)

    def _settle(self, settlement: Settlement) -> None:
        def done(changes: Changes) -> None:
            self.tab.close_strip()
            self._page.say(filled(self.tr("Noted: %1"), way_text(settlement.way)), tone="good")
            self._page.changes_made.emit(changes)
            if settlement.way is Way.RESEND:
                self._corrected()

        self._page.context.tasks.run(self._job(settlement.record), done, self.tab.strip.show_problem)

    def _settle_conflict(self) -> None:
        case_id = self._case_id()

        def done(changes: Changes) -> None:
            self._page.say(self.tr("Noted: both sides were read, the case goes on."), tone="good")
            self._page.changes_made.emit(changes)

        self._page.run(self._job(lambda uow: taking_up.settle_conflict(uow, case_id)), done)

    def _keep_side(self, answers: Answers) -> None:
        case_id, form = self._case_id(), self.tab.conflict.form

        def done(changes: Changes) -> None:
            form.close_form()
            self._page.say(self.tr("Noted: one side holds, the other stays in the entries."), tone="good")
            self._page.changes_made.emit(changes)

        def refused(error: Exception) -> None:
            if isinstance(error, DomainError):
                field = error.field if isinstance(error, InvalidInput) else ""
                form.set_error(field, error_text(error, self._page.context.language))
            else:
                self._page.failed(error)

        keep, reason = answers.text("keep"), answers.text("reason")
        job = self._job(lambda uow: taking_up.keep_side(uow, case_id, keep=keep, reason=reason))
        self._page.context.tasks.run(job, done, refused)

    def _job(self, act: Callable[[UnitOfWork], Changes]) -> Callable[[], Changes]:
        counter, session = self._page.context.counter, self._page.context.session

        def job() -> Changes:
            with counter.store.write(session) as uow:
                return act(uow)

        return job
