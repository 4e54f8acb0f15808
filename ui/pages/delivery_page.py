"""Delivery (送达): results to hand out and sign for, and what the courier brings, several at once."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from desktop.domain.errors import DomainError, InvalidInput
from desktop.messages import text as error_text
from desktop.ports import Changes
from ui.context import Context
from ui.filled import filled
from ui.pages.case_action_presenter import Answers
from ui.pages.delivery_flow import Wanted, job_of, questions_of
from ui.pages.delivery_presenter import DeliveryLine, load
from ui.pages.page import Page
from ui.pages.question_form import QuestionForm
from ui.theme import SPACING
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label
from ui.widgets.table import Column, RowTable
from ui.widgets.table_view import TableView

WIDTHS = [30, 172, 110, 140, 0, 300]
DROPPABLE = (5, 3)
RIGID = (1,)
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DeliveryPage(Page):
    """The keyboard stays in the search; arrows move the bar, Insert marks, Enter asks, Enter does it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.lines: tuple[DeliveryLine, ...] = ()
        self.marked: set[str] = set()
        self._asked: tuple[DeliveryLine, ...] = ()
        self.entry = QLineEdit()
        self.entry.setObjectName("deliverySearch")
        self.entry.setAccessibleName(self.tr("Search results"))
        self.entry.setPlaceholderText(self.tr("Name, initials, number, end of phone or id number"))
        self.entry.installEventFilter(self)
        self.model: RowTable[DeliveryLine] = RowTable(self._columns(), self)
        self.table = TableView("deliveries", self.tr("Delivery"))
        self.table.set_model(self.model, widths=WIDTHS, droppable=DROPPABLE, rigid=RIGID)
        self.table.installEventFilter(self)
        self.count = label(style="muted")
        self.why = label(style="small", wrap=True)
        self.coming_key = KeyButton(self.tr("Results that have arrived"), "Alt+1", is_shortcut=True)
        self.coming_key.setObjectName("coming")
        self.coming_key.setCheckable(True)
        self.together_key = KeyButton(self.tr("Mark all of this citizen"), "Alt+2", is_shortcut=True)
        self.together_key.setObjectName("together")
        self.open_key = KeyButton(self.tr("Open the case"), "Alt+3", is_shortcut=True)
        self.turn_key = KeyButton(self.tr("Citizen's turn"), "F8", is_shortcut=True)
        self.turn_key.setObjectName("citizenTurn")
        self.form = QuestionForm()
        self._lay_out()
        self._bind()

    def title(self) -> str:
        """送达."""
        return self.tr("Delivery")

    def help_text(self) -> str:
        """F1."""
        return self.tr(
            "<p>Every result that is here and has not been handed out: what is late or nearly late first, then the"
            " oldest. What deferred materials hold back stands at the end with what is missing.</p>"
            "<p>Type a name, initials, a number, the end of a phone or id number. <b>↑ ↓</b> choose · <b>Insert</b>"
            " marks several · <b>Alt+2</b> marks all of this citizen · <b>Enter</b> asks how and who signs, Enter"
            " again prints the receipts of delivery · <b>Alt+3</b> opens the case.</p>"
            "<p><b>Alt+1</b> lists the cases whose result is still on its way: mark what the courier brought, Enter"
            " registers all of it at once.</p>"
        )

    @property
    def is_coming(self) -> bool:
        """Whether the list is that of what is still on its way."""
        return self.coming_key.isChecked()

    def opened(self, argument: str) -> None:
        """With an argument: searches for it."""
        if argument:
            self.entry.setText(argument)
        self._load()

    def changed(self, changes: Changes) -> None:
        """Any case may have moved it."""
        if self.isVisible() and (changes.cases or changes.city or changes.calendar):
            self._load()

    def first_focus(self) -> None:
        """The search."""
        self.entry.setFocus()
        self.entry.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the list work in the search and on the list alike."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._take_key(watched, event):
            return True
        return super().eventFilter(watched, event)

    def current(self) -> DeliveryLine | None:
        """The line under the bar."""
        return self.model.row_at(self.table.currentIndex())

    def chosen(self) -> tuple[DeliveryLine, ...]:
        """What Enter is about: the marked lines, or the one under the bar."""
        marked = tuple(line for line in self.lines if line.case.case_id in self.marked)
        line = self.current()
        return marked or ((line,) if line is not None else ())

    def _take_key(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if watched is self.entry and key in _MOVES:
            self.table.keyPressEvent(event)
        elif key == Qt.Key.Key_Insert or (key == Qt.Key.Key_Space and watched is self.table):
            self._mark()
        elif key in _ENTER:
            self._begin()
        elif key == Qt.Key.Key_Escape and watched is self.entry and self.entry.text():
            self.entry.clear()
        else:
            return False
        return True

    # Showing

    def _load(self) -> None:
        counter, language, is_coming = self.context.counter, self.context.language, self.is_coming
        today = counter.clock.today()
        self.read(lambda: load(counter.store, today=today, language=language, is_coming=is_coming), self._have)

    def _have(self, lines: tuple[DeliveryLine, ...]) -> None:
        self.lines = lines
        self.marked &= {line.case.case_id for line in lines}
        self._show()

    def _show(self) -> None:
        kept = self.current()
        shown = [line for line in self.lines if line.matches(self.entry.text())]
        self.model.set_rows(shown)
        ids = [line.case.case_id for line in shown]
        row = ids.index(kept.case.case_id) if kept is not None and kept.case.case_id in ids else 0
        if shown:
            self.table.selectionModel().setCurrentIndex(
                self.model.index(row, 0),
                QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
            )
        count = filled(self.tr("%1 on their way") if self.is_coming else self.tr("%1 to hand out"), len(shown))
        marks = filled(self.tr("%1 marked"), len(self.marked)) if self.marked else ""
        self.count.setText(f"{count}　{marks}".strip())
        self._show_line()

    def _show_line(self) -> None:
        line = self.current()
        if line is not None:
            self.why.setText(line.why)
        elif self.lines:
            self.why.setText(self.tr("Nothing matches."))
        else:
            self.why.setText(
                self.tr("No case waits for its result.")
                if self.is_coming
                else self.tr("No result waits for a citizen.")
            )
        self.together_key.setVisible(line is not None and line.others > 0 and not self.is_coming)
        self.open_key.setEnabled(line is not None)
        self.turn_key.setEnabled(line is not None)

    # Doing

    def _mark(self) -> None:
        line = self.current()
        if line is None or line.held:
            return
        self.marked ^= {line.case.case_id}
        self._show()

    def _mark_together(self) -> None:
        line = self.current()
        if line is not None:
            self.marked = {one.case.case_id for one in self.lines if one.citizen == line.citizen and not one.held}
            self._show()

    def _begin(self) -> None:
        chosen = self.chosen()
        if not chosen:
            return
        if chosen[0].held:
            self.say(chosen[0].why, tone="bad")
            return
        self._asked = chosen
        context = self.context
        asked = questions_of(chosen, is_coming=self.is_coming, session=context.session, language=context.language)
        numbers = "、".join(line.result for line in chosen)
        heading = self.tr("Arrived: %1") if self.is_coming else self.tr("To hand out: %1")
        button = self.tr("Register as arrived") if self.is_coming else self.tr("Hand out and print the receipt")
        self.form.ask(filled(heading, numbers), button, asked)

    def _do(self, answers: Answers) -> None:
        context = self.context
        wanted = Wanted(self._asked, answers, self.is_coming)
        count = len(self._asked)

        def done(found: tuple[Changes, tuple[str, ...]]) -> None:
            changes, papers = found
            self._close()
            self.marked.clear()
            self.entry.clear()
            text = self.tr("%1 results registered") if wanted.is_coming else self.tr("%1 results handed out")
            self.say(filled(text, count), tone="good")
            self.changes_made.emit(changes)
            if papers:
                context.printer.open_papers(papers)

        context.tasks.run(job_of(wanted, context.counter, context.session), done, self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, DomainError):
            field = error.field if isinstance(error, InvalidInput) else ""
            self.form.set_error(field, error_text(error, self.context.language))
        else:
            self.failed(error)

    def _close(self) -> None:
        self.form.close_form()
        self.first_focus()

    def _open(self) -> None:
        line = self.current()
        if line is not None:
            self.goto("case", f"{line.case.case_id}#actions")

    def _turn(self) -> None:
        """The citizen checks what is handed out, and may rate the whole."""
        line = self.current()
        if line is not None:
            self.citizen_turn.emit(line.case.case_id)

    # Layout

    def _bind(self) -> None:
        self.entry.textChanged.connect(self._show)
        self.table.row_chosen.connect(self._begin)
        self.table.selectionModel().currentRowChanged.connect(self._show_line)
        self.coming_key.toggled.connect(self._switched)
        self.together_key.clicked.connect(self._mark_together)
        self.open_key.clicked.connect(self._open)
        self.turn_key.clicked.connect(self._turn)
        self.form.answered.connect(self._do)
        self.form.left.connect(self._close)

    def _switched(self) -> None:
        self.marked.clear()
        self._close()
        self._load()

    def _lay_out(self) -> None:
        card = Card()
        card.body.setContentsMargins(0, 12, 0, 10)
        top, below = QHBoxLayout(), QVBoxLayout()
        top.setContentsMargins(16, 0, 16, 0)
        top.setSpacing(SPACING)
        top.addWidget(self.entry, 1)
        top.addWidget(self.count)
        top.addWidget(self.coming_key)
        below.setContentsMargins(16, 0, 16, 0)
        keys = QHBoxLayout()
        keys.setSpacing(SPACING)
        keys.addWidget(self.why, 1)
        keys.addWidget(self.together_key)
        keys.addWidget(self.turn_key)
        keys.addWidget(self.open_key)
        below.addLayout(keys)
        below.addWidget(self.form)
        below.addWidget(label(self.tr("↑ ↓ choose · Insert marks · Enter goes on"), "small"))
        card.body.addLayout(top)
        card.body.addWidget(self.table, 1)
        card.body.addLayout(below)
        self.body.addWidget(card, 1)

    def _columns(self) -> tuple[Column[DeliveryLine], ...]:
        return (
            Column("", lambda line: "✓" if line.case.case_id in self.marked else ""),
            Column(self.tr("State"), lambda line: line.state, tone=lambda line: line.tone),
            Column(self.tr("Applicant"), lambda line: line.case.applicant.name),
            Column(self.tr("Id number"), lambda line: line.id_masked),
            Column(self.tr("Result"), lambda line: line.result),
            Column(self.tr("Case number"), lambda line: line.case.case_number),
        )
