"""Step 1, the item: finding it by any key stroke, and what the citizen is told before committing (M1, M2).

Qt-free. The index is built once per catalogue; a key stroke only filters it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import msgspec

from desktop.domain.bundle import all_items, codes_in, item_of, saving
from desktop.domain.bundle_parts import BundledItem
from desktop.domain.catalogue import Catalogue, Handling, ItemStatus, Referral, Role, ServiceItem
from desktop.domain.catalogue_search import find_items, is_valid_on, referrals_for
from desktop.domain.deadline import TimeLimit

SHOWN_AT_MOST = 90
Initials = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Invalidity:
    """Why an item cannot be chosen today: suspended, cancelled, early or late, with the date that matters."""

    kind: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ItemChoice:
    """A line of the list. `alias` is the name that people call it by, where that is what was typed."""

    code: str
    name: str
    group: str
    role: Role
    authority: str
    handling: Handling
    limit: TimeLimit | None
    alias: str = ""
    invalidity: Invalidity | None = None
    parts: int = 0  # items of a 一件事
    is_pilot: bool = False
    is_green: bool = False

    @property
    def can_be_chosen(self) -> bool:
        """Only what is valid today may be taken in (目录之外无审批)."""
        return self.invalidity is None


@dataclass(frozen=True, slots=True)
class CartLine:
    """An item that is to be applied for together with others."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class PartLine:
    """An item of a 一件事: its own authority and limit; `is_always` unless answers decide whether it is taken."""

    name: str
    role: Role
    authority: str
    handling: Handling
    limit: TimeLimit | None
    is_always: bool


@dataclass(frozen=True, slots=True)
class Found:
    """Items first, best match first; then matters that are not in the catalogue, with the authority to ask."""

    choices: tuple[ItemChoice, ...] = ()
    referrals: tuple[Referral, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """The promise that is made at the window: steps, papers, days, money, visits, and in whose name (M1)."""

    name: str
    code: str
    step_count: int
    step_names: tuple[str, ...]
    material_count: int
    saved_at_most: int
    statutory: TimeLimit | None
    committed: TimeLimit | None
    handling: Handling
    fee: str
    visits: int
    role: Role
    authority: str
    conditions: tuple[str, ...]
    note: str
    result_name: str
    invalidity: Invalidity | None
    parts: tuple[PartLine, ...] = ()
    fewer_materials: int = 0  # than item by item (M4)
    fewer_visits: int = 0


def invalidity(item: ServiceItem, today: date) -> Invalidity | None:
    """What keeps the item from being taken in on this day; None: nothing."""
    if is_valid_on(item, today):
        return None
    if item.status is not ItemStatus.IN_USE:
        return Invalidity(item.status.value)
    is_early = item.valid_from is not None and today < item.valid_from
    return Invalidity("early", item.valid_from) if is_early else Invalidity("late", item.valid_to)


def facts_of(item: ServiceItem, today: date) -> ItemFacts:
    """What the list cannot show in one line."""
    spared = saving(item) if isinstance(item, BundledItem) else None
    return ItemFacts(
        name=item.name,
        code=item.code,
        step_count=len(item.steps),
        step_names=tuple(step.name for step in item.steps),
        material_count=len(item.materials),
        saved_at_most=sum(m.is_shareable or m.is_pledgeable for m in item.materials),
        statutory=item.statutory_limit,
        committed=item.promised_limit,
        handling=item.handling,
        fee=item.fee,
        visits=item.visits,
        role=item.role,
        authority=item.authority,
        conditions=item.conditions,
        note=item.note,
        result_name=item.result_name,
        invalidity=invalidity(item, today),
        parts=_parts(item),
        fewer_materials=spared.materials if spared else 0,
        fewer_visits=spared.visits if spared else 0,
    )


def _parts(item: ServiceItem) -> tuple[PartLine, ...]:
    if not isinstance(item, BundledItem):
        return ()
    return tuple(
        PartLine(
            name=part.item.name,
            role=part.item.role,
            authority=part.item.authority,
            handling=part.item.handling,
            limit=part.item.promised_limit or part.item.statutory_limit,
            is_always=not part.when,
        )
        for part in item.parts
    )


def cart_lines(catalogue: Catalogue | None, code: str) -> tuple[CartLine, ...]:
    """The items behind a chosen code: those of a cart, or the single one."""
    items = [(code, item_of(catalogue, code)) for code in codes_in(code)] if code else []
    return tuple(CartLine(code, item.name) for code, item in items if item is not None)


class ItemIndex:
    """The catalogue made ready for typing: most used items first, initials of every name, valid today or not."""

    def __init__(
        self, catalogue: Catalogue | None, *, today: date, most_used: Sequence[str], initials: Initials
    ) -> None:
        self._today = today
        self._initials = initials
        items = all_items(catalogue) if catalogue else ()
        ranks = {code: rank for rank, code in enumerate(most_used)}
        # Sorting is stable: what was never used keeps the order of the catalogue.
        self._items = {item.code: item for item in sorted(items, key=lambda item: ranks.get(item.code, len(ranks)))}
        self._letters = {item.code: " ".join(initials(name) for name in _names(item)) for item in items}
        self._catalogue = catalogue
        self._carts: dict[str, ServiceItem | None] = {}
        # What is suspended or not valid yet is found too, and says so: silence would look like a wrong spelling.
        self._searched = _all_valid(catalogue, self._items.values()) if catalogue else None

    @classmethod
    def empty(cls) -> "ItemIndex":
        """An index of nothing, until the catalogue has been read."""
        return cls(None, today=date.min, most_used=(), initials=str)

    def item(self, code: str) -> ServiceItem | None:
        """The item, bundle or cart of this code. A cart is put together once: every key stroke asks for it."""
        if code not in self._items and code not in self._carts:
            self._carts[code] = item_of(self._catalogue, code)
        return self._items.get(code) or self._carts[code]

    def find(self, typed: str) -> Found:
        """What fits the typed text, best first. Nothing typed: the most used first, and no referral."""
        if self._catalogue is None or self._searched is None:
            return Found()
        found = find_items(self._searched, typed, on=self._today, initials=self._letters)
        return Found(
            choices=tuple(self._choice(self._items[item.code], typed.strip()) for item in found[:SHOWN_AT_MOST]),
            referrals=referrals_for(self._catalogue, typed) or self._referrals_by_initials(typed),
        )

    def _referrals_by_initials(self, typed: str) -> tuple[Referral, ...]:
        text = typed.strip().casefold()
        if len(text) < 2 or self._catalogue is None:
            return ()
        return tuple(
            referral
            for referral in self._catalogue.referrals
            if any(self._initials(word).startswith(text) for word in (referral.matter, *referral.keywords))
        )

    def _choice(self, item: ServiceItem, text: str) -> ItemChoice:
        is_in_name = not text or text in item.name or text.casefold() in self._initials(item.name)
        by_alias = (alias for alias in item.aliases if text in alias or text.casefold() in self._initials(alias))
        return ItemChoice(
            code=item.code,
            name=item.name,
            group=item.group,
            role=item.role,
            authority=item.authority,
            handling=item.handling,
            limit=item.promised_limit or item.statutory_limit,
            alias="" if is_in_name else next(by_alias, ""),
            invalidity=invalidity(item, self._today),
            parts=len(item.parts) if isinstance(item, BundledItem) else 0,
            is_pilot=item.is_pilot,
            is_green=item.is_green,
        )


def _names(item: ServiceItem) -> tuple[str, ...]:
    return (item.name, *item.aliases)


def _all_valid(catalogue: Catalogue, items: Iterable[ServiceItem]) -> Catalogue:
    always = (msgspec.structs.replace(item, status=ItemStatus.IN_USE, valid_from=None, valid_to=None) for item in items)
    return msgspec.structs.replace(catalogue, items=tuple(always))
