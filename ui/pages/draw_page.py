"""双随机抽查 (Alt+C): the lead draws pledges to verify and who verifies them; the lot can be repeated by anyone."""

import secrets

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from desktop import messages
from desktop.domain.errors import DomainError, InvalidInput
from desktop.domain.lot import SEED_BYTES
from desktop.ports import Changes, Taken
from desktop.services import pledge_draws
from ui import printable
from ui.context import Context
from ui.filled import filled
from ui.pages.draw_export import DrawExport
from ui.pages.draw_presenter import SHARE, DrawnRow, DrawView, load, usual_days, wanted
from ui.pages.page import BACK, Page
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.label import label
from ui.widgets.table import Column, RowTable
from ui.widgets.table_view import TableView

WIDTHS = [290, 0, 170, 190, 104, 92]
DROPPABLE = (4, 0)
RIGID = (5,)


class DrawPage(Page):
    """Enter goes through days and share and draws; in the list it opens the case where the pledge is verified."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.view: DrawView | None = None
        self.edits = {name: QLineEdit() for name in ("begins_on", "ends_on", "share")}
        labels = (self.tr("Pledged from"), self.tr("to"), self.tr("Share in %"))
        self.fields = {name: Field(text, edit) for (name, edit), text in zip(self.edits.items(), labels, strict=True)}
        self.draw_key = KeyButton(self.tr("Draw and print the list"), "Ctrl+Enter", primary=True)
        self.draw_key.setObjectName("drawPledges")
        self.print_key = KeyButton(self.tr("The list"), "F9", is_shortcut=True)
        self.print_key.setObjectName("printDraw")
        self.export_key = KeyButton(self.tr("Save the record"), "Ctrl+E", is_shortcut=True)
        self.export_key.setObjectName("exportDraw")
        self.exports = DrawExport(self)
        self.newest = label(style="strong", wrap=True)
        self.proof = label(style="small", wrap=True)
        self.proof.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.model: RowTable[DrawnRow] = RowTable(self._columns(), self)
        self.table = TableView("draw", self.tr("Drawn pledges"))
        self.table.set_model(self.model, widths=WIDTHS, droppable=DROPPABLE, rigid=RIGID)
        self.saying = label(style="fault", wrap=True)
        self.only_lead = label(self.tr("Only the lead of the hall draws."), "muted")
        self._lay_out()
        self._bind()

    def title(self) -> str:
        """抽查."""
        return self.tr("Random check of pledges")

    def help_text(self) -> str:
        """F1."""
        return self.tr(
            "<p>The lead draws, by lot, pledges that wait to be verified, and two officers for each. Seed, population"
            " and result go into the ledger and onto the list: whoever repeats the lot gets the same.</p>"
            "<p><b>Enter</b> next field · <b>Ctrl+Enter</b> draws · <b>F9</b> shows and prints the list ·"
            " <b>Ctrl+E</b> saves the record, with which anybody repeats the lot (<tt>yichuang pledges redraw</tt>) ·"
            " in the list <b>Enter</b> opens the case where the pledge is verified · <b>Esc</b> back.</p>"
        )

    def opened(self, argument: str) -> None:
        """Reads the newest draw."""
        first, last = usual_days(self.context.counter.clock.today())
        for name, text in (("begins_on", first), ("ends_on", last), ("share", str(SHARE))):
            if not self.edits[name].text():
                self.edits[name].setText(text)
        self._load()

    def changed(self, changes: Changes) -> None:
        """What becomes of a pledge shows in the list."""
        if self.isVisible() and (changes.cases or changes.city):
            self._load()

    def first_focus(self) -> None:
        """The share, which is what changes; the days are filled in."""
        edit = self.edits["share"]
        (edit if edit.isEnabled() else self.table).setFocus()
        edit.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Ctrl+Enter draws, Esc goes back."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.goto(BACK)
        elif is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._draw()
        elif is_enter:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    # Showing

    def _load(self) -> None:
        counter, session, language = self.context.counter, self.context.session, self.context.language
        self.read(lambda: load(counter.store, session=session, language=language), self._show)

    def _show(self, view: DrawView) -> None:
        self.view = view
        for widget in (*self.edits.values(), self.draw_key):
            widget.setEnabled(view.is_lead)
        self.only_lead.setVisible(not view.is_lead)
        for key in (self.print_key, self.export_key):
            key.setEnabled(bool(view.number))
        self.model.set_rows(view.rows)
        if view.rows and not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self.newest.setText(self._newest_text(view))
        self.proof.setText(self._proof_text(view))

    def _newest_text(self, view: DrawView) -> str:
        if not view.number:
            return self.tr("Nothing has been drawn yet.")
        drawn = filled(self.tr("%1 of %2 pledges, %3 %"), len(view.rows), view.population, view.share_percent)
        return f"{view.number}　{view.drawn_on}　{view.days}　{drawn}"

    def _proof_text(self, view: DrawView) -> str:
        if not view.number:
            return ""
        if view.differences:
            return filled(self.tr("Repeated, this draw gives something else: %1"), "、".join(view.differences))
        return filled(self.tr("Repeated just now with seed %1: the same result."), view.seed)

    # Doing

    def _draw(self) -> None:
        counter, session = self.context.counter, self.context.session
        for field in self.fields.values():
            field.clear_error()
        self.saying.clear()
        try:
            asked = wanted(*(edit.text() for edit in self.edits.values()))
        except InvalidInput as error:
            self._refused(error)
            return
        seed, today = secrets.token_hex(SEED_BYTES), counter.clock.today()

        def job() -> Taken:
            printable.load()
            with counter.store.write(session) as uow:
                taken = pledge_draws.draw_pledges(uow, session, asked, seed=seed, today=today)
                return printable.require_printable_papers(uow, taken)

        self.context.tasks.run(job, self._drawn, self._refused)

    def _drawn(self, taken: Taken) -> None:
        self.changes_made.emit(taken.changes)
        self.say(filled(self.tr("Drawn: %1"), taken.case_number), tone="good")
        self._load()
        self.context.printer.open_papers(taken.papers)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, InvalidInput) and error.field in self.fields:
            self.fields[error.field].set_error(messages.text(error, self.context.language))
            self.edits[error.field].setFocus()
        elif isinstance(error, DomainError):
            self.saying.setText(messages.text(error, self.context.language))
        else:
            self.failed(error)

    def _print(self) -> None:
        if self.view is not None and self.view.number:
            self.context.printer.open_papers((self.view.number,))

    def _export(self) -> None:
        if self.view is not None and self.view.number:
            self.exports.save(self.view.number)

    def _open(self, row: DrawnRow) -> None:
        self.goto("case", f"{row.case_id}#actions")

    # Layout

    def _bind(self) -> None:
        self.draw_key.clicked.connect(self._draw)
        self.print_key.clicked.connect(self._print)
        self.export_key.clicked.connect(self._export)
        self.table.row_chosen.connect(self._open)

    def _lay_out(self) -> None:
        asked = Card(self.tr("Draw"))
        row = QHBoxLayout()
        row.setSpacing(16)
        for name, field in self.fields.items():
            self.edits[name].setObjectName(name)
            row.addWidget(field, 1)
        row.addWidget(self.draw_key, 0, Qt.AlignmentFlag.AlignVCenter)
        asked.body.addLayout(row)
        asked.body.addWidget(self.saying)
        asked.body.addWidget(self.only_lead)
        listed = Card(self.tr("The newest draw"))
        listed.title_row.addWidget(self.export_key)
        listed.title_row.addWidget(self.print_key)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.newest)
        column.addWidget(self.proof)
        listed.body.addLayout(column)
        listed.body.addWidget(self.table, 1)
        self.body.addWidget(asked)
        self.body.addWidget(listed, 1)

    def _columns(self) -> tuple[Column[DrawnRow], ...]:
        return (
            Column(self.tr("Case number"), lambda row: row.case_number),
            Column(self.tr("Item"), lambda row: row.item_name),
            Column(self.tr("Pledged material"), lambda row: row.material),
            Column(self.tr("Officers"), lambda row: row.officers),
            Column(self.tr("Verify by"), lambda row: row.verify_by),
            Column(self.tr("State"), lambda row: row.state, tone=lambda row: row.tone),
        )
