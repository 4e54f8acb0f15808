"""A list that is filtered by typing and chosen from by keyboard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.fonts import ensure_shown
from ui.theme import SPACING
from ui.widgets.label import label


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the list. `words` are further texts that find it: code, pinyin initials."""

    key: str
    text: str
    words: tuple[str, ...] = ()
    is_enabled: bool = True
    why_not: str = ""  # said when it cannot be chosen


def matching(choices: Sequence[Choice], text: str) -> list[Choice]:
    """The choices that hold every word typed, in the order given; those that begin with the text come first."""
    parts = text.casefold().split()
    found = [c for c in choices if all(any(part in word.casefold() for word in (c.text, *c.words)) for part in parts)]
    start = text.strip().casefold()
    return sorted(found, key=lambda c: not any(word.casefold().startswith(start) for word in (c.text, *c.words)))


class PickList(QWidget):
    """An entry and, below it, what it leaves of the list. Arrows move, Enter chooses, both without leaving the entry.

    Args:
        find: the choices for a text, at once; None: `matching` over `set_choices`.
    """

    chosen = Signal(object)
    """The Choice that was chosen."""

    moved = Signal(object)
    """The Choice that the bar stands on now, or None: for a preview beside the list."""

    def __init__(
        self,
        name: str,
        accessible_name: str,
        *,
        placeholder: str = "",
        find: Callable[[str], Sequence[Choice]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choices: Sequence[Choice] = ()
        self._find = find
        self.entry = QLineEdit()
        self.entry.setObjectName(name)
        self.entry.setAccessibleName(accessible_name)
        self.entry.setPlaceholderText(placeholder)
        self.entry.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("boxed")
        self.list.setAccessibleName(accessible_name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the entry keeps the keyboard; the bar follows the arrows
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.below = label("", "small", wrap=True)
        self.setFocusProxy(self.entry)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.entry)
        column.addWidget(self.list, 1)
        column.addWidget(self.below)
        self.entry.textChanged.connect(self.refresh)
        self.list.currentItemChanged.connect(self._on_moved)
        self.list.clicked.connect(self._on_clicked)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Another list; what is typed goes on filtering it."""
        self._choices = choices
        self.refresh()

    def current(self) -> Choice | None:
        """The choice under the bar."""
        item = self.list.currentItem()
        choice = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return choice if isinstance(choice, Choice) else None

    def refresh(self) -> None:
        """Fills the list again for what is typed; the bar goes to the first line that can be chosen."""
        text = self.entry.text()
        found = self._find(text) if self._find else matching(self._choices, text)
        self.list.clear()
        for choice in found:
            ensure_shown(choice.text)
            item = QListWidgetItem(choice.text)
            item.setData(Qt.ItemDataRole.UserRole, choice)
            if not choice.is_enabled:
                item.setForeground(self.palette().placeholderText())
            self.list.addItem(item)
        first = next((i for i, choice in enumerate(found) if choice.is_enabled), 0)
        self.list.setCurrentRow(first if found else -1)
        self.below.setText("" if found else self.tr("Nothing matches. Try fewer letters."))

    def choose_current(self) -> None:
        """Chooses the line under the bar; one that cannot be chosen says why instead."""
        choice = self.current()
        if choice is None:
            return
        if choice.is_enabled:
            self.chosen.emit(choice)
        else:
            self.below.setText(choice.why_not)

    def eventFilter(self, watched: Any, event: Any) -> bool:
        """Arrows and Enter in the entry work on the list."""
        if watched is self.entry and isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            return self._take_key(event.key())
        return super().eventFilter(watched, event)

    def _take_key(self, key: int) -> bool:
        page = max(1, self.list.height() // max(1, self.list.sizeHintForRow(0)) - 1)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
            return True
        step = next((steps[known] for known in steps if known == key), 0)
        if step and self.list.count():
            row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
            self.list.setCurrentRow(row)
        return bool(step)

    def _on_moved(self) -> None:
        choice = self.current()
        self.below.setText(choice.why_not if choice is not None and not choice.is_enabled else "")
        self.moved.emit(choice)

    def _on_clicked(self, _index: QModelIndex) -> None:
        self.choose_current()
        self.entry.setFocus()
