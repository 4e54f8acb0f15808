"""Step 1: the item is found by typing; what it takes is told before anybody commits (M1, M2)."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QVBoxLayout, QWidget

from desktop import messages
from ui.pages.intake.cart_row import CartRow
from ui.pages.intake.draft_band import DraftBand
from ui.pages.intake.facts_panel import FactsPanel
from ui.pages.intake.intake_presenter import IntakePresenter
from ui.pages.intake.item_presenter import Found, ItemChoice
from ui.pages.intake.step_panel import ENTER_KEYS, StepPanel
from ui.pages.intake.wording import authority_text, invalidity_text, limit_text
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.table import Column, RowTable
from ui.widgets.table_view import TableView

_PAGE_ROWS = 8
REFERRALS_SHOWN = 3


class ItemStep(StepPanel):
    """Entry and list; `facts` says what the line under the bar takes, and stands where the summary stands later."""

    def __init__(self, presenter: IntakePresenter, *, language: str) -> None:
        super().__init__(presenter, language=language)
        self.entry = QLineEdit()
        self.entry.setObjectName("item_search")
        self.entry.setAccessibleName(self.tr("Find an item"))
        self.entry.setPlaceholderText(self.tr("Name, what people call it, pinyin initials or code"))
        self.entry.textChanged.connect(self._on_typed)
        self.watch(self.entry)
        self.model: RowTable[ItemChoice] = RowTable(self._columns(), self)
        self.table = TableView("items", self.tr("Items of the catalogue in force"))
        self.table.set_model(self.model, widths=[0, 308, 84, 128], droppable=(2, 1))
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.selectionModel().currentRowChanged.connect(self._on_moved)
        self.table.row_chosen.connect(self._on_double_click)
        self.told = QFrame()
        self.told.setObjectName("told")
        self.referrals = label("", "", wrap=True)
        self.fault = label("", "fault", wrap=True)
        self.facts = FactsPanel(language=language)
        self.draft_band = DraftBand()
        self.cart_row = CartRow()
        self.cart_row.removed.connect(self._gather)
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        card = Card(self.tr("Which item?"))
        card.title_row.insertWidget(
            1, label(self.tr("↑ ↓ move · Enter chooses · Ctrl+Enter: several at once"), "small")
        )
        told = QVBoxLayout(self.told)
        told.setContentsMargins(12, 8, 12, 8)
        told.addWidget(self.referrals)
        card.body.addWidget(self.entry)
        card.body.addWidget(self.cart_row)
        card.body.addWidget(self.told)
        card.body.addWidget(self.fault)
        card.body.addWidget(self.table, 1)
        card.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.draft_band)
        column.addWidget(card, 1)

    def _columns(self) -> list[Column[ItemChoice]]:
        return [
            Column(self.tr("Item"), self._name),
            Column(self.tr("In whose name"), lambda c: authority_text(c.role, c.authority, self.language)),
            Column(self.tr("Kind"), lambda c: messages.word(c.handling, self.language)),
            Column(self.tr("Promised within"), self._limit),
        ]

    def _name(self, choice: ItemChoice) -> str:
        """With its mark where it goes first (M24)."""
        if choice.is_green:
            return self.tr("{name} · green channel").format(name=self._plain_name(choice))
        if choice.is_pilot:
            return self.tr("{name} · pilot").format(name=self._plain_name(choice))
        return self._plain_name(choice)

    def _plain_name(self, choice: ItemChoice) -> str:
        if choice.parts:
            return self.tr("{name} · one matter, {count} items").format(name=choice.name, count=choice.parts)
        if choice.alias:
            return self.tr("{name} ({alias})").format(name=choice.name, alias=choice.alias)
        return choice.name

    def _limit(self, choice: ItemChoice) -> str:
        if choice.invalidity:
            return invalidity_text(choice.invalidity)
        return limit_text(choice.limit, choice.handling)

    def refresh(self) -> None:
        """The list for what is typed; while nothing is typed the bar is on the item chosen before."""
        self._fill(self.presenter.find(self.entry.text()))
        codes = [choice.code for choice in self.model.rows()]
        cart = self.presenter.cart
        chosen = cart[-1].code if cart else self.presenter.form.item_code
        if not self.entry.text() and chosen in codes:
            self._select(codes.index(chosen))
        self.cart_row.show_cart(cart)

    def show_drafts(self) -> None:
        """Offers the clerk's unfinished drafts while the form is empty."""
        self.draft_band.show_drafts(self.presenter.drafts())

    def finish(self) -> None:
        """The button chooses what the bar stands on."""
        self.enter_pressed(self.entry)

    def focus_field(self, field: str, cursor: int = 0) -> None:
        """There is one field."""
        self.entry.setFocus()

    def clear(self) -> None:
        """Nothing typed."""
        self.entry.clear()

    def current(self) -> ItemChoice | None:
        """The line under the bar."""
        return self.model.row_at(self.table.currentIndex())

    def _fill(self, found: Found) -> None:
        self.model.set_rows(found.choices)
        self.fault.clear()
        self._select(0)
        lines = self._told_lines(found)
        self.referrals.setText("\n".join(lines))
        self.told.setVisible(bool(lines))
        self.table.setVisible(bool(found.choices))
        self.fault.setVisible(False)
        self._show_facts()

    def _told_lines(self, found: Found) -> list[str]:
        """What is said in place of a list, or above it: where to go for what the catalogue does not have."""
        desk = self.presenter.state.desk
        if not desk.is_read:
            return []
        if desk.catalogue is None:
            return [self.tr("No catalogue is in force today, so nothing can be taken in. F7 shows the catalogue.")]
        if found.referrals:
            places = [
                self.tr("{matter}: {where}").format(
                    matter=referral.matter,
                    where=" ".join(part for part in (referral.authority, referral.address, referral.phone) if part),
                )
                for referral in found.referrals[:REFERRALS_SHOWN]
            ]
            return [self.tr("Not in the catalogue: cannot be taken in here. Ask:"), *places]
        if found.choices:
            return []
        return [self.tr("Not in the catalogue in force: it cannot be taken in. Try fewer letters, or ask the lead.")]

    def _select(self, row: int) -> None:
        if self.model.rowCount():
            index = self.model.index(min(max(row, 0), self.model.rowCount() - 1), 0)
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def take_key(self, editor: QWidget, event: QKeyEvent) -> bool:
        """Arrows move the bar without leaving the entry."""
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _PAGE_ROWS,
            Qt.Key.Key_PageUp: -_PAGE_ROWS,
        }
        if event.key() in ENTER_KEYS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._gather_current()
            return True
        if event.key() == Qt.Key.Key_Backspace and not self.entry.text() and self.presenter.cart:
            self._gather(self.presenter.cart[-1].code)
            return True
        for key, step in steps.items():
            if event.key() == key:
                self._select(self.table.currentIndex().row() + step)
                return True
        return super().take_key(editor, event)

    def enter_pressed(self, editor: QWidget) -> None:
        """Chooses the line under the bar; with a cart, goes on with all of it, the line under the bar among them."""
        choice = self.current()
        if choice is None:
            return
        if self.presenter.cart:
            if choice.code in {line.code for line in self.presenter.cart} or self._gather(choice.code):
                self.went_on.emit()
        elif self.presenter.choose(choice.code):
            self.edited.emit()
            self.went_on.emit()
        elif choice.invalidity:
            self.fault.setText(
                self.tr("{name} cannot be taken in today: {why}.").format(
                    name=choice.name, why=invalidity_text(choice.invalidity)
                )
            )
            self.fault.setVisible(True)

    def _gather_current(self) -> None:
        """Puts the line under the bar into the cart; the entry is free for the next one."""
        choice = self.current()
        if choice is not None and self._gather(choice.code):
            self.entry.clear()
            self.refresh()

    def _gather(self, code: object) -> bool:
        is_done = self.presenter.gather(str(code))
        if is_done:
            self.edited.emit()
            self.refresh()
            return True
        self.fault.setText(
            self.tr(
                "This cannot be applied for together: it is not valid today, is a bundle or advice itself, or is for "
                "other applicants than the rest."
            )
        )
        self.fault.setVisible(True)
        return False

    def escape_pressed(self, editor: QWidget) -> None:
        """Esc takes away what is typed."""
        self.clear()

    def _on_typed(self) -> None:
        self.refresh()

    def _on_moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_facts()

    def _on_double_click(self, _row: object) -> None:
        self.enter_pressed(self.entry)
        self.entry.setFocus()

    def _show_facts(self) -> None:
        choice = self.current()
        code = choice.code if choice else ""
        cart = {line.code for line in self.presenter.cart}
        self.facts.show_facts(self.presenter, self.presenter.form.item_code if code in cart else code)
