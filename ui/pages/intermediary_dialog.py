"""中介服务: the register of a service; the applicant chooses, lets a lot decide, or takes nobody. Never forced."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.domain.intermediary import HowChosen, Intermediary
from ui.filled import filled
from ui.fonts import ensure_shown
from ui.pages.intake.flow_row import FlowRow
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label

SIZE_PX = (860, 520)


@dataclass(frozen=True, slots=True)
class ServiceView:
    """A service that the item may need, who offers it today, and what was recorded of it so far, in words."""

    service: str
    register: tuple[Intermediary, ...]
    recorded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """What the applicant wants; `code` is the credit code of a free choice."""

    service: str
    how: HowChosen
    code: str = ""


class IntermediaryDialog(QDialog):
    """Digits change the service, Enter chooses whoever is under the bar, L draws a lot, N takes nobody, Esc closes."""

    wished = Signal(object)
    """Wish."""

    def __init__(self, name: str, services: Sequence[ServiceView], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intermediaryDialog")
        self.setWindowTitle(self.tr("Intermediary services"))
        self._services = tuple(services)
        self._place = 0
        self.heading = label(name, "h2", wrap=True)
        self.free = label(
            self.tr(
                "Whether to use one, and whom, the applicant decides. Nobody is named or forced, and whoever is not on"
                " the register may be chosen too (Regulation on the Business Environment, article 43)."
            ),
            "small",
            wrap=True,
        )
        self.list = QListWidget()
        self.list.setObjectName("boxed")
        self.list.setAccessibleName(self.tr("Register"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _item: self._choose())
        self.detail = label("", "", wrap=True)
        self.recorded = label("", "strong", wrap=True)
        self.fault = label("", "fault", wrap=True)
        self.tabs: list[KeyButton] = []
        self.choose_button = KeyButton(self.tr("The applicant chooses this one"), "Enter", primary=True)
        self.lot_button = KeyButton(self.tr("Draw a lot"), "L")
        self.none_button = KeyButton(self.tr("Nobody from the register"), "N")
        self.close_button = KeyButton(self.tr("Close"), "Esc")
        self.choose_button.clicked.connect(self._choose)
        self.lot_button.clicked.connect(self._draw)
        self.none_button.clicked.connect(self._take_none)
        self.close_button.clicked.connect(self.reject)
        for key, action in (("L", self._draw), ("N", self._take_none)):
            QShortcut(QKeySequence(key), self).activated.connect(action)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show_detail)
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addWidget(self.free)
        row = QWidget()
        flow = FlowRow()
        row.setLayout(flow)
        for digit, view in enumerate(self._services, start=1):
            tab = KeyButton(view.service, str(digit))
            tab.setCheckable(True)
            tab.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            tab.clicked.connect(lambda _=False, place=digit - 1: self._go(place))
            flow.addWidget(tab)
            self.tabs.append(tab)
        row.setVisible(len(self._services) > 1)
        column.addWidget(row)
        column.addWidget(self.list, 1)
        column.addWidget(self.detail)
        column.addWidget(self.recorded)
        column.addWidget(self.fault)
        buttons = QHBoxLayout()
        for button in (self.close_button, self.none_button, self.lot_button, self.choose_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            buttons.addWidget(button)
            if button is self.close_button:
                buttons.addStretch()
        column.addLayout(buttons)
        self.resize(*SIZE_PX)
        self.list.setFocus()

    def view(self) -> ServiceView:
        """The service in view."""
        return self._services[self._place]

    def show_services(self, services: Sequence[ServiceView]) -> None:
        """The same services after something was recorded."""
        self._services = tuple(services)
        self._show()

    def show_fault(self, text: str) -> None:
        """Why it was not recorded."""
        self.fault.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses no button by itself: the list has it."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def eventFilter(self, watched: Any, event: Any) -> bool:
        """Digits change the service, Enter chooses; the list would search with them."""
        if watched is self.list and isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose()
                return True
            place = event.key() - Qt.Key.Key_1
            if 0 <= place < len(self._services):
                self._go(place)
                return True
        return super().eventFilter(watched, event)

    def _go(self, place: int) -> None:
        self._place = place
        self._show()

    def _show(self) -> None:
        view = self.view()
        for place, tab in enumerate(self.tabs):
            tab.setChecked(place == self._place)
        self.fault.setText("")
        self.list.clear()
        for one in view.register:
            ensure_shown(one.name)
            self.list.addItem(QListWidgetItem(f"{one.name}　{one.code}"))
        self.list.setCurrentRow(0)
        self.recorded.setText("\n".join(view.recorded))
        self.recorded.setVisible(bool(view.recorded))
        self.choose_button.setEnabled(bool(view.register))
        self.lot_button.setEnabled(bool(view.register))
        self._show_detail()

    def _show_detail(self) -> None:
        one = self._current()
        if one is None:
            text = self.tr("Nobody on the register offers %1 today; the applicant may choose anyone outside it.")
            self.detail.setText(filled(text, self.view().service))
            return
        until = filled(self.tr("on the register until %1"), one.valid_to.isoformat()) if one.valid_to else ""
        parts = (one.qualification, one.address, one.phone, one.fee_note, one.days_note, until)
        self.detail.setText(" · ".join(part for part in parts if part))

    def _current(self) -> Intermediary | None:
        row = self.list.currentRow()
        register = self.view().register
        return register[row] if 0 <= row < len(register) else None

    def _choose(self) -> None:
        one = self._current()
        if one is not None:
            self.wished.emit(Wish(self.view().service, HowChosen.FREE, one.code))

    def _draw(self) -> None:
        if self.view().register:
            self.wished.emit(Wish(self.view().service, HowChosen.LOT))

    def _take_none(self) -> None:
        self.wished.emit(Wish(self.view().service, HowChosen.NONE))
