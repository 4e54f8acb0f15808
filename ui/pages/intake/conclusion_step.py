"""Step 5: the lawful outcomes, each with its paper and its date; below them why the others are not."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop import messages
from desktop.domain.errors import CalendarMissing
from desktop.domain.outcome import Outcome
from ui.pages.intake.conclusion_presenter import ConclusionView, OfferView, preferred, shortened, telling
from ui.pages.intake.intake_presenter import IntakePresenter
from ui.pages.intake.step_panel import ENTER_KEYS, StepPanel, digit_of
from ui.pages.intake.wording import day_text
from ui.theme import SPACING
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label, restyle

_NAMES_SHOWN = 3
_NO_RESULT = frozenset({Outcome.REFUSE, Outcome.NOT_REQUIRED, Outcome.INFORM})


class OfferRow(QFrame):
    """A lawful outcome: its key, its word, its paper, its date."""

    pressed = Signal()

    def __init__(self, offer: OfferView, texts: tuple[str, str, str]) -> None:
        super().__init__()
        self.offer = offer
        self.setObjectName("offer")
        outcome, paper, day = texts
        self.setAccessibleName(outcome)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 16, 8)
        row.setSpacing(SPACING * 2)
        key = label(str(offer.digit), "keyCap")
        row.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(label(outcome, "h2"))
        column.addWidget(label(paper, "muted"))
        row.addLayout(column, 1)
        self.day = label(day, "strong")
        row.addWidget(self.day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click is the number key."""
        self.pressed.emit()

    def set_current(self, is_current: bool) -> None:
        """The accent stands on the outcome that Enter concludes."""
        style = "offerNow" if is_current else "offer"
        if self.objectName() != style:
            self.setObjectName(style)
            restyle(self)


class ConclusionStep(StepPanel):
    """The panel has the keyboard: numbers and arrows choose, Enter concludes."""

    calendar_wanted = Signal()
    """The clerk goes to enter the year that the work calendar lacks."""

    def __init__(self, presenter: IntakePresenter, *, language: str) -> None:
        super().__init__(presenter, language=language)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("conclusion")
        self.setAccessibleName(self.tr("Lawful outcomes"))
        self._view: ConclusionView | None = None
        self.offers: list[OfferRow] = []
        self.fault = label("", "fault", wrap=True)
        self.calendar_told = self._make_calendar_told()
        self.reason = QLineEdit()
        self.reason.setObjectName("repeat_reason")
        self.reason.setAccessibleName(self.tr("Why a second notice"))
        self.reason.setPlaceholderText(self.tr("Why a second notice is given on the same case"))
        self.reason.textEdited.connect(self._on_reason)
        self.watch(self.reason)
        self.delivery = label("", "muted")
        self._lay_out()

    def _make_calendar_told(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("told")
        row = QHBoxLayout(frame)
        row.setContentsMargins(12, 8, 12, 8)
        self.calendar_text = label("", "", wrap=True)
        self.calendar_key = KeyButton(self.tr("Enter the calendar"), "Ctrl+J", is_shortcut=True)
        self.calendar_key.clicked.connect(self.calendar_wanted)
        row.addWidget(self.calendar_text, 1)
        row.addWidget(self.calendar_key)
        return frame

    def _lay_out(self) -> None:
        card = Card(self.tr("Which conclusion?"))
        card.title_row.insertWidget(1, label(self.tr("Number or ↑ ↓ chooses · Enter concludes and prints"), "small"))
        self._lawful = QVBoxLayout()
        self._lawful.setSpacing(SPACING)
        card.body.addWidget(self.calendar_told)
        card.body.addLayout(self._lawful)
        card.body.addWidget(self.reason)
        card.body.addWidget(self.delivery)
        card.body.addWidget(self.fault)
        self.others_title = label(self.tr("Not open now, and why"), "muted")
        card.body.addSpacing(SPACING)
        card.body.addWidget(self.others_title)
        self._others_rows = QVBoxLayout()
        self._others_rows.setSpacing(6)
        inner = QWidget()
        inner.setObjectName("scrolled")
        inner_column = QVBoxLayout(inner)
        inner_column.setContentsMargins(0, 0, 0, 0)
        inner_column.addLayout(self._others_rows)
        inner_column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        card.body.addWidget(area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    # --- showing -----------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Offers as the law stands to this form."""
        view = self.presenter.conclusion()
        self._view = view
        self._clear()
        if view is None:
            return
        for offer in view.lawful:
            row = OfferRow(offer, (self._word(offer), self._paper_text(offer), self._day_text(offer)))
            row.pressed.connect(partial(self._choose, offer))
            self._lawful.addWidget(row)
            self.offers.append(row)
        for offer in view.others:
            self._others_rows.addWidget(self._why_not_row(offer))
        self.others_title.setVisible(bool(view.others))
        year = view.missing_year
        self.calendar_told.setVisible(year is not None)
        self.calendar_text.setText(messages.text(CalendarMissing(year=year), self.language) if year else "")
        self.show_fault("")
        self._show_current()

    def _clear(self) -> None:
        self.offers = []
        for layout in (self._lawful, self._others_rows):
            while layout.count():
                item = layout.takeAt(0)
                widget = item.widget() if item is not None else None
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()

    def _word(self, offer: OfferView) -> str:
        return messages.word(offer.outcome, self.language)

    def _paper_text(self, offer: OfferView) -> str:
        text = self.tr("prints: {paper}").format(paper=offer.paper)
        if offer.consequence is not None:
            consequence = messages.word(offer.consequence, self.language)
            text = self.tr("{paper} · {consequence}").format(paper=text, consequence=consequence)
        return text

    def _day_text(self, offer: OfferView) -> str:
        day = day_text(offer.due_on)
        if offer.due_kind == "decide":
            return self.tr("decide by {day}").format(day=day)
        if offer.due_kind == "notice":
            return self.tr("tell by {day}").format(day=day)
        if offer.handed_to:
            return self.tr("goes to {authority}").format(authority=offer.handed_to)
        return self.tr("today {day}").format(day=day) if offer.due_kind == "today" else ""

    def _why_not_row(self, offer: OfferView) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING * 2)
        name = label(self._word(offer), "muted", wrap=True)
        name.setFixedWidth(190)
        name.setAlignment(Qt.AlignmentFlag.AlignTop)
        shown = (shortened(why, names=_NAMES_SHOWN) for why in telling(offer.why_not))
        reasons = "；".join(messages.sentence(why.key, why.fields, self.language) for why in shown)
        why = label(reasons, "", wrap=True)
        why.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(name)
        row.addWidget(why, 1)
        return widget

    def current(self) -> OfferView | None:
        """The outcome that Enter concludes."""
        return preferred(self._view, self.presenter.form.outcome) if self._view else None

    def _show_current(self) -> None:
        current = self.current()
        for row in self.offers:
            row.set_current(current is not None and row.offer.outcome is current.outcome)
        self.reason.setVisible(current is not None and current.needs_repeat_reason)
        form = self.presenter.form
        if self.reason.text() != form.repeat_reason:
            self.reason.setText(form.repeat_reason)
        hands_out = current is not None and current.outcome not in _NO_RESULT
        self.delivery.setVisible(hands_out and self._view is not None and bool(self._view.deliveries))
        more = self._view is not None and len(self._view.deliveries) > 1
        text = self.tr("The result is handed out: {how}").format(how=form.delivery)
        self.delivery.setText(self.tr("{delivery} · D changes it").format(delivery=text) if more else text)

    def show_fault(self, text: str) -> None:
        """What keeps the conclusion from being drawn; empty for nothing."""
        self.fault.setText(text)
        self.fault.setVisible(bool(text))

    # --- keyboard ----------------------------------------------------------------------------------------------

    def focus_field(self, field: str, cursor: int = 0) -> None:
        """The panel, or the reason of a second notice where the draft was left in it."""
        if field == "repeat_reason" and self.reason.isVisibleTo(self):
            self.reason.setFocus()
            self.reason.setCursorPosition(min(cursor, len(self.reason.text())))
            return
        self.setFocus()
        self.presenter.at("outcome")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Numbers and arrows choose, D changes the delivery, Enter concludes."""
        digit = digit_of(event)
        if digit and self._view is not None:
            offer = self._view.by_digit(digit)
            if offer is not None:
                self._choose(offer)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_D:
            self._next_delivery()
        elif event.key() in ENTER_KEYS:
            self._enter()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            self.went_back.emit()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        current = self.current()
        if current is not None and current.needs_repeat_reason and not self.presenter.form.repeat_reason.strip():
            self.reason.setFocus()
            return
        self.went_on.emit()

    def _choose(self, offer: OfferView) -> None:
        self.presenter.choose_outcome(offer.outcome)
        self._show_current()
        self.edited.emit()

    def _move(self, step: int) -> None:
        current = self.current()
        if self._view is None or current is None:
            return
        lawful = self._view.lawful
        self._choose(lawful[min(max(lawful.index(current) + step, 0), len(lawful) - 1)])

    def _next_delivery(self) -> None:
        if self._view is None or not self._view.deliveries:
            return
        ways = self._view.deliveries
        now = self.presenter.form.delivery
        following = ways[(ways.index(now) + 1) % len(ways)] if now in ways else ways[0]
        self.presenter.type_text("delivery", following)
        self._show_current()
        self.edited.emit()

    def _on_reason(self, text: str) -> None:
        self.presenter.type_text("repeat_reason", text)
        self.presenter.at("repeat_reason", self.reason.cursorPosition())
        self.edited.emit()

    def outcomes(self) -> list[Outcome]:
        """The outcomes offered, in the order of their keys."""
        return [row.offer.outcome for row in self.offers]
