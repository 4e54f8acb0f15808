"""The tables of the case page: materials, sheets of paper, ledger lines."""

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.case import SheetState
from desktop.domain.checklist import MaterialState
from ui.pages.case_presenter import EntryView, MaterialView, SheetView
from ui.widgets.table import Column, RowTable

Index = QModelIndex | QPersistentModelIndex

MATERIAL_TONES = {
    MaterialState.COMPLETE: "green",
    MaterialState.SHARED: "accent",
    MaterialState.MISSING: "red",
    MaterialState.FAULTY: "red",
    MaterialState.DEFERRED: "yellow",
    MaterialState.PLEDGED: "yellow",
    MaterialState.NOT_APPLICABLE: "muted",
    MaterialState.UNCHECKED: "muted",
}
SHEET_TONES = {
    SheetState.CONFIRMED: "green",
    SheetState.SENT: "accent",
    SheetState.QUEUED: "accent",
    SheetState.FAILED: "red",
}


class MaterialTable(RowTable[MaterialView]):
    """Rows are MaterialView. ROW_ROLE: the row; TONE_ROLE: of the state; tool tip: the whole note."""

    WIDTHS = (0, 190, 92, 300)
    DROPPABLE = (1,)
    RIGID = (2,)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Column(self.tr("Material"), lambda row: row.name),
                Column(self.tr("Asked for"), lambda row: row.asked),
                Column(self.tr("State"), lambda row: row.state_word, tone=lambda row: MATERIAL_TONES[row.state]),
                Column(self.tr("Note"), lambda row: row.note),
            ),
            parent,
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As RowTable, and the tool tip."""
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return self._rows[index.row()].note
        return super().data(index, role)


class SheetTable(RowTable[SheetView]):
    """Rows are SheetView. ROW_ROLE: the row; TONE_ROLE: of the state. A paper that nobody has printed says so."""

    WIDTHS = (292, 136, 92, 122, 0, 108)
    DROPPABLE = (5, 1)
    RIGID = (3,)

    def __init__(self, parent: QObject | None = None) -> None:
        unprinted = self.tr("Not printed yet")
        super().__init__(
            (
                Column(self.tr("Number"), lambda row: row.number),
                Column(self.tr("Paper"), lambda row: row.title),
                Column(self.tr("Sheet"), lambda row: row.sheet),
                Column(self.tr("State"), lambda row: row.state_word or unprinted, tone=_sheet_tone),
                Column(self.tr("Printer, reason"), lambda row: row.note),
                Column(self.tr("Clerk"), lambda row: row.who),
            ),
            parent,
        )


class EntryTable(RowTable[EntryView]):
    """Rows are EntryView, the newest first. ROW_ROLE: the row."""

    WIDTHS = (160, 112, 0)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Column(self.tr("When"), lambda row: row.at),
                Column(self.tr("Who"), lambda row: row.who),
                Column(self.tr("What happened"), lambda row: row.text),
            ),
            parent,
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As RowTable, and the whole sentence as tool tip."""
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return self._rows[index.row()].text
        return super().data(index, role)


def _sheet_tone(row: SheetView) -> str:
    return SHEET_TONES[row.state] if row.state is not None else "muted"
