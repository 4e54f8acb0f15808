"""Who holds what (M18): every open case by department and post, the longest first; opened, and saved as a list."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ports import Changes
from ui.context import Context
from ui.dialogs import print_file
from ui.filled import filled
from ui.pages.page import Page
from ui.pages.spreadsheet import write_sheet
from ui.pages.stuck_presenter import StuckGroup, StuckLine, StuckView, load
from ui.theme import SPACING
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label
from ui.widgets.table import Column, RowTable
from ui.widgets.table_view import TableView

WIDTHS = [98, 168, 120, 110, 110, 0, 84]
DROPPABLE = (6, 3, 2)  # the line below the list says all of the chosen case
RIGID = (1,)
GROUP_WIDTHS = [0, 58, 58, 58]
SHEET_WIDTHS = (12, 22, 26, 30, 18, 14, 36, 34, 14, 12)
GROUPS_STRETCH, LINES_STRETCH = 1, 2


class StuckPage(Page):
    """Two lists: where cases lie, and which. Enter goes from the first to the second, and opens there."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.view: StuckView | None = None
        self.groups: RowTable[StuckGroup] = RowTable(self._group_columns(), self)
        self.group_table = TableView("stuckGroups", self.tr("Where cases lie"))
        self.group_table.set_model(self.groups, widths=GROUP_WIDTHS, droppable=(3, 2), rigid=(1,))
        self.model: RowTable[StuckLine] = RowTable(self._columns(), self)
        self.table = TableView("stuck", self.tr("Open cases"))
        self.table.set_model(self.model, widths=WIDTHS, droppable=DROPPABLE, rigid=RIGID)
        self.about = label(style="muted", wrap=True)
        self.export_button = KeyButton(self.tr("Save as spreadsheet"), "Ctrl+E", is_shortcut=True)
        self.export_button.setObjectName("exportStuck")
        self._lay_out()
        self.group_table.selectionModel().currentRowChanged.connect(self._show_group)
        self.group_table.row_chosen.connect(lambda _group: self._to_lines())
        self.table.row_chosen.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(self._show_line)
        self.export_button.clicked.connect(self._export)

    def title(self) -> str:
        """卡在哪里."""
        return self.tr("Who holds what")

    def help_text(self) -> str:
        """F1."""
        return self.tr(
            "<p>On the left the departments and windows where open cases lie now: how many, how many are red, and the"
            " working days of the longest. On the right the cases of the one under the bar, the longest first, with"
            " step, post and person.</p>"
            "<p><b>↑ ↓</b> choose · <b>Enter</b> goes to the cases, and there opens the case · <b>Tab</b> changes the"
            " list · <b>Ctrl+E</b> saves all of it as a spreadsheet.</p>"
        )

    def opened(self, argument: str) -> None:
        """Reads it again."""
        self._load()

    def changed(self, changes: Changes) -> None:
        """Any case may have moved it."""
        if self.isVisible() and (changes.cases or changes.city or changes.calendar or changes.clerks):
            self._load()

    def first_focus(self) -> None:
        """The departments."""
        self.group_table.setFocus()

    def _load(self) -> None:
        counter, language = self.context.counter, self.context.language
        today = counter.clock.today()
        self.read(lambda: load(counter.store, today=today, language=language), self._have)

    def _have(self, view: StuckView) -> None:
        kept = self._group()
        self.view = view
        whole = StuckGroup(
            "",
            len(view.lines),
            sum(line.is_late for line in view.lines),
            max((g.longest for g in view.groups), default=0),
        )
        groups = [whole, *view.groups]
        self.groups.set_rows(groups)
        names = [group.department for group in groups]
        self.group_table.selectRow(names.index(kept) if kept in names else 0)
        self._show_group()
        self.export_button.setEnabled(bool(view.lines))

    def _group(self) -> str:
        group = self.groups.row_at(self.group_table.currentIndex())
        return group.department if group is not None else ""

    def _show_group(self) -> None:
        if self.view is None:
            return
        lines = self.view.of(self._group())
        self.model.set_rows(lines)
        if lines:
            self.table.selectRow(0)
        self._show_line()

    def _show_line(self) -> None:
        line = self.model.row_at(self.table.currentIndex())
        if line is None:
            self.about.setText(self.tr("No case is open."))
            return
        case = line.case
        parts = (line.holder, line.step, line.post, line.person, case.item.name, case.applicant.name, case.case_number)
        self.about.setText("　".join(part for part in parts if part))

    def _to_lines(self) -> None:
        if self.model.rowCount():
            self.table.setFocus()

    def _open(self, line: StuckLine) -> None:
        self.goto("case", line.case.case_id)

    def _export(self) -> None:
        today = self.context.counter.clock.today()
        dialog = print_file.file_to_save(
            self,
            title=self.tr("Save the list"),
            name=filled(self.tr("who-holds-what-%1.xlsx"), today.isoformat()),
            kind=self.tr("Spreadsheet"),
            suffix="xlsx",
        )
        print_file.ask(dialog, self.write)

    def write(self, path: str) -> None:
        """Writes all lines as a spreadsheet, whichever group is shown."""
        headings = (
            self.tr("Days held"),
            self.tr("Lamp"),
            self.tr("Step"),
            self.tr("Department"),
            self.tr("Post"),
            self.tr("Person"),
            self.tr("Case number"),
            self.tr("Item"),
            self.tr("Applicant"),
            self.tr("Since"),
        )
        rows, title = [_values(line) for line in (self.view.lines if self.view else ())], self.title()
        self.context.tasks.read(
            lambda: write_sheet(Path(path), rows, headings, title=title, widths=SHEET_WIDTHS),
            lambda count: self.say(filled(self.tr("%1 lines written to %2"), count, path), tone="good"),
            self._not_written,
        )

    def _not_written(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self.say(filled(self.tr("The list was not written: %1"), error.strerror or ""), tone="bad")
        else:
            self.failed(error)

    def _lay_out(self) -> None:
        groups, cases = Card(), Card()
        for card in (groups, cases):
            card.body.setContentsMargins(0, 10, 0, 10)
        groups.body.addWidget(self.group_table, 1)
        below = QWidget()
        line = QHBoxLayout(below)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(SPACING)
        line.addWidget(self.about, 1)
        line.addWidget(self.export_button)
        column = QVBoxLayout()
        column.setSpacing(SPACING)
        column.addWidget(self.table, 1)
        column.addWidget(below)
        cases.body.addLayout(column, 1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(groups, GROUPS_STRETCH)
        row.addWidget(cases, LINES_STRETCH)
        self.body.addLayout(row, 1)

    def _group_columns(self) -> tuple[Column[StuckGroup], ...]:
        everywhere = self.tr("Everywhere")
        return (
            Column(self.tr("Department"), lambda group: group.department or everywhere),
            Column(self.tr("Cases"), lambda group: str(group.count)),
            Column(self.tr("Red"), lambda group: str(group.late) if group.late else ""),
            Column(self.tr("Longest"), lambda group: str(group.longest)),
        )

    def _columns(self) -> tuple[Column[StuckLine], ...]:
        return (
            Column(self.tr("Days held"), lambda line: "" if line.days is None else str(line.days)),
            Column(self.tr("Lamp"), lambda line: line.lamp, tone=lambda line: line.tone),
            Column(self.tr("Step"), lambda line: line.step),
            Column(self.tr("Post"), lambda line: line.post),
            Column(self.tr("Person"), lambda line: line.person),
            Column(self.tr("Item"), lambda line: line.case.item.name),
            Column(self.tr("Applicant"), lambda line: line.case.applicant.name),
        )


def _values(line: StuckLine) -> tuple[str, ...]:
    return (
        "" if line.days is None else str(line.days),
        line.lamp.removeprefix("● "),
        line.step,
        line.department,
        line.post,
        line.person,
        line.case.case_number,
        line.case.item.name,
        line.case.applicant.name,
        line.since.isoformat(),
    )
