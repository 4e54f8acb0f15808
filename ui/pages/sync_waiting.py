"""Everything that waits for the city: what, since when, how far, why in one sentence, tries, the next try."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.filled import filled
from ui.pages.sync_presenter import ROWS_AT_MOST, WaitingLine
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label
from ui.widgets.table import Column, RowTable
from ui.widgets.table_view import TableView

WIDTHS = [208, 112, 108, 132, 0, 116]
DROPPABLE = (2, 1, 5)
RIGID = (3,)


class WaitingCard(Card):
    """Enter on a line tries it now, Alt+5 opens its case; below the list stands the whole reason of the line."""

    now_wanted = Signal()
    case_wanted = Signal(object)
    """WaitingLine."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("What the city has not acknowledged"))
        self.body.setContentsMargins(0, 12, 0, 10)
        self.title_row.setContentsMargins(16, 0, 16, 0)
        self.model: RowTable[WaitingLine] = RowTable(self._columns(), self)
        self.table = TableView("waiting", self.tr("What the city has not acknowledged"))
        self.table.set_model(self.model, widths=WIDTHS, droppable=DROPPABLE, rigid=RIGID)
        self.reason = label("", "muted", wrap=True)
        self.try_key = KeyButton(self.tr("Try now"), "Enter")
        self.try_key.setObjectName("tryNow")
        self.case_key = KeyButton(self.tr("Open the case"), "Alt+5", is_shortcut=True)
        self.case_key.setObjectName("openWaitingCase")
        self.nothing_title = label("", "h2")
        self.nothing = label("", "muted", wrap=True)
        self.stack = QStackedWidget()
        self._lay_out()
        self.table.row_chosen.connect(lambda _line: self.now_wanted.emit())
        self.try_key.clicked.connect(self.now_wanted)
        self.case_key.clicked.connect(self._open_case)
        self.table.selectionModel().currentRowChanged.connect(self._show_reason)

    @property
    def has_rows(self) -> bool:
        """Something waits."""
        return self.model.rowCount() > 0

    def show_lines(self, lines: Sequence[WaitingLine], *, is_online: bool) -> None:
        """Other rows; the bar stays on its line while that is still there."""
        kept = self.model.row_at(self.table.currentIndex())
        self.model.set_rows(lines)
        places = {(line.row.kind, line.what): place for place, line in enumerate(lines)}
        if lines:
            self.table.selectRow(places.get((kept.row.kind, kept.what), 0) if kept is not None else 0)
        many = len(lines) >= ROWS_AT_MOST
        text = self.tr("the first %1, in the order of sending") if many else self.tr("%1 in the order of sending")
        self.set_count(filled(text, len(lines)) if lines else "")
        self.nothing_title.setText(self.tr("Nothing waits"))
        self.nothing.setText(
            self.tr("The city has acknowledged everything that was taken in here.")
            if is_online
            else self.tr("Whatever is taken in from now on stands here until the city's receipt has come.")
        )
        self.stack.setCurrentIndex(0 if lines else 1)
        self._show_reason()

    def _show_reason(self) -> None:
        line = self.model.row_at(self.table.currentIndex())
        self.reason.setText(line.reason if line is not None else "")
        self.case_key.setEnabled(line is not None and bool(line.row.case_id))

    def _open_case(self) -> None:
        line = self.model.row_at(self.table.currentIndex())
        if line is not None and line.row.case_id:
            self.case_wanted.emit(line)

    def _lay_out(self) -> None:
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        below = QHBoxLayout()
        below.setContentsMargins(16, 0, 16, 0)
        below.setSpacing(8)
        below.addWidget(self.reason, 1)
        below.addWidget(self.try_key)
        below.addWidget(self.case_key)
        column.addLayout(below)
        empty = QWidget()
        words = QVBoxLayout(empty)
        words.setContentsMargins(16, 8, 16, 8)
        words.addWidget(self.nothing_title)
        words.addWidget(self.nothing)
        words.addStretch()
        self.stack.addWidget(listed)
        self.stack.addWidget(empty)
        self.body.addWidget(self.stack, 1)

    def _columns(self) -> tuple[Column[WaitingLine], ...]:
        return (
            Column(self.tr("What"), lambda line: line.what),
            Column(self.tr("Size"), lambda line: line.size),
            Column(self.tr("Since"), lambda line: line.since),
            Column(self.tr("State"), lambda line: line.state, tone=lambda line: line.tone),
            Column(self.tr("Why"), lambda line: line.reason),
            Column(self.tr("Tries, next"), lambda line: line.tries),
        )
