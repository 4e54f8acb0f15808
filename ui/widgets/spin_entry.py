"""Numbers and days with arrows. The style sheet cannot move their text off the border, so they do it themselves."""

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QSpinBox, QWidget

LEFT_PX = 8


class NumberEntry(QSpinBox):
    """A whole number from least to most."""

    def __init__(
        self, name: str, accessible_name: str, *, least: int, most: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        _prepare(self, name, accessible_name)


class DayEntry(QDateEdit):
    """A day, written as 2026-12-31."""

    def __init__(self, name: str, accessible_name: str, *, day: QDate, parent: QWidget | None = None) -> None:
        super().__init__(day, parent)
        self.setDisplayFormat("yyyy-MM-dd")
        _prepare(self, name, accessible_name)


def _prepare(entry: QAbstractSpinBox, name: str, accessible_name: str) -> None:
    entry.setObjectName(name)
    entry.setAccessibleName(accessible_name)
    edit = entry.lineEdit()
    assert edit is not None  # every spin box has one
    edit.setAccessibleName(accessible_name)
    edit.setTextMargins(LEFT_PX, 0, 0, 0)
