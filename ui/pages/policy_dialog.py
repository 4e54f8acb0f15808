"""The policies that fit somebody, over any page: told, asked about, printed, and closed again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.condition import Fact, Facts, Truth
from desktop.services.policies import LeafletRequest
from ui.filled import filled
from ui.pages import policy_presenter
from ui.pages.policy_panel import PolicyPanel
from ui.pages.policy_presenter import PolicyDesk, PolicyView
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label

WIDTH_EM, HEIGHT_EM = 68, 40
LIST_SHARE = 0.36


@dataclass(frozen=True, slots=True)
class PolicySubject:
    """Whom policies are told of: what is known (given the answers so far), and where it is kept."""

    desk: PolicyDesk
    facts: Callable[[Mapping[str, Fact]], Facts]
    version: str
    told: Mapping[str, Fact] = field(default_factory=dict)
    name: str = ""
    item_code: str = ""
    case_id: str | None = None


class PolicyDialog(QDialog):
    """Digits answer, Backspace takes back, F9 prints the policy in view, A all that fit, Esc closes."""

    told_changed = Signal(object)
    """All answers so far: a dict."""

    leaflet_wanted = Signal(object)
    """LeafletRequest."""

    def __init__(self, subject: PolicySubject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("policyDialog")
        self.setWindowTitle(self.tr("Policies that fit"))
        self.subject = subject
        self.told: dict[str, Fact] = dict(subject.told)
        self.seen: set[str] = set()
        """Codes of all that were in view as fitting, or perhaps."""
        self.heading = label("", "h2", wrap=True)
        self.panel = PolicyPanel()
        self.print_button = KeyButton(self.tr("Print this one"), "F9", primary=True, is_shortcut=True)
        self.all_button = KeyButton(self.tr("Print all that fit"), "A", is_shortcut=True)
        self.close_button = KeyButton(self.tr("Close"), "Esc")
        for button in (self.print_button, self.all_button, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.print_button.clicked.connect(self._print_one)
        self.all_button.clicked.connect(self._print_all)
        self.close_button.clicked.connect(self.reject)
        self.panel.answered.connect(self._on_answered)
        self.panel.took_back.connect(self._on_took_back)
        self._lay_out()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """As large as the size of text asks for, within the window behind."""
        super().showEvent(event)
        behind = self.parentWidget()
        em = self.fontMetrics().horizontalAdvance("政")
        wanted = QSize(WIDTH_EM * em, HEIGHT_EM * em)
        self.resize(wanted.boundedTo(behind.size() - QSize(40, 40)) if behind is not None else wanted)
        self.panel.set_left_width(round(self.width() * LIST_SHARE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses no button by itself."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.close_button)
        buttons.addStretch()
        buttons.addWidget(self.all_button)
        buttons.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.panel, 1)
        column.addLayout(buttons)
        self.panel.setFocus()

    def _facts(self) -> Facts:
        return self.subject.facts(self.told)

    def _views(self) -> tuple[PolicyView, ...]:
        return policy_presenter.fitting(policy_presenter.views(self.subject.desk, self._facts()))

    def _show(self) -> None:
        views = self._views()
        self.seen |= {view.policy.code for view in views}
        certain, open_ones = policy_presenter.counts(views)
        text = filled(self.tr("%1 fit, %2 may fit"), certain, open_ones)
        self.heading.setText(filled(self.tr("%1: %2"), self.subject.name, text) if self.subject.name else text)
        nothing = "" if views else self.tr("No policy in force fits what is known.")
        self.panel.show_views(views, known=policy_presenter.told_text(self.told), nothing=nothing)
        self.print_button.setEnabled(bool(views))
        self.all_button.setEnabled(bool(certain))

    def _on_answered(self, pair: object) -> None:
        assert isinstance(pair, tuple)
        fact, value = pair
        self._tell({**{name: kept for name, kept in self.told.items() if name != fact}, fact: value})

    def _on_took_back(self) -> None:
        if self.told:
            self._tell(policy_presenter.without_last(self.told))

    def _tell(self, told: dict[str, Fact]) -> None:
        self.told = told
        self.told_changed.emit(dict(told))
        self._show()

    def _print_one(self) -> None:
        view = self.panel.current()
        if view is not None:
            self._want((view.policy.code,))

    def _print_all(self) -> None:
        self._want(tuple(view.policy.code for view in self._views() if view.standing is Truth.YES))

    def _want(self, codes: tuple[str, ...]) -> None:
        if codes:
            subject = self.subject
            request = LeafletRequest(
                codes=codes,
                facts=self._facts(),
                told_to=subject.name,
                case_id=subject.case_id,
                item_code=subject.item_code,
            )
            self.leaflet_wanted.emit(request)
