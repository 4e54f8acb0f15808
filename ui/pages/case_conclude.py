"""The panel that concludes a received case: a number key chooses, Enter concludes and prints."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ui.filled import filled
from ui.pages.case_conclude_presenter import OfferLine
from ui.theme import SPACING
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The outcome that was chosen; `repeat_reason` is empty unless it is a further notice."""

    line: OfferLine
    repeat_reason: str


class ConcludePanel(QWidget):
    """Lawful outcomes with their keys and papers; below, why the others are not."""

    concluded = Signal(object)
    """A Conclusion."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Conclusion"))
        self._lines: tuple[OfferLine, ...] = ()
        self.chosen: OfferLine | None = None
        self._buttons: list[KeyButton] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACING)
        self._others = QVBoxLayout()
        self._others.setSpacing(2)
        self.reason = QLineEdit()
        self.reason.setObjectName("repeat_reason")
        self.field = Field(self.tr("Why is there a further notice on this case?"), self.reason)
        self.go = KeyButton(self.tr("Conclude and print"), "Enter", primary=True)
        self.go.clicked.connect(self._conclude)
        self.reason.returnPressed.connect(self._conclude)
        inner = QWidget()
        inner.setObjectName("scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(SPACING)
        column.addWidget(label(self.tr("Lawful now"), "strong"))
        column.addLayout(self._list)
        column.addWidget(self.field)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(SPACING)
        column.addLayout(self._others)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.show_lines(())

    def show_lines(self, lines: Sequence[OfferLine]) -> None:
        """The outcomes as the checklist stands now; what was chosen stays chosen if it is still lawful."""
        kept = self.chosen.outcome if self.chosen else None
        self._lines = tuple(lines)
        lawful = [line for line in self._lines if line.digit]
        self.chosen = next((line for line in lawful if line.outcome is kept), lawful[0] if lawful else None)
        _empty(self._list)
        _empty(self._others)
        self._buttons = [self._button(line) for line in lawful]
        if not lawful:
            self._list.addWidget(
                label(self.tr("Nothing can be concluded at this window now; why is said below."), "muted", wrap=True)
            )
        for line in self._lines:
            if not line.digit:
                text = filled(self.tr("Not %1: %2"), line.text, "；".join(line.why_not))
                self._others.addWidget(label(text, "small", wrap=True))
        self._show_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Number keys choose, Enter concludes."""
        digit = event.key() - Qt.Key.Key_0
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._conclude()
        elif 1 <= digit <= len(self._buttons):
            self._choose(self._lines[digit - 1])
        else:
            super().keyPressEvent(event)

    def _button(self, line: OfferLine) -> KeyButton:
        button = KeyButton(filled(self.tr("%1 → %2"), line.text, line.paper), str(line.digit))
        button.setObjectName("rowButton")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda _=False, chosen=line: self._choose(chosen))
        self._list.addWidget(button)
        return button

    def _choose(self, line: OfferLine) -> None:
        self.chosen = line
        self._show_chosen()
        if line.needs_repeat_reason:
            self.reason.setFocus()

    def _show_chosen(self) -> None:
        for button, line in zip(self._buttons, self._lines, strict=False):
            is_chosen = line is self.chosen
            button.setChecked(is_chosen)
            mark = "● " if is_chosen else "○ "
            button.set_text(mark + filled(self.tr("%1 → %2"), line.text, line.paper))
        self.go.setEnabled(self.chosen is not None)
        self.field.setVisible(bool(self.chosen and self.chosen.needs_repeat_reason))

    def _conclude(self) -> None:
        if self.chosen is None:
            return
        reason = self.reason.text().strip() if self.chosen.needs_repeat_reason else ""
        if self.chosen.needs_repeat_reason and not reason:
            self.field.set_error(self.tr("Say why: a second notice on the same case is on record."))
            self.reason.setFocus()
            return
        self.field.clear_error()
        self.concluded.emit(Conclusion(self.chosen, reason))


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
