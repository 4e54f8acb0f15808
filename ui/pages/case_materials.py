"""The materials of a case; while it is only received, the number keys check them again as at intake."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.domain.checklist import MaterialState
from ui.filled import filled
from ui.models.case_parts import MaterialTable
from ui.pages.case_conclude_presenter import STATE_KEYS, Recheck
from ui.pages.case_presenter import MaterialView
from ui.widgets.field import Field
from ui.widgets.label import label
from ui.widgets.table_view import TableView


@dataclass(frozen=True, slots=True)
class Marked:
    """A material and the state that was given to it; `reason` for a faulty one."""

    code: str
    state: MaterialState
    reason: str = ""


class MaterialsTab(QWidget):
    """Keys 1 2 3 4 5 6 0 on a row; 3 asks what is wrong, with the common defects on the number keys' list."""

    marked = Signal(object)
    """A Marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recheck: Recheck | None = None
        self._code = ""
        self.model = MaterialTable(self)
        self.table = TableView("materials", self.tr("Materials"))
        self.table.set_model(
            self.model, widths=list(MaterialTable.WIDTHS), droppable=MaterialTable.DROPPABLE, rigid=MaterialTable.RIGID
        )
        self.table.installEventFilter(self)
        self.hint = label(
            self.tr("1 complete · 2 missing · 3 faulty · 4 deferred · 5 pledged · 6 shared · 0 not applicable"), "small"
        )
        self.entry = QLineEdit()
        self.entry.setObjectName("fault_reason")
        self.entry.installEventFilter(self)
        self.field = Field(self.tr("What is wrong, then Enter"), self.entry)
        self.field.hide()
        self.setFocusProxy(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        for widget in (self.hint, self.field):
            widget.setContentsMargins(16, 0, 16, 0)
            column.addWidget(widget)

    def show_rows(self, rows: Sequence[MaterialView], recheck: Recheck | None) -> None:
        """The rows; with a recheck the keys work."""
        at = max(self.table.currentIndex().row(), 0)
        self._recheck = recheck
        self.model.set_rows(rows)
        if rows:
            self.table.selectRow(min(at, len(rows) - 1))
        self.hint.setVisible(recheck is not None)
        if recheck is None:
            self.field.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Number keys in the table, Enter and Esc in the reason."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._recheck is not None:
            if watched is self.table:
                return self._take_table_key(event)
            if watched is self.entry:
                return self._take_entry_key(event)
        return super().eventFilter(watched, event)

    def _take_table_key(self, event: QKeyEvent) -> bool:
        state = STATE_KEYS.get(event.key() - Qt.Key.Key_0)
        row = self.model.row_at(self.table.currentIndex())
        is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if state is None or row is None or not is_plain:
            return False
        if state is MaterialState.FAULTY:
            self._ask(row)
        else:
            self._mark(Marked(row.code, state))
        return True

    def _take_entry_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._leave_entry()
            return True
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        reason = self._reason()
        if reason:
            code = self._code
            self._leave_entry()
            self._mark(Marked(code, MaterialState.FAULTY, reason))
        else:
            self.field.set_error(self.tr("Say what is wrong: the notice prints it."))
        return True

    def _ask(self, row: MaterialView) -> None:
        self._code = row.code
        self.entry.clear()
        self.field.clear_error()
        self.field.set_hint(self._hint())
        self.field.show()
        self.entry.setFocus()

    def _reason(self) -> str:
        """What was typed; a single digit stands for a common defect."""
        typed = self.entry.text().strip()
        defects = self._defects()
        if len(typed) == 1 and typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(defects):
            return defects[int(typed) - 1]
        return typed

    def _defects(self) -> tuple[str, ...]:
        return self._recheck.defects(self._code)[:9] if self._recheck is not None else ()

    def _hint(self) -> str:
        listed = "　".join(f"{number} {defect}" for number, defect in enumerate(self._defects(), start=1))
        return filled(self.tr("Common: %1"), listed) if listed else ""

    def _leave_entry(self) -> None:
        self.field.hide()
        self.table.setFocus()

    def _mark(self, marked: Marked) -> None:
        at = self.table.currentIndex().row()
        self.marked.emit(marked)
        if at + 1 < self.model.rowCount():
            self.table.selectRow(at + 1)
