"""Below the checklist: what makes the material under the bar acceptable, what is often wrong, the reason."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from desktop.domain.checklist import MaterialState
from ui.pages.intake.flow_row import FlowRow
from ui.pages.intake.material_presenter import DEFECTS_BY_KEY, MaterialDetail
from ui.pages.intake.scan_panel import ScanPanel
from ui.theme import SPACING
from ui.widgets.label import label

_CIRCLED = "①②③④⑤⑥⑦⑧⑨"
_WITH_REASON = (MaterialState.FAULTY, MaterialState.MISSING)


class MaterialStrip(QFrame):
    """Its height hardly changes, so that the rows above stay where the eye is."""

    defect_chosen = Signal(object)
    """The words of a common defect."""

    def __init__(self, *, language: str) -> None:
        super().__init__()
        self.setObjectName("cardPart")
        self._language = language
        self.defects: tuple[str, ...] = ()
        self.name = label("", "strong")
        self.keys = label(self.tr("Space original compared · + − pages · G grade · S scan · → look"), "small")
        self.scans = ScanPanel()
        self.points = label("", "", wrap=True)
        self.points.setMinimumHeight(40)
        self.points.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.told = label("", "fault", wrap=True)
        self.caption = label(self.tr("What is wrong"), "muted")
        self.reason = QLineEdit()
        self.reason.setObjectName("reason")
        self.reason.setAccessibleName(self.tr("What is wrong"))
        self.reason.setPlaceholderText(self.tr("Type it, or press the number of a common defect"))
        self._buttons = [self._defect_button(number) for number in range(DEFECTS_BY_KEY)]
        self._lay_out()

    def _defect_button(self, number: int) -> QPushButton:
        button = QPushButton()
        button.setObjectName("link")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(partial(self._on_defect, number))
        button.hide()
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.name)
        head.addStretch()
        head.addWidget(self.keys)
        column.addLayout(head)
        known = QHBoxLayout()
        known.setSpacing(SPACING * 2)
        known.addWidget(self.points, 5)
        known.addWidget(self.scans, 4)
        column.addLayout(known)
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        row.addWidget(self.caption)
        row.addWidget(self.reason, 1)
        column.addLayout(row)
        defects = FlowRow(gap=SPACING * 2)
        for button in self._buttons:
            defects.addWidget(button)
        column.addLayout(defects)
        column.addWidget(self.told)

    def show_detail(self, detail: MaterialDetail | None, *, is_reason_wanted: bool, told: str = "") -> None:
        """The material under the bar; `told` is why a key was refused."""
        self.name.setText(detail.name if detail else "")
        self.points.setText(self._points_text(detail) if detail else "")
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self.defects = detail.defects if detail else ()
        has_reason = detail is not None and (is_reason_wanted or detail.state in _WITH_REASON or bool(detail.reason))
        self.caption.setVisible(has_reason)
        self.reason.setVisible(has_reason)
        if detail is not None and self.reason.text() != detail.reason:
            self.reason.setText(detail.reason)
        for number, button in enumerate(self._buttons):
            is_shown = is_reason_wanted and number < len(self.defects)
            button.setVisible(is_shown)
            if is_shown:
                button.setText(f"{number + 1} {self.defects[number]}")

    def _points_text(self, detail: MaterialDetail) -> str:
        points = "　".join(
            f"{_CIRCLED[number]} {point}" if number < len(_CIRCLED) else point
            for number, point in enumerate(detail.points)
        )
        lines = [points or self.tr("The catalogue names no acceptance points: check that it is whole and legible.")]
        if detail.hints:
            lines.append("；".join(detail.hints))
        return "\n".join(lines)

    def _on_defect(self, number: int, _is_checked: bool = False) -> None:
        self.defect_chosen.emit(self.defects[number])
