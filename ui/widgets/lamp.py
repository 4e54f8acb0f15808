"""The lamp of a due date: a dot and a word."""

from PySide6.QtWidgets import QWidget

from desktop.domain.deadline import Lamp as LampColour
from ui.widgets.chip import Chip


class Lamp(Chip):
    """A lamp of desktop.domain.deadline with the words beside it, such as 剩 3 个工作日."""

    def __init__(self, lamp: LampColour, text: str, parent: QWidget | None = None) -> None:
        super().__init__("", "muted", parent)
        self.set_lamp(lamp, text)

    def set_lamp(self, lamp: LampColour, text: str) -> None:
        """Another colour and its words."""
        if not text:
            raise ValueError("a lamp has a word beside it")
        self.set_state(f"● {text}", lamp.value)
