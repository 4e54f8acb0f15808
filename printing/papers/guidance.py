"""Which module lays out which paper that tells and offers."""

from collections.abc import Callable
from typing import Any

from desktop.domain.papers_guidance import IntermediarySlip, PolicyLeaflet
from printing.flow import Block
from printing.papers import intermediary_slip, policy_leaflet
from printing.papers.closing import Proof
from printing.sheet import Scale

GUIDANCE_BLOCKS: dict[type[Any], Callable[[Any, Scale, Proof], list[Block]]] = {
    PolicyLeaflet: policy_leaflet.blocks,
    IntermediarySlip: intermediary_slip.blocks,
}

GUIDANCE_SINGLE: tuple[type[Any], ...] = (PolicyLeaflet,)
"""What the citizen takes home."""
