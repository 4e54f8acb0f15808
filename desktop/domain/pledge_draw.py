"""双随机: pledges to verify and the officers who verify them, both by a lot that anyone can repeat.

How a draw is repeated, with nothing but the line of the ledger:

1. The population is the sorted list of keys `case number/material code`. Its SHA-256 is that of the keys joined by
   line feeds in UTF-8.
2. Its size is the share of the population in percent, rounded up to a whole pledge; one at least of any.
3. The pledges are drawn by desktop.domain.lot.draw(seed, population, size).
4. For each of them the officers are drawn by lot.draw from the members `key|officer` with the same seed.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from desktop.domain import lot
from desktop.domain.errors import InvalidInput, NotAllowed
from desktop.domain.events_pledge import DrawnPledge, PledgesDrawn

OFFICERS_EACH = 2


def key_of(case_number: str, code: str) -> str:
    """The key of a pledge in a population."""
    return f"{case_number}/{code}"


def population_hash(population: Sequence[str]) -> str:
    """SHA-256 of the keys joined by line feeds, in UTF-8: 64 hexadecimal digits."""
    return hashlib.sha256("\n".join(population).encode()).hexdigest()


def size_of(count: int, share_percent: int) -> int:
    """How many are drawn of `count`: the share, rounded up."""
    return -(-count * share_percent // 100)


def drawn(
    seed: str, population: Sequence[str], officers: Sequence[str], *, size: int, officers_each: int
) -> tuple[DrawnPledge, ...]:
    """What the lot falls on, in the order of the draw."""
    return tuple(
        DrawnPledge(key=key, officers=_officers(seed, key, officers, officers_each))
        for key in lot.draw(seed, population, size)
    )


def _officers(seed: str, key: str, officers: Sequence[str], count: int) -> tuple[str, ...]:
    members = [f"{key}|{officer}" for officer in officers]
    return tuple(member.removeprefix(f"{key}|") for member in lot.draw(seed, members, count))


@dataclass(frozen=True, slots=True)
class Difference:
    """Something of a draw that comes out otherwise when it is repeated.

    `field` is that of the event; of `drawn` the place in the order too, from 1. Empty text: nothing stands there.
    """

    field: str
    recorded: str
    again: str
    place: int = 0


def compare(event: PledgesDrawn) -> tuple[Difference, ...]:
    """Repeats the draw from its own line: what differs, in the order of the steps; empty: it was an honest draw.

    Raises:
        InvalidInput: `draw_not_repeatable` with `what`: it lacks what a repetition needs.
    """
    require_repeatable(event)
    keys = tuple(sorted(set(event.population)))
    digest, size = population_hash(event.population), size_of(len(event.population), event.share_percent)
    again = drawn(event.seed, keys, event.officers, size=event.size, officers_each=event.officers_each)
    wholes = (
        Difference("population", str(len(event.population)), str(len(keys)) if keys != event.population else ""),
        Difference("population_sha256", event.population_sha256, digest if digest != event.population_sha256 else ""),
        Difference("size", str(event.size), str(size) if size != event.size else ""),
    )
    return (*(one for one in wholes if one.again), *_in_order(event.drawn, again))


def _in_order(recorded: Sequence[DrawnPledge], again: Sequence[DrawnPledge]) -> tuple[Difference, ...]:
    pairs = enumerate(zip_longest(recorded, again), start=1)
    return tuple(Difference("drawn", _shown(was), _shown(now), place) for place, (was, now) in pairs if was != now)


def _shown(one: DrawnPledge | None) -> str:
    return f"{one.key}（{'、'.join(one.officers)}）" if one else ""


def differences(event: PledgesDrawn) -> tuple[str, ...]:
    """Names of the fields that do not come out the same, or that make it impossible; empty: it was an honest draw."""
    try:
        found = compare(event)
    except InvalidInput as error:
        return (error.field,)
    return tuple(dict.fromkeys(difference.field for difference in found))


def require_repeatable(event: PledgesDrawn) -> None:
    """Raises InvalidInput `draw_not_repeatable`: `what` is the first field with which nothing can be drawn."""
    wrong = {
        "seed": not lot.is_seed(event.seed),
        "population": not event.population,
        "share_percent": not 1 <= event.share_percent <= 100,
        "size": event.size < 0,
        "officers": len(set(event.officers)) != len(event.officers),
        "officers_each": not 1 <= event.officers_each <= len(event.officers),
    }
    for what, is_wrong in wrong.items():
        if is_wrong:
            raise InvalidInput("draw_not_repeatable", field=what, what=what)


def require_draw(population: Sequence[str], officers: Sequence[str], share_percent: int) -> None:
    """Raises InvalidInput `share` (1 to 100), NotAllowed `why.no_pledges`, `why.two_officers`."""
    if not 1 <= share_percent <= 100:
        raise InvalidInput("share", field="share")
    if not population:
        raise NotAllowed(reason="why.no_pledges")
    if len(officers) < OFFICERS_EACH:
        raise NotAllowed(reason="why.two_officers")
