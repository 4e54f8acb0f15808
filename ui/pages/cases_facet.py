"""Filters of the list of cases by keyboard: state, window, item, year. A choice is turned on and off with Enter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.bootstrap import Counter
from desktop.domain.bundle import all_items
from desktop.domain.case import CaseState
from desktop.messages import word
from desktop.pinyin import initials
from desktop.ports import Filters
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.pick_list import Choice, PickList, matching

YEARS_SHOWN = 8


class Facet(Enum):
    """What can be filtered; each is a token of the search table."""

    STATE = "states"
    WINDOW = "windows"
    ITEM = "item_codes"
    YEAR = "years"


@dataclass(frozen=True, slots=True)
class FacetChoices:
    """What can be chosen, read from the store."""

    by_facet: dict[Facet, tuple[Choice, ...]]

    def words(self, facet: Facet, keys: Sequence[str]) -> list[str]:
        """The chosen ones in words, in the order of the list; a typed window is its number."""
        known = {choice.key: choice.text for choice in self.by_facet.get(facet, ())}
        return [text for key, text in known.items() if key in keys] + [key for key in keys if key not in known]


def read_choices(counter: Counter, language: str) -> FacetChoices:
    """States, windows, items of the catalogue in force, the last years. On the reading thread."""
    today = counter.clock.today()
    with counter.store.read() as reader:
        hall, catalogue = reader.hall(), reader.catalogue_in_force(today)
    items = all_items(catalogue) if catalogue else ()
    years = [str(today.year - back) for back in range(YEARS_SHOWN)]
    return FacetChoices(
        {
            Facet.STATE: tuple(Choice(state.value, word(state, language)) for state in CaseState),
            Facet.WINDOW: (Choice(hall.window, hall.window),) if hall else (),
            Facet.ITEM: tuple(
                Choice(item.code, item.name, (item.code, initials(item.name), *item.aliases)) for item in items
            ),
            Facet.YEAR: tuple(Choice(year, year) for year in years),
        }
    )


def keys_of(filters: Filters, facet: Facet) -> list[str]:
    """The chosen keys of a facet as text."""
    return sorted(str(key) for key in getattr(filters, facet.value))


def toggled(filters: Filters, facet: Facet, key: str) -> Filters:
    """The filters with one choice turned on, or off if it was on."""
    chosen = set(keys_of(filters, facet)) ^ {key}
    states, windows, items, years = filters.states, filters.windows, filters.item_codes, filters.years
    match facet:
        case Facet.STATE:
            states = frozenset(chosen)
        case Facet.WINDOW:
            windows = frozenset(chosen)
        case Facet.ITEM:
            items = frozenset(chosen)
        case Facet.YEAR:
            years = frozenset(int(year) for year in chosen)
    return replace(filters, states=states, windows=windows, item_codes=items, years=years)


class FacetPanel(Card):
    """The choices of one facet beside the list: typing finds, Enter turns on and off, Esc closes."""

    toggled = Signal(object)
    """Key of the choice."""

    closed = Signal()

    def __init__(self, heading: Callable[[Facet], str], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setFixedWidth(260)
        self._heading = heading
        self._choices: tuple[Choice, ...] = ()
        self._chosen: frozenset[str] = frozenset()
        self.facet = Facet.STATE
        self.list = PickList("facet", self.tr("Filter"), placeholder=self.tr("Type to find"), find=self._find)
        self.list.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(label(self.tr("Enter on or off · Esc done"), "small"))
        self.setFocusProxy(self.list)
        self.list.chosen.connect(lambda choice: self.toggled.emit(choice.key))

    def show_facet(self, facet: Facet, choices: tuple[Choice, ...], chosen: Sequence[str]) -> None:
        """Another facet; what was typed before is gone."""
        self.facet = facet
        self.set_title(self._heading(facet))
        self.list.entry.clear()
        self.show_choices(choices, chosen)
        self.list.setFocus()

    def show_choices(self, choices: tuple[Choice, ...], chosen: Sequence[str]) -> None:
        """The same facet with other marks; the bar stays on its line."""
        row = self.list.list.currentRow()
        self._choices, self._chosen = choices, frozenset(chosen)
        self.list.refresh()
        if 0 <= row < self.list.list.count():
            self.list.list.setCurrentRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _find(self, text: str) -> list[Choice]:
        found = matching(self._choices, text)
        typed = text.strip()
        is_window = self.facet is Facet.WINDOW and len(typed) == 2 and typed.isascii() and typed.isdigit()
        if is_window and typed not in {choice.key for choice in found}:
            found = [*found, Choice(typed, typed)]
        return [self._marked(choice) for choice in found]

    def _marked(self, choice: Choice) -> Choice:
        mark = "✓" if choice.key in self._chosen else "　"
        return Choice(choice.key, f"{mark} {choice.text}", choice.words)
