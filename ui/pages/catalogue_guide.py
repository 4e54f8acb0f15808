"""The right side of the catalogue: one item, its facts at a glance, the situation, what to bring, and the guide."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QTabWidget, QTextBrowser, QWidget

from ui.filled import filled
from ui.pages.catalogue_presenter import GuideView
from ui.pages.catalogue_situation import SituationPanel
from ui.pages.catalogue_text import Headings, guide_html, materials_html
from ui.theme import tokens
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.label import label


class ItemGuide(Card):
    """Shows a GuideView; `situation` asks, the rest is read."""

    def __init__(self, theme: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._theme = theme
        self.view: GuideView | None = None
        self.name = label(style="h2", wrap=True)
        self.role = Chip("", "accent")
        self.handling = Chip("", "muted")
        self.invalid = Chip(self.tr("not valid today"), "muted")
        self.authority = label(style="muted", wrap=True)
        self.effect = label(style="fault", wrap=True)
        self.situation = SituationPanel()
        self.facts: dict[str, QLabel] = {}
        self.materials = self._reader("materialText", self.tr("Materials"))
        self.guide = self._reader("guideText", self.tr("Guide"))
        self.tabs = QTabWidget()
        self.tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tabs.addTab(self.materials, "")
        self.tabs.addTab(self.guide, self.tr("Guide  Alt+2"))
        first = QHBoxLayout()
        first.addWidget(self.name, 1)
        for chip in (self.role, self.handling, self.invalid):
            first.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(first)
        self.body.addWidget(self.authority)
        self.body.addLayout(self._fact_grid())
        self.body.addWidget(self.situation)
        self.body.addWidget(self.effect)
        self.body.addWidget(self.tabs, 1)

    def show_guide(self, view: GuideView) -> None:
        """Fills everything; another answer keeps the place in the text."""
        is_new = self.view is None or self.view.code != view.code
        self.view = view
        self.name.setText(view.name)
        self.role.set_state(view.role, "accent")
        self.handling.set_state(view.handling, "muted")
        self.invalid.setVisible(not view.is_valid)
        self.authority.setText(filled(self.tr("%1 · %2 · %3"), view.authority, view.audience, view.code))
        self.effect.setText(view.effect)
        self.effect.setVisible(bool(view.effect))
        self._show_facts(view)
        self.situation.show_questions(view.questions, is_new_item=is_new)
        words = self.headings()
        text = self.tr("Materials %1, perhaps %2 more  Alt+1") if view.possible else self.tr("Materials %1  Alt+1")
        self.tabs.setTabText(0, filled(text, len(view.materials), len(view.possible)))
        for reader, html in (
            (self.materials, materials_html(view, words, muted=self._muted())),
            (self.guide, guide_html(view, words)),
        ):
            place = reader.verticalScrollBar().value()
            reader.setHtml(html)
            reader.verticalScrollBar().setValue(0 if is_new else place)

    def _show_text(self, reader: QTextBrowser, html: str, *, is_new: bool) -> None:
        place = 0 if is_new else reader.verticalScrollBar().value()
        reader.setHtml(html)
        reader.verticalScrollBar().setValue(place)

    def _muted(self) -> str:
        return tokens(self._theme()).muted

    def _reader(self, name: str, accessible: str) -> QTextBrowser:
        reader = QTextBrowser()
        reader.setObjectName(name)
        reader.setAccessibleName(accessible)
        reader.setOpenLinks(False)
        reader.document().setIndentWidth(20)
        reader.setFrameShape(QTextBrowser.Shape.NoFrame)
        return reader

    def _fact_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(0)
        captions = {
            "statutory": self.tr("Limit by law"),
            "committed": self.tr("Promised"),
            "fee": self.tr("Fee"),
            "visits": self.tr("Visits"),
            "steps": self.tr("Steps"),
        }
        for column, (key, caption) in enumerate(captions.items()):
            self.facts[key] = label(style="strong")
            grid.addWidget(label(caption, "small"), 0, column)
            grid.addWidget(self.facts[key], 1, column)
            grid.setColumnStretch(column, 1)
        return grid

    def _show_facts(self, view: GuideView) -> None:
        self.facts["statutory"].setText(view.statutory or self.tr("none set"))
        self.facts["committed"].setText(view.committed or (view.handling if view.is_immediate else self.tr("none set")))
        self.facts["fee"].setText(view.fee or self.tr("free"))
        self.facts["visits"].setText(filled(self.tr("%1 times"), view.visits))
        self.facts["steps"].setText(str(len(view.steps)) if view.steps else "—")

    def headings(self) -> Headings:
        """The words between the catalogue's own."""
        return Headings(
            required=self.tr("required"),
            optional=self.tr("if there is one"),
            deferrable=self.tr("may be brought later"),
            pledgeable=self.tr("a pledge may stand for it"),
            shareable=self.tr("need not be brought where data are shared"),
            points=self.tr("What is checked"),
            fill_notes=self.tr("How to fill it in"),
            defects=self.tr("Often wrong"),
            basis=self.tr("Legal basis"),
            possible=self.tr("Depending on the situation also"),
            no_materials=self.tr("Nothing has to be brought."),
            conditions=self.tr("Conditions"),
            limits=self.tr("Time"),
            statutory=self.tr("by law"),
            committed=self.tr("promised"),
            no_limit=self.tr("none set"),
            fee=self.tr("Fee"),
            no_fee=self.tr("free"),
            visits=self.tr("Visits"),
            steps=self.tr("Steps"),
            procedures=self.tr("Not counted in the limit"),
            result=self.tr("Result"),
            where=self.tr("Where"),
            hours=self.tr("Hours"),
            phone=self.tr("Questions"),
            complaint=self.tr("Complaints"),
            online=self.tr("Online"),
            not_online=self.tr("cannot be done online"),
            remedies=self.tr("Remedies"),
            faq=self.tr("Often asked"),
            note=self.tr("Note"),
        )
