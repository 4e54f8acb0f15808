"""To do (F4): everything that somebody has to do, in one list by date, each with its why and one key that does it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.ports import Changes
from ui.context import Context
from ui.dialogs import print_file
from ui.filled import filled
from ui.pages.page import Page
from ui.pages.settle_strip import Settlement, Way, way_text
from ui.pages.spreadsheet import write_sheet
from ui.pages.todo_act_flow import TodoActFlow
from ui.pages.todo_acts import ACT_KEY
from ui.pages.todo_detail import TodoDetail, ways_of
from ui.pages.todo_presenter import TodoKind, TodoLine, TodoView, load, sees_all
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label
from ui.widgets.table import Column, RowTable
from ui.widgets.table_view import TableView

WIDTHS = [136, 98, 0, 190, 84, 106, 62]
DROPPABLE = (6, 5, 3)
RIGID = (0, 1)
SHEET_WIDTHS = (12, 12, 12, 60, 36, 34, 14, 12, 8)
KIND_TONES = {
    TodoKind.REFUSED: "red",
    TodoKind.CONFLICT: "red",
    TodoKind.ASKED: "accent",
    TodoKind.DECIDED: "accent",
    TodoKind.MESSAGE: "accent",
}
AT_THE_CITY = frozenset(KIND_TONES)
"""Kinds that are dealt with on the case's tab of the city; a notice is given on the one that concludes."""


class TodoPage(Page):
    """Enter opens the case at the right place; 1, 2, 3 settle an answer of the city; 4 acts once a day passed."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.view: TodoView | None = None
        self._only_mine = False
        self.model: RowTable[TodoLine] = RowTable(self._columns(), self)
        self.table = TableView("todo", self.tr("To do"))
        self.table.set_model(self.model, widths=WIDTHS, droppable=DROPPABLE, rigid=RIGID)
        self.table.installEventFilter(self)
        self.counts = label(style="strong")
        self.mine_key = KeyButton(self.tr("Only mine"), "Alt+1", is_shortcut=True)
        self.mine_key.setObjectName("onlyMine")
        self.mine_key.setCheckable(True)
        self.mine_key.setVisible(sees_all(context.session))
        self.draw_key = KeyButton(self.tr("Random check"), "Alt+C")
        self.draw_key.setObjectName("openDraws")
        self.draw_key.setVisible(sees_all(context.session))
        self.detail = TodoDetail(context.language)
        self.export_button = KeyButton(self.tr("Save as spreadsheet"), "Ctrl+E", is_shortcut=True)
        self.export_button.setObjectName("exportTodo")
        self.stack = QStackedWidget()
        self._lay_out()
        self._bind()

    def title(self) -> str:
        """待办."""
        return self.tr("To do")

    def help_text(self) -> str:
        """F1."""
        return self.tr(
            "<p>One list, the nearest date first: what the city refused, asks, decided or wrote; cases that two windows"
            " worked on unknown to each other; notices, corrections, deferred materials and decisions that are due."
            " The number in the navigation counts what is red or yellow.</p>"
            "<p><b>↑ ↓</b> choose · <b>Enter</b> opens the case where it is done · <b>1</b> corrected, goes to the city"
            " again · <b>2</b> give it to the lead · <b>3</b> noted; each asks for a note first · <b>4</b> what the"
            " law lets you do once a day has passed: deemed accepted, returned · <b>Alt+1</b> shows"
            " the lead only their own · <b>Ctrl+E</b> saves the list as a spreadsheet.</p>"
        )

    def opened(self, argument: str) -> None:
        """Reads the list again."""
        self._load()

    def changed(self, changes: Changes) -> None:
        """Any case, answer or clerk may have moved it."""
        if self.isVisible() and (
            changes.cases or changes.city or changes.calendar or changes.clerks or changes.difficulties
        ):
            self._load()

    def first_focus(self) -> None:
        """The list."""
        (self.table if self.model.rowCount() else self).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On the list 1 to 4 are keys, and not letters to search for."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.text() == ACT_KEY:
                self._begin_act()
                return True
            way = next((way for way in Way if event.text() == way.value), None)
            if way is not None:
                self._begin(way)
                return True
        return super().eventFilter(watched, event)

    def current(self) -> TodoLine | None:
        """The line under the bar."""
        return self.model.row_at(self.table.currentIndex())

    # Showing

    def _load(self) -> None:
        counter, session, only_mine = self.context.counter, self.context.session, self._only_mine
        today, language = counter.clock.today(), self.context.language
        self.read(
            lambda: load(counter.store, today=today, session=session, language=language, only_mine=only_mine),
            self._show,
        )

    def _show(self, view: TodoView) -> None:
        was_empty = not self.model.rowCount()
        kept, row = self.current(), self.table.currentIndex().row()
        self.view = view
        self.model.set_rows(view.lines)
        if view.lines:
            self.table.selectRow(_place_of(view.lines, kept, row))
        self.counts.setText(filled(self.tr("%1 now · %2 later"), view.urgent, view.later) if view.lines else "")
        self.stack.setCurrentIndex(0 if view.lines else 1)
        self.export_button.setEnabled(bool(view.lines))
        self._show_line()
        if self.isVisible() and was_empty:
            self.first_focus()

    def _show_line(self) -> None:
        if self.detail.is_asking:
            self._close_strip()
        self.detail.show_line(self.current(), is_lead=sees_all(self.context.session))

    # Doing

    def _open(self, line: TodoLine) -> None:
        if line.difficulty:
            self.goto("difficulties", line.difficulty)
        elif line.kind is TodoKind.RATING:
            self.goto("case", f"{line.case_id}#ratings")
        elif line.case_id:
            other = "conclude" if line.kind is TodoKind.NOTICE else "actions"
            self.goto("case", f"{line.case_id}#{'city' if line.kind in AT_THE_CITY else other}")
        else:
            self._begin(Way.KNOWN)

    def _open_current(self) -> None:
        line = self.current()
        if line is not None:
            self._open(line)

    def _begin(self, way: Way) -> None:
        line = self.current()
        if line is not None and way in ways_of(line, is_lead=sees_all(self.context.session)):
            self.detail.ask(line, way)

    def _begin_act(self) -> None:
        line = self.current()
        if line is not None and line.act is not None:
            self.detail.ask_act(line.act)

    def _close_strip(self) -> None:
        self.detail.close_strip()
        self.table.setFocus()

    def _settle(self, settlement: Settlement) -> None:
        counter, session = self.context.counter, self.context.session

        def job() -> Changes:
            with counter.store.write(session) as uow:
                return settlement.record(uow)

        def done(changes: Changes) -> None:
            self._close_strip()
            self.say(filled(self.tr("Noted: %1"), way_text(settlement.way)), tone="good")
            self.changes_made.emit(changes)
            if settlement.way is Way.RESEND:
                self.goto("case", f"{settlement.answer.case_id}#materials")

        self.context.tasks.run(job, done, self.detail.strip.show_problem)

    def _toggle_mine(self, is_on: bool) -> None:
        self._only_mine = is_on
        self._load()

    def _export(self) -> None:
        today = self.context.counter.clock.today()
        dialog = print_file.file_to_save(
            self,
            title=self.tr("Save the list"),
            name=filled(self.tr("to-do-%1.xlsx"), today.isoformat()),
            kind=self.tr("Spreadsheet"),
            suffix="xlsx",
        )
        print_file.ask(dialog, self._write)

    def _write(self, path: str) -> None:
        rows = [_values(line) for line in self.model.rows()]
        headings = (
            self.tr("Date"),
            self.tr("Lamp"),
            self.tr("Kind"),
            self.tr("Why"),
            self.tr("Case number"),
            self.tr("Item"),
            self.tr("Applicant"),
            self.tr("Person"),
            self.tr("Window"),
        )
        title = self.title()
        self.context.tasks.read(
            lambda: write_sheet(Path(path), rows, headings, title=title, widths=SHEET_WIDTHS),
            lambda count: self.say(filled(self.tr("%1 lines written to %2"), count, path), tone="good"),
            self._not_written,
        )

    def _not_written(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self.say(filled(self.tr("The list was not written: %1"), error.strerror or ""), tone="bad")
        else:
            self.failed(error)

    # Layout

    def _bind(self) -> None:
        self.table.row_chosen.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._show_line)
        self.mine_key.toggled.connect(self._toggle_mine)
        self.draw_key.clicked.connect(lambda: self.goto("draws"))
        self.export_button.clicked.connect(self._export)
        self.detail.open_wanted.connect(self._open_current)
        self.detail.way_wanted.connect(self._begin)
        self.detail.strip.settled.connect(self._settle)
        self.detail.strip.left.connect(self._close_strip)
        self.detail.act_wanted.connect(self._begin_act)
        self.acts = TodoActFlow(self, self.detail, current=self.current, closed=self._close_strip)

    def _lay_out(self) -> None:
        card = Card()
        card.body.setContentsMargins(0, 10, 0, 10)
        top = QHBoxLayout()
        top.setContentsMargins(16, 0, 16, 0)
        top.setSpacing(8)
        top.addWidget(self.counts)
        top.addStretch()
        top.addWidget(self.mine_key)
        top.addWidget(self.draw_key)
        top.addWidget(self.export_button)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
        self.stack.addWidget(listed)
        self.stack.addWidget(self._nothing())
        card.body.addLayout(top)
        card.body.addWidget(self.stack, 1)
        self.body.addWidget(card, 1)

    def _nothing(self) -> QWidget:
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(16, 8, 16, 8)
        column.addWidget(label(self.tr("Nothing to do"), "h2"))
        column.addWidget(
            label(
                self.tr("No answer of the city is unread, nothing is owed on any open case. What comes stands here."),
                "muted",
                wrap=True,
            )
        )
        column.addStretch()
        return empty

    def _columns(self) -> tuple[Column[TodoLine], ...]:
        return (
            Column(self.tr("When"), lambda line: line.lamp, tone=lambda line: line.tone),
            Column(self.tr("Kind"), lambda line: line.kind_word, tone=lambda line: KIND_TONES.get(line.kind, "muted")),
            Column(self.tr("Why"), lambda line: line.why),
            Column(self.tr("Item"), lambda line: line.item_name),
            Column(self.tr("Applicant"), lambda line: line.applicant),
            Column(self.tr("Person"), lambda line: line.person),
            Column(self.tr("Window"), lambda line: line.window),
        )


def _place_of(lines: Sequence[TodoLine], kept: TodoLine | None, row: int) -> int:
    """Where the bar goes: on the same line, else to the one that has taken its place."""
    if kept is not None:
        for place, line in enumerate(lines):
            if (line.kind, line.case_number, line.why) == (kept.kind, kept.case_number, kept.why):
                return place
    return min(max(row, 0), len(lines) - 1)


def _values(line: TodoLine) -> tuple[str, ...]:
    return (
        line.day.isoformat(),
        line.lamp.removeprefix("● "),
        line.kind_word,
        line.why,
        line.case_number,
        line.item_name,
        line.applicant,
        line.person,
        line.window,
    )
