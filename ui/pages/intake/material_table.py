"""The checklist as a table: one row for each material, the state as a chip."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QObject

from desktop import messages
from desktop.domain.checklist import MaterialState
from ui.pages.intake.material_presenter import MaterialRow
from ui.widgets.table import Column, RowTable

STATE_TONES = {
    MaterialState.UNCHECKED: "muted",
    MaterialState.COMPLETE: "green",
    MaterialState.MISSING: "red",
    MaterialState.FAULTY: "red",
    MaterialState.DEFERRED: "yellow",
    MaterialState.PLEDGED: "yellow",
    MaterialState.SHARED: "accent",
    MaterialState.NOT_APPLICABLE: "muted",
}


class MaterialColumn(IntEnum):
    """Columns in the order of the screen."""

    NUMBER = 0
    NAME = 1
    ASKED = 2
    SOURCE = 3
    STATE = 4
    SCANS = 5
    NOTE = 6


class MaterialTable(RowTable[MaterialRow]):
    """Rows of the checklist with the columns of MaterialColumn; headings in the language of now."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        self._language = language
        self._numbers: dict[str, int] = {}
        super().__init__(self._material_columns(), parent)

    def set_rows(self, rows: Sequence[MaterialRow]) -> None:
        """Replaces all rows and numbers them."""
        self._numbers = {row.code: number for number, row in enumerate(rows, start=1)}
        super().set_rows(rows)

    def _material_columns(self) -> list[Column[MaterialRow]]:
        return [
            Column("", lambda row: str(self._numbers.get(row.code, ""))),
            Column(QCoreApplication.translate("intake", "Material"), _name),
            Column(QCoreApplication.translate("intake", "Asked for"), lambda row: row.asked),
            Column(QCoreApplication.translate("intake", "From"), lambda row: messages.word(row.source, self._language)),
            Column(
                QCoreApplication.translate("intake", "Found"),
                lambda row: messages.word(row.state, self._language),
                tone=lambda row: STATE_TONES[row.state],
            ),
            Column(
                QCoreApplication.translate("intake", "Scans"),
                self._scans,
                tone=lambda row: "accent" if row.scans else "",
            ),
            Column(QCoreApplication.translate("intake", "Note"), self._note),
        ]

    def _scans(self, row: MaterialRow) -> str:
        return QCoreApplication.translate("intake", "{count} p.").format(count=row.scans) if row.scans else ""

    def _note(self, row: MaterialRow) -> str:
        parts = [row.note] if row.note else []
        if row.pages:
            parts.append(QCoreApplication.translate("intake", "{count} pages").format(count=row.pages))
        if row.is_original_compared:
            parts.append(QCoreApplication.translate("intake", "original compared"))
        if row.grade:
            parts.append(messages.word(row.grade, self._language).split(" ")[0])
        return " · ".join(parts)


def _name(row: MaterialRow) -> str:
    if row.is_required:
        return row.name
    return QCoreApplication.translate("intake", "{name} (optional)").format(name=row.name)
