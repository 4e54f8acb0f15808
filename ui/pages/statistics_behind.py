"""What is behind a figure, as a list that is as long as the figure says; Enter opens the case."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.statistics import Act
from desktop.services.calendar import work_calendar
from ui.context import Context
from ui.filled import filled
from ui.pages.statistics_behind_presenter import BehindLine, behind
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.table import Column, RowTable
from ui.widgets.table_view import TableView

WIDTHS = (312, 0, 110, 96, 170, 58, 108, 58)
NUMBER_COLUMN, STATE_COLUMN, DUE_COLUMN, WINDOW_COLUMN, AMOUNT_COLUMN = 0, 3, 4, 5, 7
DROPPABLE = (AMOUNT_COLUMN, WINDOW_COLUMN, NUMBER_COLUMN)
RIGID = (STATE_COLUMN, DUE_COLUMN)


class BehindTable(RowTable[BehindLine]):
    """Rows are BehindLine. ROW_ROLE: the line; TONE_ROLE: of the state and of the lamp."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Column(self.tr("Number"), lambda line: line.code),
                Column(self.tr("Item"), lambda line: line.name),
                Column(self.tr("Applicant"), lambda line: line.person),
                Column(
                    self.tr("State"),
                    lambda line: line.state_word,
                    tone=lambda line: "accent" if line.is_open else "muted",
                ),
                Column(self.tr("Due"), lambda line: line.lamp, tone=lambda line: line.tone),
                Column(self.tr("Window"), lambda line: line.window),
                Column(self.tr("Counted on"), lambda line: line.day.isoformat()),
                Column(self.tr("Amount"), lambda line: str(line.number)),
            ),
            parent,
        )

    def headings(self) -> tuple[str, ...]:
        """Of the spreadsheet of the list."""
        return tuple(column.heading for column in self._columns)


class CasesBehind(QWidget):
    """Reads what the acts that it is given are about, in their order."""

    line_chosen = Signal(object)
    """The BehindLine to open."""

    left = Signal()
    """Back to the figures."""

    failed = Signal(object)
    """The error of a list that could not be read."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = 0
        self.found: tuple[BehindLine, ...] = ()
        self.heading = ""
        self.model = BehindTable(self)
        self.table = TableView("casesBehind", self.tr("Cases behind the figure"))
        self.table.set_model(self.model, widths=list(WIDTHS), droppable=DROPPABLE, rigid=RIGID)
        self.table.row_chosen.connect(self.line_chosen)
        self.card = Card(" ")
        self.back = KeyButton(self.tr("Back to the figures"), "Esc")
        self.back.setObjectName("backToFigures")
        self.back.clicked.connect(self.left)
        self.export = KeyButton(self.tr("Save as spreadsheet"), "Ctrl+E", is_shortcut=True)
        self.export.setObjectName("exportCasesBehind")
        self.card.title_row.addWidget(self.export)
        self.card.title_row.addWidget(self.back)
        self.card.body.setContentsMargins(0, 10, 0, 10)
        self.card.title_row.setContentsMargins(16, 0, 16, 0)
        self.card.body.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)

    def ask(self, title: str, acts: Sequence[Act]) -> None:
        """Lists them under the title."""
        self._asked += 1
        asked, counter, language = self._asked, self._context.counter, self._context.language
        self.heading = title
        self.card.set_title(title)
        self._show(())

        def job() -> tuple[BehindLine, ...]:
            today = counter.clock.today()
            with counter.store.read() as reader:
                return behind(reader, acts, today=today, calendar=work_calendar(reader, today), language=language)

        def done(found: tuple[BehindLine, ...]) -> None:
            if asked == self._asked:
                self._show(found)

        self._context.tasks.read(job, done, self.failed.emit)

    def _show(self, found: tuple[BehindLine, ...]) -> None:
        self.found = found
        self.model.set_rows(found)
        amount = sum(line.number for line in found)
        several = filled(self.tr("%1 in %2 lines"), amount, len(found))
        self.card.set_count(several if amount != len(found) else filled(self.tr("%1 lines"), amount))
        if found:
            self.table.selectRow(0)
