"""What of the statistics is shown: the period, the sheet, and what its rows are."""

from collections.abc import Callable, Iterable
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.statistics import By, Span
from desktop.messages import word
from ui.pages.statistics_presenter import Part
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label

E = TypeVar("E", bound=Enum)


class ChoiceBar(QWidget):
    """Two rows of keys; exactly one of each group is down."""

    span_chosen = Signal(object)
    """A Span."""

    part_chosen = Signal(object)
    """A Part."""

    by_chosen = Signal(object)
    """A By."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.back = KeyButton(self.tr("Before"), "PgUp")
        self.back.setObjectName("periodBefore")
        self.on = KeyButton(self.tr("Behind"), "PgDn")
        self.on.setObjectName("periodBehind")
        self.period = label(style="h2")
        self.spans = self._group(Span, self.span_text, ("Alt+1", "Alt+2", "Alt+3"), self.span_chosen.emit)
        self.parts = self._group(Part, self.part_text, ("1", "2", "3"), self.part_chosen.emit)
        self.bys = self._group(By, self.by_text, ("Alt+4", "Alt+5", "Alt+6", "Alt+7"), self.by_chosen.emit)
        self.spans[Span.MONTH].setChecked(True)
        self.parts[Part.CASES].setChecked(True)
        self.bys[By.ITEM].setChecked(True)
        self._lay_out()

    def show_period(self, text: str, *, is_newest: bool) -> None:
        """Which period is shown; there is none behind the newest."""
        self.period.setText(text)
        self.on.setEnabled(not is_newest)

    def choose_part(self, part: Part) -> None:
        """As if its key were pressed."""
        self.parts[part].click()

    def span_text(self, span: Span) -> str:
        """日, 月, 年."""
        return {Span.DAY: self.tr("Day"), Span.MONTH: self.tr("Month"), Span.YEAR: self.tr("Year")}[span]

    def part_text(self, part: Part) -> str:
        """The name of a sheet."""
        return {
            Part.CASES: self.tr("Cases"),
            Part.TIME: self.tr("Days"),
            Part.SERVICE: self.tr("Service"),
        }[part]

    def by_text(self, by: By) -> str:
        """What the rows are."""
        return word(by, self._language)

    def _group(
        self, members: type[E], text: Callable[[E], str], keys: Iterable[str], chosen: Callable[[E], None]
    ) -> dict[E, KeyButton]:
        group = QButtonGroup(self)
        made = {}
        for member, key in zip(members, keys, strict=True):
            button = KeyButton(text(member), key, is_shortcut=key.startswith("Alt"))
            button.setObjectName(f"{type(member).__name__.lower()}_{member.value}")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, one=member: chosen(one))
            group.addButton(button)
            made[member] = button
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        first, second = QHBoxLayout(), QHBoxLayout()
        for widget in (self.back, self.period, self.on):
            first.addWidget(widget)
        first.addSpacing(8)
        for button in self.spans.values():
            first.addWidget(button)
        first.addStretch()
        for button in self.parts.values():
            second.addWidget(button)
        second.addStretch()
        for by_button in self.bys.values():
            second.addWidget(by_button)
        for row in (first, second):
            row.setSpacing(8)
            column.addLayout(row)
