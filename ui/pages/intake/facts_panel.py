"""What an item takes, told before the citizen commits: steps, papers, days, money, visits, in whose name (M1)."""

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ui.pages.intake.intake_presenter import IntakePresenter
from ui.pages.intake.parts_list import PartsList
from ui.pages.intake.wording import authority_text, fee_text, invalidity_text, limit_text
from ui.theme import SPACING
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.label import label


class FactsPanel(QWidget):
    """The promise of one item in figures (M1)."""

    def __init__(self, *, language: str) -> None:
        super().__init__()
        self._language = language
        card = Card()
        self._card = card
        self.name = label("", "h2", wrap=True)
        self.validity = Chip("", "muted")
        self.whose = label("", "muted", wrap=True)
        card.body.addWidget(self.name)
        card.body.addWidget(self.validity)
        card.body.addWidget(self.whose)
        self._figures: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setVerticalSpacing(SPACING)
        for number, (key, caption) in enumerate(self._captions().items()):
            value = label("", "strong", wrap=True)
            value.setAccessibleName(caption)
            self._figures[key] = value
            grid.addWidget(label(caption, "muted"), number, 0)
            grid.addWidget(value, number, 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, 88)
        card.body.addLayout(grid)
        self.parts = PartsList(card.body, language=language)
        self.more = label("", "small", wrap=True)
        card.body.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch()

    def _captions(self) -> dict[str, str]:
        return {
            "steps": self.tr("Steps"),
            "materials": self.tr("Materials"),
            "statutory": self.tr("Limit by law"),
            "committed": self.tr("Promised"),
            "fee": self.tr("Fee"),
            "visits": self.tr("Visits"),
        }

    def figure(self, key: str) -> str:
        """What is shown for steps, materials, statutory, committed, fee or visits."""
        return self._figures[key].text()

    def show_facts(self, presenter: IntakePresenter, code: str) -> None:
        """The facts of an item; nothing for none."""
        facts = presenter.item_facts(code)
        self._card.setVisible(facts is not None)
        if facts is None:
            return
        self.name.setText(facts.name)
        if facts.invalidity:
            self.validity.set_state(invalidity_text(facts.invalidity), "red")
        else:
            self.validity.set_state(self.tr("valid today"), "green")
        values = {
            "steps": str(facts.step_count) if facts.step_count else "–",
            "materials": self.tr("{count} at most").format(count=facts.material_count),
            "statutory": limit_text(facts.statutory),
            "committed": limit_text(facts.committed, facts.handling),
            "fee": fee_text(facts.fee),
            "visits": self.tr("{count} times").format(count=facts.visits),
        }
        for key, value in values.items():
            self._figures[key].setText(value)
        self.whose.setText(authority_text(facts.role, facts.authority, self._language))
        self.parts.show_parts(facts)
        lines = [" → ".join(facts.step_names)] if facts.step_names else []
        if facts.conditions:
            lines.append(self.tr("Who may apply: {conditions}").format(conditions="；".join(facts.conditions)))
        self.more.setText("\n".join(lines))
        self.more.setVisible(bool(lines))
