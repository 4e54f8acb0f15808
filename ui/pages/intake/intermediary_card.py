"""Which intermediary services the item may need, and whether one was chosen: one line of the summary."""

from collections.abc import Sequence

from ui.filled import filled
from ui.pages.intake.summary_line import SummaryLine
from ui.pages.intermediary_flow import INTERMEDIARY_KEY


class IntermediaryCard(SummaryLine):
    """Hidden where the item needs none; its tip is what was chosen."""

    def __init__(self) -> None:
        super().__init__(INTERMEDIARY_KEY)

    def show_services(self, count: int, chosen: Sequence[str]) -> None:
        """How many services may be needed, and in words what was chosen so far."""
        if chosen:
            text = filled(self.tr("intermediary services: %1 of %2 settled"), len(chosen), count)
        else:
            text = filled(self.tr("%1 intermediary services, free to choose"), count)
        self.show_line(text, more=tuple(chosen), is_shown=count > 0)
