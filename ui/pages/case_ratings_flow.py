"""The tab of ratings on a case: what the citizen said, and what is done about it. And the key that turns the window."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.domain.case import Case
from desktop.domain.errors import InvalidInput
from desktop.domain.rating_family import Family
from desktop.messages import text as error_text
from desktop.ports import Taken
from ui import printable
from ui.filled import filled
from ui.pages import case_ratings_presenter
from ui.pages.case_actions import ActionsPanel, Asked
from ui.pages.case_ratings_presenter import RatingAction, RatingView
from ui.pages.page import Page
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label


class RatingsTab(QWidget):
    """Ratings above, actions below; the keyboard belongs to the actions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.actions_panel = ActionsPanel(
            heading=self.tr("To be done about ratings"), nothing=self.tr("Nothing is to be done about ratings now.")
        )
        self.setFocusProxy(self.actions_panel)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(16, 12, 16, 0)
        self._list.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._list)
        column.addWidget(self.actions_panel, 1)

    def show_ratings(self, ratings: tuple[RatingView, ...], nothing: str, *, note: str = "") -> None:
        """Each with what was said and what became of it; `note`: how often a 一件事 is rated."""
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for rating in ratings:
            self._list.addWidget(_rating_card(rating))
        if not ratings:
            self._list.addWidget(label(nothing, "muted", wrap=True))
        if note:
            self._list.addWidget(label(note, "small", wrap=True))


class RatingsFlow(QObject):
    """One for the case page; `show_case` at each look at the case. `turn_key` stands among the keys of the page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._case: Case | None = None
        self._is_busy = False
        self.tab = RatingsTab()
        self.turn_key = KeyButton(self.tr("Citizen's turn"), "F8", is_shortcut=True)
        self.turn_key.setObjectName("citizenTurn")
        self.turn_key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.turn_key.clicked.connect(self._turn)
        self.tab.actions_panel.asked.connect(self._perform)

    def show_case(self, case: Case, family: Family | None = None) -> None:
        """The case as it stands, with the 一件事 that it belongs to."""
        self._case, language = case, self._page.context.language
        self.tab.show_ratings(
            case_ratings_presenter.views(case, language, family),
            case_ratings_presenter.nothing(language),
            note=case_ratings_presenter.note(case, language, family),
        )
        self.tab.actions_panel.show_lines(case_ratings_presenter.lines(case, language, family))

    def _turn(self) -> None:
        if self._case is not None:
            self._page.citizen_turn.emit(self._case.case_id)

    def _perform(self, asked: Asked) -> None:
        case, context, action = self._case, self._page.context, asked.line.action
        if case is None or self._is_busy or not isinstance(action, RatingAction):
            return  # Enter pressed twice is one rating form, not two
        self._is_busy = True
        counter, session = context.counter, context.session

        def job() -> Taken:
            printable.load()
            with counter.store.write(session) as uow:
                taken = case_ratings_presenter.perform(
                    uow, session, case, action, asked.answers, today=counter.clock.today()
                )
                return printable.require_printable_papers(uow, taken)

        def done(taken: Taken) -> None:
            self._is_busy = False
            self.tab.actions_panel.close_form()
            self._page.changes_made.emit(taken.changes)
            self._page.say(filled(self.tr("%1: %2"), asked.line.text, taken.case_number), tone="good")
            if taken.papers:
                context.printer.open_papers(taken.papers)

        context.tasks.run(job, done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._is_busy = False
        if isinstance(error, InvalidInput):
            text = error_text(error, self._page.context.language)
            if self.tab.actions_panel.set_error(error.field, text):
                return
        self._page.failed(error)


def _rating_card(rating: RatingView) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(12, 8, 12, 8)
    inside.setSpacing(2)
    inside.addWidget(label(rating.head, "strong"))
    for text, ink in ((rating.said, ""), (rating.follow_up, rating.tone)):
        if text:
            inside.addWidget(label(f"● {text}" if ink else text, wrap=True, ink=ink))
    return card
