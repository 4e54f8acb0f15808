"""How a clerk finds what somebody asks for: items of the catalogue, and where to send people otherwise. Pure."""

import unicodedata
from collections.abc import Mapping
from datetime import date

from desktop.domain.catalogue import Catalogue, ItemStatus, Referral, ServiceItem


def is_valid_on(item: ServiceItem, day: date) -> bool:
    """Whether the item may be taken in that day: in use, and the day within its dates, both ends counted."""
    starts, ends = item.valid_from or date.min, item.valid_to or date.max
    return item.status is ItemStatus.IN_USE and starts <= day <= ends


def find_items(
    catalogue: Catalogue, text: str, *, on: date, initials: Mapping[str, str] | None = None
) -> list[ServiceItem]:
    """The items valid on that day that fit what the clerk typed, best first, otherwise in the catalogue's order.

    Words are separated by blanks and all must fit: by code, name, alias, pinyin initials, or as characters of the
    name in their order (社保卡 → 社会保障卡申领). An empty text gives every valid item.

    Args:
        initials: by item code, the initials of name and aliases separated by blanks, lower case.
    """
    words = _folded(text).split()
    ranked = []
    for item in catalogue.items:
        ranks = [_rank(item, word, (initials or {}).get(item.code, "")) for word in words]
        if is_valid_on(item, on) and None not in ranks:
            ranked.append((sum(rank for rank in ranks if rank is not None), item))
    return [item for _, item in sorted(ranked, key=lambda pair: pair[0])]


def _rank(item: ServiceItem, word: str, initials: str) -> int | None:
    """0 is best; None: the item does not fit the word."""
    name, aliases = _folded(item.name), [_folded(alias) for alias in item.aliases]
    codes = (item.code.casefold(), item.basic_code.casefold())
    letters = initials.split()
    tests = (
        word in codes or word == name,
        word in aliases,
        name.startswith(word),
        word in name,
        any(word in alias for alias in aliases),
        any(code.startswith(word) for code in codes) and len(word) > 1,
        any(part.startswith(word) for part in letters),
        any(word in part for part in letters),
        any(alias in word for alias in aliases if len(alias) > 1),
        len(word) > 1 and _stands_in_order(word, name),
        len(word) > 3 and word in codes[0],
    )
    return next((rank for rank, fits in enumerate(tests) if fits), None)


def referrals_for(catalogue: Catalogue, text: str) -> tuple[Referral, ...]:
    """Matters outside the catalogue that fit the text, best first; an empty text gives none."""
    word = "".join(_folded(text).split())
    ranked = []
    for referral in catalogue.referrals if word else ():
        names = [_folded(name) for name in (referral.matter, *referral.keywords)]
        tests = (word in names, any(word in name for name in names), any(name in word for name in names if name))
        if any(tests):
            ranked.append((tests.index(True), referral))
    return tuple(referral for _, referral in sorted(ranked, key=lambda pair: pair[0]))


def _folded(text: str) -> str:
    """Full-width and capital letters made plain."""
    return unicodedata.normalize("NFKC", text).casefold()


def _stands_in_order(word: str, name: str) -> bool:
    rest = iter(name)
    return all(character in rest for character in word)
