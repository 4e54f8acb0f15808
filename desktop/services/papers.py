"""Issuing a paper: number, content, signature, one ledger line. Printing it is another matter (print_jobs)."""

from collections.abc import Callable
from datetime import date

import msgspec

from desktop.domain import (
    papers,
    papers_check,
    papers_course,
    papers_elsewhere,
    papers_guidance,
    papers_pledge,
    papers_report,
    papers_service,
)
from desktop.domain.events import PaperIssued
from desktop.domain.numbers import is_practice_origin
from desktop.domain.paper_code import PaperCode, content_hash, key_id, signed_part
from desktop.ports import UnitOfWork
from desktop.services import numbering

_MARKS: dict[type[papers.Paper], str] = {
    papers.MaterialsReceipt: "收",
    papers.AcceptanceNotice: "受",
    papers.CorrectionNotice: "补",
    papers.RefusalNotice: "不予受",
    papers.NotRequiredNotice: "不受",
    papers.InformOnceSheet: "告",
    papers_pledge.PowerOfAttorney: "委",
    papers_pledge.TruthPledge: "诺",
    papers_pledge.NoticeAndPledge: "告诺",
    papers_pledge.DeferralPledge: "容",
    papers_pledge.RatingSheet: "评",
    papers_pledge.ServiceGuide: "指",
    papers_pledge.FilledSample: "范",
    papers_check.PledgeFinding: "核",
    papers_elsewhere.ElsewhereReceipt: "异收",
    papers_elsewhere.JointSheet: "联",
    papers_check.PledgeDrawSheet: "抽",
    papers_check.PledgeWithdrawal: "撤诺",
    papers_course.SupplementReceipt: "补收",
    papers_course.ReturnNotice: "退",
    papers_course.ExtensionNotice: "延",
    papers_course.SpecialProcedureNotice: "特",
    papers_course.GrantDecision: "准",
    papers_course.DenialDecision: "不准",
    papers_course.DeliveryReceipt: "送",
    papers_course.HandoverSheet: "转",
    papers_course.ShiftSheet: "班",
    papers_report.SupervisionReport: "督",
    papers_guidance.PolicyLeaflet: "政",
    papers_guidance.IntermediarySlip: "中介",
    papers_service.DifficultySlip: "难",
}


def issue(
    uow: UnitOfWork,
    kind: type[papers.Paper],
    content: Callable[[str], papers.Paper],
    *,
    today: date,
    case_id: str | None,
) -> str:
    """Gives the paper its number, signs its content, records it. Returns the number.

    Args:
        content: builds the content from the number.
    """
    number = numbering.next_paper_number(uow, _MARKS[kind], today)
    paper = _marked(content(number), is_practice=is_practice_origin(uow.origin))
    digest = content_hash(papers.encode(paper))
    key = key_id(uow.public_key)
    code = PaperCode(number, key, digest, uow.sign(signed_part(number, key, digest)))
    layout = papers.TEMPLATE_VERSION
    event = PaperIssued(number=number, paper=paper, sha256=digest.hex(), code=code.text, template=layout)
    uow.record([event], case_id=case_id)
    return number


def _marked(paper: papers.Paper, *, is_practice: bool) -> papers.Paper:
    """Here every paper gets its number, so here none of practice can get away without its mark."""
    if not is_practice or paper.head.is_practice:
        return paper
    return msgspec.structs.replace(paper, head=msgspec.structs.replace(paper.head, is_practice=True))
