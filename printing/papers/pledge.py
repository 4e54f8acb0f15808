"""The papers of pledge, rating and guidance: which module draws each, and which of them have no stub."""

from collections.abc import Callable
from typing import Any

from desktop.domain.papers_pledge import (
    DeferralPledge,
    FilledSample,
    NoticeAndPledge,
    PowerOfAttorney,
    RatingSheet,
    ServiceGuide,
    TruthPledge,
)
from printing.flow import Block
from printing.papers import (
    deferral_pledge,
    filled_sample,
    notice_and_pledge,
    power_of_attorney,
    rating_sheet,
    service_guide,
    truth_pledge,
)
from printing.papers.closing import Proof
from printing.sheet import Scale

BLOCKS: dict[type[Any], Callable[[Any, Scale, Proof], list[Block]]] = {
    PowerOfAttorney: power_of_attorney.blocks,
    TruthPledge: truth_pledge.blocks,
    NoticeAndPledge: notice_and_pledge.blocks,
    DeferralPledge: deferral_pledge.blocks,
    RatingSheet: rating_sheet.blocks,
    ServiceGuide: service_guide.blocks,
    FilledSample: filled_sample.blocks,
}

SINGLE = (PowerOfAttorney, TruthPledge, RatingSheet, ServiceGuide, FilledSample)
"""What the citizen takes home, or hands in as the one original."""
