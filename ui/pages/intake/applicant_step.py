"""Step 2: who applies and who acts for them; a number is checked while it is typed."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop import messages
from desktop.services.intake_form import ORGANISATION, PERSON
from ui.pages.intake.agent_panel import AgentPanel
from ui.pages.intake.applicant_fields import ApplicantFields
from ui.pages.intake.applicant_presenter import NumberCheck, fields_of, kinds_of
from ui.pages.intake.intake_presenter import IntakePresenter
from ui.pages.intake.person_panel import CASES_SHOWN, PersonPanel
from ui.pages.intake.step_panel import StepPanel
from ui.theme import SPACING
from ui.widgets.card import Card
from ui.widgets.field import Field


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
        self.inputs = ApplicantFields(language=language)
        self.edits, self.fields = self.inputs.edits, self.inputs.fields
        self.has_agent = self.inputs.has_agent
        self.person_panel = PersonPanel(language=language)
        self.person_panel.take_over.clicked.connect(self.take_over)
        self.person_panel.case_wanted.connect(self.case_wanted)
        self.agent_panel = AgentPanel(self.fields, self.inputs.powers)
        self._lay_out()
        self._bind()

    # --- making ------------------------------------------------------------------------------------------------

    def _bind(self) -> None:
        inputs = self.inputs
        for editor in inputs.editors():
            self.watch(editor)
        for name, edit in inputs.edits.items():
            edit.textEdited.connect(partial(self._on_typed, name))
        for box in (inputs.id_kind, inputs.agent_id_kind):
            box.activated.connect(partial(self._on_kind_chosen, box))
        for power, check in inputs.powers.items():
            check.toggled.connect(partial(self._on_power_toggled, power))
        for kind, button in inputs.kind_buttons.items():
            button.clicked.connect(partial(self._on_applicant_kind, kind))
        inputs.has_agent.toggled.connect(self._on_agent_toggled)

    def _lay_out(self) -> None:
        card = Card(self.tr("Who applies?"))
        card.body.setSpacing(4)  # with an agent the step is full at 768 lines
        for button in self.inputs.kind_buttons.values():
            card.title_row.addWidget(button)
        top = QHBoxLayout()
        top.setSpacing(SPACING * 2)
        top.addWidget(self.inputs, 5)
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
        self.inputs.place(form.applicant_kind)
        shown = set(fields_of(form))
        for name, field in self.fields.items():
            field.setVisible(name in shown)
        self.agent_panel.setVisible(form.has_agent)
        self._show_faults()
        self._show_person()

    def _show_choices(self) -> None:
        form = self.presenter.form
        for box, value in ((self.inputs.id_kind, form.id_kind), (self.inputs.agent_id_kind, form.agent_id_kind)):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value))
        with QSignalBlocker(self.has_agent):
            self.has_agent.setChecked(form.has_agent)
        for power, check in self.inputs.powers.items():
            with QSignalBlocker(check):
                check.setChecked(power in form.agent_powers)
        self.inputs.kind_buttons[form.applicant_kind].setChecked(True)
        kinds = kinds_of(self.presenter.item) if self.presenter.item else (PERSON, ORGANISATION)
        for kind, button in self.inputs.kind_buttons.items():
            button.setEnabled(kind in kinds)

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
        self.person_panel.show_bar(self.presenter.bar)
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
        return self.inputs.editor(name)

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

    def _on_kind_chosen(self, box: QComboBox, _index: int) -> None:
        self.presenter.type_text(box.objectName(), str(box.currentData()))
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
