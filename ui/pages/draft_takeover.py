"""Going on with a colleague's draft: they agree with their PIN or password, or the lead decides; then it opens.

What was typed is a citizen's business, so a clerk who is no lead sees whose draft it is, for which item and of when,
and the rest only once the colleague has agreed.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop import bootstrap_pin
from desktop.domain.errors import DomainError, InvalidInput
from desktop.domain.people import ClerkRole
from desktop.messages import text as error_text
from desktop.ports import Changes
from desktop.services import taking_over
from ui.filled import filled
from ui.pages.case_question import Answers, Question
from ui.pages.page import Page
from ui.pages.question_form import QuestionForm
from ui.pages.today_presenter import DraftRow
from ui.widgets.key_button import KeyButton

KEY = "Alt+T"
_SECRET_FAULTS = ("wrong_password", "locked_out")


class DraftTakeOver(QObject):
    """Made by the page, which places `key` in `beside`, and `form` where that is; the key asks for any of them, `begin`
    for one. While it is asked `beside` is away: both would not fit. Esc leaves.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._drafts: tuple[DraftRow, ...] = ()
        self._asked: tuple[DraftRow, ...] = ()
        self.key = KeyButton(self.tr("A colleague's draft"), KEY, is_shortcut=True)
        self.key.setObjectName("takeOverDraft")
        self.key.hide()
        self.beside = QWidget()
        self.form = QuestionForm(columns=1)
        self.key.clicked.connect(self._ask_which)
        self.form.answered.connect(self._take)
        self.form.left.connect(self._leave)

    def show_drafts(self, drafts: Sequence[DraftRow]) -> None:
        """The drafts of colleagues on this PC; without any there is no key."""
        self._drafts = tuple(drafts)
        self.key.setVisible(bool(drafts))

    def begin(self, draft: DraftRow) -> None:
        """Asks for the consent to this one, or why it is taken over."""
        self._ask((draft,), filled(self.tr("Go on with the draft of %1"), draft.clerk_name))

    def _ask_which(self) -> None:
        if self._drafts:
            self._ask(self._drafts, self.tr("Go on with a colleague's draft"))

    def _ask(self, drafts: tuple[DraftRow, ...], heading: str) -> None:
        self._asked = drafts
        secret = (
            self.tr("The colleague's PIN or password; empty: you decide as the lead")
            if self._is_lead
            else self.tr("The colleague agrees: their PIN or password")
        )
        which = Question("draft", self.tr("Which"), choices=tuple((row.draft_id, self._line(row)) for row in drafts))
        questions = (
            Question("secret", secret, is_secret=True),
            Question("reason", self.tr("Reason (stays on record)")),
        )
        self.beside.hide()
        self.form.ask(heading, self.tr("Take over"), questions if len(drafts) == 1 else (which, *questions))

    def _line(self, row: DraftRow) -> str:
        item = row.item_name or self.tr("item not chosen yet")
        return f"{row.saved_at:%m-%d %H:%M} · {row.clerk_name} · {item}"

    @property
    def _is_lead(self) -> bool:
        return self._page.context.session.clerk.role is ClerkRole.LEAD

    def _leave(self) -> None:
        self._close()
        self._page.first_focus()

    def _close(self) -> None:
        self.form.close_form()
        self.beside.show()

    def _take(self, answers: Answers) -> None:
        wanted = answers.text("draft")
        row = next((row for row in self._asked if wanted in ("", row.draft_id)), None)
        if row is None:
            return
        counter, session, secret = self._page.context.counter, self._page.context.session, answers.texts["secret"]
        is_decided = self._is_lead and not secret

        def job() -> Changes:
            if not answers.text("reason"):
                raise InvalidInput("reason_missing", field="reason")  # before a wrong try is counted
            if not is_decided:
                bootstrap_pin.check_consent(counter, row.clerk_id, secret)
            with counter.store.write(session) as uow:
                return taking_over.take_over_draft(
                    uow, session, row.draft_id, reason=answers.text("reason"), has_consent=not is_decided
                )

        def done(changes: Changes) -> None:
            self._close()
            self._page.changes_made.emit(changes)
            self._page.goto("intake", row.draft_id)

        self._page.context.tasks.run(job, done, self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, DomainError):
            field = error.field if isinstance(error, InvalidInput) else ""
            if error.key in _SECRET_FAULTS:
                field = "secret"
                self.form.clear("secret")
            self.form.set_error(field, error_text(error, self._page.context.language))
        else:
            self._page.failed(error)
