"""The row of filters above the list of cases: what is chosen stands on the buttons."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.ports import Bundles, Filters
from ui.filled import filled
from ui.pages.cases_facet import Facet, FacetChoices, FacetPanel, keys_of, toggled
from ui.pages.cases_presenter import EVERYTHING
from ui.pages.intake.flow_row import FlowRow
from ui.theme import SPACING
from ui.widgets.key_button import KeyButton

_LONGEST = 8


class FilterBar(QWidget):
    """Alt+1 … Alt+4 show the choices of a facet in `panel`, which the page puts beside its list.

    Alt+5: open ones; Alt+6: the items of a 一件事 each by itself.
    """

    changed = Signal()
    """`filters` is another."""

    cleared = Signal()
    """Everything is to be shown again."""

    left = Signal()
    """The keyboard may go back to the search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filters = EVERYTHING
        self._choices: FacetChoices | None = None
        self.panel = FacetPanel(self._name)
        self.panel.hide()
        self.facets = {facet: KeyButton(self._name(facet), f"Alt+{n}") for n, facet in enumerate(Facet, start=1)}
        self.open_only = KeyButton(self.tr("Open ones only"), "Alt+5", is_shortcut=True)
        self.open_only.setCheckable(True)
        self.by_item = KeyButton(self.tr("Every item by itself"), "Alt+6", is_shortcut=True)
        self.by_item.setCheckable(True)
        self.clear_button = KeyButton(self.tr("All again"), "Alt+0", is_shortcut=True)
        row = FlowRow(self, gap=SPACING)  # long choices go to a second line, the page never grows wider
        for button in (*self.facets.values(), self.open_only, self.by_item, self.clear_button):
            row.addWidget(button)
        for number, facet in enumerate(Facet, start=1):
            self.facets[facet].clicked.connect(partial(self._pick, facet))
            QShortcut(QKeySequence(f"Alt+{number}"), self).activated.connect(self.facets[facet].click)
        self.open_only.toggled.connect(self._open_only_toggled)
        self.by_item.toggled.connect(self._by_item_toggled)
        self.clear_button.clicked.connect(self._clear)
        self.panel.toggled.connect(self._toggle)
        self.panel.closed.connect(self._close_panel)

    @property
    def has_choices(self) -> bool:
        """The choices have been read."""
        return self._choices is not None

    def set_choices(self, choices: FacetChoices | None) -> None:
        """What can be chosen; None: to be read again."""
        self._choices = choices
        self._show()

    def _pick(self, facet: Facet) -> None:
        """Shows the choices of a facet; its key once more takes them away."""
        if self._choices is None:
            return
        if self.panel.isVisible() and self.panel.facet is facet:
            self._close_panel()
            return
        self.panel.show()
        self.panel.show_facet(facet, self._choices.by_facet[facet], keys_of(self.filters, facet))

    def _toggle(self, key: str) -> None:
        self._set(toggled(self.filters, self.panel.facet, key))

    def _open_only_toggled(self, is_on: bool) -> None:
        self._set(replace(self.filters, is_open=True if is_on else None))

    def _by_item_toggled(self, is_on: bool) -> None:
        self._set(replace(self.filters, bundles=Bundles.BY_ITEM if is_on else Bundles.AS_ONE))

    def _clear(self) -> None:
        self.open_only.setChecked(False)
        self.by_item.setChecked(False)
        self._set(EVERYTHING)
        self.cleared.emit()
        self._close_panel()

    def _set(self, filters: Filters) -> None:
        self.filters = filters
        self._show()
        self.changed.emit()

    def _close_panel(self) -> None:
        self.panel.hide()
        self.left.emit()

    def _show(self) -> None:
        for facet, button in self.facets.items():
            chosen = keys_of(self.filters, facet)
            words = self._choices.words(facet, chosen) if self._choices else chosen
            name = self._name(facet)
            button.set_text(filled(self.tr("%1: %2"), name, _short(words)) if words else name)
        if self._choices is not None and self.panel.isVisible():
            facet = self.panel.facet
            self.panel.show_choices(self._choices.by_facet[facet], keys_of(self.filters, facet))

    def _name(self, facet: Facet) -> str:
        return {
            Facet.STATE: self.tr("State"),
            Facet.WINDOW: self.tr("Window"),
            Facet.ITEM: self.tr("Item"),
            Facet.YEAR: self.tr("Year"),
        }[facet]


def _short(words: list[str]) -> str:
    """The first choice, and how many more: a button is no list."""
    first = words[0] if len(words[0]) <= _LONGEST else f"{words[0][: _LONGEST - 1]}…"
    return first if len(words) == 1 else f"{first} +{len(words) - 1}"
