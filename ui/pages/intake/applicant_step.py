"""Step 2: who applies and who acts for them; a number is checked while it is typed."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop import messages
from desktop.domain.identity_document import IdKind
from desktop.services.intake_form import ORGANISATION, PERSON, POWERS
from ui.pages.intake.agent_panel import AgentPanel
from ui.pages.intake.applicant_presenter import NumberCheck, fields_of, kinds_of
from ui.pages.intake.intake_presenter import IntakePresenter
from ui.pages.intake.person_panel import CASES_SHOWN, PersonPanel
from ui.pages.intake.step_panel import StepPanel
from ui.theme import SPACING
from ui.widgets.card import Card
from ui.widgets.field import Field

_TEXT_FIELDS = (
    "id_number",
    "name",
    "legal_representative",
    "phone",
    "address",
    "agent_id_number",
    "agent_name",
    "agent_phone",
    "agent_relation",
    "agent_valid_to",
)
_COLUMNS = 12
# Rows of the applicant's fields with the width of each: an organisation's name is long, a person's address is.
_PLACES = {
    PERSON: (
        (("id_kind", 5), ("id_number", 7)),
        (("name", 5), ("phone", 7)),
        (("address", 12),),
    ),
    ORGANISATION: (
        (("id_number", 7), ("legal_representative", 5)),
        (("name", 12),),
        (("phone", 5), ("address", 7)),
    ),
}


class ApplicantStep(StepPanel):
    """Fields in the order in which the clerk holds the papers: first the card, then what is asked."""

    number_complete = Signal()
    """The applicant's number is whole and sound: the store may know the person."""

    case_wanted = Signal(object)
    """An open case of this person is to be looked at; carries its id."""

    def __init__(self, presenter: IntakePresenter, *, language: str) -> None:
        super().__init__(presenter, language=language)
        self._touched: set[str] = set()
        self._looked_up = ""
        self._placed = ""
        self.edits = {name: self._line_edit(name) for name in _TEXT_FIELDS}
        self.id_kind = self._kind_box("id_kind")
        self.agent_id_kind = self._kind_box("agent_id_kind")
        self.has_agent = QCheckBox(self.tr("Somebody acts for the applicant (agent)") + "　Alt+3")
        self.has_agent.setObjectName("has_agent")
        self.has_agent.toggled.connect(self._on_agent_toggled)
        self.watch(self.has_agent)
        self.powers = {power: self._power_box(power) for power in POWERS}
        self.fields = self._make_fields()
        self.person_panel = PersonPanel(language=language)
        self.person_panel.take_over.clicked.connect(self.take_over)
        self.person_panel.case_wanted.connect(self.case_wanted)
        self.kinds = QButtonGroup(self)
        self.kind_buttons = self._make_kind_buttons()
        self.agent_panel = AgentPanel(self.fields, self.powers)
        self._lay_out()

    # --- making ------------------------------------------------------------------------------------------------

    def _line_edit(self, name: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setObjectName(name)
        edit.textEdited.connect(partial(self._on_typed, name))
        self.watch(edit)
        return edit

    def _kind_box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        for kind in IdKind:
            box.addItem(messages.word(kind, self.language), kind.value)
        box.activated.connect(partial(self._on_kind_chosen, name, box))
        self.watch(box)
        return box

    def _power_box(self, power: str) -> QCheckBox:
        box = QCheckBox(power)
        box.setObjectName("agent_powers")
        box.toggled.connect(partial(self._on_power_toggled, power))
        self.watch(box)
        return box

    def _make_fields(self) -> dict[str, Field]:
        edits = self.edits
        made = {
            "id_kind": Field(self.tr("Document"), self.id_kind),
            "id_number": Field(self.tr("Number"), edits["id_number"]),
            "name": Field(self.tr("Name"), edits["name"]),
            "legal_representative": Field(self.tr("Legal representative"), edits["legal_representative"]),
            "phone": Field(self.tr("Telephone"), edits["phone"]),
            "address": Field(self.tr("Address"), edits["address"]),
            "agent_id_kind": Field(self.tr("Document of the agent"), self.agent_id_kind),
            "agent_id_number": Field(self.tr("Number of the agent"), edits["agent_id_number"]),
            "agent_name": Field(self.tr("Name of the agent"), edits["agent_name"]),
            "agent_phone": Field(self.tr("Telephone of the agent"), edits["agent_phone"]),
            "agent_relation": Field(self.tr("Relation to the applicant"), edits["agent_relation"]),
            "agent_valid_to": Field(
                self.tr("Authority valid until"), edits["agent_valid_to"], self.tr("2026-12-31; empty: no end")
            ),
        }
        for field in made.values():
            field.setParent(self)  # one that is not laid out now must not become a window of its own
        return made

    def _make_kind_buttons(self) -> dict[str, QPushButton]:
        made = {}
        for kind, text, key in ((PERSON, self.tr("Person"), "Alt+1"), (ORGANISATION, self.tr("Organisation"), "Alt+2")):
            button = QPushButton(f"{text}　{key}")
            button.setObjectName("kind")
            button.setAccessibleName(text)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setShortcut(key)
            button.clicked.connect(partial(self._on_applicant_kind, kind))
            self.kinds.addButton(button)
            made[kind] = button
        return made

    def _lay_out(self) -> None:
        card = Card(self.tr("Who applies?"))
        card.body.setSpacing(4)  # with an agent the step is full at 768 lines
        for button in self.kind_buttons.values():
            card.title_row.addWidget(button)
        top = QHBoxLayout()
        top.setSpacing(SPACING * 2)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACING * 2)
        self._grid.setVerticalSpacing(2)
        for number in range(_COLUMNS):
            self._grid.setColumnStretch(number, 1)
            self._grid.setColumnMinimumWidth(number, 1)
        columns = QVBoxLayout()
        columns.addLayout(self._grid)
        columns.addStretch()
        top.addLayout(columns, 5)
        top.addWidget(self.person_panel, 3)
        card.body.addLayout(top)
        card.body.addWidget(self.has_agent)
        card.body.addWidget(self.agent_panel)
        card.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.refresh()

    # --- showing -----------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Fields, faults, what the number says, who is known."""
        form = self.presenter.form
        for name, edit in self.edits.items():
            value = getattr(form, name)
            if edit.text() != value:
                edit.setText(value)
        self._show_choices()
        if self._placed != form.applicant_kind:
            self._placed = form.applicant_kind
            self._place_fields(form.applicant_kind)
        shown = set(fields_of(form))
        for name, field in self.fields.items():
            field.setVisible(name in shown)
        self.agent_panel.setVisible(form.has_agent)
        self._show_faults()
        self._show_person()

    def _place_fields(self, kind: str) -> None:
        for name in {name for row in (*_PLACES[PERSON], *_PLACES[ORGANISATION]) for name, _ in row}:
            self._grid.removeWidget(self.fields[name])
        for number, row in enumerate(_PLACES[kind]):
            left = 0
            for name, width in row:
                self._grid.addWidget(self.fields[name], number, left, 1, width)
                left += width

    def _show_choices(self) -> None:
        form = self.presenter.form
        for box, value in ((self.id_kind, form.id_kind), (self.agent_id_kind, form.agent_id_kind)):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value))
        with QSignalBlocker(self.has_agent):
            self.has_agent.setChecked(form.has_agent)
        for power, check in self.powers.items():
            with QSignalBlocker(check):
                check.setChecked(power in form.agent_powers)
        self.kind_buttons[form.applicant_kind].setChecked(True)
        kinds = kinds_of(self.presenter.item) if self.presenter.item else (PERSON, ORGANISATION)
        for kind, button in self.kind_buttons.items():
            button.setEnabled(kind in kinds)
        is_person = form.applicant_kind == PERSON
        self.fields["name"].caption.setText(self.tr("Name") if is_person else self.tr("Name of the organisation"))
        self.fields["id_number"].caption.setText(self.tr("Number") if is_person else self.tr("Credit code"))

    def _show_faults(self) -> None:
        faults = {error.field: messages.text(error, self.language) for error in self.presenter.person_errors()}
        for name, field in self.fields.items():
            if name in ("id_number", "agent_id_number"):
                self._show_number(field, name, faults.get(name, ""))
            elif name in faults and name in self._touched:
                field.set_error(faults[name])
            else:
                field.clear_error()
        self.agent_panel.show_powers_fault(faults.get("agent_powers", "") if "agent_powers" in self._touched else "")

    def _show_number(self, field: Field, name: str, fault: str) -> None:
        check = self.presenter.number_check(name)
        is_live = check.error is not None and check.error.reason != "id_length"
        if is_live and check.error is not None:
            field.set_error(messages.text(check.error, self.language))
        elif fault and name in self._touched:
            field.set_error(fault)
        else:
            field.clear_error()
            field.set_hint(self._number_hint(check))

    def _number_hint(self, check: NumberCheck) -> str:
        if check.is_complete:
            return self.tr("✓ the number is sound")
        if check.wanted and check.count:
            return self.tr("{count} of {wanted}").format(count=check.count, wanted=check.wanted)
        return ""

    def _show_person(self) -> None:
        check = self.presenter.number_check("id_number")
        # With an agent's fields below there is room for one open case, the most telling one.
        shown = 1 if self.presenter.form.has_agent else CASES_SHOWN
        self.person_panel.show_person(check, self.presenter.known_person(), cases_shown=shown)
        if check.is_complete and check.number != self._looked_up:
            self._looked_up = check.number
            self.number_complete.emit()

    def forget(self) -> None:
        """Another form: nothing has been touched yet."""
        self._touched.clear()
        self._looked_up = ""

    # --- keyboard ----------------------------------------------------------------------------------------------

    def focus_field(self, field: str, cursor: int = 0) -> None:
        """The field of that name; the number for a fresh step."""
        editor = self._editor(field) or self.edits["id_number"]
        editor.setFocus()
        if isinstance(editor, QLineEdit) and field == editor.objectName():
            editor.setCursorPosition(min(cursor, len(editor.text())))

    def _editor(self, name: str) -> QWidget | None:
        if name not in fields_of(self.presenter.form):
            return None
        others: dict[str, QWidget] = {
            "id_kind": self.id_kind,
            "agent_id_kind": self.agent_id_kind,
            "has_agent": self.has_agent,
            "agent_powers": self.powers[POWERS[0]],
        }
        return others.get(name) or self.edits.get(name)

    def enter_pressed(self, editor: QWidget) -> None:
        """The next field; a faulty one keeps the keyboard. At the end the next step, or the first fault."""
        name = editor.objectName()
        self._touched.add(name)
        self._show_faults()
        faulty = {error.field for error in self.presenter.person_errors()}
        order = fields_of(self.presenter.form)
        if name in faulty and name != "agent_powers":
            editor.setFocus()
            return
        here = order.index(name)
        if here + 1 < len(order):
            following = self._editor(order[here + 1])
            if following is not None:
                following.setFocus()
            return
        self.finish()

    def finish(self) -> None:
        """The next step, or every fault shown and the keyboard in the first."""
        self._touched.update(fields_of(self.presenter.form))
        self._show_faults()
        errors = self.presenter.person_errors()
        if errors:
            self.focus_field(errors[0].field)
            return
        self.went_on.emit()

    def focus_went(self, editor: QWidget) -> None:
        """A field that was left may be told that it is wrong; one that is still empty is not scolded yet."""
        if not isinstance(editor, QLineEdit) or editor.text().strip():
            self._touched.add(editor.objectName())
            self._show_faults()
        super().focus_went(editor)

    # --- editing -----------------------------------------------------------------------------------------------

    def _on_typed(self, name: str, text: str) -> None:
        edit = self.edits[name]
        kind = self.presenter.form.applicant_kind
        self.presenter.type_text(name, text)
        self.presenter.at(name, edit.cursorPosition())
        kept = getattr(self.presenter.form, name)
        if kept != text:
            edit.setText(kept)  # a control character from a reader is taken out
        self._touched.discard(name)
        if kind != self.presenter.form.applicant_kind:
            self.refresh()
        self._show_faults()
        if name == "id_number" or name in ("name", "phone", "address"):
            self._show_person()
        self.edited.emit()

    def _on_kind_chosen(self, name: str, box: QComboBox, _index: int) -> None:
        self.presenter.type_text(name, str(box.currentData()))
        self.refresh()
        self.edited.emit()

    def _on_applicant_kind(self, kind: str, _is_checked: bool = True) -> None:
        self.presenter.set_applicant_kind(kind)
        self.refresh()
        self.edits["id_number"].setFocus()
        self.edited.emit()

    def _on_agent_toggled(self, is_set: bool) -> None:
        self.presenter.set_flag("has_agent", is_set)
        self.refresh()
        self.edited.emit()

    def _on_power_toggled(self, power: str, is_given: bool) -> None:
        self.presenter.set_power(power, is_given)
        self._show_faults()
        self.edited.emit()

    def take_over(self) -> None:
        """What is on file, with the citizen's consent."""
        if self.presenter.take_over_person():
            self.refresh()
            self.edited.emit()
            self.left.emit()
            empty = next((n for n in fields_of(self.presenter.form) if self._is_empty(n)), "has_agent")
            self.focus_field(empty)

    def _is_empty(self, name: str) -> bool:
        return name in self.edits and not self.edits[name].text()
