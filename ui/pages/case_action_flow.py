"""What is done on the tab of actions: in one transaction on the writing thread, then printed."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.domain.case import Case
from desktop.domain.catalogue import ServiceItem
from desktop.domain.course_rules import Action, Offered
from desktop.domain.errors import InvalidInput
from desktop.messages import text as error_text
from desktop.ports import Taken
from ui import printable
from ui.filled import filled
from ui.pages import case_action_presenter
from ui.pages.case_actions import ActionsPanel, Asked
from ui.pages.page import Page


class ActionFlow(QObject):
    """Made by the case page with its own tab; `refused` is told what stands beside no question."""

    def __init__(self, page: Page, *, refused: Callable[[Exception], None]) -> None:
        super().__init__(page)
        self._page = page
        self._refused = refused
        self._case: Case | None = None
        self._is_busy = False
        self.tab = ActionsPanel()
        self.tab.asked.connect(self._perform)

    def show_case(self, case: Case, item: ServiceItem | None, offered: tuple[Offered, ...]) -> bool:
        """What is lawful now; False: nothing is, and the tab may go."""
        context = self._page.context
        self._case = case
        lines = (
            case_action_presenter.lines(case, item, offered, session=context.session, language=context.language)
            if item
            else ()
        )
        self.tab.show_lines(lines)
        return any(line.digit for line in lines)

    def _perform(self, asked: Asked) -> None:
        """The action with its paper, in one transaction; what is refused stands beside its question."""
        if self._case is None or self._is_busy:  # Enter pressed twice is one action, not two
            return
        self._is_busy = True
        context, case, action = self._page.context, self._case, asked.line.action
        assert isinstance(action, Action)  # the lines are those of `show_case`
        counter, session = context.counter, context.session

        def job() -> Taken:
            printable.load()
            with counter.store.write(session) as uow:
                taken = case_action_presenter.perform(
                    uow, session, case, action, asked.answers, today=counter.clock.today()
                )
                return printable.require_printable_papers(uow, taken)

        def done(taken: Taken) -> None:
            self._is_busy = False
            self.tab.close_form()
            self._page.changes_made.emit(taken.changes)
            self._page.say(filled(self.tr("%1: %2"), asked.line.text, taken.case_number), tone="good")
            if taken.papers:
                context.printer.open_papers(taken.papers)

        context.tasks.run(job, done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._is_busy = False
        if isinstance(error, InvalidInput):
            text = error_text(error, self._page.context.language)
            if self.tab.set_error(error.field.partition(".")[0], text):
                return
        self._refused(error)
