"""政策: every policy in force, found by typing; tried by hand for a person or an organisation, and printed."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from desktop.bootstrap import Counter
from desktop.domain.condition import Fact, Truth
from desktop.domain.policy import facts_of
from desktop.pinyin import initials
from desktop.ports import Changes
from desktop.services import policies
from desktop.services.policies import LeafletRequest
from ui.context import Context
from ui.filled import filled
from ui.pages import policy_presenter
from ui.pages.page import Page
from ui.pages.policy_flow import PolicyFlow
from ui.pages.policy_panel import LIST_WIDTH_PX, PolicyPanel
from ui.pages.policy_presenter import PolicyDesk, PolicyView
from ui.theme import SPACING, scaled
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton

NUMBER_AT_MOST = 18


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page reads at once."""

    desk: PolicyDesk
    version: str


def load(counter: Counter) -> Shown:
    """Policies in force today. On the reading thread: pinyin takes its time the first time."""
    today = counter.clock.today()
    with counter.store.read() as reader:
        catalogue = reader.catalogue_in_force(today)
    found = policies.in_force(catalogue, today)
    words = {policy.code: (initials(policy.name),) for policy in found}
    return Shown(PolicyDesk(found, words=words), catalogue.version if catalogue else "")


class PoliciesPage(Page):
    """Typing finds, Enter goes to the list, digits answer there; F9 prints, Ctrl+Enter notes what was told."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.shown: Shown | None = None
        self.told: dict[str, Fact] = {}
        self.flow = PolicyFlow(self)
        self.search = self._entry("policySearch", self.tr("Find: name, kind, office, pinyin initials"), 40)
        self.number = self._entry(
            "policyFor", self.tr("Whose: ID number or credit code (may stay empty)"), NUMBER_AT_MOST
        )
        self.name = self._entry("policyName", self.tr("Name for the leaflet (may stay empty)"), 40)
        self.panel = PolicyPanel()
        self.panel.left.insertWidget(0, self.search)
        self.panel.left.insertWidget(1, self.number)
        self._lay_out()
        self._bind()
        self._fit_text()
        self._show()

    def title(self) -> str:
        """政策."""
        return self.tr("Policies")

    def help_text(self) -> str:
        """What F1 shows."""
        return self.tr(
            "<p>All policies in force, as the city publishes them with the catalogue. Type to find one. To see what"
            " fits somebody, type the ID number or credit code, go to the list with Enter, and answer the question"
            " under the policy: each is asked once.</p>"
            "<p><b>↑ ↓</b> move · <b>digits</b> answer · <b>Backspace</b> takes the last answer back · <b>Alt+R</b>"
            " begins with somebody else · <b>F9</b> prints the leaflet of this policy · <b>Alt+A</b> of all that fit ·"
            " <b>Ctrl+Enter</b> notes that it was told without paper · <b>Esc</b> back to the search.</p>"
            "<p>A leaflet informs, it decides nothing; nobody must give a name. In a case, or while taking one in,"
            " Alt+P shows what fits that applicant.</p>"
        )

    def opened(self, argument: str) -> None:
        """Reads the policies of today."""
        counter = self.context.counter
        self.read(lambda: load(counter), self._have)

    def changed(self, changes: Changes) -> None:
        """Another catalogue."""
        if changes.catalogue and self.shown is not None:
            self.opened("")

    def first_focus(self) -> None:
        """The search."""
        self.search.setFocus()
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the search."""
        if event.key() == Qt.Key.Key_Escape:
            self.first_focus()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: Any, event: Any) -> bool:
        """In the entries the arrows work on the list."""
        is_entry = watched is self.search or watched is self.number
        if is_entry and isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self.panel.move_by(step)
                return True
        return super().eventFilter(watched, event)

    def _entry(self, name: str, hint: str, most: int) -> QLineEdit:
        entry = QLineEdit()
        entry.setObjectName(name)
        entry.setMaxLength(most)
        entry.setPlaceholderText(hint)
        entry.setAccessibleName(hint)
        entry.installEventFilter(self)
        return entry

    def _lay_out(self) -> None:
        self.anew_button = KeyButton(self.tr("Somebody else"), "Alt+R", is_shortcut=True)
        self.told_button = KeyButton(self.tr("Told without paper"), "Ctrl+Enter")
        self.all_button = KeyButton(self.tr("Print all that fit"), "Alt+A", is_shortcut=True)
        self.print_button = KeyButton(self.tr("Print this one"), "F9", primary=True, is_shortcut=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACING)
        buttons.addWidget(self.anew_button)
        buttons.addWidget(self.name, 1)
        buttons.addWidget(self.told_button)
        buttons.addWidget(self.all_button)
        buttons.addWidget(self.print_button)
        card = Card()
        card.body.addWidget(self.panel, 1)
        card.body.addLayout(buttons)
        self.body.addWidget(card, 1)

    def _bind(self) -> None:
        self.search.textChanged.connect(self._show)
        self.number.textChanged.connect(self._show)
        for entry in (self.search, self.number):
            entry.returnPressed.connect(self.panel.setFocus)
        self.panel.answered.connect(self._on_answered)
        self.panel.took_back.connect(self._on_took_back)
        self.anew_button.clicked.connect(self._begin_anew)
        self.told_button.clicked.connect(self._note_told)
        self.all_button.clicked.connect(self._print_all)
        self.print_button.clicked.connect(self._print_one)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._note_told)
        self.context.settings_store.changed.connect(self._fit_text)

    def _fit_text(self) -> None:
        self.panel.set_left_width(scaled(LIST_WIDTH_PX, percent=self.context.settings.percent))

    def _have(self, shown: Shown) -> None:
        self.shown = shown
        self._show()

    def _facts(self) -> dict[str, Fact]:
        today = self.context.counter.clock.today()
        kind, id_kind, number = policy_presenter.known_by(self.number.text(), today=today)
        return facts_of(kind=kind, id_kind=id_kind, id_number=number, told=self.told, today=today)

    def _views(self) -> tuple[PolicyView, ...]:
        return policy_presenter.views(self.shown.desk, self._facts()) if self.shown else ()

    def _show(self) -> None:
        views = self._views()
        found = policy_presenter.found(self.shown.desk, views, self.search.text()) if self.shown else ()
        self.panel.show_views(found, known=policy_presenter.told_text(self.told), nothing=self._nothing(bool(views)))
        certain = policy_presenter.counts(views)[0]
        self.print_button.setEnabled(bool(found))
        self.all_button.setEnabled(bool(certain))
        self.told_button.setEnabled(bool(policy_presenter.fitting(views)))

    def _nothing(self, has_any: bool) -> str:
        if has_any:
            return self.tr("Nothing matches. Try fewer letters.")
        return self.tr("The catalogue in force has no policies. They come with the city's next one.")

    def _on_answered(self, pair: object) -> None:
        assert isinstance(pair, tuple)
        fact, value = pair
        self.told = {**{name: kept for name, kept in self.told.items() if name != fact}, fact: value}
        self._show()

    def _on_took_back(self) -> None:
        self.told = policy_presenter.without_last(self.told)
        self._show()

    def _begin_anew(self) -> None:
        """The next person: nothing of the last one stays in view."""
        self.told = {}
        for entry in (self.name, self.number, self.search):
            entry.clear()
        self._show()
        self.first_focus()

    def _print_one(self) -> None:
        view = self.panel.current()
        if view is not None:
            self._print((view.policy.code,))

    def _print_all(self) -> None:
        self._print(tuple(view.policy.code for view in self._views() if view.standing is Truth.YES))

    def _print(self, codes: tuple[str, ...]) -> None:
        if codes:
            self.flow.print_leaflet(LeafletRequest(codes=codes, facts=self._facts(), told_to=self.name.text()))

    def _note_told(self) -> None:
        """Of which policies somebody was told by word of mouth."""
        fitting = policy_presenter.fitting(self._views())
        if self.shown is None or not fitting:
            return
        counter, session, shown = self.context.counter, self.context.session, self.shown
        facts, today = self._facts(), self.context.counter.clock.today()
        codes = [view.policy.code for view in fitting]

        def job() -> Changes:
            with counter.store.write(session) as uow:
                told = policies.shown_by(shown.desk.policies, codes, facts, today=today)
                return policies.record_shown(uow, told, version=shown.version, case_id=None)

        self.run(job, lambda changes: self._noted(changes, len(codes)))

    def _noted(self, changes: Changes, count: int) -> None:
        self.changes_made.emit(changes)
        self.say(filled(self.tr("Noted: told of %1 policies."), count), tone="good")
