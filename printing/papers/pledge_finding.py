"""告知承诺核查处理通知书: the untrue pledge, what was found, what follows, what the applicant can do."""

from desktop.domain.papers import title
from desktop.domain.papers_check import PledgeFinding
from printing.flow import Block, Para
from printing.papers.closing import Proof, ending
from printing.papers.parts import body, field_table, heading, parties
from printing.papers.wording import application, day, full_stop, remedies, you
from printing.sheet import Scale


def blocks(paper: PledgeFinding, scale: Scale, proof: Proof) -> list[Block]:
    """The paper from top to bottom."""
    return [
        *heading(scale, paper.head, title(paper)),
        Para(f"{paper.applicant.name}：", scale.body),
        *body(scale, _pledged(paper), full_stop(f"经核查查明：{paper.facts}"), _what_follows(paper)),
        *field_table(scale, parties(paper.applicant, paper.agent)),
        *body(scale, *(line for line in (paper.credit, _remedies(paper)) if line)),
        *ending(scale, paper.head, proof=proof, signatures=("签收人：", "日期：", "经办人：")),
    ]


def _pledged(paper: PledgeFinding) -> str:
    return (
        f"{you(paper.applicant)}提出的{application(paper.head.item_name)}，于{day(paper.pledged_on)}对下列内容"
        f"作出告知承诺：{'、'.join(paper.materials)}。"
    )


def _what_follows(paper: PledgeFinding) -> str:
    basis = f"根据{paper.law}，" if paper.law else ""
    if paper.rectify_by:
        until = f"请在{day(paper.rectify_by)}前（含当日）改正，并提交材料。"
        return f"上述承诺与事实不符。{basis}现{paper.consequence}：{until}"
    return f"上述承诺与事实不符。{basis}现决定{paper.consequence}。"


def _remedies(paper: PledgeFinding) -> str:
    return remedies(paper.review_authority, paper.court, paper="通知书") if paper.review_authority else ""
