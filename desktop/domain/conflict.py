"""Whether two windows wrote about a case without knowing of each other, told from the case's ledger lines alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, get_args

from desktop.domain import events as ev
from desktop.domain.events_course import CourseEvent

_DECIDING: tuple[type[Any], ...] = (
    ev.CaseReceived,
    ev.MaterialsChecked,
    ev.CorrectedOnSpot,
    ev.CaseAccepted,
    ev.CorrectionRequested,
    ev.CaseRefused,
    ev.CaseNotRequired,
    ev.BundleOpened,
    ev.CaseTakenOver,
    ev.ConflictSettled,
    ev.CaseAmended,
    ev.ConclusionUndone,
    ev.GreenChannelGranted,
    *get_args(CourseEvent),
)
"""What another window would have wanted to know. Papers, prints and scans of two windows stand side by side."""


def is_deciding(event: ev.Event) -> bool:
    """Whether who goes on with the case must have seen this, and is on record as having seen what was before it."""
    return isinstance(event, _DECIDING)


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A ledger line of a case: who wrote it, its number there, when, and what it says."""

    origin: str
    seq: int
    at: datetime
    event: ev.Event


@dataclass(frozen=True, slots=True)
class Divergence:
    """Lines that no one had seen when the other wrote: at least two, of at least two origins, oldest first."""

    lines: tuple[CaseLine, ...]

    @property
    def origins(self) -> tuple[str, ...]:
        """Who wrote them, in the order of their first lines."""
        return tuple(dict.fromkeys(line.origin for line in self.lines))


@dataclass(frozen=True, slots=True)
class _Known:
    line: CaseLine
    seen: dict[str, int]  # last line of each other origin that its writer had taken up

    def knows(self, other: CaseLine) -> bool:
        """Whether the writer had the other line before its eyes."""
        own = self.line
        return other.seq < own.seq if other.origin == own.origin else self.seen.get(other.origin, 0) >= other.seq


def divergence(lines: Sequence[CaseLine]) -> Divergence | None:
    """What was written unknown to each other and that no later CaseTakenUp has seen whole; None: nothing of the kind.

    Args:
        lines: of one case, of windows only, in the order (at, origin, seq).
    """
    known, taken_up = _with_knowledge(lines)
    apart: dict[tuple[str, int], CaseLine] = {}
    for place, one in enumerate(known):
        for other in known[:place]:
            is_apart = not one.knows(other.line) and not other.knows(one.line)
            if is_apart and not any(later.knows(one.line) and later.knows(other.line) for later in taken_up):
                for line in (other.line, one.line):
                    apart[(line.origin, line.seq)] = line
    if not apart:
        return None
    return Divergence(tuple(sorted(apart.values(), key=lambda line: (line.at, line.origin, line.seq))))


def _with_knowledge(lines: Sequence[CaseLine]) -> tuple[list[_Known], list[_Known]]:
    """Deciding lines and takings-up, each with what its writer knew."""
    seen: dict[str, dict[str, int]] = {}
    deciding, taken_up = [], []
    for line in lines:
        if isinstance(line.event, ev.CaseTakenUp):
            before = seen.get(line.origin, {})
            both = {origin: max(before.get(origin, 0), seq) for origin, seq in line.event.seen.items()}
            seen[line.origin] = {**before, **both}
            taken_up.append(_Known(line, seen[line.origin]))
        elif isinstance(line.event, _DECIDING):
            deciding.append(_Known(line, seen.get(line.origin, {})))
    return deciding, taken_up
