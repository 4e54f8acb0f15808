"""Which module lays out which report of the house."""

from collections.abc import Callable
from typing import Any

from desktop.domain.papers_report import SupervisionReport
from printing.flow import Block
from printing.papers import supervision_report
from printing.papers.closing import Proof
from printing.sheet import Scale

REPORT_BLOCKS: dict[type[Any], Callable[[Any, Scale, Proof], list[Block]]] = {
    SupervisionReport: supervision_report.blocks
}

REPORT_SINGLE: tuple[type[Any], ...] = (SupervisionReport,)
"""Signed once and kept in the house."""
