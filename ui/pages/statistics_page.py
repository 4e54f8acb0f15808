"""Statistics (F11): what a day, a month or a year has brought, and the cases behind every figure."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.statistics import By, Period, Span
from desktop.ports import Changes, Taken
from desktop.services import statistics
from desktop.services.statistics import Statistics
from desktop.services.supervision import supervision_report
from ui import printable
from ui.context import Context
from ui.filled import filled
from ui.models.figure_table import FigureView
from ui.pages import statistics_presenter as presenter
from ui.pages.page import Page
from ui.pages.spreadsheet import Sheet, write_book
from ui.pages.statistics_behind import CasesBehind
from ui.pages.statistics_behind_presenter import BehindLine, Target, values
from ui.pages.statistics_chart import ChartPicture
from ui.pages.statistics_choice import ChoiceBar
from ui.pages.statistics_export import StatisticsExport
from ui.pages.statistics_presenter import COLUMNS, Cell, Part, Row, heading
from ui.widgets.card import Card
from ui.widgets.current_stack import CurrentStack
from ui.widgets.key_button import KeyButton
from ui.widgets.label import Label, restyle

NAME_WIDTH, FIGURE_WIDTH = 34, 12
TABLE_LEAST_PX = 120
SHEET_NAME_MOST = 31  # of a spreadsheet
BEHIND_WIDTHS = (36, 34, 14, 12, 18, 8, 12, 8)


class SumLine(Label):
    """How the parts add up, on as many lines as it needs beside the keys."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reconciliation")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def hasHeightForWidth(self) -> bool:
        """No: else the whole page asks for the height that it would like, and the chart never gives way."""
        return False


class StatisticsPage(Page):
    """1, 2, 3 choose the sheet, Alt+1 … the rest; Enter on a figure lists its cases, Esc goes back to the figures."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.found: Statistics | None = None
        self.period = Period.around(context.counter.clock.today(), Span.MONTH)
        self.part, self.by = Part.CASES, By.ITEM
        self._asked = 0
        self.choice = ChoiceBar(context.language)
        self.table = FigureView("statistics", self.tr("Statistics"))
        self.table.installEventFilter(self)
        self.sum_line = SumLine()
        self.export = KeyButton(self.tr("Save as spreadsheet"), "Ctrl+E", is_shortcut=True)
        self.export.setObjectName("exportStatistics")
        self.report = KeyButton(self.tr("Supervision report"), "F9", is_shortcut=True)
        self.report.setObjectName("supervisionReport")
        self.picture = ChartPicture(context.printer.worker, lambda: context.settings)
        self.behind = CasesBehind(context)
        self.exports = StatisticsExport(self)
        self.stack = CurrentStack()
        self._lay_out()
        self._bind()

    def title(self) -> str:
        """统计."""
        return self.tr("Statistics")

    def help_text(self) -> str:
        """F1."""
        return self.tr(
            "<p>What a day, a month or a year has brought, by item, window, clerk or time. The first row is the whole;"
            " the rows below always add up to it.</p>"
            "<p><b>PgUp PgDn</b> the period before and behind · <b>Alt+1 2 3</b> day, month, year · <b>1 2 3</b> cases,"
            " days, service · <b>Alt+4 … 7</b> by item, window, clerk, time.</p>"
            "<p><b>Enter</b> on a figure lists what was counted, line by line, Enter opens it, <b>Esc</b> goes back ·"
            " <b>F9</b> issues the supervision report of the month · <b>Ctrl+E</b> saves all sheets as a"
            " spreadsheet.</p>"
            "<p>Days are working days; those of a special procedure are not counted. The median is the middle case;"
            " nine of ten cases took no longer than the 90 % figure. Promised and legal days are those of the"
            " acceptance notice. A thing counts on the day on which it was entered; what was open or overdue is as it"
            " stood at the end of the period. Of items applied for as one each is counted once it has its own case; a"
            " notice, a visit or an amendment for all of them counts once.</p>"
        )

    def opened(self, argument: str) -> None:
        """Counts again; a list of cases that was open stays open."""
        self._load()

    def changed(self, changes: Changes) -> None:
        """Any case may have moved a figure."""
        if self.isVisible() and (changes.cases or changes.city or changes.papers or changes.calendar):
            self._load()

    def first_focus(self) -> None:
        """The figures, or the list that is open."""
        (self.behind.table if self.stack.currentWidget() is self.behind else self.table).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On the figures 1, 2, 3 choose a sheet, and the page keys a period."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            part = next((part for part in Part if event.text() == part.value), None)
            if part is not None and event.modifiers() in (_NONE, Qt.KeyboardModifier.KeypadModifier):
                self.choice.choose_part(part)
                return True
            if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                (self._go_back if event.key() == Qt.Key.Key_PageUp else self._go_on)()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the list of cases."""
        if event.key() == Qt.Key.Key_Escape and self.stack.currentWidget() is self.behind:
            self._show_figures()
        else:
            super().keyPressEvent(event)

    # Showing

    def _load(self) -> None:
        self._asked += 1
        asked, counter, period = self._asked, self.context.counter, self.period
        today = counter.clock.today()
        self.choice.show_period(
            presenter.period_text(period, self.context.language), is_newest=presenter.newest_start(period, today)
        )

        def job() -> Statistics:
            with counter.store.read() as reader:
                return statistics.read(reader, period, today=today)

        def done(found: Statistics) -> None:
            if asked == self._asked:
                self._show(found)

        self.read(job, done)

    def _show(self, found: Statistics) -> None:
        self.found = found
        self._show_table()

    def _show_table(self) -> None:
        if self.found is None:
            return
        language = self.context.language
        headings = ["", *(heading(column, language) for column in COLUMNS[self.part])]
        self.table.show_rows(headings, self._rows(self.part))
        self.picture.show_chart(presenter.chart(self.found, self.part, self.by, language))
        tally = self.found.reconciled()
        text, period = presenter.reconciliation(tally), self.found.period
        if text and period.ends_on < self.found.read_on:
            text = filled(self.tr("%1 · as it stood on %2"), text, period.ends_on.isoformat())
        self.sum_line.setText(text)
        self.sum_line.setProperty("ink", "red" if tally.difference else "")
        restyle(self.sum_line)

    def _rows(self, part: Part) -> tuple[Row, ...]:
        assert self.found is not None
        return presenter.rows(self.found, part, self.by, total=self.tr("All"), language=self.context.language)

    # Doing

    def _go_back(self) -> None:
        self.period = self.period.before
        self._load()

    def _go_on(self) -> None:
        if not presenter.newest_start(self.period, self.context.counter.clock.today()):
            self.period = self.period.after
            self._load()

    def _choose_span(self, span: Span) -> None:
        """The period of this length around the newest day of the one that was shown."""
        day = min(self.period.ends_on, self.context.counter.clock.today())
        self.period = Period.around(day, span)
        self._load()

    def _choose_part(self, part: Part) -> None:
        self.part = part
        self._show_table()

    def _choose_by(self, by: By) -> None:
        self.by = by
        self._show_table()

    def _open(self, chosen: tuple[Row, Cell]) -> None:
        row, cell = chosen
        parts = (
            presenter.period_text(self.period, self.context.language),
            row.name,
            heading(cell.column, self.context.language),
        )
        self.behind.ask(" · ".join(parts), cell.acts)
        self.stack.setCurrentWidget(self.behind)
        self.choice.setEnabled(False)
        self.behind.table.setFocus()

    def _open_line(self, line: BehindLine) -> None:
        """The case, the difficulty, or the paper of no case on the printing desk."""
        if line.target is Target.PAPER:
            self.context.printer.open_papers((line.key,))
        else:
            self.goto(line.target.value, line.key)

    def _show_figures(self) -> None:
        self.choice.setEnabled(True)
        self.stack.setCurrentIndex(0)
        self.table.setFocus()

    def _issue_report(self) -> None:
        """The report of the month in view, on the printing desk; of a year or a day the month of its last day."""
        counter, session = self.context.counter, self.context.session
        today = counter.clock.today()
        month = min(self.period.ends_on, today)

        def job() -> Taken:
            printable.load()
            with counter.store.write(session) as uow:
                taken = supervision_report(uow, session, month=month, today=today)
                return printable.require_printable_papers(uow, taken)

        self.say(self.tr("The supervision report is being made …"))
        self.run(job, self._report_issued)

    def _report_issued(self, taken: Taken) -> None:
        self.changes_made.emit(taken.changes)
        self.context.printer.open_papers(taken.papers)

    def _export(self) -> None:
        if self.found is not None:
            sheets = self._sheets()
            self.exports.save(presenter.period_text(self.period, "en"), lambda path: write_book(path, sheets))

    def _export_list(self) -> None:
        """The cases that are listed, as on the page of cases."""
        found, title = self.behind.found, self.behind.heading
        headings = self.behind.model.headings()
        rows = [values(line) for line in found]
        sheet = Sheet(title[:SHEET_NAME_MOST], headings, rows, BEHIND_WIDTHS)
        name = f"{presenter.period_text(self.period, 'en')}-{self.tr('cases')}"
        self.exports.save(name, lambda path: write_book(path, (sheet,)))

    def _sheets(self) -> Sequence[Sheet]:
        """Every sheet as it is divided now, the total first."""
        language, made = self.context.language, []
        for part in Part:
            headings = [self.choice.by_text(self.by), *(heading(column, language) for column in COLUMNS[part])]
            widths = (NAME_WIDTH, *(FIGURE_WIDTH for _ in COLUMNS[part]))
            made.append(Sheet(self.choice.part_text(part), headings, presenter.sheet_rows(self._rows(part)), widths))
        return made

    # Layout

    def _bind(self) -> None:
        self.choice.back.clicked.connect(self._go_back)
        self.choice.on.clicked.connect(self._go_on)
        self.choice.span_chosen.connect(self._choose_span)
        self.choice.part_chosen.connect(self._choose_part)
        self.choice.by_chosen.connect(self._choose_by)
        self.export.clicked.connect(self._export)
        self.report.clicked.connect(self._issue_report)
        self.table.figure_chosen.connect(self._open)
        self.picture.failed.connect(self.failed)
        self.behind.line_chosen.connect(self._open_line)
        self.behind.left.connect(self._show_figures)
        self.behind.failed.connect(self.failed)
        self.behind.export.clicked.connect(self._export_list)

    def _lay_out(self) -> None:
        self.body.addWidget(self.choice)
        self.table.setMinimumHeight(TABLE_LEAST_PX)
        figures = QWidget()
        column = QVBoxLayout(figures)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        card = Card()
        card.body.setContentsMargins(8, 6, 8, 8)
        card.body.addWidget(self.table, 1)
        line = QHBoxLayout()
        line.setContentsMargins(8, 0, 8, 0)
        line.setSpacing(8)
        line.addWidget(self.sum_line, 1)
        line.addWidget(self.report)
        line.addWidget(self.export)
        card.body.addLayout(line)
        column.addWidget(card, 3)
        drawn = Card()
        drawn.body.setContentsMargins(8, 6, 8, 6)
        drawn.body.addWidget(self.picture)
        column.addWidget(drawn, 2)
        self.stack.addWidget(figures)
        self.stack.addWidget(self.behind)
        self.body.addWidget(self.stack, 1)


_NONE = Qt.KeyboardModifier.NoModifier
