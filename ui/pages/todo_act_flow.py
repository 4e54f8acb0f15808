"""What key 4 of the list does: in one transaction on the writing thread, then its paper is printed."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.domain.errors import DomainError, InvalidInput
from desktop.messages import text as error_text
from desktop.ports import Taken
from ui import printable
from ui.filled import filled
from ui.pages.case_action_presenter import Answers
from ui.pages.page import Page
from ui.pages.todo_acts import act_text, perform
from ui.pages.todo_detail import TodoDetail
from ui.pages.todo_presenter import TodoLine


class TodoActFlow(QObject):
    """Made by the page with its detail; `current` is the line under the bar, `closed` gives the keyboard back."""

    def __init__(
        self,
        page: Page,
        detail: TodoDetail,
        *,
        current: Callable[[], TodoLine | None],
        closed: Callable[[], None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._detail = detail
        self._current = current
        self._closed = closed
        detail.form.answered.connect(self._perform)
        detail.form.left.connect(closed)

    def _perform(self, answers: Answers) -> None:
        line = self._current()
        if line is None or line.act is None:
            return
        context, act = self._page.context, line.act
        counter, session = context.counter, context.session

        def job() -> Taken:
            printable.load()
            with counter.store.write(session) as uow:
                taken = perform(uow, session, line.case_id, act, answers, today=counter.clock.today())
                return printable.require_printable_papers(uow, taken)

        def done(taken: Taken) -> None:
            self._closed()
            text = act_text(act, context.language)
            self._page.say(filled(self.tr("%1: %2"), text, taken.case_number), tone="good")
            self._page.changes_made.emit(taken.changes)
            context.printer.open_papers(taken.papers)

        context.tasks.run(job, done, self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, DomainError):
            field = error.field if isinstance(error, InvalidInput) else ""
            self._detail.form.set_error(field, error_text(error, self._page.context.language))
        else:
            self._page.failed(error)
