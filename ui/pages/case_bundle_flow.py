"""The tab that holds the cases of a 一件事 together: the whole and every item with its lamp; Enter opens one."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.case import Case
from desktop.services.calendar import work_calendar
from ui.pages.case_bundle_presenter import Family, FamilyLine, family, has_family
from ui.pages.page import Page
from ui.widgets.label import label
from ui.widgets.table import Column, RowTable
from ui.widgets.table_view import TableView

LAMP_COLUMN, STATE_COLUMN, NUMBER_COLUMN = 4, 3, 1


class FamilyTable(RowTable[FamilyLine]):
    """Rows are FamilyLine. ROW_ROLE: the row; TONE_ROLE: of the state and of the lamp."""

    WIDTHS = (0, 312, 190, 96, 170)
    DROPPABLE = (2, NUMBER_COLUMN)
    RIGID = (STATE_COLUMN, LAMP_COLUMN)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Column(self.tr("Item"), self._name),
                Column(self.tr("Case number"), lambda row: row.line.row.case_number),
                Column(self.tr("Authority"), lambda row: row.authority),
                Column(
                    self.tr("State"),
                    lambda row: row.line.state_word,
                    tone=lambda row: "accent" if row.line.is_open else "muted",
                ),
                Column(self.tr("Due"), _due_text, tone=_lamp_tone),
            ),
            parent,
        )

    def _name(self, row: FamilyLine) -> str:
        name = row.line.row.item_name
        return self.tr("{name} (the whole)").format(name=name) if row.is_whole else f"　{name}"


def _due_text(row: FamilyLine) -> str:
    due = row.line.due
    return f"● {due.word} {due.due_on}" if due.lamp else str(due.due_on or "")


def _lamp_tone(row: FamilyLine) -> str:
    return row.line.due.lamp.value if row.line.due.lamp else ""


class BundleFlow(QObject):
    """One for the case page; `show_case` at each look at the case. Enter on a line opens that case."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.tab = QWidget()
        self.heading = label("", "strong", wrap=True)
        self.table = FamilyTable(self)
        self.view = TableView("family", self.tr("Cases of one matter"))
        self.view.set_model(
            self.table,
            widths=list(FamilyTable.WIDTHS),
            droppable=FamilyTable.DROPPABLE,
            rigid=FamilyTable.RIGID,
        )
        self.view.row_chosen.connect(self._open)
        column = QVBoxLayout(self.tab)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        self.heading.setContentsMargins(16, 0, 16, 0)
        column.addWidget(self.heading)
        column.addWidget(self.view, 1)
        self.tab.setFocusProxy(self.view)

    def show_case(self, case: Case) -> bool:
        """Reads the cases of the bundle; False where the case stands alone and the tab has nothing to show."""
        if not has_family(case):
            return False
        counter, language = self._page.context.counter, self._page.context.language

        def job() -> tuple[str, Family]:
            today = counter.clock.today()
            with counter.store.read() as reader:
                calendar = work_calendar(reader, today)
                return case.case_id, family(reader, case, today=today, calendar=calendar, language=language)

        self._page.read(job, self._have)
        return True

    def _have(self, answer: tuple[str, Family]) -> None:
        case_id, shown = answer
        self.heading.setText(
            self.tr("{name}, {number}: {done} of {count} items are done").format(
                name=shown.name, number=shown.case_number, done=shown.done, count=shown.count
            )
        )
        self.table.set_rows(shown.lines)
        ids = [row.line.row.case_id for row in shown.lines]
        here = ids.index(case_id) if case_id in ids else 0
        # On the whole the bar stands on its first item, on an item on that item.
        self.view.selectRow(min(max(here, 1), len(ids) - 1))

    def _open(self, row: FamilyLine) -> None:
        self._page.goto("case", row.line.row.case_id)
