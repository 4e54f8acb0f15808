"""Cases (F3): every case of this counter, found on each key stroke, filtered and opened without leaving the search."""

from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.ports import Changes
from ui.context import Context
from ui.dialogs import print_file
from ui.filled import filled
from ui.models.case_table import DROPPABLE, RIGID, WIDTHS, CaseTable
from ui.pages.cases_export import write_cases
from ui.pages.cases_facet import read_choices
from ui.pages.cases_filter_bar import FilterBar
from ui.pages.cases_presenter import CaseLine, Question
from ui.pages.cases_search import Answer, CaseSearch, all_lines
from ui.pages.page import Page
from ui.theme import SPACING
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label
from ui.widgets.table_view import TableView

_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class CasesPage(Page):
    """The keyboard stays in the search: arrows move the bar of the list, Enter opens, Ctrl+C copies the number."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.question = Question()
        self._is_stale = True
        self._is_opening = False  # Enter was faster than the search
        self.search = CaseSearch(context.counter, context.tasks, context.language, self)
        self.model = CaseTable(self)
        self.table = TableView("cases", self.tr("Cases"))
        self.table.set_model(self.model, widths=WIDTHS, droppable=DROPPABLE, rigid=RIGID)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entry = QLineEdit()
        self.entry.setObjectName("caseSearch")
        self.entry.setAccessibleName(self.tr("Search cases"))
        self.entry.setPlaceholderText(
            self.tr("Name or part of it, case number, end of id number or phone, item, pinyin initials")
        )
        self.entry.installEventFilter(self)
        self.filters = FilterBar()
        self.count = label(style="muted")
        self.empty = label(style="muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._bind()

    def title(self) -> str:
        """办件."""
        return self.tr("Cases")

    def help_text(self) -> str:
        """What F1 shows."""
        return self.tr(
            "<p>Type any part: a name, a case number, the last digits of an id number or phone, an item, pinyin"
            " initials. Several words must all match. The newest case is on top.</p>"
            "<p><b>↑ ↓</b> choose · <b>Enter</b> opens · <b>Ctrl+C</b> copies the case number · <b>Alt+1 … Alt+5</b>"
            " filter · <b>Alt+0</b> shows all again · <b>Ctrl+E</b> saves the list as a spreadsheet.</p>"
            "<p>Items that were applied for as one matter are one line; Enter lists them. An item is a line of its own"
            " where only it is found, and all of them with <b>Alt+6</b>, as they are counted.</p>"
        )

    def opened(self, argument: str) -> None:
        """With an argument: searches for it. Otherwise the list as it was left, fresh."""
        if not self.filters.has_choices:
            counter, language = self.context.counter, self.context.language
            self.read(lambda: read_choices(counter, language), self.filters.set_choices)
        if argument and argument != self.entry.text():
            self.entry.setText(argument)
        elif self._is_stale:
            self._ask()

    def changed(self, changes: Changes) -> None:
        """Another state of a case, another catalogue, another calendar."""
        if changes.catalogue or changes.hall:
            self.filters.set_choices(None)
        if changes.cases or changes.calendar:
            self._is_stale = True
            if self.isVisible():
                self._ask()

    def first_focus(self) -> None:
        """The search."""
        self.entry.setFocus()
        self.entry.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search the keys of the list work on the list."""
        if watched is self.entry and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def current(self) -> CaseLine | None:
        """The case under the bar."""
        return self.model.row_at(self.table.currentIndex())

    def _lay_out(self) -> None:
        card = Card()
        card.body.setContentsMargins(0, 12, 0, 0)
        top = QHBoxLayout()
        top.setContentsMargins(16, 0, 16, 0)
        top.setSpacing(SPACING)
        top.addWidget(self.entry, 1)
        top.addWidget(self.count)
        filters = QHBoxLayout()
        filters.setContentsMargins(16, 0, 16, 0)
        filters.addWidget(self.filters)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        nothing = QWidget()
        QVBoxLayout(nothing).addWidget(self.empty)
        self.stack.addWidget(nothing)
        below = QHBoxLayout()
        below.setContentsMargins(16, 6, 16, 10)
        below.addWidget(label(self.tr("↑ ↓ choose · Enter opens · Ctrl+C copies the number"), "small"))
        below.addStretch()
        self.export_button = KeyButton(self.tr("Save as spreadsheet"), "Ctrl+E", is_shortcut=True)
        below.addWidget(self.export_button)
        card.body.addLayout(top)
        card.body.addLayout(filters)
        card.body.addWidget(self.stack, 1)
        card.body.addLayout(below)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(card, 1)
        row.addWidget(self.filters.panel)
        self.body.addLayout(row, 1)

    def _bind(self) -> None:
        self.entry.textChanged.connect(self._typed)
        self.search.answered.connect(self._have)
        self.search.failed.connect(self.failed)
        self.model.more_wanted.connect(self._ask_older)
        self.table.row_chosen.connect(self._open)
        self.filters.changed.connect(self._filter)
        self.filters.cleared.connect(self.entry.clear)
        self.filters.left.connect(self.entry.setFocus)
        self.export_button.clicked.connect(self._export)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.table)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self._copy)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _MOVES:
            self.table.keyPressEvent(event)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.search.is_busy:
                self._is_opening = True
            else:
                self._open_current()
            return True
        if event.matches(QKeySequence.StandardKey.Copy) and not self.entry.hasSelectedText():
            self._copy()
            return True
        if key == Qt.Key.Key_Escape and self.entry.text():
            self.entry.clear()
            return True
        return False

    def _open_current(self) -> None:
        line = self.current()
        if line is not None:
            self._open(line)

    def _typed(self, text: str) -> None:
        self._is_opening = False
        self.question = Question(text, self.question.filters)
        self._ask()

    def _ask(self) -> None:
        self.search.ask(self.question)

    def _ask_older(self) -> None:
        rows = self.model.rows()
        if rows:
            self.search.ask_older(self.question, rows[-1].row.no)

    def _have(self, answer: Answer) -> None:
        if answer.question != self.question:
            return
        if answer.is_more:
            self.model.append_lines(answer.lines, may_have_more=answer.may_have_more)
        else:
            self._show(answer)
        self._is_stale = False
        self._show_count(answer.may_have_more)
        if self._is_opening and not answer.is_more:
            self._is_opening = False
            self._open_current()

    def _show(self, answer: Answer) -> None:
        """Another list; the bar stays on its case if that is still there, else it goes to the newest."""
        kept = self.current()
        self.model.set_lines(answer.lines, may_have_more=answer.may_have_more)
        row = max(self.model.row_of(kept.row.case_id) if kept is not None else 0, 0)
        if answer.lines:
            self.table.selectionModel().setCurrentIndex(
                self.model.index(row, 0),
                QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
            )
        self.stack.setCurrentIndex(0 if answer.lines else 1)
        self.empty.setText(
            self.tr("Nothing matches. Try fewer words, or Alt+0 to show all again.")
            if self.question.is_narrow
            else self.tr("No case yet. F2 takes in the first one.")
        )

    def _show_count(self, may_have_more: bool) -> None:
        count = self.model.rowCount()
        text = self.tr("the newest %1, more below") if may_have_more else self.tr("%1 cases")
        self.count.setText(filled(text, count))

    def _open(self, line: CaseLine) -> None:
        self.goto("case", line.row.case_id)

    def _copy(self) -> None:
        line = self.current()
        if line is not None:
            QGuiApplication.clipboard().setText(line.row.case_number)
            self.say(filled(self.tr("Copied: %1"), line.row.case_number), tone="good")

    def _filter(self) -> None:
        self.question = Question(self.question.text, self.filters.filters)
        self._ask()

    def _export(self) -> None:
        today = self.context.counter.clock.today()
        print_file.ask(
            print_file.file_to_save(
                self,
                title=self.tr("Save the list"),
                name=filled(self.tr("cases-%1.xlsx"), today.isoformat()),
                kind=self.tr("Spreadsheet"),
                suffix="xlsx",
            ),
            self._write,
        )

    def _write(self, path: str) -> None:
        """On the reading thread: a large register takes its time and the counter goes on."""
        question, counter, language = self.question, self.context.counter, self.context.language
        headings = (
            self.tr("Case number"),
            self.tr("Item"),
            self.tr("Applicant"),
            self.tr("Id number"),
            self.tr("State"),
            self.tr("Lamp"),
            self.tr("Due"),
            self.tr("Window"),
            self.tr("Received"),
        )
        title = self.title()
        self.say(self.tr("The list is being written…"))
        self.context.tasks.read(
            lambda: write_cases(Path(path), all_lines(counter, question, language=language), headings, title=title),
            lambda count: self.say(filled(self.tr("%1 cases written to %2"), count, path), tone="good"),
            self._not_written,
        )

    def _not_written(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self.say(filled(self.tr("The list was not written: %1"), error.strerror or ""), tone="bad")
        else:
            self.failed(error)
