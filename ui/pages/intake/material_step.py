"""Step 4: the checklist. One key judges a row and the bar moves on by itself; nothing here needs the mouse."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop import messages
from desktop.domain.checklist import MaterialState
from desktop.domain.errors import DomainError
from ui.pages.intake.flow_row import FlowRow
from ui.pages.intake.intake_presenter import IntakePresenter
from ui.pages.intake.material_presenter import STATE_KEYS, MaterialRow
from ui.pages.intake.material_strip import MaterialStrip
from ui.pages.intake.material_table import MaterialColumn, MaterialTable
from ui.pages.intake.scan_flow import ScanFlow
from ui.pages.intake.scan_hand import ScanHand
from ui.pages.intake.step_panel import ENTER_KEYS, StepPanel, digit_of
from ui.theme import scaled
from ui.widgets.label import label, restyle
from ui.widgets.table_view import TableView

SOURCE_FROM_PX = 740  # at 100 %
_WIDTHS = [40, 0, 176, 120, 84, 64, 126]


class MaterialStep(StepPanel):
    """List, keys and, below, the strip that helps to judge the row under the bar."""

    def __init__(self, presenter: IntakePresenter, *, language: str) -> None:
        super().__init__(presenter, language=language)
        self._wanted = ""
        self._percent = 100
        self.model = MaterialTable(language, self)
        self.table = TableView("materials", self.tr("Materials of this situation"))
        self.table.set_model(self.model, widths=_WIDTHS, rigid=(MaterialColumn.STATE, MaterialColumn.SCANS))
        self.table.selectionModel().currentRowChanged.connect(self._on_moved)
        self.table.verticalScrollBar().rangeChanged.connect(self._keep_in_view)
        self.watch(self.table)
        self.progress = label("", "muted")
        self.keys = {digit: self._key_button(digit, state) for digit, state in STATE_KEYS.items()}
        self.strip = MaterialStrip(language=language)
        self.strip.reason.textEdited.connect(self._on_reason_typed)
        self.strip.defect_chosen.connect(self._on_defect)
        self.watch(self.strip.reason)
        self.hand: ScanHand | None = None
        self._scan_told: dict[str, str] = {}
        self._lay_out()

    def use_scans(self, flow: ScanFlow) -> None:
        """Where the scanned pages of the form come from."""
        self.hand = ScanHand(flow, self.strip.scans, self.table, code=lambda: self.code, language=self.language)
        self.hand.changed.connect(self._on_scans)
        self.hand.told.connect(self._on_scan_told)
        self.watch(self.strip.scans.pages)

    def _on_scans(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_scan_told(self, told: tuple[str, str]) -> None:
        code, text = told
        self._scan_told = {code: text} if text else {}
        self._show_detail()

    def showEvent(self, event: QShowEvent) -> None:
        """The camera's folder is looked at while the list is in view."""
        super().showEvent(event)
        if self.hand is not None:
            self.hand.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """And no longer."""
        super().hideEvent(event)
        if self.hand is not None:
            self.hand.end()

    def _key_button(self, digit: int, state: MaterialState) -> QPushButton:
        word = messages.word(state, self.language)
        button = QPushButton(f"{digit} {word}")
        button.setObjectName("stateKey")
        button.setAccessibleName(word)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(partial(self._on_key_button, state))
        return button

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 8, 1, 1)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setContentsMargins(15, 0, 15, 0)
        head.setSpacing(2)
        head.addWidget(label(self.tr("Checklist"), "strong"))
        head.addSpacing(8)
        keys = FlowRow(gap=2, wants_one_line=True)
        for button in self.keys.values():
            keys.addWidget(button)
        head.addLayout(keys)
        head.addStretch()
        head.addWidget(self.progress)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.strip)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)

    # --- showing -----------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Rows in place; the bar stays on its material and in view."""
        rows = self._rows()
        known = [row.code for row in self.model.rows()]
        if known == [row.code for row in rows]:
            for number, row in enumerate(rows):
                if row != self.model.rows()[number]:
                    self.model.replace_row(number, row)
        else:
            code = self.code
            self.model.set_rows(rows)
            self._select(code)
        checked = sum(row.state is not MaterialState.UNCHECKED for row in rows)
        saved = sum(row.state in (MaterialState.SHARED, MaterialState.PLEDGED) for row in rows)
        text = self.tr("checked {done} / {all}").format(done=checked, all=len(rows))
        if saved:
            text = self.tr("{progress} · saved {count}").format(progress=text, count=saved)
        self.progress.setText(text)
        self._show_detail()

    def _rows(self) -> tuple[MaterialRow, ...]:
        rows, hand = self.presenter.material_rows(), self.hand
        return tuple(replace(row, scans=hand.flow.count(row.code)) for row in rows) if hand else rows

    def forget(self) -> None:
        """Another form is in view: its list begins at its own first row."""
        self._wanted = ""
        self.model.set_rows([])

    def set_percent(self, percent: int) -> None:
        """Columns for this size of text."""
        self._percent = percent
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns for this width."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Where there is little room, where a material comes from goes first; its name matters more."""
        has_room = self.width() >= scaled(SOURCE_FROM_PX, percent=self._percent)
        self.table.setColumnHidden(MaterialColumn.SOURCE, not has_room)

    @property
    def code(self) -> str:
        """The material under the bar; empty if there is none."""
        row = self.model.row_at(self.table.currentIndex())
        return row.code if row else ""

    def _select(self, code: str) -> None:
        codes = [row.code for row in self.model.rows()]
        if not codes:
            return
        index = self.model.index(codes.index(code) if code in codes else 0, 0)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)

    def _show_detail(self, told: str = "") -> None:
        detail = self.presenter.material_detail(self.code)
        is_wanted = bool(self.code) and self._wanted == self.code
        self.strip.show_detail(detail, is_reason_wanted=is_wanted, told=told or self._scan_told.get(self.code, ""))
        if self.hand is not None:
            self.hand.show(self.code)
        for digit, button in self.keys.items():
            is_dim = detail is not None and STATE_KEYS[digit] not in detail.allowed
            if button.property("dim") != str(is_dim).lower():
                button.setProperty("dim", str(is_dim).lower())
                restyle(button)

    def _on_moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        if self._wanted and self._wanted != self.code:
            self._wanted = ""
        self._show_detail()
        if self.code:
            self.presenter.at(f"material.{self.code}")

    # --- keyboard ----------------------------------------------------------------------------------------------

    def entered(self) -> None:
        """The row or the reason of the draft; else the first row that nobody has looked at."""
        state = self.presenter.state  # read first: filling the list moves the bar
        self.refresh()
        kind, _, code = state.field.partition(".")
        if kind in ("material", "reason") and code:
            self._select(code)
            if kind == "reason":
                self._want_reason(state.cursor)
                return
        else:
            rows = self.model.rows()
            unchecked = (row.code for row in rows if row.state is MaterialState.UNCHECKED)
            self._select(next(unchecked, rows[0].code if rows else ""))
        self.table.setFocus()
        self._show_detail()

    def focus_field(self, field: str, cursor: int = 0) -> None:
        """The list has the keyboard."""
        self.table.setFocus()

    def take_key(self, editor: QWidget, event: QKeyEvent) -> bool:
        """Digits judge; in the reason they pick a common defect while nothing is typed yet."""
        if editor is self.strip.reason:
            return self._take_reason_key(event)
        if editor is self.strip.scans.pages:
            return self.hand is not None and self.hand.take_page_key(event)
        if self.hand is not None and self.hand.take_key(event):
            return True
        digit = digit_of(event)
        state = STATE_KEYS.get(digit) if digit is not None else None
        if state is not None:
            self.judge(state)
            return True
        if digit is not None:
            return True  # 7, 8 and 9 mean nothing here
        if event.key() == Qt.Key.Key_Space:
            self._change(self.presenter.toggle_original)
            return True
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._turn_pages(-1 if event.key() == Qt.Key.Key_Minus else 1)
            return True
        if event.key() == Qt.Key.Key_G:
            self._change(self.presenter.next_grade)
            return True
        return super().take_key(editor, event)

    def _take_reason_key(self, event: QKeyEvent) -> bool:
        digit = digit_of(event)
        if digit and not self.strip.reason.text() and digit <= len(self.strip.defects):
            self._on_defect(self.strip.defects[digit - 1])
            return True
        if event.key() in ENTER_KEYS:
            self._set_faulty(self.strip.reason.text())
            return True
        if event.key() == Qt.Key.Key_Escape:
            self._wanted = ""
            self._show_detail()
            self.table.setFocus()
            return True
        return False

    # --- editing -----------------------------------------------------------------------------------------------

    def judge(self, state: MaterialState) -> None:
        """Sets the row under the bar and moves on; what the catalogue does not allow says why."""
        if not self.code:
            return
        detail = self.presenter.material_detail(self.code)
        if state is MaterialState.FAULTY and detail is not None:
            self._want_reason(len(detail.reason))
            return
        self._mark(state, "")

    def _mark(self, state: MaterialState, reason: str) -> None:
        try:
            following = self.presenter.mark(self.code, state, reason)
        except DomainError as refused:
            self._show_detail(told=messages.text(refused, self.language))
            return
        self._wanted = ""
        self.edited.emit()
        self.left.emit()
        self.refresh()
        self._select(following)
        self.table.setFocus()

    def _want_reason(self, cursor: int) -> None:
        self._wanted = self.code
        self._show_detail()
        self.strip.reason.setFocus()
        self.strip.reason.setCursorPosition(min(cursor, len(self.strip.reason.text())))
        self.presenter.at(f"reason.{self.code}", self.strip.reason.cursorPosition())

    def _set_faulty(self, reason: str) -> None:
        self._mark(MaterialState.FAULTY, reason)

    def _on_defect(self, reason: str) -> None:
        self._set_faulty(reason)

    def _on_reason_typed(self, text: str) -> None:
        self.presenter.type_reason(self.code, text)
        self.presenter.at(f"reason.{self.code}", self.strip.reason.cursorPosition())
        self.edited.emit()

    def _on_key_button(self, state: MaterialState, _is_checked: bool = False) -> None:
        self.judge(state)

    def _change(self, change: Callable[[str], None]) -> None:
        if self.code:
            change(self.code)
            self.refresh()
            self.edited.emit()

    def _turn_pages(self, step: int) -> None:
        self._change(lambda code: self.presenter.turn_pages(code, step))

    def _keep_in_view(self, _least: int, _most: int) -> None:
        """The strip below grows with the reason; the row under the bar stays in view all the same."""
        self.table.scrollTo(self.table.currentIndex())

    def focus_came(self, editor: QWidget) -> None:
        """The row, or the reason of the row, is where a draft comes back to; from its pages back to the row."""
        kind = "reason" if editor is self.strip.reason else "material"
        self.presenter.at(f"{kind}.{self.code}", self.strip.reason.cursorPosition() if kind == "reason" else 0)
