"""The chain of a case: every step with its person, day and the working days that it was held."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.filled import filled
from ui.pages.case_presenter import StepView
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.label import label


class Timeline(Card):
    """Steps, the oldest on top; the one where the case stands now says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Chain of the case"))
        self.steps: tuple[StepView, ...] = ()
        self._now: QWidget | None = None
        self._inner = QWidget()
        self._inner.setObjectName("scrolled")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(10)
        self.area = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._inner)
        scroll.verticalScrollBar().rangeChanged.connect(self._show_now)
        self.body.addWidget(scroll, 1)

    def show_steps(self, steps: Sequence[StepView]) -> None:
        """Replaces the chain."""
        self.steps = tuple(steps)
        self._now = None
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, step in enumerate(self.steps):
            if number:
                rule = QFrame()
                rule.setObjectName("rule")
                self._column.addWidget(rule)
            shown = self._step(step)
            self._column.addWidget(shown)
            self._now = shown  # the last one, where the case stands or has ended
        self._column.addStretch()

    def _show_now(self) -> None:
        """A long chain opens where the case stands, which is what people ask for."""
        if self._now is not None:
            self.area.ensureWidgetVisible(self._now, 0, 0)

    def _step(self, step: StepView) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(label(step.title, "strong"))
        if step.is_now:
            first.addWidget(Chip(self.tr("now"), "accent"))
        first.addStretch()
        first.addWidget(label(f"{step.on.isoformat()} {step.at}", "small"))
        column.addLayout(first)
        if step.window:  # what the city wrote says itself which office it was
            column.addWidget(label(filled(self.tr("%1 · window %2"), step.person, step.window), "muted"))
        column.addWidget(label(step.detail, "small", wrap=True))
        if step.days_held or step.is_now:
            self._add_held(column, step)
        return made

    def _add_held(self, column: QVBoxLayout, step: StepView) -> None:
        """With whom it lay after the step, for how long, and the lamp of that step while it lies there."""
        days = filled(self.tr("held %1 working days"), step.days_held) if step.days_held else ""
        parts = [part for part in (step.held.who, days, step.held.limit) if part]
        if parts:
            column.addWidget(label("→ " + " · ".join(parts), "small", wrap=True))
        if step.held.lamp:
            column.addWidget(Chip(step.held.lamp, step.held.tone), 0, Qt.AlignmentFlag.AlignLeft)
