"""The tab of the city on the case page: is it there, what did it say and what was done about it, and a conflict."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.ports_sync import AnswerKind
from ui.pages.case_city_presenter import AnswerView, CityView
from ui.pages.case_conflict import ConflictPanel
from ui.pages.settle_strip import SettleStrip, Way, way_text
from ui.widgets.chip import Chip
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label
from ui.widgets.table import Column, RowTable
from ui.widgets.table_view import TableView

WIDTHS = [112, 86, 130, 0, 112, 92]
DROPPABLE = (2, 0, 4)
RIGID = (1, 5)


class CityTab(QWidget):
    """1, 2, 3 deal with the answer under the bar. Emits `settled` with a Settlement, `conflict_settled`."""

    settled = Signal(object)
    conflict_settled = Signal()

    def __init__(self, language: str, *, is_lead: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_lead = is_lead
        self.receipt = Chip("", "muted")
        self.receipt_text = label("", "muted", wrap=True)
        self.conflict = ConflictPanel()
        self.model: RowTable[AnswerView] = RowTable(self._columns(), self)
        self.table = TableView("cityAnswers", self.tr("Answers of the city"))
        self.table.set_model(self.model, widths=WIDTHS, droppable=DROPPABLE, rigid=RIGID)
        self.table.installEventFilter(self)
        self.whole = label(wrap=True)
        self.way_keys = {way: KeyButton(way_text(way), way.value) for way in Way}
        self.strip = SettleStrip(language)
        self.stack = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentRowChanged.connect(self._show_whole)
        self.table.row_chosen.connect(lambda _row: self._begin(Way.KNOWN))
        self.strip.settled.connect(self.settled)
        self.strip.left.connect(self.close_strip)
        self.conflict.settled.connect(self.conflict_settled)

    def show_view(self, view: CityView) -> None:
        """Another state of the case; the bar goes to the first answer that is open."""
        self.receipt.set_state(view.receipt_word, view.receipt_tone)
        self.receipt_text.setText(view.receipt)
        self.conflict.show_view(view)
        self.model.set_rows(view.answers)
        first = next((place for place, row in enumerate(view.answers) if not row.answer.is_settled), 0)
        if view.answers:
            self.table.selectRow(first)
        self.stack.setCurrentIndex(0 if view.answers else 1)
        self.stack.setVisible(bool(view.answers) or not view.conflict)
        self._show_whole()

    def close_strip(self) -> None:
        """The keys again."""
        self.strip.hide()
        self._keys.show()
        self.table.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On the list 1, 2 and 3 are keys."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            way = next((way for way in Way if event.text() == way.value), None)
            if way is not None:
                self._begin(way)
                return True
        return super().eventFilter(watched, event)

    def _ways(self) -> frozenset[Way]:
        row = self.model.row_at(self.table.currentIndex())
        if row is None or row.answer.is_settled:
            return frozenset()
        ways = {Way.KNOWN} if self._is_lead else {Way.KNOWN, Way.TO_LEAD}
        if row.answer.kind in (AnswerKind.REFUSED, AnswerKind.CORRECTION):
            ways.add(Way.RESEND)
        return frozenset(ways)

    def _begin(self, way: Way) -> None:
        row = self.model.row_at(self.table.currentIndex())
        if row is not None and way in self._ways():
            self._keys.hide()
            self.strip.ask(row.answer, way)

    def _show_whole(self) -> None:
        if self.strip.isVisible():
            self.close_strip()
        row = self.model.row_at(self.table.currentIndex())
        self.whole.setText(row.text if row is not None else "")
        ways = self._ways()
        for way, key in self.way_keys.items():
            key.setVisible(way in ways)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 10, 16, 0)
        top.setSpacing(12)
        top.addWidget(self.receipt)
        top.addWidget(self.receipt_text, 1)
        self._keys = QWidget()
        keys = QHBoxLayout(self._keys)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(8)
        keys.addWidget(self.whole, 1)
        for way, key in self.way_keys.items():
            key.setObjectName(f"caseSettle_{way.name.lower()}")
            key.clicked.connect(lambda _=False, chosen=way: self._begin(chosen))
            keys.addWidget(key)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        below = QVBoxLayout()
        below.setContentsMargins(16, 0, 16, 8)
        below.addWidget(self._keys)
        below.addWidget(self.strip)
        column.addLayout(below)
        empty = QWidget()
        words = QVBoxLayout(empty)
        words.setContentsMargins(16, 8, 16, 8)
        words.addWidget(label(self.tr("The city has not said anything about this case yet."), "muted", wrap=True))
        words.addStretch()
        self.stack.addWidget(listed)
        self.stack.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(top)
        whole.addWidget(self.conflict, 1)
        whole.addWidget(self.stack, 2)

    def _columns(self) -> tuple[Column[AnswerView], ...]:
        return (
            Column(self.tr("When"), lambda row: row.at),
            Column(self.tr("Kind"), lambda row: row.kind_word, tone=lambda row: row.tone),
            Column(self.tr("Office"), lambda row: row.office),
            Column(self.tr("What it said"), lambda row: row.text),
            Column(self.tr("Due"), lambda row: row.due),
            Column(self.tr("State"), lambda row: row.state, tone=lambda row: row.state_tone if row.state else ""),
        )
