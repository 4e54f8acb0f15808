"""How many policies fit the applicant as typed so far: one line of the summary, which has no room for more."""

from ui.filled import filled
from ui.pages.intake.summary_line import SummaryLine
from ui.pages.policy_flow import POLICY_KEY


class PolicyCard(SummaryLine):
    """Hidden while nothing fits; the first that fits is its tip."""

    def __init__(self) -> None:
        super().__init__(POLICY_KEY)

    def show_counts(self, certain: int, open_ones: int, name: str) -> None:
        """How many fit and may fit; the name of the first that fits."""
        if certain:
            text = filled(self.tr("%1 policies fit"), certain)
        else:
            text = filled(self.tr("%1 policies may fit"), open_ones)
        self.show_line(text, more=(name,) if name else (), is_shown=bool(certain or open_ones))
