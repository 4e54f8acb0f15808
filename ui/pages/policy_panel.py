"""Policies beside one of them: arrows move, digits answer, Backspace takes the last answer back, Page keys scroll."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.domain.condition import Truth
from ui.filled import filled
from ui.fonts import ensure_shown
from ui.pages.policy_detail import PolicyDetail
from ui.pages.policy_presenter import PolicyView
from ui.pages.policy_question_bar import QuestionBar
from ui.theme import SPACING
from ui.widgets.label import label

LIST_WIDTH_PX = 320


class PolicyPanel(QWidget):
    """Shows views; what is answered goes to whoever holds the facts and comes back as new views."""

    answered = Signal(object)
    """(fact, value)."""

    took_back = Signal()
    """Backspace: the last answer was none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views: tuple[PolicyView, ...] = ()
        self._asked_about = ""
        self.list = QListWidget()
        self.list.setObjectName("boxed")
        self.list.setAccessibleName(self.tr("Policies"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.left = QVBoxLayout()
        self.left.setSpacing(SPACING)
        self.left.addWidget(self.list, 1)
        self.detail = PolicyDetail()
        self.question = QuestionBar()
        self.question.number.installEventFilter(self)
        self.known = label("", "small", wrap=True)
        self.nothing = label("", "muted", wrap=True)
        right = QVBoxLayout()
        right.setSpacing(SPACING)
        right.addWidget(self.nothing)
        right.addWidget(self.detail, 1)
        right.addWidget(self.question)
        right.addWidget(self.known)
        self._left_side = QWidget()
        self._left_side.setLayout(self.left)
        self._left_side.setFixedWidth(LIST_WIDTH_PX)
        self.left.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._left_side)
        row.addLayout(right, 1)
        self.setFocusProxy(self.list)
        self.list.currentRowChanged.connect(self._on_moved)
        self.question.answered.connect(self._on_answered)

    def set_left_width(self, pixels: int) -> None:
        """As wide as the text of the list needs."""
        self._left_side.setFixedWidth(pixels)

    def current(self) -> PolicyView | None:
        """The policy under the bar."""
        row = self.list.currentRow()
        return self._views[row] if 0 <= row < len(self._views) else None

    def show_views(self, views: Sequence[PolicyView], *, known: Sequence[str] = (), nothing: str = "") -> None:
        """Other views; the bar goes to the first, after an answer it stays on the policy that was asked about.

        Args:
            known: what was asked for so far, in words.
            nothing: said where there is no policy to show.
        """
        asked_about, self._asked_about = self._asked_about, ""
        self._views = tuple(views)
        self.list.blockSignals(True)  # one move at the end, not one for each line
        self.list.clear()
        for view in self._views:
            self.list.addItem(self._item(view))
        rows = [row for row, view in enumerate(self._views) if view.policy.code == asked_about]
        self.list.setCurrentRow(rows[0] if rows else 0)
        self.list.blockSignals(False)
        text = filled(self.tr("Asked: %1　(Backspace takes the last back)"), "；".join(known))
        self.known.setText(text if known else "")
        self.known.setVisible(bool(known))
        self.nothing.setText(nothing)
        self._on_moved()

    def eventFilter(self, watched: Any, event: Any) -> bool:
        """Digits and Backspace belong to the question; the list would search with them."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            if watched is self.list:
                return self._take_key(event)
            if watched is self.question.number and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.list.setFocus()
                return self.move_by(1 if event.key() == Qt.Key.Key_Down else -1)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Backspace:
            self._remember()
            self.took_back.emit()
            return True
        if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.detail.scroll_by(1 if event.key() == Qt.Key.Key_PageDown else -1)
            return True
        text = event.text()
        is_digit = len(text) == 1 and text.isascii() and text.isdigit()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return is_digit and plain and self.question.take_digit(int(text))

    def move_by(self, step: int) -> bool:
        """The bar a line down or up; True, for event filters."""
        row = self.list.currentRow() + step
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)
        return True

    def _on_moved(self) -> None:
        view = self.current()
        self.detail.setVisible(view is not None)
        self.nothing.setVisible(view is None)
        had_keyboard = self.question.number.hasFocus()
        self.question.ask(view.question if view is not None else None)
        if view is not None:
            self.detail.show_view(view)
        if had_keyboard and not self.question.number.isVisible():
            self.list.setFocus()

    def _on_answered(self, pair: object) -> None:
        self.list.setFocus()
        self._remember()
        self.answered.emit(pair)

    def _remember(self) -> None:
        view = self.current()
        self._asked_about = view.policy.code if view is not None else ""

    def _item(self, view: PolicyView) -> QListWidgetItem:
        ensure_shown(view.policy.name)
        standing = self.detail.standing_text(view.standing)
        made = QListWidgetItem(f"{standing}　{view.policy.name}" if standing else view.policy.name)
        made.setToolTip(view.policy.name)
        if view.standing is Truth.NO:
            made.setForeground(self.palette().placeholderText())
        return made
