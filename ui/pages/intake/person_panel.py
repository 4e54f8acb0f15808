"""What a number tells, and who is known under it: beside the fields of step 2."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout

from desktop import messages
from desktop.domain.case import CaseState
from desktop.domain.credit import Bar
from desktop.domain.outcome import barred
from ui.pages.intake.applicant_presenter import KnownPerson, NumberCheck, OpenCase
from ui.pages.intake.wording import day_text
from ui.theme import SPACING
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label

CASES_SHOWN = 3


class CaseButton(QPushButton):
    """An open case in lines; a line too long for the room loses its middle, the end of a number tells most."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self.setObjectName("rowButton")
        self.setProperty("kind", "row")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # a long number pushes nothing

    def set_lines(self, text: str) -> None:
        """Another case."""
        self._lines = text.split("\n")
        self.setToolTip(text)
        self.setAccessibleName(text.replace("\n", " "))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lines are cut to the room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics, room = self.fontMetrics(), self.width() - 2 * SPACING
        cut = [metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, room) for line in self._lines]
        self.setText("\n".join(cut))


class PersonPanel(QFrame):
    """Facts of the number on top; below it the person on file and the cases that are still open."""

    case_wanted = Signal(object)
    """The id of an open case to look at."""

    def __init__(self, *, language: str) -> None:
        super().__init__()
        self._language = language
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        self.facts = label("", "", wrap=True)
        column.addWidget(self.facts)
        self.bar = label("", "fault", wrap=True)
        self.bar.hide()
        column.addWidget(self.bar)
        self.known = QFrame()
        self.known.setObjectName("known")
        self._known_column = QVBoxLayout(self.known)
        self._known_column.setContentsMargins(12, 8, 12, 8)
        self._known_column.setSpacing(4)
        self.known_name = label("", "strong", wrap=True)
        self.known_data = label("", "small", wrap=True)
        self.take_over = KeyButton(self.tr("The citizen agrees: reuse it"), "Ctrl+R", is_shortcut=True)
        self.take_over.setObjectName("take_over")
        for widget in (self.known_name, self.known_data, self.take_over):
            self._known_column.addWidget(widget)
        column.addWidget(self.known)
        self.warning = QFrame()
        self.warning.setObjectName("told")
        self._warning_column = QVBoxLayout(self.warning)
        self._warning_column.setContentsMargins(12, 8, 12, 8)
        self._warning_column.setSpacing(2)
        self.warning_text = label("", "strong", wrap=True)
        self._warning_column.addWidget(self.warning_text)
        self.case_buttons = [self._case_button() for _ in range(CASES_SHOWN)]
        column.addWidget(self.warning)
        column.addStretch()

    def _case_button(self) -> "CaseButton":
        button = CaseButton()
        button.clicked.connect(self._on_case)
        self._warning_column.addWidget(button)
        return button

    def show_person(self, check: NumberCheck, known: KnownPerson | None, *, cases_shown: int) -> None:
        """What is known now; empty parts are not shown. Of the open cases at most `cases_shown`, same item first."""
        self.facts.setText(self._facts_text(check))
        self.facts.setVisible(bool(self.facts.text()))
        self.known.setVisible(known is not None)
        self.warning.setVisible(known is not None and bool(known.open_cases))
        if known is not None:
            self._show_known(known, cases_shown)

    def show_bar(self, bar: Bar | None) -> None:
        """Why neither pledge nor deferral is open to this applicant; None: they are."""
        reason = barred(bar) if bar else None
        self.bar.setText(messages.sentence(reason.key, reason.fields, self._language) if reason else "")
        self.bar.setVisible(reason is not None)

    def _facts_text(self, check: NumberCheck) -> str:
        if not check.is_complete:
            return ""
        lines = []
        if check.birth_on is not None and check.sex is not None:
            lines.append(
                self.tr("{sex}, {age} years, born {day}").format(
                    sex=messages.word(check.sex, self._language), age=check.age, day=day_text(check.birth_on)
                )
            )
        if check.area and check.area_name:
            lines.append(self.tr("{code} {place}").format(code=check.area, place=check.area_name))
        elif check.area:
            lines.append(self.tr("Area {code} is in no table: compare with the card.").format(code=check.area))
        return "\n".join(lines)

    def _show_known(self, known: KnownPerson, cases_shown: int) -> None:
        self.known_name.setText(self.tr("Known here: {name}").format(name=known.name))
        lines = [part for part in (known.phone, known.address) if part]
        if known.name_differs:
            lines.insert(0, self.tr("The name typed is a different one: compare with the card."))
        self.known_data.setText("\n".join(lines))
        self.known_data.setVisible(bool(lines))
        self.take_over.setVisible(bool(known.fills))
        self.take_over.setEnabled(bool(known.fills))
        self.warning_text.setText(
            self.tr("The same item is open already. A new case, or that one?")
            if known.has_same_item_open
            else self.tr("Cases that are still open")
        )
        for button in self.case_buttons:
            button.hide()
        first = sorted(known.open_cases, key=lambda case: not case.is_same_item)[:cases_shown]
        for button, case in zip(self.case_buttons, first, strict=False):
            button.set_lines(self._case_text(case))
            button.setProperty("case_id", case.case_id)
            button.show()

    def _case_text(self, case: OpenCase) -> str:
        return self.tr("{state} · {day} · {item}\n{number}").format(
            item=case.item_name,
            state=messages.word(CaseState(case.state), self._language),
            day=day_text(case.due_on or case.received_on),
            number=case.case_number,
        )

    def _on_case(self) -> None:
        self.case_wanted.emit(str(self.sender().property("case_id")))
