"""The agent (行政许可法 29): who it is, and what the paper lets them do until when."""

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout

from ui.theme import SPACING
from ui.widgets.field import Field
from ui.widgets.label import label

_ROWS = (("agent_id_kind", "agent_id_number", "agent_name"), ("agent_phone", "agent_relation", "agent_valid_to"))


class AgentPanel(QFrame):
    """Lays out the agent's fields, which belong to the step."""

    def __init__(self, fields: Mapping[str, Field], powers: Mapping[str, QCheckBox]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for names in _ROWS:
            row = QHBoxLayout()
            row.setSpacing(SPACING * 2)
            for name in names:
                row.addWidget(fields[name], 1)
            column.addLayout(row)
        row = QHBoxLayout()
        row.setSpacing(SPACING * 2)
        caption = label(self.tr("May"), "muted")
        row.addWidget(caption)
        for power, box in powers.items():
            box.setAccessibleName(power)
            row.addWidget(box)
        self.fault = label("", "fault")
        row.addWidget(self.fault, 1)
        column.addLayout(row)

    def show_powers_fault(self, text: str) -> None:
        """What is wrong with the powers; empty for nothing."""
        self.fault.setText(text)
