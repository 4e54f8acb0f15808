"""The head of the case page: number, item, applicant, lamp, due date, and who holds the case now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.domain.events_bundle import BundleRef
from ui.filled import filled
from ui.pages.case_city_presenter import CityView
from ui.pages.case_presenter import HeadView
from ui.pages.cases_presenter import LampView
from ui.pages.intake.flow_row import FlowRow
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label

NAME_ON_A_LINE = 12  # characters of the item that stay side by side, however large the text


class CaseHead(Card):
    """One card, two lines: what it is, and how it stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.item = label(style="h2", wrap=True)
        self.number = label(style="muted")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy_button = KeyButton(self.tr("Copy number"), "Ctrl+C")
        self.state = Chip("", "accent")
        self.fast = Chip("", "accent")
        self.fast.hide()
        self.lamp = Chip("", "muted")
        self.at_city = Chip("", "muted")
        self.applicant = label()
        self.holder = label()
        self.due = label()
        self.received = label()
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.item, 1)
        beside = FlowRow(gap=12, wants_one_line=True)  # large text: the number goes below, the name keeps its room
        beside.addWidget(_group(self.fast, self.state, self.lamp, self.at_city, height=self.copy_button))
        beside.addWidget(_group(self.number, self.copy_button, height=self.copy_button))
        first.addLayout(beside)
        self.body.addLayout(first)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        for column, (caption, value) in enumerate(
            (
                (self.tr("Applicant"), self.applicant),
                (self.tr("With whom now"), self.holder),
                (self.tr("Due"), self.due),
                (self.tr("Received"), self.received),
            )
        ):
            grid.addWidget(label(caption, "small"), 0, column)
            grid.addWidget(value, 1, column)
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.bundle = label(style="muted", wrap=True)
        self.bundle.hide()
        self.body.addWidget(self.bundle)
        self.conflict = label(ink="red", wrap=True)
        self.conflict.setObjectName("conflictBanner")
        self.conflict.hide()
        self.body.addWidget(self.conflict)

    def show_city(self, city: CityView) -> None:
        """Whether the case is at the city; a conflict is said here, above every tab."""
        self.at_city.set_state(city.receipt_word, city.receipt_tone)
        self.at_city.setToolTip(city.receipt)
        self.conflict.setText(f"● {city.conflict}　Alt+5")
        self.conflict.setVisible(bool(city.conflict))

    def show_bundle(self, bundle: BundleRef | None) -> None:
        """The 一件事 that the case is an item of; None: it stands alone."""
        self.bundle.setVisible(bundle is not None)
        if bundle is not None:
            text = self.tr("One item of %1, number of the whole %2 · Alt+9 lists all of them")
            self.bundle.setText(filled(text, bundle.name, bundle.case_number))

    def show_head(self, head: HeadView) -> None:
        """Fills the card."""
        self.item.setText(head.item_name)
        self.item.setMinimumWidth(self.item.fontMetrics().horizontalAdvance(head.item_name[:NAME_ON_A_LINE]))
        self.fast.set_state(head.fast, "accent")
        self.fast.setVisible(bool(head.fast))
        self.number.setText(head.number)
        self.state.set_state(head.state_word, "accent" if head.is_open else "muted")
        self.applicant.setText(self._applicant(head))
        self.holder.setText(head.holder)
        self.received.setText(head.received_on.isoformat())
        self._show_due(head.due, head.undated)

    def _applicant(self, head: HeadView) -> str:
        text = f"{head.applicant}　{head.id_masked}"
        return filled(self.tr("%1　(through %2)"), text, head.agent) if head.agent else text

    def _show_due(self, due: LampView, undated: str) -> None:
        self.lamp.setVisible(due.lamp is not None)
        if due.lamp is not None:
            self.lamp.set_state(f"● {due.word}", due.lamp.value)
        if due.due_on is None:
            self.due.setText(undated)
        elif due.workdays_left is None:
            self.due.setText(due.due_on.isoformat())
        elif due.workdays_left == 0:
            self.due.setText(filled(self.tr("%1 (due today)"), due.due_on))
        elif due.workdays_left < 0:
            self.due.setText(filled(self.tr("%1 (%2 working days over)"), due.due_on, -due.workdays_left))
        else:
            self.due.setText(filled(self.tr("%1 (%2 working days left)"), due.due_on, due.workdays_left))


def _group(*widgets: QWidget, height: QWidget) -> QWidget:
    """What stays together when the row breaks, in the middle of a line as high as its key."""
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget)
    group.setMinimumHeight(height.sizeHint().height())
    return group
