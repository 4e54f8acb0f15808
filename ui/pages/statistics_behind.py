"""The cases behind a figure, as a list; Enter opens one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.calendar import work_calendar
from ui.context import Context
from ui.filled import filled
from ui.models.case_table import DROPPABLE, RIGID, WIDTHS, CaseTable
from ui.pages.cases_presenter import CaseLine, lines
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.table_view import TableView


class CasesBehind(QWidget):
    """Reads the cases of the ids that it is given, in their order."""

    case_chosen = Signal(object)
    """The id of the case to open."""

    left = Signal()
    """Back to the figures."""

    failed = Signal(object)
    """The error of a list that could not be read."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = 0
        self.found: tuple[CaseLine, ...] = ()
        self.heading = ""
        self.model = CaseTable(self)
        self.table = TableView("casesBehind", self.tr("Cases behind the figure"))
        self.table.set_model(self.model, widths=WIDTHS, droppable=DROPPABLE, rigid=RIGID)
        self.table.row_chosen.connect(lambda line: self.case_chosen.emit(line.row.case_id))
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

    def ask(self, title: str, case_ids: Sequence[str]) -> None:
        """Lists these cases under the title."""
        self._asked += 1
        asked, counter, language = self._asked, self._context.counter, self._context.language
        self.heading = title
        self.card.set_title(title)
        self._show(())

        def job() -> tuple[CaseLine, ...]:
            today = counter.clock.today()
            with counter.store.read() as reader:
                rows = reader.case_rows(case_ids)
                return lines(rows, today=today, calendar=work_calendar(reader, today), language=language)

        def done(found: tuple[CaseLine, ...]) -> None:
            if asked == self._asked:
                self._show(found)

        self._context.tasks.read(job, done, self.failed.emit)

    def headings(self) -> tuple[str, ...]:
        """Of the spreadsheet of a list of cases."""
        return (
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

    def _show(self, found: tuple[CaseLine, ...]) -> None:
        self.found = found
        self.model.set_lines(found, may_have_more=False)
        self.card.set_count(filled(self.tr("%1 cases"), len(found)))
        if found:
            self.table.selectRow(0)
