"""不受理告知书: no licence is needed, told at once (行政许可法 32 (1))."""

from desktop.domain.papers import NotRequiredNotice, title
from printing.flow import Block, Gap, Para
from printing.papers.closing import Proof, ending
from printing.papers.parts import body, field_table, heading, parties
from printing.papers.wording import application, day, full_stop, remedies, you
from printing.sheet import Scale


def blocks(paper: NotRequiredNotice, scale: Scale, proof: Proof) -> list[Block]:
    """The paper from top to bottom."""
    return [
        *heading(scale, paper.head, title(paper)),
        Para(f"{paper.applicant.name}：", scale.body),
        *body(scale, *_finding(paper)),
        *field_table(scale, parties(paper.applicant, paper.agent)),
        *body(scale, _remedies(paper)),
        Gap(scale.gap_mm),
        *ending(scale, paper.head, proof=proof),
    ]


def _finding(paper: NotRequiredNotice) -> tuple[str, str]:
    basis = f"依据：{full_stop(paper.basis)}" if paper.basis else ""
    return (
        f"{you(paper.applicant)}于{day(paper.applied_on)}提出的{application(paper.head.item_name)}收悉。"
        f"经审查，该事项依法不需要取得行政许可。{full_stop(paper.reason)}{basis}",
        f"根据{paper.law}的规定，现即时告知{you(paper.applicant)}：对该申请不受理，可以依法自行办理有关活动。",
    )


def _remedies(paper: NotRequiredNotice) -> str:
    """Printed where the authority names them."""
    return (
        remedies(paper.review_authority, paper.court, paper="告知书") if paper.review_authority or paper.court else ""
    )
