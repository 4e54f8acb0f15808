"""The navigation at the left: a button with its key for each page, and who is at the window."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.filled import filled
from ui.page_register import PageEntry, page_label
from ui.widgets.label import label, restyle

LOW_PX = 36


class RailButton(QPushButton):
    """Text and key in two columns, so that the keys stand under each other."""

    def __init__(self, name: str, text: str, key: str) -> None:
        super().__init__()
        self.setObjectName("railButton")
        self.setProperty("page", name)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} {key}".strip())
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._text = text
        self._key = key
        self.badge = label("", "railBadge")
        self.badge.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.badge.hide()
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(_part(text))
        head.addWidget(self.badge)
        head.addStretch()
        self._row.addLayout(head, 3)
        self._row.addWidget(_part(key, "railKey"), 2)
        self.badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_narrow(False)

    def set_badge(self, text: str, meaning: str) -> None:
        """A number or a sign beside the name, and what it means for who hears it or points at it; empty: none."""
        self.badge.setText(text)
        self.badge.setVisible(bool(text))
        self.setAccessibleName(f"{self._text} {meaning}".strip())
        self.setToolTip(f"{self._text} {self._key} {meaning}".strip())

    def set_narrow(self, is_narrow: bool) -> None:
        """The key below the text instead of beside it."""
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(below if is_narrow else beside)
        self._row.setSpacing(0 if is_narrow else 6)
        self._row.setContentsMargins(*((12, 3, 2, 3) if is_narrow else (16, 0, 12, 0)))
        self.setMinimumHeight(LOW_PX if is_narrow else 0)  # on a low screen the margins give way, not the page


def _part(text: str, style: str = "") -> QLabel:
    shown = label(text, style)
    shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return shown


class Rail(QFrame):
    """Emits `chosen` with the name of a page, `change_clerk` when the name of the clerk is pressed."""

    chosen = Signal(str)
    change_clerk = Signal()

    def __init__(self, entries: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons = {entry.name: RailButton(entry.name, page_label(entry.name), entry.key) for entry in entries}
        self.who = QPushButton()
        self.who.setObjectName("who")
        self.who.setToolTip(self.tr("Change of clerk: locks the screen, another clerk may log in"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        self.brand: QLabel = label(self.tr("Yichuang"), "brand")
        column.addWidget(self.brand)
        for button in self.buttons.values():
            self._group.addButton(button)
            column.addWidget(button)
            button.clicked.connect(self._on_clicked)
        column.addStretch()
        column.addWidget(self.who)
        self.who.clicked.connect(self.change_clerk)

    def mark(self, name: str) -> None:
        """Shows which page is open; none for a page that is not in the rail."""
        self._group.setExclusive(False)
        for known, button in self.buttons.items():
            button.setChecked(known == name)
        self._group.setExclusive(True)

    def set_narrow(self, is_narrow: bool) -> None:
        """Gives most of its width to the page; every key stays in view."""
        if bool(self.property("narrow")) == is_narrow:
            return
        self.setProperty("narrow", is_narrow)
        for button in self.buttons.values():
            button.set_narrow(is_narrow)
        for widget in (self, self.brand, self.who, *self.buttons.values(), *self.findChildren(QLabel)):
            restyle(widget)

    def set_badge(self, name: str, text: str, meaning: str) -> None:
        """A number or a sign at a page's button; a rail without that page has no place for it."""
        if name in self.buttons:
            self.buttons[name].set_badge(text, meaning)

    def set_clerk(self, *, window: str, name: str) -> None:
        """Who is at which window."""
        self.who.setText(filled(self.tr("Window %1\n%2"), window, name))
        self.who.setAccessibleName(filled(self.tr("Change of clerk, now %1"), name))

    def _on_clicked(self) -> None:
        button = self.sender()
        if button is not None:
            self.chosen.emit(button.property("page"))
