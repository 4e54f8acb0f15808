"""Step 1, the item: finding it by any key stroke, and what the citizen is told before committing (M1, M2).

Qt-free. The index is built once per catalogue; a key stroke only filters it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain.catalogue import Catalogue, Handling, ItemStatus, Referral, Role, ServiceItem
from desktop.domain.deadline import TimeLimit

SHOWN_AT_MOST = 60
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

    @property
    def can_be_chosen(self) -> bool:
        """Only what is valid today may be taken in (目录之外无审批)."""
        return self.invalidity is None


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


@dataclass(frozen=True, slots=True)
class _Entry:
    item: ServiceItem
    names: tuple[str, ...]
    initials: tuple[str, ...]
    use_rank: int


def invalidity(item: ServiceItem, today: date) -> Invalidity | None:
    """What keeps the item from being taken in on this day; None: nothing."""
    if item.status is not ItemStatus.IN_USE:
        return Invalidity(item.status.value)
    if item.valid_from is not None and today < item.valid_from:
        return Invalidity("early", item.valid_from)
    if item.valid_to is not None and today > item.valid_to:
        return Invalidity("late", item.valid_to)
    return None


def facts_of(item: ServiceItem, today: date) -> ItemFacts:
    """What the list cannot show in one line."""
    return ItemFacts(
        name=item.name,
        code=item.code,
        step_count=len(item.steps),
        step_names=tuple(step.name for step in item.steps),
        material_count=len(item.materials),
        saved_at_most=sum(m.is_shareable or m.is_pledgeable for m in item.materials),
        statutory=item.statutory_limit,
        committed=item.committed_limit,
        handling=item.handling,
        fee=item.fee,
        visits=item.visits,
        role=item.role,
        authority=item.authority,
        conditions=item.conditions,
        note=item.note,
        result_name=item.result_name,
        invalidity=invalidity(item, today),
    )


class ItemIndex:
    """The catalogue made ready for typing: names, what people call them, pinyin initials, codes."""

    def __init__(
        self, catalogue: Catalogue | None, *, today: date, most_used: Sequence[str], initials: Initials
    ) -> None:
        self._today = today
        ranks = {code: rank for rank, code in enumerate(most_used)}
        items = catalogue.items if catalogue else ()
        entries = [
            _Entry(
                item=item,
                names=(item.name.casefold(), *(alias.casefold() for alias in item.aliases)),
                initials=tuple(initials(name).casefold() for name in (item.name, *item.aliases)),
                use_rank=ranks.get(item.code, len(ranks)),
            )
            for item in items
        ]
        # Sorting is stable: what was never used keeps the order of the catalogue.
        self._entries = sorted(entries, key=lambda entry: entry.use_rank)
        self._referrals = [
            (referral, tuple(initials(word).casefold() for word in (referral.matter, *referral.keywords)))
            for referral in (catalogue.referrals if catalogue else ())
        ]

    @classmethod
    def empty(cls) -> "ItemIndex":
        """An index of nothing, until the catalogue has been read."""
        return cls(None, today=date.min, most_used=(), initials=str)

    def find(self, typed: str) -> Found:
        """What fits the typed text: part of a name, an alias, initials, a code. Nothing typed: the most used first."""
        text = "".join(typed.split()).casefold()
        if not text:
            return Found(tuple(self._choice(entry, "") for entry in self._entries[:SHOWN_AT_MOST]))
        ranked = [(self._rank(entry, text), entry) for entry in self._entries]
        fitting = sorted((pair for pair in ranked if pair[0] < _NO_FIT), key=lambda pair: pair[0])
        return Found(
            choices=tuple(self._choice(entry, text) for _, entry in fitting[:SHOWN_AT_MOST]),
            referrals=tuple(referral for referral, short in self._referrals if _refers(referral, short, text)),
        )

    def _rank(self, entry: _Entry, text: str) -> int:
        if entry.item.code.casefold() == text:
            return 0
        if any(name.startswith(text) for name in entry.names):
            return 1
        if any(short and short.startswith(text) for short in entry.initials):
            return 2
        if any(text in name for name in entry.names):
            return 3
        if any(text in short for short in entry.initials):
            return 4
        return 5 if text in entry.item.code.casefold() else _NO_FIT

    def _choice(self, entry: _Entry, text: str) -> ItemChoice:
        item = entry.item
        by_alias = text and text not in entry.names[0] and not any(text in s for s in entry.initials[:1])
        aliases = (
            alias
            for alias, name, short in zip(item.aliases, entry.names[1:], entry.initials[1:], strict=True)
            if text in name or text in short
        )
        return ItemChoice(
            code=item.code,
            name=item.name,
            group=item.group,
            role=item.role,
            authority=item.authority,
            handling=item.handling,
            limit=item.committed_limit or item.statutory_limit,
            alias=next(aliases, "") if by_alias else "",
            invalidity=invalidity(item, self._today),
        )


_NO_FIT = 9


def _refers(referral: Referral, initials: tuple[str, ...], text: str) -> bool:
    words = [word.casefold() for word in (referral.matter, *referral.keywords)]
    # A long sentence that a citizen would say holds the keyword; a short entry is part of the matter's name.
    by_word = any(text in word or (len(word) > 1 and word in text) for word in words)
    return by_word or (len(text) > 1 and any(short.startswith(text) for short in initials))
