"""The catalogue: find an item, read its guide aloud, print what people ask for, or take it in."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.bundle import item_of
from desktop.domain.errors import DomainError
from desktop.messages import text as error_text
from desktop.ports import Changes, Taken, UnitOfWork
from desktop.services import forms, intake
from ui import printable
from ui.context import Context
from ui.filled import filled
from ui.pages.catalogue_guide import ItemGuide
from ui.pages.catalogue_list import ItemList
from ui.pages.catalogue_presenter import Shelf, guide, kept_answers, read_shelf
from ui.pages.intermediary_flow import INTERMEDIARY_KEY, IntermediaryFlow
from ui.pages.page import Page
from ui.theme import SPACING
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label

LIST_WIDTH_PX = 330
INTAKE_ARGUMENT = "item:"
"""Start of the argument that opens the intake with an item."""


class CataloguePage(Page):
    """Typing finds, arrows choose, Enter goes to the situation, F9 prints the notice, Ctrl+Enter takes the item in."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.shelf: Shelf | None = None
        self.answers: dict[str, str] = {}
        self._wanted = ""
        self.items = ItemList()
        self.items.setFixedWidth(LIST_WIDTH_PX)
        self.guide = ItemGuide(lambda: context.settings.theme)
        self.asked_by = QLineEdit()
        self.asked_by.setObjectName("asked_by")
        self.asked_by.setMaxLength(40)
        self.asked_by.setAccessibleName(self.tr("Name of who asks"))
        self.asked_by.setPlaceholderText(self.tr("Name of who asks (may stay empty)"))
        self.saying = label(style="fault", wrap=True)
        self.message = label(style="muted", wrap=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._bind()
        self._say("")

    def title(self) -> str:
        """目录."""
        return self.tr("Catalogue")

    def subtitle(self) -> str:
        """Version and publisher of the catalogue in force."""
        catalogue = self.shelf.catalogue if self.shelf else None
        if catalogue is None:
            return ""
        text = self.tr("%1 · version %2 · in force since %3")
        return filled(text, catalogue.publisher, catalogue.version, catalogue.in_force_on.isoformat())

    def help_text(self) -> str:
        """What F1 shows."""
        return self.tr(
            "<p>Type a name, what people call it, or pinyin initials; with nothing typed every item stands under its"
            " group. A matter of another authority says where to go.</p>"
            "<p><b>Enter</b> goes to the situation: number keys answer, the materials follow · <b>Alt+1</b> materials"
            " · <b>Alt+2</b> guide · <b>F9</b> prints the one-time notice, no name needed · <b>Alt+G</b> prints the"
            " service guide · <b>Alt+S</b> the filled-in sample · <b>Alt+I</b> the intermediaries ·"
            " <b>Ctrl+Enter</b> takes this item in · <b>Esc</b>"
            " back to the search.</p>"
        )

    def opened(self, argument: str) -> None:
        """With an item code: shows that item."""
        self._wanted = argument
        if self.shelf is None or self.shelf.today != self.context.counter.clock.today():
            self._read_shelf()
        elif argument:
            self.items.refresh(argument)

    def changed(self, changes: Changes) -> None:
        """Another catalogue."""
        if changes.catalogue:
            self._read_shelf()

    def first_focus(self) -> None:
        """The search."""
        self.items.entry.setFocus()
        self.items.entry.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the search."""
        if event.key() == Qt.Key.Key_Escape:
            self.first_focus()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.guide, 1)
        self.intake_button = KeyButton(self.tr("Take this item in"), "Ctrl+Enter")
        self.guide_button = KeyButton(self.tr("Service guide"), "Alt+G", is_shortcut=True)
        self.sample_button = KeyButton(self.tr("Filled-in sample"), "Alt+S", is_shortcut=True)
        self.print_button = KeyButton(self.tr("Print the one-time notice"), "F9", primary=True, is_shortcut=True)
        doing = QHBoxLayout()
        doing.setSpacing(SPACING)
        doing.addWidget(self.asked_by, 1)
        doing.addWidget(self.print_button)
        more = QHBoxLayout()
        more.setSpacing(SPACING)
        more.addWidget(self.guide_button)
        more.addWidget(self.sample_button)
        self.intermediaries = IntermediaryFlow(self)
        self.intermediary_button = KeyButton(self.tr("Intermediaries"), INTERMEDIARY_KEY, is_shortcut=True)
        self.intermediary_button.clicked.connect(lambda: self.intermediaries.open(item_code=self._code(), case_id=None))
        more.addWidget(self.intermediary_button)
        more.addStretch()
        more.addWidget(self.intake_button)
        self.guide.body.addWidget(self.saying)
        self.guide.body.addLayout(more)
        self.guide.body.addLayout(doing)
        nothing = Card()
        nothing.body.addWidget(self.message, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(right)
        self.stack.addWidget(nothing)
        self.stack.setCurrentIndex(1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.items)
        row.addWidget(self.stack, 1)
        self.body.addLayout(row, 1)

    def _bind(self) -> None:
        self.items.moved.connect(self._moved)
        self.items.entered.connect(self._enter)
        self.guide.situation.answered.connect(self._answered)
        self.print_button.clicked.connect(self._print)
        self.intake_button.clicked.connect(self._take_in)
        self.guide_button.clicked.connect(self._print_guide)
        self.sample_button.clicked.connect(self._print_sample)
        self.context.settings_store.changed.connect(self._show_guide)  # the text has the colours of the theme
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._take_in)
        QShortcut(QKeySequence("Alt+1"), self).activated.connect(lambda: self._show_tab(0))
        QShortcut(QKeySequence("Alt+2"), self).activated.connect(lambda: self._show_tab(1))

    def _read_shelf(self) -> None:
        counter = self.context.counter
        self.read(lambda: read_shelf(counter), self._have_shelf)

    def _have_shelf(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.title_changed.emit()
        wanted, self._wanted = self._wanted, ""
        self.items.set_shelf(shelf, wanted)

    def _moved(self) -> None:
        line = self.items.current()
        self.answers = {}
        self._say("")
        if line is None or line.is_heading:
            self._say_nothing()
        elif line.referral is not None:
            place = "　".join(part for part in (line.referral.address, line.referral.phone) if part)
            text = self.tr("%1 is not handled at this counter.\nPlease go to: %2\n%3")
            self.message.setText(filled(text, line.referral.matter, line.referral.authority, place))
            self.stack.setCurrentIndex(1)
        else:
            self.stack.setCurrentIndex(0)
            self._show_guide()

    def _say_nothing(self) -> None:
        self.message.setText(
            self.tr("No catalogue is in force yet. The lead imports one in Settings.")
            if self.shelf is None or self.shelf.catalogue is None
            else self.tr("Nothing in the catalogue fits. What is not in it cannot be asked for here.")
        )
        self.stack.setCurrentIndex(1)

    def _show_guide(self) -> None:
        line, shelf = self.items.current(), self.shelf
        if line is None or line.choice is None or shelf is None or shelf.catalogue is None:
            return
        item = item_of(shelf.catalogue, line.choice.code)
        if item is None:
            return
        self.answers = kept_answers(item, self.answers)
        view = guide(item, self.answers, today=shelf.today, language=self.context.language)
        self.guide.show_guide(view)
        self.intermediary_button.setVisible(bool(item.intermediary_services))
        for button in (self.print_button, self.guide_button, self.sample_button, self.intake_button):
            button.setEnabled(view.is_valid)

    def _enter(self) -> None:
        """From the search to the situation, or to the text where there is no question."""
        if self.stack.currentIndex() != 0:
            return
        if self.guide.situation.questions:
            self.guide.situation.setFocus()
        else:
            self._show_tab(0)

    def _answered(self, pair: tuple[str, str]) -> None:
        question, answer = pair
        self.answers = {**self.answers, question: answer}
        self._show_guide()

    def _show_tab(self, number: int) -> None:
        self.guide.tabs.setCurrentIndex(number)
        widget = self.guide.tabs.currentWidget()
        if widget is not None:
            widget.setFocus()

    def _code(self) -> str:
        line = self.items.current()
        return line.choice.code if line is not None and line.choice is not None else ""

    def _take_in(self) -> None:
        if self._code() and self.intake_button.isEnabled():
            self.goto("intake", f"{INTAKE_ARGUMENT}{self._code()}")

    def _print(self) -> None:
        """The notice as it stands, answered or not: nobody must decide anything to be told (M27)."""
        code, answers, asked_by = self._code(), dict(self.answers), self.asked_by.text()
        session, today = self.context.session, self.context.counter.clock.today()
        self._issue(
            lambda uow: intake.inform_once(
                uow, session, item_code=code, answers=answers, asked_by=asked_by, today=today
            ),
            self._printed,
        )

    def _print_guide(self) -> None:
        code, session, today = self._code(), self.context.session, self.context.counter.clock.today()
        self._issue(lambda uow: forms.service_guide(uow, session, item_code=code, today=today), self._shown)

    def _print_sample(self) -> None:
        """In the situation as answered: what is open is answered by the sample itself."""
        code, answers = self._code(), dict(self.answers)
        session, today = self.context.session, self.context.counter.clock.today()
        self._issue(
            lambda uow: forms.filled_sample(uow, session, item_code=code, answers=answers, today=today), self._shown
        )

    def _issue(self, issue: Callable[[UnitOfWork], Taken], done: Callable[[Taken], None]) -> None:
        counter, session = self.context.counter, self.context.session
        if not self._code():
            return

        def job() -> Taken:
            printable.load()
            with counter.store.write(session) as uow:
                return printable.require_printable_papers(uow, issue(uow))

        self._say("")
        self.context.tasks.run(job, done, self._not_printed)

    def _say(self, text: str) -> None:
        self.saying.setText(text)
        self.saying.setVisible(bool(text))

    def _printed(self, taken: Taken) -> None:
        self.asked_by.clear()
        self._shown(taken)

    def _shown(self, taken: Taken) -> None:
        self.changes_made.emit(taken.changes)
        self.context.printer.open_papers(taken.papers)

    def _not_printed(self, error: Exception) -> None:
        if isinstance(error, DomainError):
            self._say(error_text(error, self.context.language))
        else:
            self.failed(error)
