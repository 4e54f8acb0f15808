"""The papers about pledges after they were signed: which module draws each, and which have no stub."""

from collections.abc import Callable
from typing import Any

from desktop.domain.papers_check import PledgeDrawSheet, PledgeFinding, PledgeWithdrawal
from printing.flow import Block
from printing.papers import pledge_draw_sheet, pledge_finding, pledge_withdrawal
from printing.papers.closing import Proof
from printing.sheet import Scale

CHECK_BLOCKS: dict[type[Any], Callable[[Any, Scale, Proof], list[Block]]] = {
    PledgeFinding: pledge_finding.blocks,
    PledgeDrawSheet: pledge_draw_sheet.blocks,
    PledgeWithdrawal: pledge_withdrawal.blocks,
}

CHECK_SINGLE: tuple[type[Any], ...] = (PledgeDrawSheet,)
"""A list of the hall; the applicant gets no copy."""
