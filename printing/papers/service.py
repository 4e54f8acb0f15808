"""The papers about the service itself: which module draws each, and which have no stub."""

from collections.abc import Callable
from typing import Any

from desktop.domain.papers_service import DifficultySlip
from printing.flow import Block
from printing.papers import difficulty_slip
from printing.papers.closing import Proof
from printing.sheet import Scale

SERVICE_BLOCKS: dict[type[Any], Callable[[Any, Scale, Proof], list[Block]]] = {DifficultySlip: difficulty_slip.blocks}

SERVICE_SINGLE: tuple[type[Any], ...] = (DifficultySlip,)
"""What the person takes along; the hall has it on record."""
