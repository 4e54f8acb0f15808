"""Which module lays out which paper of the later course of a case."""

from collections.abc import Callable
from typing import Any

from desktop.domain.papers_course import (
    DeliveryReceipt,
    DenialDecision,
    ExtensionNotice,
    GrantDecision,
    HandoverSheet,
    ReturnNotice,
    ShiftSheet,
    SpecialProcedureNotice,
    SupplementReceipt,
)
from printing.flow import Block
from printing.papers import (
    delivery_receipt,
    denial_decision,
    extension_notice,
    grant_decision,
    handover_sheet,
    return_notice,
    shift_sheet,
    special_procedure_notice,
    supplement_receipt,
)
from printing.papers.closing import Proof
from printing.sheet import GIVER_COPY, TAKER_COPY, Copy, Scale

COURSE_BLOCKS: dict[type[Any], Callable[[Any, Scale, Proof], list[Block]]] = {
    SupplementReceipt: supplement_receipt.blocks,
    ReturnNotice: return_notice.blocks,
    ExtensionNotice: extension_notice.blocks,
    SpecialProcedureNotice: special_procedure_notice.blocks,
    GrantDecision: grant_decision.blocks,
    DenialDecision: denial_decision.blocks,
    DeliveryReceipt: delivery_receipt.blocks,
    HandoverSheet: handover_sheet.blocks,
    ShiftSheet: shift_sheet.blocks,
}

COURSE_SINGLE: tuple[type[Any], ...] = (DeliveryReceipt, ShiftSheet)
"""Signed once and kept in the house."""

COURSE_COPIES: dict[type[Any], tuple[Copy, Copy]] = {HandoverSheet: (GIVER_COPY, TAKER_COPY)}
"""Whose the two copies are, where they are not the applicant's and the stub."""
