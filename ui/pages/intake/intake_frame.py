"""The frame of the intake page: the step at the left, what is known at the right, the two keys at the foot."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.pages.intake.flow_row import FlowRow
from ui.pages.intake.step import Step
from ui.theme import scaled
from ui.widgets.current_stack import CurrentStack
from ui.widgets.follow_area import FollowArea
from ui.widgets.key_button import KeyButton
from ui.widgets.label import Label

RIGHT_WIDTH_PX = 300
RIGHT_WIDTH_MOST_PX = 384  # the step needs the room more
RIGHT_SHARE_MOST = 0.32  # of a narrow window
STEP_HEIGHT_LEAST_PX = 160  # less than that cannot be worked in; the window scrolls then


class SavedText(Label):
    """When the draft was saved; where the keys leave it no room it is not shown at all, rather than half."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("small")
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # the keys come first

    def paintEvent(self, event: QPaintEvent) -> None:
        """Whole or not."""
        if self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width():
            super().paintEvent(event)


class IntakeFrame(QWidget):
    """Shows one of the panels at the left and one of the panels at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._percent = 100
        self.stack, self.right = CurrentStack(), CurrentStack()
        # On a small screen, or with large text, the step scrolls and its keys below it stay where they are.
        self.step_area, self.right_area = _area(), _area()
        self.step_area.setMinimumHeight(STEP_HEIGHT_LEAST_PX)
        self.back_key = KeyButton(self.tr("Back"), "Esc")
        self.next_key = KeyButton(self.tr("Next"), "Enter", primary=True)
        self.authority_key = KeyButton(self.tr("Authority"), "Ctrl+T", is_shortcut=True)
        self.truth_key = KeyButton(self.tr("Truth pledge"), "F12", is_shortcut=True)
        for button in (self.back_key, self.authority_key, self.truth_key, self.next_key):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.saved_text = SavedText()
        self.foot = QWidget()
        keys = FlowRow(wants_one_line=True)
        for button in (self.back_key, self.authority_key, self.truth_key):
            keys.addWidget(button)
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addLayout(keys)
        foot.addWidget(self.saved_text, 1)
        foot.addSpacing(8)
        foot.addWidget(self.next_key, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self.step_area, 1)
        column.addWidget(self.foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addLayout(column, 1)
        row.addWidget(self.right_area)

    def fill(self, left: Iterable[QWidget], right: Iterable[QWidget]) -> None:
        """The panels, once the frame has its place: whatever moves to another parent is polished anew, all of it."""
        for area, stack, panels in ((self.step_area, self.stack, left), (self.right_area, self.right, right)):
            for panel in panels:
                stack.addWidget(panel)
            area.setWidget(stack)

    def set_percent(self, percent: int) -> None:
        """Width of the right side for this size of text."""
        self._percent = percent
        self._fit_right()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the right side gives way first, the step last."""
        super().resizeEvent(event)
        self._fit_right()

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

    def _fit_right(self) -> None:
        wanted = min(scaled(RIGHT_WIDTH_PX, percent=self._percent), RIGHT_WIDTH_MOST_PX)
        self.right_area.setFixedWidth(min(wanted, round(self.width() * RIGHT_SHARE_MOST)))


def _area() -> FollowArea:
    area = FollowArea()
    area.setObjectName("plainArea")
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
