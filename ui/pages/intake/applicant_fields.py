"""The editors of step 2: what they are called, and where each stands for a person and for an organisation."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop import messages
from desktop.domain.identity_document import IdKind
from desktop.services.intake_form import ORGANISATION, PERSON, POWERS
from ui.theme import SPACING
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
_KIND_CHARACTERS = 6
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


class ApplicantFields(QWidget):
    """The applicant's fields, laid out; the agent's are made here too and laid out by the agent's panel."""

    def __init__(self, *, language: str) -> None:
        super().__init__()
        self._placed = ""
        self.edits = {name: self._line_edit(name) for name in _TEXT_FIELDS}
        self.id_kind = self._kind_box("id_kind", language)
        self.agent_id_kind = self._kind_box("agent_id_kind", language)
        self.has_agent = QCheckBox(self.tr("Somebody acts for the applicant (agent)") + "　Alt+3")
        self.has_agent.setObjectName("has_agent")
        self.powers = {power: self._power_box(power) for power in POWERS}
        self.kind_buttons = self._make_kind_buttons()
        self.fields = self._make_fields()
        for field in self.fields.values():
            field.setParent(self)  # one that is not laid out now must not become a window of its own
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACING * 2)
        self._grid.setVerticalSpacing(2)
        for number in range(_COLUMNS):
            self._grid.setColumnStretch(number, 1)
            self._grid.setColumnMinimumWidth(number, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addStretch()

    def place(self, kind: str) -> None:
        """Puts the fields where this kind of applicant has them, and calls them by its words."""
        if kind == self._placed:
            return
        self._placed = kind
        for name in {name for rows in _PLACES.values() for row in rows for name, _ in row}:
            self._grid.removeWidget(self.fields[name])
        for number, row in enumerate(_PLACES[kind]):
            left = 0
            for name, width in row:
                self._grid.addWidget(self.fields[name], number, left, 1, width)
                left += width
        is_person = kind == PERSON
        self._call("name", self.tr("Name") if is_person else self.tr("Name of the organisation"))
        self._call("id_number", self.tr("Number") if is_person else self.tr("Credit code"))

    def editor(self, name: str) -> QWidget | None:
        """The editor of a field of the form, or None."""
        others: dict[str, QWidget] = {
            "id_kind": self.id_kind,
            "agent_id_kind": self.agent_id_kind,
            "has_agent": self.has_agent,
            "agent_powers": self.powers[POWERS[0]],
        }
        return others.get(name) or self.edits.get(name)

    def editors(self) -> list[QWidget]:
        """Every editor that takes the keyboard."""
        boxes = [self.id_kind, self.agent_id_kind, self.has_agent]
        return [*self.edits.values(), *boxes, *self.powers.values()]

    def _call(self, name: str, caption: str) -> None:
        self.fields[name].caption.setText(caption)
        self.fields[name].editor.setAccessibleName(caption)

    def _line_edit(self, name: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setObjectName(name)
        return edit

    def _kind_box(self, name: str, language: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_KIND_CHARACTERS)  # not as wide as the longest name of a document
        for kind in IdKind:
            box.addItem(messages.word(kind, language), kind.value)
        return box

    def _power_box(self, power: str) -> QCheckBox:
        box = QCheckBox(power)
        box.setObjectName("agent_powers")
        return box

    def _make_kind_buttons(self) -> dict[str, QPushButton]:
        made = {}
        for kind, text, key in ((PERSON, self.tr("Person"), "Alt+1"), (ORGANISATION, self.tr("Organisation"), "Alt+2")):
            button = QPushButton(f"{text}　{key}")
            button.setObjectName("kind")
            button.setAccessibleName(text)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setAutoDefault(False)
            button.setShortcut(key)
            made[kind] = button
        return made

    def _make_fields(self) -> dict[str, Field]:
        edits = self.edits
        return {
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
