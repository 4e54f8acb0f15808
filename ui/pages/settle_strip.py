"""What is done about an answer of the city: three ways, a note, Enter. The same strip in To do and on the case."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.errors import DomainError
from desktop.ports import Changes, UnitOfWork
from desktop.ports_sync import CityAnswer
from desktop.services import city_answers
from ui.problem_text import problem_text
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label


class Way(Enum):
    """How somebody deals with an answer; the value is its key."""

    RESEND = "1"  # 改正后重发: corrected in the case, which goes to the city by itself
    TO_LEAD = "2"  # 交主管: stays open for the lead
    KNOWN = "3"  # 已知晓


@dataclass(frozen=True, slots=True)
class Settlement:
    """What was decided about which answer."""

    answer: CityAnswer
    way: Way
    note: str

    def record(self, uow: UnitOfWork) -> Changes:
        """Puts it on record; for the writing thread."""
        act = city_answers.hand_to_lead if self.way is Way.TO_LEAD else city_answers.settle
        return act(uow, self.answer, self.note)


class SettleStrip(QWidget):
    """Hidden until `ask`; Enter emits `settled` with a Settlement, Esc emits `left`."""

    settled = Signal(object)
    left = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._answer: CityAnswer | None = None
        self._way = Way.KNOWN
        self.heading = label("", "strong")
        self.note = QLineEdit()
        self.note.setObjectName("settleNote")
        self.note.setMaxLength(city_answers.NOTE_AT_MOST)
        self.fault = label("", "fault", wrap=True)
        self.fault.hide()
        self.done_key = KeyButton(self.tr("Note it"), "Enter", primary=True)
        self.done_key.setObjectName("settle")
        self.back_key = KeyButton(self.tr("Back"), "Esc")
        self.back_key.setObjectName("settleBack")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.heading)
        row.addWidget(self.note, 1)
        row.addWidget(self.done_key)
        row.addWidget(self.back_key)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.fault)
        self.setFocusProxy(self.note)
        self.note.returnPressed.connect(self._finish)
        self.done_key.clicked.connect(self._finish)
        self.back_key.clicked.connect(self.left)
        self.hide()

    def ask(self, answer: CityAnswer, way: Way) -> None:
        """Shows the strip for this answer, with a note that can be typed over."""
        self._answer, self._way = answer, way
        self.heading.setText(way_text(way))
        self.note.setAccessibleName(way_text(way))
        self.note.setText(
            {
                Way.RESEND: self.tr("Corrected, goes to the city again"),
                Way.TO_LEAD: self.tr("Given to the lead of the hall"),
                Way.KNOWN: self.tr("Read"),
            }[way]
        )
        self.fault.hide()
        self.show()
        self.note.setFocus()
        self.note.selectAll()

    def show_problem(self, error: Exception) -> None:
        """Why it was not noted; what was typed stays."""
        self.fault.setText(problem_text(error, language=self._language))
        self.fault.show()
        self.note.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        if self._answer is None:
            return
        settlement = Settlement(self._answer, self._way, self.note.text())
        try:
            city_answers.checked_note(settlement.note)
        except DomainError as error:
            self.show_problem(error)
            return
        self.settled.emit(settlement)


def way_text(way: Way) -> str:
    """What a way is called on its key."""
    return {
        Way.RESEND: QCoreApplication.translate("settle_strip", "Correct and send again"),
        Way.TO_LEAD: QCoreApplication.translate("settle_strip", "Give to the lead"),
        Way.KNOWN: QCoreApplication.translate("settle_strip", "Noted"),
    }[way]
