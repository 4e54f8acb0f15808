"""What is open at the counter, whole: for lists that look into each case."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from desktop.domain.case import Case, CaseState


@dataclass(frozen=True, slots=True)
class OpenCase:
    """An open case, and the clerk who has it."""

    case: Case
    clerk: str


class OpenCaseReader(Protocol):
    """Part of the CaseReader."""

    def open_wholes(self, *, states: Collection[CaseState] = (), limit: int = 5000) -> list[OpenCase]:
        """Every open case of those states, of all where none is named, the oldest first."""
