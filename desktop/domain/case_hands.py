"""How taking over, settling and using again change a case; and which lines are left out of its fold."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from desktop.domain import events as ev

if TYPE_CHECKING:  # case.py folds these in; the type alone is needed here
    from desktop.domain.case import Case

Place = tuple[str, int]
"""Origin and number of a ledger line."""


def with_hands(case: "Case", event: ev.Event) -> "Case | None":
    """The case after one of these; None if the event is none."""
    match event:
        case ev.CaseTakenOver():
            return msgspec.structs.replace(case, keeper=event.clerk, keeper_window=event.window)
        case ev.ConflictSettled():
            return msgspec.structs.replace(case, set_aside=(*case.set_aside, *event.aside))
        case ev.DataReused():
            return msgspec.structs.replace(case, reused=(*case.reused, event))
    return None


def set_aside(lines: Iterable[tuple[Place, ev.Event]]) -> frozenset[Place]:
    """Lines that do not hold because somebody has settled a conflict; a settlement may itself be set aside.

    Args:
        lines: all of one case, in the order (at, origin, seq). The newest settlement is heard first.
    """
    settled = [(place, event) for place, event in lines if isinstance(event, ev.ConflictSettled)]
    aside: set[Place] = set()
    for place, event in reversed(settled):
        if place not in aside:
            aside |= {(line.origin, line.seq) for line in event.aside}
    return frozenset(aside)
