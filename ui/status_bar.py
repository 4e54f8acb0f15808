"""The line at the bottom, always there: connection, what waits, last receipt, printer, disk; each leads to its page.

What an action has to say stands at its right end and goes away by itself. Where there is no room for all of it, parts
are said shorter, one after the other, and the tool tip has the whole.
"""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.pages.page import Goto, Notice
from ui.status_presenter import Part
from ui.widgets.label import label, restyle

STAYS_MS = {"plain": 6_000, "good": 6_000, "bad": 20_000}
INKS = {"plain": "text", "good": "green", "bad": "red"}
MARKS = {"plain": "", "good": "✓ ", "bad": "! "}
TARGETS = {
    "line": Goto("sync"),
    "waiting": Goto("sync"),
    "receipt": Goto("sync"),
    "printer": Goto("settings", "printer"),
    "disk": Goto("settings", "data"),
}
SHORTENED = ("receipt", "printer", "line", "waiting")
"""Which parts give way, in this order."""

GAP_PX = 8
EDGES_PX = 40


class StatusBar(QFrame):
    """Emits `navigate` with a Goto when a part is pressed."""

    navigate = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._shown = {name: Part("", "") for name in TARGETS}
        self._parts = {name: self._part(name, target) for name, target in TARGETS.items()}
        self.hints = label(self.tr("F1 help　Ctrl+L lock"), "")
        self.notice = label("")
        self.notice.setObjectName("notice")
        self.notice.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.notice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._text = ""
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.timeout.connect(self.clear_notice)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 20, 2)
        row.setSpacing(GAP_PX)
        for part in self._parts.values():
            row.addWidget(part)
        row.addWidget(self.notice, 1)
        row.addWidget(self.hints)

    def show_part(self, name: str, part: Part) -> None:
        """What a part says now."""
        if self._shown[name] == part:
            return
        self._shown[name] = part
        button = self._parts[name]
        button.setAccessibleName(f"{part.full} {part.more}".strip())
        button.setToolTip(part.more or part.full)
        button.setProperty("tone", part.tone)
        restyle(button)
        self._fit_parts()
        self._fit()

    def say(self, notice: Notice) -> None:
        """Says a line; bad news stays longer. The whole of it is in the tool tip if it does not fit."""
        self._text = MARKS[notice.tone] + notice.text
        self.notice.setProperty("ink", INKS[notice.tone])
        restyle(self.notice)
        self.notice.setToolTip(notice.text)
        self.notice.setAccessibleName(notice.text)
        self.hints.hide()
        self._fit()
        self._fade.start(STAYS_MS[notice.tone])

    def clear_notice(self) -> None:
        """Takes the line away."""
        self._text = ""
        self.notice.setText("")
        self.notice.setAccessibleName("")
        self.notice.setToolTip("")
        self._show_parts(True)
        self.hints.setVisible(self._has_room_for_hints())

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be: large text must not widen the window."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Parts and line are cut to the room that they have."""
        super().resizeEvent(event)
        self._fit_parts()
        self._fit()

    def _fit_parts(self) -> None:
        """All parts whole, if that fits; else shorter ones, as few as need be."""
        for name, part in self._shown.items():
            self._parts[name].setText(part.full)
            self._parts[name].setVisible(bool(part.full))  # of what says nothing no gap is left
        for name in SHORTENED:
            if self._taken() <= self.width():
                break
            self._parts[name].setText(self._shown[name].short)
        self.hints.setVisible(not self._text and self._has_room_for_hints())

    def _fit(self) -> None:
        """A line too long for the right end takes the whole bar while it stands; still too long, it is cut."""
        if not self._text:
            return
        metrics = self.notice.fontMetrics()
        wide = metrics.horizontalAdvance(self._text) + 8
        beside = wide <= self.width() - self._taken()
        self._show_parts(beside)
        room = wide if beside else self.width() - self._parts["line"].sizeHint().width() - 60
        self.notice.setText(metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, room))

    def _has_room_for_hints(self) -> bool:
        return self._taken() + self.hints.sizeHint().width() + 20 < self.width()

    def _taken(self) -> int:
        said = (part for part in self._parts.values() if part.text())
        return sum(part.sizeHint().width() + GAP_PX for part in said) + EDGES_PX

    def _show_parts(self, is_shown: bool) -> None:
        for name, part in self._parts.items():
            part.setVisible(bool(self._shown[name].full) and (is_shown or name == "line"))

    def _part(self, name: str, target: Goto) -> QPushButton:
        part = QPushButton()
        part.setObjectName("statusPart")
        part.setProperty("part", name)
        part.setAutoDefault(False)
        part.clicked.connect(lambda: self.navigate.emit(target))
        return part
