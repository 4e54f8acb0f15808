"""不予受理通知书: not this authority's to decide, and whose it is (行政许可法 32 (2), 38)."""

from desktop.domain.papers import RefusalNotice, title
from printing.flow import Block, Gap, Para
from printing.papers.closing import Proof, ending
from printing.papers.parts import Field, body, field_table, heading, parties
from printing.papers.wording import application, day, full_stop, remedies, you
from printing.sheet import Scale


def blocks(paper: RefusalNotice, scale: Scale, proof: Proof) -> list[Block]:
    """The paper from top to bottom."""
    return [
        *heading(scale, paper.head, title(paper)),
        Para(f"{paper.applicant.name}：", scale.body),
        *body(scale, _decision(paper)),
        *field_table(scale, _fields(paper)),
        *body(scale, remedies(paper.review_authority, paper.court, paper="通知书")),
        Gap(scale.gap_mm),
        *ending(scale, paper.head, proof=proof),
    ]


def _decision(paper: RefusalNotice) -> str:
    return (
        f"{you(paper.applicant)}于{day(paper.applied_on)}提出的{application(paper.head.item_name)}收悉。"
        f"经审查，该申请事项依法不属于本机关职权范围。{full_stop(paper.reason)}"
        f"根据{paper.law}的规定，决定不予受理。请向下列机关提出申请："
    )


def _fields(paper: RefusalNotice) -> list[Field]:
    return [
        Field("受理机关", paper.competent_authority, is_strong=True),
        Field("机关电话", paper.competent_phone),
        Field("机关地址", paper.competent_address),
        *parties(paper.applicant, paper.agent),
    ]
