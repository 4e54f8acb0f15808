"""What practice asks of the store: what a clerk has done since the exercises were begun."""

from dataclasses import dataclass
from typing import Protocol

from desktop.domain.events import Event


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A line that a clerk wrote; `case_id` None: about no case."""

    arrival: int
    case_id: str | None
    event: Event


class PracticeReader(Protocol):
    """Lines of one clerk."""

    def lines_of_clerk(self, clerk_id: str, *, after: int = 0) -> list[OwnLine]:
        """What the clerk wrote here, in the order of arrival, behind the line with that number."""
