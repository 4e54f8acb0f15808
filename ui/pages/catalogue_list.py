"""The left side of the catalogue: typing finds, arrows choose without leaving the search."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from ui.pages.catalogue_presenter import Line, Shelf, listed
from ui.widgets.card import Card

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}


class ItemList(Card):
    """Items under their groups, or what fits the typed text. Ctrl+Enter is left to the page."""

    moved = Signal()
    """Another line is under the bar, or none."""

    entered = Signal()
    """Enter: on to the item."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.shelf: Shelf | None = None
        self.entry = QLineEdit()
        self.entry.setObjectName("itemSearch")
        self.entry.setAccessibleName(self.tr("Search items"))
        self.entry.setPlaceholderText(self.tr("Name, what people call it, pinyin initials"))
        self.entry.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("items")
        self.list.setAccessibleName(self.tr("Items"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self.entry)
        self.body.setContentsMargins(12, 12, 12, 12)
        self.body.addWidget(self.entry)
        self.body.addWidget(self.list, 1)
        self.entry.textChanged.connect(lambda: self.refresh())
        self.list.currentItemChanged.connect(lambda: self.moved.emit())
        self.list.itemActivated.connect(lambda: self.entered.emit())

    def set_shelf(self, shelf: Shelf, wanted: str = "") -> None:
        """Another catalogue; the bar goes to the item of this code if it is there."""
        self.shelf = shelf
        self.refresh(wanted)

    def refresh(self, wanted: str = "") -> None:
        """Fills the list for what is typed; the bar goes to the wanted item, else to the first."""
        if self.shelf is None:
            return
        lines = listed(self.shelf, self.entry.text())
        chosen = -1
        self.list.blockSignals(True)  # one move at the end, not one for each line that comes and goes
        self.list.clear()
        for number, line in enumerate(lines):
            self.list.addItem(self._item(line))
            is_wanted = line.choice is not None and line.choice.code == wanted
            if is_wanted or (chosen < 0 and not line.is_heading):
                chosen = number
        self.list.setCurrentRow(chosen)
        self.list.blockSignals(False)
        self.moved.emit()

    def current(self) -> Line | None:
        """The line under the bar; None if nothing fits."""
        item = self.list.currentItem()
        line = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return line if isinstance(line, Line) else None

    def eventFilter(self, watched: Any, event: Any) -> bool:
        """In the search the keys of the list work on the list."""
        if watched is self.entry and isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key, has_ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        step = next((_MOVES[known] for known in _MOVES if known == key), 0)
        if step:
            self._move(step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not has_ctrl:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape and self.entry.text():
            self.entry.clear()
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        """The bar passes over the headings of the groups."""
        last = self.list.count() - 1
        target = min(max(self.list.currentRow() + step, 0), last)
        while 0 <= target <= last and not self.list.item(target).flags() & Qt.ItemFlag.ItemIsSelectable:
            target += 1 if step > 0 else -1
        if 0 <= target <= last:
            self.list.setCurrentRow(target)

    def _item(self, line: Line) -> QListWidgetItem:
        made = QListWidgetItem(line.text)
        made.setData(Qt.ItemDataRole.UserRole, line)
        made.setToolTip(line.text)
        if line.is_heading:
            made.setFlags(Qt.ItemFlag.NoItemFlags)
            font = self.list.font()
            font.setBold(True)
            made.setFont(font)
        elif line.choice is None or not line.choice.can_be_chosen:
            made.setForeground(self.palette().placeholderText())
        return made
