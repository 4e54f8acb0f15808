"""The line at the bottom, always there: connection, what waits, last receipt, printer, disk; each leads to its page.

What an action has to say stands at its right end and goes away by itself.
"""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.filled import filled
from ui.pages.page import Goto, Notice
from ui.status_presenter import COUNTED_AT_MOST, PrinterStatus, Status
from ui.widgets.label import label, restyle

STAYS_MS = {"plain": 6_000, "good": 6_000, "bad": 20_000}
INKS = {"plain": "text", "good": "green", "bad": "red"}
MARKS = {"plain": "", "good": "✓ ", "bad": "! "}
GIGABYTE = 1_000_000_000


class StatusBar(QFrame):
    """Emits `navigate` with a Goto when a part is pressed."""

    navigate = Signal(object)

    def __init__(self, *, is_demo: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._is_demo = is_demo
        self._parts = {
            "line": self._part("line", Goto("settings", "data")),
            "waiting": self._part("waiting", Goto("cases")),
            "receipt": self._part("receipt", Goto("settings", "data")),
            "printer": self._part("printer", Goto("settings", "printer")),
            "disk": self._part("disk", Goto("settings", "data")),
        }
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
        row.setSpacing(8)
        for part in self._parts.values():
            row.addWidget(part)
        row.addWidget(self.notice, 1)
        row.addWidget(self.hints)
        self.show_status(Status())

    def show_status(self, status: Status) -> None:
        """What is so now."""
        self._show_line(status)
        many = status.waiting >= COUNTED_AT_MOST
        waiting = self.tr("%1 or more cases to send") if many else self.tr("%1 cases to send")
        self._set("waiting", filled(waiting, status.waiting))
        receipt = self.tr("No receipt from the city yet")
        if status.last_receipt is not None:
            receipt = filled(self.tr("Last receipt from the city %1"), f"{status.last_receipt:%m-%d %H:%M}")
        self._set("receipt", receipt)
        self._show_printer(status)
        if status.free_bytes is not None:
            room = filled(self.tr("Disk %1 GB"), f"{status.free_bytes / GIGABYTE:.0f}")
            low = filled(self.tr("● Disk nearly full, %1 GB"), f"{status.free_bytes / GIGABYTE:.1f}")
            self._set("disk", low if status.is_disk_low else room, "red" if status.is_disk_low else "")

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
        """The line is cut to the room that it has."""
        super().resizeEvent(event)
        self.hints.setVisible(not self._text and self._has_room_for_hints())
        self._fit()

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
        return sum(part.sizeHint().width() + 8 for part in self._parts.values()) + 40

    def _show_parts(self, is_shown: bool) -> None:
        for name, part in self._parts.items():
            part.setVisible(is_shown or name == "line")

    def _show_line(self, status: Status) -> None:
        if status.is_connected:
            self._set("line", self.tr("● Online"), "green")
        elif self._is_demo:
            self._set("line", self.tr("● Offline, demonstration city"), "yellow")
        else:
            self._set("line", self.tr("● Offline, not connected to the city"), "yellow")

    def _show_printer(self, status: Status) -> None:
        texts = {
            PrinterStatus.READY: self.tr("Printer ready"),
            PrinterStatus.STOPPED: self.tr("● Printer stopped"),
            PrinterStatus.NONE: self.tr("No printer"),
            PrinterStatus.UNKNOWN: self.tr("● Printer not found"),
            PrinterStatus.FOLDER: self.tr("Papers go to a folder"),
        }
        text = texts[status.printer]
        if status.sheets_waiting:
            text = filled(self.tr("%1, %2 sheets to confirm"), text, status.sheets_waiting)
        is_bad = status.printer in (PrinterStatus.STOPPED, PrinterStatus.UNKNOWN)
        self._set("printer", text, "yellow" if is_bad else "")
        self._parts["printer"].setToolTip(status.printer_name)

    def _part(self, name: str, target: Goto) -> QPushButton:
        part = QPushButton()
        part.setObjectName("statusPart")
        part.setProperty("part", name)
        part.setAutoDefault(False)
        part.clicked.connect(lambda: self.navigate.emit(target))
        return part

    def _set(self, name: str, text: str, tone: str = "") -> None:
        part = self._parts[name]
        part.setText(text)
        part.setAccessibleName(text)
        part.setProperty("tone", tone)
        restyle(part)
