"""The tab on which a slip of the pen is put right, and the key that takes a conclusion back."""

from PySide6.QtCore import QObject, Qt

from desktop.domain.case import Case
from desktop.domain.catalogue import ServiceItem
from desktop.domain.errors import InvalidInput
from desktop.messages import text as error_text
from desktop.ports import Taken
from ui import printable
from ui.filled import filled
from ui.pages import case_amend_presenter
from ui.pages.case_action_presenter import Answers
from ui.pages.case_actions import ActionsPanel, Asked
from ui.pages.case_amend_presenter import AmendAction
from ui.pages.page import Page
from ui.widgets.key_button import KeyButton


class AmendFlow(QObject):
    """One for the case page; `show_case` at each look at the case. `undo_key` stands among the keys of the page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._case: Case | None = None
        self._is_busy = False
        self.tab = ActionsPanel(heading=self.tr("Put right"), nothing=self.tr("Nothing can be put right here."))
        self.undo_key = KeyButton(self.tr("Take the conclusion back"), "Ctrl+Z", is_shortcut=True)
        self.undo_key.setObjectName("undoConclusion")
        self.undo_key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.undo_key.hide()
        self.undo_key.clicked.connect(self._undo)
        self.tab.asked.connect(self._perform)

    def show_case(self, case: Case, item: ServiceItem | None, undo_barred: str | None) -> None:
        """The case as it stands; `undo_barred` as in case_amend_presenter.lines."""
        context = self._page.context
        self._case = case
        lines = case_amend_presenter.lines(
            case, item, undo_barred=undo_barred, session=context.session, language=context.language
        )
        self.tab.show_lines(lines)
        self.undo_key.setVisible(undo_barred is None)

    def _undo(self) -> None:
        self._do(AmendAction.UNDO, Answers(), self.tr("Conclusion taken back"))

    def _perform(self, asked: Asked) -> None:
        self._do(asked.line.action, asked.answers, asked.line.text)

    def _do(self, action: object, answers: Answers, said: str) -> None:
        """In one transaction on the writing thread, then the new papers are shown."""
        case, context = self._case, self._page.context
        if case is None or self._is_busy:
            return  # Enter pressed twice is one amendment, not two
        self._is_busy = True
        counter, session = context.counter, context.session

        def job() -> Taken:
            printable.load()
            with counter.store.write(session) as uow:
                taken = case_amend_presenter.perform(uow, session, case, (action, answers), today=counter.clock.today())
                return printable.require_printable_papers(uow, taken)

        def done(taken: Taken) -> None:
            self._is_busy = False
            self.tab.close_form()
            self._page.changes_made.emit(taken.changes)
            is_unprinted = action is AmendAction.AMEND and not taken.papers
            text = self.tr("%1: %2. No paper says it: none is printed anew.") if is_unprinted else self.tr("%1: %2")
            self._page.say(filled(text, said, taken.case_number), tone="good")
            if taken.papers:
                context.printer.open_papers(taken.papers)

        context.tasks.run(job, done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._is_busy = False
        if isinstance(error, InvalidInput):
            text = error_text(error, self._page.context.language)
            if self.tab.set_error(error.field, text):
                return
        self._page.failed(error)
