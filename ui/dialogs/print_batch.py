"""The waiting papers as a list: F9 prints all, Enter says that what was handed over is out, Esc stops or closes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.filled import filled
from ui.print_batch import BatchRow, BatchStage, PrintBatch
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label
from ui.widgets.table import Column, RowTable
from ui.widgets.table_view import TableView

SIZE_PX = (860, 520)
_TONES = {
    BatchStage.SENDING: "accent",
    BatchStage.SENT: "accent",
    BatchStage.FAILED: "red",
    BatchStage.OUT: "green",
}


def _tone(row: BatchRow) -> str:
    return "red" if row.problem else _TONES.get(row.stage, "muted")


class BatchDialog(QDialog):
    """Closes by Esc while nothing is on its way."""

    ended = Signal()

    def __init__(self, batch: PrintBatch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batchDialog")
        self.setWindowTitle(self.tr("Waiting papers"))
        self.batch = batch
        self.heading = label(style="h2")
        self.problem = label(style="fault", wrap=True)
        self.bar = QProgressBar()
        self.bar.setObjectName("batchProgress")
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.model: RowTable[BatchRow] = RowTable(self._columns(), self)
        self.table = TableView("batchTable", self.tr("Waiting papers"))
        self.table.set_model(self.model, widths=[0, 290, 150], droppable=(1,))
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # On the table alone, and not its row_chosen: a double click must not say that all sheets are out.
            QShortcut(QKeySequence(key), self.table, batch.confirm_all, context=Qt.ShortcutContext.WidgetShortcut)
        self.print_button = KeyButton(self.tr("Print all"), "F9", primary=True)
        self.out_button = KeyButton(self.tr("All that were sent are out"), "Enter")
        self.not_out_button = KeyButton(self.tr("This one is not"), "N")
        self.close_button = KeyButton(self.tr("Close"), "Esc")
        self.print_button.clicked.connect(batch.start)
        self.out_button.clicked.connect(batch.confirm_all)
        self.not_out_button.clicked.connect(self._not_out)
        self.close_button.clicked.connect(self._back)
        QShortcut(QKeySequence("N"), self).activated.connect(self._not_out)  # the table would search for the letter
        self._lay_out()
        batch.changed.connect(self._refresh)
        self._refresh()

    def load(self) -> None:
        """Reads the list."""
        self.batch.load()
        self.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that stand on the buttons."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._back()
        elif key == Qt.Key.Key_F9:
            self.batch.start()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.batch.confirm_all()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's cross while sheets are on their way: stops, and stays."""
        if self.batch.is_running:
            self.batch.cancel()
            event.ignore()
        else:
            super().closeEvent(event)

    def done(self, result: int) -> None:
        """Tells the desk."""
        self.batch.stop_looking()
        super().done(result)
        self.ended.emit()

    def _lay_out(self) -> None:
        self.resize(*SIZE_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(10)
        for widget in (self.heading, self.problem, self.table, self.bar):
            column.addWidget(widget, 1 if widget is self.table else 0)
        row = QHBoxLayout()
        row.addWidget(self.close_button)
        row.addStretch()
        for button in (self.not_out_button, self.out_button, self.print_button):
            row.addWidget(button)
        column.addLayout(row)

    def _columns(self) -> list[Column[BatchRow]]:
        return [
            Column(self.tr("Paper"), self._title),
            Column(self.tr("Number"), lambda row: row.sheet.number),
            Column(self.tr("State"), self._word, tone=_tone),
        ]

    def _title(self, row: BatchRow) -> str:
        if not row.sheet.sheet_no:
            return row.sheet.title
        return filled(self.tr("%1, reprint no. %2"), row.sheet.title, row.sheet.sheet_no)

    def _word(self, row: BatchRow) -> str:
        return {
            BatchStage.WAITING: self.tr("waiting"),
            BatchStage.SENDING: self.tr("on its way"),
            BatchStage.SENT: self.tr("held in the queue") if row.problem else self.tr("handed over"),
            BatchStage.FAILED: self.tr("not printed"),
            BatchStage.OUT: self.tr("on paper"),
        }[row.stage]

    def _refresh(self) -> None:
        batch = self.batch
        done, total = batch.counts
        chosen = self.table.currentIndex().row()
        self.model.set_rows(batch.rows)
        if batch.rows:
            self.table.selectRow(min(max(chosen, 0), len(batch.rows) - 1))
        self.heading.setText(
            filled(self.tr("%1 of %2 sheets handed over"), done, total) if total else self.tr("No paper is waiting.")
        )
        problem = batch.problem or next((row.problem for row in batch.rows if row.problem), "")
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.bar.setVisible(batch.is_running)
        self.print_button.setEnabled(not batch.is_running and any(row.may_print for row in batch.rows))
        has_sent = any(row.stage is BatchStage.SENT for row in batch.rows)
        for button in (self.out_button, self.not_out_button):
            button.setEnabled(has_sent and not batch.is_running)
        self.close_button.set_text(self.tr("Stop") if batch.is_running else self.tr("Close"))

    def _not_out(self) -> None:
        place = self.table.currentIndex().row()
        if 0 <= place < len(self.batch.rows):
            self.batch.not_out(place)

    def _back(self) -> None:
        if self.batch.is_running:
            self.batch.cancel()
        else:
            self.reject()
