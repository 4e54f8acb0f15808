"""Taking over a colleague's case (接办): a key below the chain, a reason, Enter. What is owed on it follows."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.case import Case
from desktop.domain.errors import DomainError, InvalidInput
from desktop.messages import text as error_text
from desktop.ports import Changes
from desktop.services import taking_over
from ui.filled import filled
from ui.pages.case_action_presenter import Answers
from ui.pages.case_question import Question
from ui.pages.page import Page
from ui.pages.question_form import QuestionForm
from ui.widgets.key_button import KeyButton

KEY = "Alt+T"


class TakeOverFlow(QObject):
    """Made by the case page, which places `panel`; it is there only while somebody else has the open case."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._case: Case | None = None
        self._before = ""
        self.panel = QWidget()
        self.key = KeyButton(self.tr("Take over"), KEY, is_shortcut=True)
        self.key.setObjectName("takeOver")
        self.form = QuestionForm(columns=1)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.key)
        column.addWidget(self.form)
        self.panel.hide()
        self.key.clicked.connect(self._ask)
        self.form.answered.connect(self._take)
        self.form.left.connect(self._leave)

    def show_case(self, case: Case, *, keeper: str, name: str) -> None:
        """Another state of the case. `keeper` is the login name of who has it, `name` how they are called."""
        is_other = case.is_open and keeper not in ("", self._page.context.session.clerk.clerk_id)
        if self._case is None or self._case.case_id != case.case_id or not is_other:
            self.form.close_form()
        self._case, self._before = case, name
        self.key.setVisible(not self.form.isVisible())
        self.panel.setVisible(is_other)

    def _ask(self) -> None:
        self.key.hide()
        question = Question("reason", self.tr("Reason (stays on record)"))
        heading = filled(self.tr("Take over from %1"), self._before)
        self.form.ask(heading, self.tr("Take over"), (question,))

    def _leave(self) -> None:
        self.form.close_form()
        self.key.show()
        self._page.first_focus()

    def _take(self, answers: Answers) -> None:
        case, context = self._case, self._page.context
        if case is None:
            return
        counter, session = context.counter, context.session

        def job() -> Changes:
            with counter.store.write(session) as uow:
                return taking_over.take_over(uow, session, case.case_id, reason=answers.text("reason"))

        def done(changes: Changes) -> None:
            self._leave()
            self._page.say(filled(self.tr("Yours now: %1"), case.case_number), tone="good")
            self._page.changes_made.emit(changes)

        context.tasks.run(job, done, self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, DomainError):
            field = error.field if isinstance(error, InvalidInput) else ""
            self.form.set_error(field, error_text(error, self._page.context.language))
        else:
            self._page.failed(error)
