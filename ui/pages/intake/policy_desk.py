"""政策找人 at intake: while the clerk types, the policies that fit appear in the summary; a key opens them."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.domain.condition import Fact, Facts
from desktop.domain.free_text import clean_text
from desktop.services.policies import facts_of_form, in_force
from ui.pages.intake.draft_flow import DraftFlow
from ui.pages.intake.intake_presenter import IntakePresenter
from ui.pages.intake.policy_card import PolicyCard
from ui.pages.intake.summary_panel import SummaryPanel
from ui.pages.page import Page
from ui.pages.policy_dialog import PolicySubject
from ui.pages.policy_flow import POLICY_KEY, PolicyFlow
from ui.pages.policy_presenter import PolicyDesk, PolicyView, counts, fitting, views


class IntakePolicies(QObject):
    """What is asked for policies alone stays with the draft; what was shown goes to the case that is taken in."""

    def __init__(self, page: Page, presenter: IntakePresenter, keeper: DraftFlow, summary: SummaryPanel) -> None:
        super().__init__(page)
        self._page = page
        self._presenter = presenter
        self._keeper = keeper
        self.flow = PolicyFlow(page)
        self.card = PolicyCard()
        self._matched: tuple[PolicyDesk, Facts] | None = None
        self._found: tuple[PolicyView, ...] = ()
        summary.add_line(self.card)
        self.card.clicked.connect(self.open)
        QShortcut(QKeySequence(POLICY_KEY), page).activated.connect(self.open)

    def refresh(self) -> None:
        """The line in the summary. Until the applicant's number is typed, only what fits for certain is said."""
        matched = (self._desk(), self._facts(self._presenter.form.told))
        if matched != self._matched:  # most keys change none of the facts that a policy asks for
            self._matched = matched
            self._found = fitting(views(*matched))
        found = self._found
        certain, open_ones = counts(found)
        has_number = bool(self._presenter.form.id_number.strip())
        first = found[0].policy.name if certain else ""
        self.card.show_counts(certain, open_ones if has_number else 0, first)

    def open(self) -> None:
        """All that fit, over the page; after the conclusion they belong to the case."""
        state, form = self._presenter.state, self._presenter.form
        catalogue = state.desk.catalogue
        if catalogue is None or state.is_concluding:
            return
        taken = state.taken
        subject = PolicySubject(
            desk=self._desk(),
            facts=self._facts,
            version=catalogue.version,
            told=form.told,
            name=clean_text(form.name),
            item_code=form.item_code,
            case_id=(taken.case_id or None) if taken else None,
        )
        if taken is not None:
            self.flow.open(subject)
        else:
            self.flow.open(subject, told=self._told, seen=self._seen)

    def _desk(self) -> PolicyDesk:
        desk = self._presenter.state.desk
        return PolicyDesk(in_force(desk.catalogue, desk.today))

    def _facts(self, told: Mapping[str, Fact]) -> Facts:
        presenter = self._presenter
        form = presenter.with_told(told)
        return facts_of_form(form, presenter.item, today=presenter.state.desk.today)

    def _told(self, told: Mapping[str, Fact]) -> None:
        self._presenter.hear(told)
        self._keeper.touch()
        self.refresh()

    def _seen(self, codes: tuple[str, ...]) -> None:
        self._presenter.policies_seen(codes)
        self._keeper.touch()
