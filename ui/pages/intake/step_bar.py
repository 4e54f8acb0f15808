"""The bar of five steps under the title: where the application stands, and a way to any step that is open."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.pages.intake.step import Step, StepMark
from ui.widgets.label import restyle

_STYLES = {"now": "stepNow", "done": "stepDone", "open": "step", "shut": "step", "skipped": "step"}


class StepBar(QWidget):
    """Emits `chosen` with the Step that was clicked; Ctrl and the number do the same through the page."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stepBar")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._buttons = {step: QPushButton() for step in Step}
        for step, button in self._buttons.items():
            button.setAutoDefault(False)
            button.setFlat(True)
            button.setFocusPolicy(button.focusPolicy().NoFocus)
            button.setProperty("step", int(step))
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)
        row.addStretch()

    def set_marks(self, marks: tuple[StepMark, ...]) -> None:
        """Shows how each step stands."""
        names = self._names()
        for mark in marks:
            button = self._buttons[mark.step]
            tick = " ✓" if mark.look == "done" else ""
            button.setText(f"{int(mark.step)} {names[mark.step]}{tick}")
            button.setAccessibleName(names[mark.step])
            button.setEnabled(mark.can_be_gone_to)
            style = _STYLES[mark.look]
            if button.objectName() != style:
                button.setObjectName(style)
                restyle(button)

    def button(self, step: Step) -> QPushButton:
        """The button of a step."""
        return self._buttons[step]

    def _names(self) -> dict[Step, str]:
        return {
            Step.ITEM: self.tr("Item"),
            Step.APPLICANT: self.tr("Applicant"),
            Step.SITUATION: self.tr("Situation"),
            Step.MATERIALS: self.tr("Materials"),
            Step.CONCLUSION: self.tr("Conclusion"),
        }

    def _on_clicked(self) -> None:
        self.chosen.emit(Step(self.sender().property("step")))
