"""On the case page: the policies that fit its applicant (Alt+P), and the intermediaries its item may need (Alt+I)."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.bootstrap import Counter
from desktop.domain.case import Case
from desktop.domain.catalogue import Catalogue
from desktop.domain.condition import Fact, Facts
from desktop.services import policies
from ui.pages.intake.flow_row import FlowRow
from ui.pages.intermediary_flow import INTERMEDIARY_KEY, IntermediaryFlow
from ui.pages.page import Page
from ui.pages.policy_dialog import PolicySubject
from ui.pages.policy_flow import POLICY_KEY, PolicyFlow
from ui.pages.policy_presenter import PolicyDesk
from ui.widgets.key_button import KeyButton


def load(counter: Counter, case_id: str) -> tuple[Case | None, Catalogue | None]:
    """The case, and the catalogue whose policies are in force today. Runs on the reading thread."""
    with counter.store.read() as reader:
        return reader.case(case_id), reader.catalogue_in_force(counter.clock.today())


class CaseGuidance(QObject):
    """Two keys, and their buttons in a bar that breaks where it is narrow."""

    def __init__(self, page: Page, *, case_id: Callable[[], str]) -> None:
        super().__init__(page)
        self._page = page
        self._case_id = case_id
        self.policies = PolicyFlow(page)
        self.intermediaries = IntermediaryFlow(page)
        self.policy_button = KeyButton(self.tr("Policies"), POLICY_KEY)
        self.intermediary_button = KeyButton(self.tr("Intermediaries"), INTERMEDIARY_KEY)
        actions = (
            (self.policy_button, POLICY_KEY, self.tell),
            (self.intermediary_button, INTERMEDIARY_KEY, self.choose),
        )
        self.bar = QWidget()
        row = FlowRow()
        self.bar.setLayout(row)
        for button, key, action in actions:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(action)
            row.addWidget(button)
            QShortcut(QKeySequence(key), page).activated.connect(action)

    def tell(self) -> None:
        """Reads the case, then shows what fits its applicant."""
        counter, case_id = self._page.context.counter, self._case_id()
        if case_id:
            self._page.read(lambda: load(counter, case_id), self._show)

    def choose(self) -> None:
        """The register of the services that the case's item may need."""
        if self._case_id():
            self.intermediaries.open(item_code="", case_id=self._case_id())

    def _show(self, read: tuple[Case | None, Catalogue | None]) -> None:
        case, catalogue = read
        if case is None or catalogue is None or case.case_id != self._case_id():
            return
        today = self._page.context.counter.clock.today()

        def facts(told: Mapping[str, Fact]) -> Facts:
            return policies.facts_of_case(case, told, today=today)

        subject = PolicySubject(
            desk=PolicyDesk(policies.in_force(catalogue, today)),
            facts=facts,
            version=catalogue.version,
            name=case.applicant.name,
            item_code=case.item.code,
            case_id=case.case_id,
        )
        self.policies.open(subject)
