"""The lead goes on with a colleague's draft: a reason, Enter, on record; then the draft opens."""

from PySide6.QtCore import QObject

from desktop.domain.errors import DomainError, InvalidInput
from desktop.messages import text as error_text
from desktop.ports import Changes
from desktop.services import taking_over
from ui.filled import filled
from ui.pages.case_question import Answers, Question
from ui.pages.page import Page
from ui.pages.question_form import QuestionForm


class DraftTakeOver(QObject):
    """Made by the page, which places `form`; `begin` asks, and Esc leaves the draft with its clerk."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._draft_id = ""
        self.form = QuestionForm(columns=1)
        self.form.answered.connect(self._take)
        self.form.left.connect(self._leave)

    def begin(self, draft_id: str, *, before: str) -> None:
        """Asks why; `before` is the login name of who typed it."""
        self._draft_id = draft_id
        heading = filled(self.tr("Go on with the draft of %1"), before)
        question = Question("reason", self.tr("Reason (stays on record)"))
        self.form.ask(heading, self.tr("Take over"), (question,))

    def _leave(self) -> None:
        self.form.close_form()
        self._page.first_focus()

    def _take(self, answers: Answers) -> None:
        context, draft_id = self._page.context, self._draft_id
        counter, session = context.counter, context.session

        def job() -> Changes:
            with counter.store.write(session) as uow:
                return taking_over.take_over_draft(uow, session, draft_id, reason=answers.text("reason"))

        def done(changes: Changes) -> None:
            self.form.close_form()
            self._page.changes_made.emit(changes)
            self._page.goto("intake", draft_id)

        context.tasks.run(job, done, self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, DomainError):
            field = error.field if isinstance(error, InvalidInput) else ""
            self.form.set_error(field, error_text(error, self._page.context.language))
        else:
            self._page.failed(error)
