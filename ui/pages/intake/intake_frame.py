"""The frame of the intake page: the step at the left, what is known at the right, the two keys at the foot."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.intake.step import Step
from ui.theme import scaled
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label

RIGHT_WIDTH_PX = 300
RIGHT_WIDTH_MOST_PX = 360  # the step needs the room more


class IntakeFrame(QWidget):
    """Shows one of the panels at the left and one of the panels at the right."""

    def __init__(self, left: Iterable[QWidget], right: Iterable[QWidget]) -> None:
        super().__init__()
        self.stack = QStackedWidget()
        for panel in left:
            self.stack.addWidget(panel)
        self.right = QStackedWidget()
        for panel in right:
            self.right.addWidget(panel)
        self.back_key = KeyButton(self.tr("Back"), "Esc")
        self.next_key = KeyButton(self.tr("Next"), "Enter", primary=True)
        self.authority_key = KeyButton(self.tr("Authority"), "F6", is_shortcut=True)
        self.truth_key = KeyButton(self.tr("Truth pledge"), "F12", is_shortcut=True)
        for button in (self.back_key, self.authority_key, self.truth_key, self.next_key):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.saved_text = label("", "small")
        self.saved_text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.saved_text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # the keys come first
        self.foot = QWidget()
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.back_key)
        foot.addWidget(self.authority_key)
        foot.addWidget(self.truth_key)
        foot.addWidget(self.saved_text, 1)
        foot.addSpacing(8)
        foot.addWidget(self.next_key)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self.stack, 1)
        column.addWidget(self.foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addLayout(column, 1)
        row.addWidget(self.right)

    def set_percent(self, percent: int) -> None:
        """Width of the right side for this size of text."""
        self.right.setFixedWidth(min(scaled(RIGHT_WIDTH_PX, percent=percent), RIGHT_WIDTH_MOST_PX))

    def show_step(self, left: QWidget, right: QWidget) -> None:
        """Which panels are in view."""
        self.stack.setCurrentWidget(left)
        self.right.setCurrentWidget(right)

    def show_next(self, step: Step) -> None:
        """What Enter does at the end of this step."""
        texts = {
            Step.ITEM: self.tr("Choose"),
            Step.APPLICANT: self.tr("Next"),
            Step.SITUATION: self.tr("Next"),
            Step.MATERIALS: self.tr("Next: conclusion"),
            Step.CONCLUSION: self.tr("Conclude and print"),
        }
        self.next_key.set_text(texts[step])
        for form_key in (self.authority_key, self.truth_key):
            form_key.setVisible(step is not Step.ITEM)  # a form names its item
