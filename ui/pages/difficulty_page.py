"""Difficulties 办不成事 (Ctrl+D): one is written down at once, and the list says what became of the others."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.domain.difficulty import Report
from desktop.domain.errors import InvalidInput
from desktop.messages import text as error_text
from desktop.ports import Changes, Taken
from desktop.services import difficulties
from ui import printable
from ui.context import Context
from ui.filled import filled
from ui.pages import difficulty_presenter
from ui.pages.case_actions import ActionsPanel, Asked
from ui.pages.difficulty_form import DifficultyForm
from ui.pages.difficulty_presenter import DifficultyAction, DifficultyLine, DifficultyView
from ui.pages.page import BACK, Page
from ui.theme import scaled
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label
from ui.widgets.table import Column, RowTable
from ui.widgets.table_view import TableView

FORM_WIDTH_PX = 360
WIDTHS = [150, 0, 150, 90, 110]
DROPPABLE = (3, 2)
RIGID = (0,)


class DifficultyPage(Page):
    """Visited with nothing it waits for the next one; with a number it shows that. Alt+1 the form, Alt+2 the list."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._wanted = ""
        self.form = DifficultyForm()
        self.model: RowTable[DifficultyLine] = RowTable(self._columns(), self)
        self.table = TableView("difficulties", self.tr("Difficulties"))
        self.table.set_model(self.model, widths=WIDTHS, droppable=DROPPABLE, rigid=RIGID)
        self.story = label(wrap=True)
        self.actions_panel = ActionsPanel(
            heading=self.tr("To be done about it"), nothing=self.tr("Nothing is to be done about it now.")
        )
        self.slip_key = KeyButton(self.tr("Slip: show and print"), "F9", is_shortcut=True)
        self.back_key = KeyButton(self.tr("Back"), "Esc")
        self._lay_out()
        self._bind()
        self._fit_text()

    def title(self) -> str:
        """办不成事."""
        return self.tr("Could not be done")

    def help_text(self) -> str:
        """F1."""
        return self.tr(
            "<p>Whoever could not get something done is written down here: where it is stuck, since when, and how to"
            " reach them. Name and telephone may stay empty. The slip has the number under which they can ask.</p>"
            "<p><b>Enter</b> goes through the fields, and from the last one writes it down · <b>Alt+2</b> the list,"
            " <b>Enter</b> on a line what can be done: hand it up to the lead or the city, write the answer down,"
            " close it when the person was told · <b>F9</b> the slip · <b>Alt+1</b> the next one · <b>Esc</b> back."
            "</p><p>Each stands in To do with its day until the person was told. An answer of the city that names the"
            " number comes here by itself.</p>"
        )

    def opened(self, argument: str) -> None:
        """The number is looked for in the list."""
        self._wanted = argument
        self._load()

    def changed(self, changes: Changes) -> None:
        """An answer may have come."""
        if changes.difficulties or changes.city:
            self._load()

    def first_focus(self) -> None:
        """The form; the actions of a difficulty that was asked for."""
        (self.actions_panel if self._wanted else self.form.stuck).setFocus()

    def has_unsaved(self) -> bool:
        """Typed in the last half second."""
        return self.form.is_dirty

    def save_now(self) -> None:
        """Hands it to the store."""
        self.form.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the page behind."""
        if event.key() == Qt.Key.Key_Escape:
            self.goto(BACK)
        else:
            super().keyPressEvent(event)

    # Showing

    def _load(self) -> None:
        counter, session, language = self.context.counter, self.context.session, self.context.language

        def job() -> DifficultyView:
            with counter.store.read() as reader:
                return difficulty_presenter.load(reader, session, today=counter.clock.today(), language=language)

        self.read(job, self._show)

    def _show(self, view: DifficultyView) -> None:
        kept = self._wanted or (line.number if (line := self._current()) else "")
        self.model.set_rows(view.lines)
        if view.lines:
            place = next((n for n, line in enumerate(view.lines) if line.number == kept), 0)
            self.table.selectRow(place)
        if view.typed is not None:
            self.form.fill(view.typed)
        self._show_line()
        if self._wanted and self.isVisible():
            self.actions_panel.setFocus()
        self._wanted = ""

    def _current(self) -> DifficultyLine | None:
        return self.model.row_at(self.table.currentIndex())

    def _show_line(self) -> None:
        line, language = self._current(), self.context.language
        empty = self.tr("Nothing has been written down yet. What comes stands here until the person was told.")
        self.story.setText(difficulty_presenter.story(line.difficulty, language) if line else empty)
        self.actions_panel.show_lines(difficulty_presenter.lines(line.difficulty, language) if line else ())
        self.slip_key.setEnabled(line is not None)

    # Doing

    def _record(self, report: Report) -> None:
        counter, session = self.context.counter, self.context.session

        def job() -> Taken:
            printable.load()
            with counter.store.write(session) as uow:
                taken = difficulties.report(uow, session, report, today=counter.clock.today())
                return printable.require_printable_papers(uow, taken)

        def done(taken: Taken) -> None:
            self.form.clear()
            self._wanted = taken.case_number  # behind its slip: answering it or handing it up is what comes next
            self.changes_made.emit(taken.changes)
            self.say(filled(self.tr("Written down: %1"), taken.case_number), tone="good")
            self.context.printer.open_papers(taken.papers)

        self.context.tasks.run(job, done, self._not_recorded)

    def _not_recorded(self, error: Exception) -> None:
        self.form.flush()  # what was typed stays, also in the store
        text = error_text(error, self.context.language) if isinstance(error, InvalidInput) else ""
        if not (isinstance(error, InvalidInput) and self.form.set_error(error.field, text)):
            self.failed(error)

    def _keep(self, report: Report) -> None:
        counter, session = self.context.counter, self.context.session

        def job() -> None:
            with counter.store.write(session) as uow:
                difficulties.keep_typed(uow, session, report)

        self.run(job, lambda _: None)

    def _perform(self, asked: Asked) -> None:
        line, action, counter, session = self._current(), asked.line.action, self.context.counter, self.context.session
        if line is None or not isinstance(action, DifficultyAction):
            return

        def job() -> Changes:
            with counter.store.write(session) as uow:
                return difficulty_presenter.perform(
                    uow, line.number, action, asked.answers, today=counter.clock.today()
                )

        def done(changes: Changes) -> None:
            self.actions_panel.close_form()
            self.say(filled(self.tr("%1: %2"), asked.line.text, line.number), tone="good")
            self.changes_made.emit(changes)

        self.context.tasks.run(job, done, self._not_done)

    def _not_done(self, error: Exception) -> None:
        text = error_text(error, self.context.language) if isinstance(error, InvalidInput) else ""
        if not (isinstance(error, InvalidInput) and self.actions_panel.set_error(error.field, text)):
            self.failed(error)

    def _print(self) -> None:
        line = self._current()
        if line is not None:
            self.context.printer.open_paper(line.number)

    # Layout

    def _bind(self) -> None:
        self.form.submitted.connect(self._record)
        self.form.typed.connect(self._keep)
        self.table.row_chosen.connect(lambda _line: self.actions_panel.setFocus())
        self.table.selectionModel().currentRowChanged.connect(self._show_line)
        self.actions_panel.asked.connect(self._perform)
        self.slip_key.clicked.connect(self._print)
        self.back_key.clicked.connect(lambda: self.goto(BACK))
        QShortcut(QKeySequence("Alt+1"), self).activated.connect(self.form.stuck.setFocus)
        QShortcut(QKeySequence("Alt+2"), self).activated.connect(self.table.setFocus)
        self.context.settings_store.changed.connect(self._fit_text)

    def _fit_text(self) -> None:
        self.form.setFixedWidth(scaled(FORM_WIDTH_PX, percent=self.context.settings.percent))

    def _lay_out(self) -> None:
        card = Card()
        card.body.setContentsMargins(0, 10, 0, 10)
        card.body.setSpacing(8)
        story = QVBoxLayout()
        story.setContentsMargins(16, 0, 16, 0)
        story.addWidget(self.story)
        keys = QHBoxLayout()
        keys.setContentsMargins(16, 0, 16, 0)
        keys.addWidget(self.back_key)
        keys.addStretch()
        keys.addWidget(self.slip_key)
        card.body.addWidget(self.table, 2)
        card.body.addLayout(story)
        card.body.addWidget(self.actions_panel, 3)  # a form of two questions and its key fit without scrolling
        card.body.addLayout(keys)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.form)
        row.addWidget(card, 1)
        self.body.addLayout(row, 1)

    def _columns(self) -> tuple[Column[DifficultyLine], ...]:
        return (
            Column(self.tr("When"), lambda line: line.lamp, tone=lambda line: line.tone),
            Column(self.tr("Where it is stuck"), lambda line: line.stuck),
            Column(self.tr("Item"), lambda line: line.item_name),
            Column(self.tr("Who"), lambda line: line.name),
            Column(self.tr("With whom"), lambda line: line.hand),
        )
