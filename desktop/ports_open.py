"""What is open at the counter, whole: for lists that look into each case."""

from dataclasses import dataclass
from typing import Protocol

from desktop.domain.case import Case


@dataclass(frozen=True, slots=True)
class OpenCase:
    """An open case, and the clerk who has it."""

    case: Case
    clerk: str


class OpenCaseReader(Protocol):
    """Part of the CaseReader."""

    def open_wholes(self, *, limit: int = 5000) -> list[OpenCase]:
        """Every open case, the oldest first; the parent of a 一件事 whose items have their own cases is none."""
