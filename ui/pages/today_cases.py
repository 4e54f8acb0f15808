"""The open cases of Today, and what is said while there are none."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop import messages
from desktop.domain.case import CaseState
from desktop.domain.deadline import Lamp
from ui.filled import filled
from ui.pages.today_presenter import OpenRow
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.table import Column, RowTable
from ui.widgets.table_view import TableView

WIDTHS = [150, 0, 110, 90, 90]
DROPPABLE = (4, 3)  # large text: the day of receipt goes first, then the state


class OpenCases(Card):
    """A card with the table. `opened` carries the case id of the row that was chosen."""

    opened = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._language = language
        self.set_title(self.tr("Open cases, the nearest date first"))
        self.model: RowTable[OpenRow] = RowTable(self._columns(), self)
        self.table = TableView("openCases", self.tr("Open cases"))
        self.table.set_model(self.model, widths=WIDTHS, droppable=DROPPABLE, rigid=(0,))
        self.table.row_chosen.connect(lambda row: self.opened.emit(row.case.case_id))
        self.empty_title = label("", "h2")
        self.empty_text = label("", "muted", wrap=True)
        self.empty_row = QHBoxLayout()
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(10)
        column.addWidget(self.empty_title)
        column.addWidget(self.empty_text)
        column.addLayout(self.empty_row)
        column.addStretch()
        self.stack = QStackedWidget()
        self.stack.addWidget(empty)
        self.stack.addWidget(self.table)
        self.body.addWidget(self.stack, 1)
        self.show_rows((), has_cases=False)

    def show_rows(self, rows: Sequence[OpenRow], *, has_cases: bool) -> None:
        """Shows these; while there are none, says what to do."""
        kept = self.table.currentIndex().row()
        self.model.set_rows(rows)
        if rows:
            self.table.selectRow(min(max(kept, 0), len(rows) - 1))
        self.stack.setCurrentIndex(1 if rows else 0)
        if has_cases:
            self.empty_title.setText(self.tr("Nothing is open"))
            self.empty_text.setText(self.tr("Everything taken in here is decided. F2 takes in the next application."))
        else:
            self.empty_title.setText(self.tr("The first case begins with F2"))
            self.empty_text.setText(
                self.tr(
                    "Choose the item by its first letters, enter the applicant, check the materials one key each; the"
                    " right paper comes out at the end. What is typed is saved by itself, also without a network."
                )
            )

    def _columns(self) -> tuple[Column[OpenRow], ...]:
        return (
            Column(self.tr("Due"), self._due_text, tone=_tone),
            Column(self.tr("Item"), lambda row: row.case.item_name),
            Column(self.tr("Applicant"), lambda row: row.case.applicant_name),
            Column(self.tr("State"), lambda row: messages.word(CaseState(row.case.state), self._language)),
            Column(self.tr("Received"), lambda row: f"{row.case.received_on:%m-%d}"),
        )

    def _due_text(self, row: OpenRow) -> str:
        if row.case.due_on is None:
            return self.tr("no date")
        if row.days is None:
            return f"{row.case.due_on:%Y-%m-%d}"
        if row.lamp is Lamp.RED:
            return filled(self.tr("● %1 days over"), max(1, -row.days))
        if row.days == 0:
            return self.tr("● due today")
        return filled(self.tr("● %1 days left"), row.days)


def _tone(row: OpenRow) -> str:
    return row.lamp.value if row.lamp is not None else "muted"
