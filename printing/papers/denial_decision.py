"""不予…决定书: the reasons, and the right to have them reviewed (行政许可法 38)."""

from desktop.domain.papers import title
from desktop.domain.papers_course import DenialDecision
from printing.flow import Block
from printing.papers.closing import Proof, ending
from printing.papers.decision import decided, examiners, findings
from printing.papers.parts import body, field_table, heading, parties
from printing.papers.wording import full_stop, remedies
from printing.sheet import Scale


def blocks(paper: DenialDecision, scale: Scale, proof: Proof) -> list[Block]:
    """The paper from top to bottom."""
    heard = f"陈述和申辩：{full_stop(paper.heard)}" if paper.heard else ""
    return [
        *heading(scale, paper.head, title(paper)),
        *findings(scale, paper),
        *body(scale, heard),
        *decided(scale, f"根据{paper.law}的规定，本机关决定不予{paper.matter}。"),
        *field_table(scale, [examiners(paper.examiners), *parties(paper.applicant, paper.agent)]),
        *body(scale, remedies(paper.review_authority, paper.court, paper="决定书")),
        *ending(scale, paper.head, proof=proof),
    ]
