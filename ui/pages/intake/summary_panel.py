"""The summary at the right: item, people, progress, what may be concluded, dates. Always in view."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop import messages
from desktop.domain.errors import CalendarMissing
from ui.pages.intake.material_presenter import Counts
from ui.pages.intake.summary_presenter import DueLine, ItemLine, PeopleLine, Summary
from ui.pages.intake.wording import authority_text, day_text, fee_text, limit_text
from ui.widgets.card import Card
from ui.widgets.label import label, restyle

_DUE_ROWS = 2


class SummaryPanel(QWidget):
    """Shows a Summary; says so where nothing is known yet."""

    def __init__(self, *, language: str) -> None:
        super().__init__()
        self._language = language
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.item_card = Card()
        self.item_name = label("", "h2", wrap=True)
        self.item_text = label("", "muted", wrap=True)
        self.people = label("", "", wrap=True)
        for widget in (self.item_name, self.item_text, self.people):
            self.item_card.body.addWidget(widget)
        self.progress_card = Card(self.tr("Checking"))
        self._figures = self._make_figures()
        self.saved = label("", "small", wrap=True)
        self.progress_card.body.addWidget(self.saved)
        self.outcome_card = Card(self.tr("May be concluded"))
        self.lawful = label("", "", wrap=True)
        self.why_not = label("", "small", wrap=True)
        self.outcome_card.body.addWidget(self.lawful)
        self.outcome_card.body.addWidget(self.why_not)
        self.due_card = Card(self.tr("Dates"))
        self.due = label("", "", wrap=True)
        self.due_card.body.addWidget(self.due)
        self._due_labels = self._make_due_labels()
        for card in (self.item_card, self.progress_card, self.outcome_card, self.due_card):
            column.addWidget(card)
        column.addStretch()

    def _make_figures(self) -> dict[str, tuple[QLabel, QLabel]]:
        grid = QGridLayout()
        grid.setVerticalSpacing(3)
        made = {}
        for place, (key, ink) in enumerate(self._inks().items()):
            caption, value = label("", ""), label("", "strong", ink=ink)
            grid.addWidget(caption, place // 2, place % 2 * 3)
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(value, place // 2, place % 2 * 3 + 1)
            made[key] = (caption, value)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(2, 24)
        grid.setColumnStretch(3, 1)
        self.progress_card.body.addLayout(grid)
        return made

    def _make_due_labels(self) -> list[tuple[QLabel, QLabel]]:
        grid = QGridLayout()
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        made = [(label("", "", wrap=True), label("", "strong")) for _ in range(_DUE_ROWS)]
        for row, (caption, day) in enumerate(made):
            grid.addWidget(caption, row, 0)
            grid.addWidget(day, row, 1)
        self.due_card.body.addLayout(grid)
        return made

    def _inks(self) -> dict[str, str]:
        return {
            "satisfied": "green",
            "saved": "yellow",
            "deferred": "yellow",
            "missing": "red",
            "faulty": "red",
            "unchecked": "muted",
        }

    def add_line(self, line: QWidget) -> None:
        """A line of somebody else, beside a title, where it takes no room."""
        self.progress_card.title_row.addWidget(line)

    def add_item_line(self, line: QWidget) -> None:
        """A line of somebody else about the item; it takes room only while it has something to say."""
        self.item_card.body.addWidget(line)

    def show_summary(self, summary: Summary) -> None:
        """Shows what is known; cards of which nothing is known are left out."""
        self._show_item(summary.item)
        self._show_people(summary.people)
        self._show_counts(summary.counts)
        self.outcome_card.setVisible(summary.item is not None)
        self.lawful.setText(
            "\n".join(
                self.tr("▸ {outcome}").format(outcome=messages.word(outcome, self._language))
                for outcome in summary.lawful
            )
            or self.tr("Nothing yet")
        )
        self.why_not.setText(
            "\n".join(
                self.tr("No {outcome}: {why}").format(
                    outcome=messages.word(outcome, self._language),
                    why=messages.sentence(reason.key, reason.fields, self._language),
                )
                for outcome, reason in summary.why_not
            )
        )
        self.why_not.setVisible(bool(summary.why_not))
        self._show_due(summary.due)

    def _show_item(self, item: ItemLine | None) -> None:
        self.item_text.setVisible(item is not None)
        if item is None:
            self.item_name.setText(self.tr("No item yet"))
            return
        self.item_name.setText(item.name)
        handling = messages.word(item.handling, self._language)
        visits = self.tr("{count} visits").format(count=item.visits)
        lines = [
            authority_text(item.role, item.authority, self._language),
            self.tr("{handling} · {fee} · {visits}").format(handling=handling, fee=fee_text(item.fee), visits=visits),
        ]
        self.item_text.setText("\n".join(lines))

    def _show_people(self, people: PeopleLine | None) -> None:
        self.people.setVisible(people is not None)
        if people is None:
            return
        parts = [part for part in (people.name, people.id_masked) if part]
        if people.sex is not None and people.age is not None:
            parts.append(self.tr("{sex} {age}").format(sex=messages.word(people.sex, self._language), age=people.age))
        agent = people.agent_name or (self.tr("not named yet") if people.has_agent else self.tr("none"))
        self.people.setText("　".join(parts) + "\n" + self.tr("Agent: {name}").format(name=agent))

    def _show_counts(self, counts: Counts | None) -> None:
        self.progress_card.setVisible(counts is not None)
        if counts is None:
            return
        rows = {
            "satisfied": (self.tr("Complete"), counts.complete + counts.not_applicable),
            "saved": (self.tr("Shared or pledged"), counts.saved),
            "deferred": (self.tr("Deferred"), counts.deferred),
            "missing": (self.tr("Missing"), counts.missing),
            "faulty": (self.tr("Faulty"), counts.faulty),
            "unchecked": (self.tr("Not checked"), counts.unchecked),
        }
        for key, (text, value) in rows.items():
            caption, figure = self._figures[key]
            caption.setText(text)
            figure.setText(str(value))
            ink = self._inks()[key] if value else "muted"
            if figure.property("ink") != ink:  # asked at every key, changed by few of them
                figure.setProperty("ink", ink)
                restyle(figure)
        self.saved.setText(
            self.tr("Saved the citizen {count} papers (shared {shared}, pledged {pledged})").format(
                count=counts.saved, shared=counts.shared, pledged=counts.pledged
            )
        )
        self.saved.setVisible(counts.saved > 0)

    def _show_due(self, due: DueLine | None) -> None:
        rows = self._due_rows(due) if due is not None else []
        missing_year = due.missing_year if due is not None else None
        text = messages.text(CalendarMissing(year=missing_year), self._language) if missing_year else ""
        if due is not None and due.decided_by and due.limit is not None:
            text = self.tr("Decided by {authority} within {limit}").format(
                authority=due.decided_by, limit=limit_text(due.limit)
            )
        self.due_card.setVisible(bool(rows or text))
        self.due.setText(text)
        self.due.setVisible(bool(text))
        for number, (caption, day) in enumerate(self._due_labels):
            shown = rows[number] if number < len(rows) else ("", "")
            caption.setText(shown[0])
            day.setText(shown[1])
            caption.setVisible(bool(shown[0]))
            day.setVisible(bool(shown[0]))

    def _due_rows(self, due: DueLine) -> list[tuple[str, str]]:
        """What would be set today, each with its day."""
        rows = []
        if due.decide_on is not None:
            caption = self.tr("If accepted today ({limit})").format(limit=limit_text(due.limit))
            rows.append((caption, day_text(due.decide_on)))
        if due.notice_on is not None:
            caption = self.tr("Notice at the latest ({count} working days)").format(count=due.notice_days)
            rows.append((caption, day_text(due.notice_on)))
        return rows
