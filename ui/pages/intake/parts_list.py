"""What a 一件事 consists of, and what it spares against its items one by one (M4, M8)."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from ui.pages.intake.item_presenter import ItemFacts, PartLine
from ui.pages.intake.wording import authority_text, limit_text
from ui.widgets.chip import Chip
from ui.widgets.label import label


class PartsList(QObject):
    """Labels in the column of whoever shows them, so that wrapped lines get the height they need; hidden for one item.

    A widget of its own between the two would not pass on how high its text becomes.
    """

    def __init__(self, column: QVBoxLayout, *, language: str) -> None:
        super().__init__(column)
        self._language = language
        self.mark = Chip("", "accent")
        self.spared = label("", "strong", wrap=True)
        self.listed = label("", "", wrap=True)
        for shown in (self.mark, self.spared, self.listed):
            column.addWidget(shown)

    def show_parts(self, facts: ItemFacts) -> None:
        """The items in order, each with its authority and promise."""
        for shown in (self.mark, self.spared, self.listed):
            shown.setVisible(bool(facts.parts))
        self.mark.set_state(self.tr("One matter · {count} items").format(count=len(facts.parts)), "accent")
        self.spared.setText(
            self.tr("Against one by one: {materials} materials and {visits} visits fewer").format(
                materials=facts.fewer_materials, visits=facts.fewer_visits
            )
        )
        self.listed.setText("\n".join(self._line(number, part) for number, part in enumerate(facts.parts, start=1)))

    def _line(self, number: int, part: PartLine) -> str:
        text = self.tr("{number}. {name}: {authority}, {limit}").format(
            number=number,
            name=part.name,
            authority=authority_text(part.role, part.authority, self._language),
            limit=limit_text(part.limit, part.handling),
        )
        return text if part.is_always else self.tr("{line} (by situation)").format(line=text)
