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


def differences(event: PledgesDrawn) -> tuple[str, ...]:
    """What does not come out the same when the draw is repeated: names of fields; empty: it was an honest draw."""
    again = {
        "population": tuple(sorted(set(event.population))),
        "population_sha256": population_hash(event.population),
        "size": size_of(len(event.population), event.share_percent),
        "drawn": drawn(
            event.seed, event.population, event.officers, size=event.size, officers_each=event.officers_each
        ),
    }
    return tuple(name for name, value in again.items() if getattr(event, name) != value)


def require_draw(population: Sequence[str], officers: Sequence[str], share_percent: int) -> None:
    """Raises InvalidInput `share` (1 to 100), NotAllowed `why.no_pledges`, `why.two_officers`."""
    if not 1 <= share_percent <= 100:
        raise InvalidInput("share", field="share")
    if not population:
        raise NotAllowed(reason="why.no_pledges")
    if len(officers) < OFFICERS_EACH:
        raise NotAllowed(reason="why.two_officers")
