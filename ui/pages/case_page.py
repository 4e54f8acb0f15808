"""One case: how it stands, who holds it, what was asked for, every sheet of paper, and what happened in words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from desktop.domain.errors import DomainError
from desktop.messages import text as error_text
from desktop.ports import Changes, Taken
from desktop.services import intake
from ui import printable
from ui.context import Context
from ui.filled import filled
from ui.models.case_parts import EntryTable, SheetTable
from ui.pages import case_presenter
from ui.pages.case_action_flow import ActionFlow
from ui.pages.case_amend_flow import AmendFlow
from ui.pages.case_bundle_flow import BundleFlow
from ui.pages.case_city_flow import CityFlow
from ui.pages.case_city_presenter import CityView
from ui.pages.case_conclude import ConcludePanel, Conclusion
from ui.pages.case_conclude_presenter import Recheck, begin, outcomes
from ui.pages.case_guidance import CaseGuidance
from ui.pages.case_head import CaseHead
from ui.pages.case_loading import Loaded, load
from ui.pages.case_materials import Marked, MaterialsTab
from ui.pages.case_presenter import SheetView
from ui.pages.case_ratings_flow import RatingsFlow
from ui.pages.case_scans_flow import CaseScansFlow
from ui.pages.case_takeover import TakeOverFlow
from ui.pages.case_timeline import Timeline
from ui.pages.page import BACK, Page
from ui.theme import scaled
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label, restyle
from ui.widgets.table_view import TableView

TIMELINE_WIDTH_PX = 300
TABS = ("materials", "papers", "entries", "conclude", "city", "actions", "scans", "ratings", "bundle", "amend")


class CasePage(Page):
    """Alt+1 … Alt+0 the tabs, F9 the papers, Ctrl+C the number, Esc back."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.case_id = ""
        self.loaded: Loaded | None = None
        self.recheck: Recheck | None = None
        self.case_head = CaseHead()
        self.timeline = Timeline()
        self.hands = TakeOverFlow(self)
        self.materials = MaterialsTab()
        self.sheets = SheetTable(self)
        self.sheet_view = TableView("sheets", self.tr("Papers"))
        self.sheet_view.set_model(
            self.sheets, widths=list(SheetTable.WIDTHS), droppable=SheetTable.DROPPABLE, rigid=SheetTable.RIGID
        )
        self.entries = EntryTable(self)
        self.entry_view = TableView("entries", self.tr("Entries"))
        self.entry_view.set_model(self.entries, widths=list(EntryTable.WIDTHS))
        self.conclude = ConcludePanel()
        self.city = CityFlow(self, case_id=lambda: self.case_id, corrected=lambda: self._show_tab(0))
        self.actions_flow = ActionFlow(self, refused=self._not_concluded)
        self.scans = CaseScansFlow(self)
        self.ratings = RatingsFlow(self)
        self.bundle = BundleFlow(self)
        self.amend = AmendFlow(self)
        self._wanted_tab = ""
        self.tabs = QTabWidget()
        self.saying = label(style="fault", wrap=True)
        self._lay_out()
        self._bind()
        self._fit_text()

    def title(self) -> str:
        """办件; the number stands in the head, beside its key."""
        return self.tr("Case")

    def help_text(self) -> str:
        """What F1 shows."""
        return self.tr(
            "<p>On the left the chain: who did what, when, and how long it lay there. On the right the materials, every"
            " sheet of paper with its state, and each entry of the ledger in words.</p>"
            "<p><b>Alt+1 … Alt+0</b> tabs · <b>F8</b> turns the window to the citizen, who checks and rates; it comes"
            " back by your password · <b>F9</b> or Enter on a paper shows and prints it; a reprint is marked and"
            " asks why · <b>Ctrl+Z</b> takes a conclusion back until its paper is printed · <b>Ctrl+C</b> copies the"
            " number · <b>Esc</b> back to where you came from.</p>"
            "<p>A case that was only received can be checked again with the number keys and concluded here.</p>"
            "<p><b>Alt+P</b> the policies that fit the applicant · <b>Alt+I</b> the intermediaries the item may"
            " need.</p>"
        )

    def opened(self, argument: str) -> None:
        """The argument is the case's id, and after a # the tab that is wanted."""
        case_id, _, self._wanted_tab = argument.partition("#")
        if case_id and case_id != self.case_id:
            self.case_id = case_id
            self.loaded = self.recheck = None
            self.tabs.setCurrentIndex(0)
        self._load()

    def changed(self, changes: Changes) -> None:
        """Loads again what concerns this case; checks that are not concluded yet stay on the screen."""
        if self.case_id in changes.cases or changes.calendar or changes.clerks or changes.city:
            self._load()

    def first_focus(self) -> None:
        """The tab that is shown."""
        self._focus_tab()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the page behind: the list, Today, or the intake."""
        if event.key() == Qt.Key.Key_Escape:
            self.goto(BACK)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.tabs.addTab(self.materials, self.tr("1 Materials"))
        self.tabs.addTab(self.sheet_view, self.tr("2 Papers"))
        self.tabs.addTab(self.entry_view, self.tr("3 Entries"))
        self.tabs.addTab(self.conclude, self.tr("4 Conclude"))
        self.tabs.setTabVisible(3, False)
        self.tabs.addTab(self.city.tab, self.tr("5 City"))
        self.tabs.addTab(self.actions_flow.tab, self.tr("6 Go on"))
        self.tabs.setTabVisible(5, False)
        self.tabs.addTab(self.scans.tab, self.tr("7 Scans"))
        self.tabs.addTab(self.ratings.tab, self.tr("8 Ratings"))
        self.tabs.addTab(self.bundle.tab, self.tr("9 Items"))
        self.tabs.setTabVisible(TABS.index("bundle"), False)
        self.tabs.addTab(self.amend.tab, self.tr("0 Put right"))
        self.tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        keys = label(self.tr("Alt + digit"), "small")
        keys.setContentsMargins(0, 0, 16, 0)
        self.tabs.setCornerWidget(keys)
        card = Card()
        card.body.setContentsMargins(0, 6, 0, 10)
        card.body.addWidget(self.tabs, 1)
        below = QHBoxLayout()
        below.setContentsMargins(16, 0, 16, 0)
        self.back_button = KeyButton(self.tr("Back"), "Esc")
        self.print_button = KeyButton(self.tr("Paper: show and print"), "F9", primary=True, is_shortcut=True)
        below.addWidget(self.back_button)
        below.addWidget(self.saying, 1)
        below.addWidget(self.amend.undo_key)
        below.addWidget(self.ratings.turn_key)
        below.addWidget(self.print_button)
        card.body.addLayout(below)
        row = QHBoxLayout()
        row.setSpacing(14)
        left = QVBoxLayout()
        left.addWidget(self.timeline, 1)
        self.guidance = CaseGuidance(self, case_id=lambda: self.case_id)
        left.addWidget(self.guidance.bar)
        left.addWidget(self.hands.panel)
        row.addLayout(left)
        row.addWidget(card, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.case_head)
        column.addLayout(row, 1)
        self.content = content
        self.content.hide()
        self.body.addWidget(content, 1)

    def _bind(self) -> None:
        for number in range(len(TABS)):
            key = QKeySequence(f"Alt+{(number + 1) % 10}")
            QShortcut(key, self).activated.connect(lambda at=number: self._show_tab(at))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self).activated.connect(self._copy)
        self.case_head.copy_button.clicked.connect(self._copy)
        self.back_button.clicked.connect(lambda: self.goto(BACK))
        self.print_button.clicked.connect(self._print)
        self.sheet_view.row_chosen.connect(self._open_sheet)
        self.materials.marked.connect(self._mark)
        self.conclude.concluded.connect(self._conclude)
        self.context.settings_store.changed.connect(self._fit_text)

    def _fit_text(self) -> None:
        """The chain is as wide as its dates need at this size of text."""
        width = scaled(TIMELINE_WIDTH_PX, percent=self.context.settings.percent)
        self.timeline.setFixedWidth(width)
        self.hands.panel.setFixedWidth(width)

    def _load(self) -> None:
        counter, case_id, language = self.context.counter, self.case_id, self.context.language
        session = self.context.session
        if case_id:
            self.read(lambda: load(counter, case_id, language, session=session), self._have)

    def _have(self, loaded: Loaded) -> None:
        if loaded.view.case.case_id != self.case_id:
            return
        is_first = self.loaded is None
        self.loaded = loaded
        fresh = begin(loaded.view.case, loaded.item, bar=loaded.bar)
        is_same = self.recheck is not None and fresh is not None and self.recheck.case == fresh.case
        self.recheck = self.recheck if is_same else fresh
        self.case_head.show_head(loaded.view.head)
        self.case_head.show_bundle(loaded.view.case.bundle)
        self.timeline.show_steps(loaded.view.steps)
        self.hands.show_case(loaded.view.case, keeper=loaded.keeper, name=loaded.words.clerk(loaded.keeper))
        self.sheets.set_rows(loaded.view.sheets)
        if loaded.view.sheets:
            self.sheet_view.selectRow(len(loaded.view.sheets) - 1)
        self.entries.set_rows(loaded.view.entries)
        self.entry_view.selectRow(0)
        self.print_button.setEnabled(bool(loaded.view.case.papers))
        self._show_recheck()
        at = self.tabs.currentIndex()
        can_go_on = self.actions_flow.show_case(loaded.view.case, loaded.item, loaded.offered)
        self.tabs.setTabVisible(TABS.index("actions"), can_go_on)
        if self.tabs.currentIndex() != at and self.isVisible():
            self._show_tab(TABS.index("papers"))  # nothing more to do: neither on the scans nor, lost, on the rail
        self._show_city(loaded.city)
        self.scans.show_case(loaded.view.case, loaded.scans)
        self.ratings.show_case(loaded.view.case, loaded.family)
        self.tabs.setTabVisible(TABS.index("bundle"), self.bundle.show_case(loaded.view.case))
        if is_first and loaded.view.case.children:
            self.tabs.setCurrentIndex(TABS.index("bundle"))  # the whole is worked on item by item
        self.amend.show_case(loaded.view.case, loaded.item, loaded.undo_barred)
        self.content.show()
        if self._wanted_tab in TABS:
            self._show_tab(TABS.index(self._wanted_tab))
        elif is_first and self.isVisible():
            self._focus_tab()
        self._wanted_tab = ""

    def _show_city(self, city: CityView) -> None:
        """Whether the case is at the city, what it said, and that two windows worked on it."""
        self.case_head.show_city(city)
        self.city.tab.show_view(city)
        text = filled(self.tr("5 City (%1)"), city.open_count) if city.open_count else self.tr("5 City")
        self.tabs.setTabText(TABS.index("city"), text)

    def _show_recheck(self) -> None:
        """Materials as they stand, and the outcomes that follow from them."""
        if self.loaded is None:
            return
        shown = self.recheck.shown if self.recheck else self.loaded.view.case
        self.materials.show_rows(case_presenter.materials(shown, self.loaded.words), self.recheck)
        lines = outcomes(self.recheck, self.context.language) if self.recheck else ()
        self.conclude.show_lines(lines)
        self.tabs.setTabVisible(3, bool(lines))
        self.print_button.setProperty("kind", "secondary" if lines else "primary")  # concluding is what goes on
        restyle(self.print_button)
        self.saying.setText("")

    def _mark(self, marked: Marked) -> None:
        if self.recheck is None:
            return
        try:
            self.recheck = self.recheck.with_check(marked.code, marked.state, marked.reason)
        except DomainError as error:
            self.saying.setText(error_text(error, self.context.language))
            return
        self._show_recheck()

    def _conclude(self, conclusion: Conclusion) -> None:
        if self.recheck is None:
            return
        line, repeat_reason = conclusion.line, conclusion.repeat_reason
        counter, session, case = self.context.counter, self.context.session, self.recheck.case
        checks, outcome = self.recheck.checks(), line.outcome
        known = {paper.number for paper in case.papers}

        def job() -> Taken:
            printable.load()
            with counter.store.write(session) as uow:
                taken = intake.conclude_received(
                    uow,
                    session,
                    case.case_id,
                    checks,
                    outcome,
                    repeat_reason=repeat_reason,
                    today=counter.clock.today(),
                )
                return printable.require_printable_papers(uow, taken)

        def done(taken: Taken) -> None:
            self.changes_made.emit(taken.changes)
            self.say(filled(self.tr("%1: %2"), line.text, taken.case_number), tone="good")
            self.context.printer.open_papers(tuple(n for n in taken.papers if n not in known))

        self.context.tasks.run(job, done, self._not_concluded)

    def _not_concluded(self, error: Exception) -> None:
        if isinstance(error, DomainError):
            self.saying.setText(error_text(error, self.context.language))
        else:
            self.failed(error)

    def _print(self) -> None:
        """The paper under the bar, else the last one."""
        row = self.sheets.row_at(self.sheet_view.currentIndex())
        if row is not None:
            self._open_sheet(row)

    def _open_sheet(self, row: SheetView) -> None:
        self.context.printer.open_paper(row.number)

    def _copy(self) -> None:
        if self.loaded is not None:
            QGuiApplication.clipboard().setText(number := self.loaded.view.head.number)
            self.say(filled(self.tr("Copied: %1"), number), tone="good")

    def _show_tab(self, number: int) -> None:
        if self.tabs.isTabVisible(number):
            self.tabs.setCurrentIndex(number)
            self._focus_tab()

    def _focus_tab(self) -> None:
        widget = self.tabs.currentWidget()
        if widget is not None:
            widget.setFocus()
