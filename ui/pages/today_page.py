"""Today: what is open and due, what was typed and not finished, which sheet is not confirmed, what the day brought."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.people import ClerkRole
from desktop.messages import sentence
from desktop.ports import Changes, Taken
from desktop.services.shift import shift_sheet
from ui import printable
from ui.context import Context
from ui.filled import filled
from ui.pages.draft_takeover import DraftTakeOver
from ui.pages.page import Page
from ui.pages.today_cases import OpenCases
from ui.pages.today_presenter import DraftRow, Hint, TodayView, load
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label

ROWS_AT_MOST = 3


class TodayPage(Page):
    """Where the day begins. Enter on a draft goes on with it; Enter on a case opens it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._figures: dict[str, QLabel] = {}
        self._view: TodayView | None = None
        self._wants_focus = True
        self.cases = OpenCases(context.language)
        self.cases.opened.connect(lambda case_id: self.goto("case", case_id))
        self.new_intake = KeyButton(self.tr("Take in an application"), "F2", primary=True)
        self.new_intake.setObjectName("newIntake")
        self.new_intake.clicked.connect(lambda: self.goto("intake"))
        self.cases.empty_row.addWidget(self.new_intake)
        self.cases.empty_row.addStretch()
        self.shift = KeyButton(self.tr("End-of-day sheet"), "F9", is_shortcut=True)
        self.shift.setObjectName("shiftSheet")
        self.shift.clicked.connect(self._issue_shift_sheet)
        self.difficulty = KeyButton(self.tr("Could not be done"), "Ctrl+D")
        self.difficulty.setObjectName("reportDifficulty")
        self.difficulty.clicked.connect(lambda: self.goto("difficulties"))
        self.hints = QVBoxLayout()
        self.drafts = Card(self.tr("Unfinished, Enter goes on"))
        self.over = DraftTakeOver(self)
        self.papers = Card(self.tr("Sheets not confirmed"))
        self.print_waiting = KeyButton(self.tr("Print all that wait"), "Ctrl+P", is_shortcut=True)
        self.print_waiting.setObjectName("printWaiting")
        self.print_waiting.clicked.connect(self.context.printer.open_waiting)
        self._lay_out()

    def title(self) -> str:
        """Heading."""
        return self.tr("Today")

    def help_text(self) -> str:
        """F1."""
        return self.tr(
            "<p>Open cases stand here by date: the nearest first. The lamp says how many working days are left.</p>"
            "<p>What was typed and not taken in is on the right: Enter goes on in the same field. <b>Alt+T</b> goes on"
            " with a colleague's draft: they agree with their PIN or password, or the lead decides; the reason stays on"
            " record.</p>"
            "<p>A sheet stays under <i>not confirmed</i> until somebody says that it came out of the printer.</p>"
            "<p><b>Enter</b> opens what is marked, <b>Tab</b> goes to the next list, <b>F2</b> takes in,"
            " <b>F9</b> prints the end-of-day sheet.</p>"
        )

    def opened(self, argument: str) -> None:
        """Reads everything again."""
        self._wants_focus = True
        self._load()

    def changed(self, changes: Changes) -> None:
        """Any action may have changed a count."""
        self._load()

    def first_focus(self) -> None:
        """The first draft, else the open cases, else the button that begins."""
        first = next((b for b in self.drafts.findChildren(QPushButton) if not b.isHidden()), None)
        if first is not None:
            first.setFocus()
        elif self._view is not None and self._view.open_rows:
            self.cases.table.setFocus()
        else:
            self.new_intake.setFocus()

    def _lay_out(self) -> None:
        counts = Card(self.tr("Today at this window"))
        counts.title_row.addWidget(self.difficulty)
        counts.title_row.addWidget(self.shift)
        counts.body.addLayout(self._counts_grid())
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(self.hints)
        left.addWidget(counts)
        left.addWidget(self.cases, 1)
        side = QWidget()
        side.setObjectName("side")
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.over.form)
        right.addWidget(self.over.beside)
        right.addStretch()
        beside = QVBoxLayout(self.over.beside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        for widget in (self.drafts, self.over.key, self.papers, self.print_waiting, self._keys()):
            beside.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addLayout(left, 1)
        row.addWidget(side)
        self.body.addLayout(row)

    def _counts_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(0)
        names = (
            ("received", self.tr("received")),
            ("accepted", self.tr("accepted")),
            ("corrections", self.tr("to be corrected")),
            ("refused", self.tr("not accepted")),
            ("informed", self.tr("informed only")),
            ("papers_issued", self.tr("papers")),
            ("reprints", self.tr("reprints")),
        )
        for column, (name, text) in enumerate(names):
            self._figures[name] = label("0", "figure")
            self._figures[name].setAccessibleName(text)
            grid.addWidget(self._figures[name], 0, column)
            grid.addWidget(label(text, "muted"), 1, column)
        grid.setColumnStretch(len(names), 1)
        return grid

    def _keys(self) -> Card:
        card = Card(self.tr("Keys"))
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        rows = (
            ("F2", self.tr("take in an application")),
            ("F3", self.tr("find a case")),
            ("F4", self.tr("what has to be done")),
            ("Alt+D", self.tr("results to hand out")),
            ("Alt+H", self.tr("who holds what")),
            ("F6", self.tr("sync with the city")),
            ("F7", self.tr("catalogue, one-time notice")),
            ("Ctrl+L", self.tr("lock, change of clerk")),
            ("F1", self.tr("help for this page")),
        )
        for row, (key, text) in enumerate(rows):
            grid.addWidget(label(key, "strong"), row, 0)
            grid.addWidget(label(text, "muted"), row, 1)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(16)
        card.body.addLayout(grid)
        return card

    def _issue_shift_sheet(self) -> None:
        """The sheet of the day as it stands, on the printing desk."""
        counter, session = self.context.counter, self.context.session

        def job() -> Taken:
            printable.load()
            with counter.store.write(session) as uow:
                taken = shift_sheet(uow, session, day=counter.clock.today())
                return printable.require_printable_papers(uow, taken)

        self.run(job, self._shift_sheet_issued)

    def _shift_sheet_issued(self, taken: Taken) -> None:
        self.changes_made.emit(taken.changes)
        self.context.printer.open_papers(taken.papers)

    def _load(self) -> None:
        counter, session = self.context.counter, self.context.session
        today = counter.clock.today()
        is_lead = session.clerk.role is ClerkRole.LEAD
        self.read(
            lambda: load(
                counter.store,
                today=today,
                window=session.window,
                clerk_id=session.clerk.clerk_id,
                sees_all_drafts=is_lead,
            ),
            self._show,
        )

    def _show(self, view: TodayView) -> None:
        self._view = view
        counts = view.counts
        for name, figure in self._figures.items():
            figure.setText(str(counts.refused + counts.not_required if name == "refused" else getattr(counts, name)))
        self.cases.show_rows(view.open_rows, has_cases=view.has_cases)
        self._show_hints(view.hints)
        if view.refused or view.conflicts:
            self._say_trouble(view)
        if view.clock_behind is not None:
            self._say_clock_behind(view.clock_behind)
        had_focus = self.drafts.isAncestorOf(self.focusWidget() or self)
        _refill(self.drafts, [self._draft_button(draft) for draft in view.drafts[:ROWS_AT_MOST]])
        _refill(self.papers, [self._paper_button(paper.number, paper.title) for paper in view.papers[:ROWS_AT_MOST]])
        self.over.show_drafts(view.colleagues)
        self._show_rest(self.drafts, len(view.drafts))
        self._show_rest(self.papers, len(view.papers))
        self.print_waiting.setVisible(bool(view.papers))
        if self.isVisible() and (self._wants_focus or had_focus):
            self.first_focus()
        self._wants_focus = False

    def _show_rest(self, card: Card, count: int) -> None:
        """Says how many there are beside the title, if not all of them are listed."""
        card.set_count(filled(self.tr("%1 in all"), count) if count > ROWS_AT_MOST else "")

    def _show_hints(self, hints: tuple[Hint, ...]) -> None:
        while (item := self.hints.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        texts = {
            Hint.NO_CATALOGUE: (self.tr("No catalogue is in force: nothing can be taken in."), "catalogue"),
            Hint.NO_RECOVERY_SHEET: (sentence("no_recovery_sheet", language=self.context.language), "data"),
            Hint.NEXT_YEAR: (self.tr("The work calendar of next year is not entered yet."), "calendar"),
        }
        for hint in hints:
            text, section = texts[hint]
            button = QPushButton(self.tr("Open settings"))
            button.setObjectName(f"hint_{hint.value}")
            button.setAccessibleName(filled(self.tr("%1 Open settings"), text))
            button.clicked.connect(lambda _=False, name=section: self.goto("settings", name))
            self.hints.addWidget(_hint_card(label(f"● {text}", ink="yellow"), button))

    def _say_trouble(self, view: TodayView) -> None:
        """Above the other hints, in red: a citizen's case does not go on until somebody looks."""
        parts = []
        if view.refused:
            parts.append(filled(self.tr("The city did not take %1 entries"), view.refused))
        if view.conflicts:
            parts.append(filled(self.tr("%1 cases were worked on at two windows"), view.conflicts))
        text = "　".join(parts)
        button = KeyButton(self.tr("To do"), "F4")
        button.setObjectName("hint_todo")
        button.setAccessibleName(text)
        button.clicked.connect(lambda: self.goto("todo"))
        line = label(f"● {text}", ink="red")
        line.setObjectName("cityTrouble")
        self.hints.insertWidget(0, _hint_card(line, button))

    def _say_clock_behind(self, last: date) -> None:
        """Above all other hints, in red: only the system's settings help."""
        text = sentence("clock_behind", {"last": last}, self.context.language)
        card = Card()
        line = label(f"● {text}", ink="red", wrap=True)
        line.setObjectName("clockBehind")
        card.body.addWidget(line)
        self.hints.insertWidget(0, card)

    def _draft_button(self, draft: DraftRow) -> QPushButton:
        item = draft.item_name or self.tr("item not chosen yet")
        person = draft.applicant or self.tr("no name yet")
        is_own = draft.clerk_id == self.context.session.clerk.clerk_id
        who = person if is_own else filled(self.tr("%1 (clerk %2)"), person, draft.clerk_name)
        gap = " · " if is_own else "\n"  # with a colleague's name the line is full: the time would be cut
        text = f"{item}\n{who}{gap}{draft.saved_at:%m-%d %H:%M}"
        return self._row_button("draft", text, lambda: self._open_draft(draft, is_own=is_own))

    def _open_draft(self, draft: DraftRow, *, is_own: bool) -> None:
        """One's own at once; a colleague's only by consent or with a reason, or the next key makes it one's own."""
        if is_own:
            self.goto("intake", draft.draft_id)
        else:
            self.over.begin(draft)

    def _paper_button(self, number: str, title: str) -> QPushButton:
        return self._row_button("paper", f"{title}\n{number}", lambda: self.context.printer.open_paper(number))

    def _row_button(self, name: str, text: str, action: object) -> QPushButton:
        button = KeyButton(text)
        button.setObjectName("rowButton")
        button.setProperty("row", name)
        button.setProperty("kind", "row")
        button.setAccessibleName(text.replace("\n", " "))
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(action)
        return button


def _hint_card(line: QLabel, button: QPushButton) -> Card:
    card = Card()
    row = QHBoxLayout()
    row.addWidget(line, 1)
    row.addWidget(button)
    card.body.addLayout(row)
    return card


def _refill(card: Card, rows: list[QPushButton]) -> None:
    """Other rows in the card; without any it goes away."""
    for old in card.findChildren(QPushButton):
        old.hide()
        card.body.removeWidget(old)
        old.deleteLater()
    for row in rows:
        card.body.addWidget(row)
    card.setVisible(bool(rows))
