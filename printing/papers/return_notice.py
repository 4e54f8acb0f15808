"""退件通知书: why the file is closed, what goes back to the applicant, what he can do (handbook 1.6)."""

from desktop.domain.papers import title
from desktop.domain.papers_course import ReturnNotice
from printing.flow import Block, Para
from printing.papers.closing import Proof, ending
from printing.papers.parts import Column, body, field_table, heading, material_table, names, parties
from printing.papers.wording import application, day, full_stop, remedies, you
from printing.sheet import Scale


def blocks(paper: ReturnNotice, scale: Scale, proof: Proof) -> list[Block]:
    """The paper from top to bottom."""
    return [
        *heading(scale, paper.head, title(paper)),
        Para(f"{paper.applicant.name}：", scale.body),
        *body(scale, _finding(paper), _decision(paper)),
        *material_table(scale, f"退还的申请材料（{len(paper.returned)}项）", _columns(paper)),
        *field_table(scale, parties(paper.applicant, paper.agent)),
        *body(scale, remedies(paper.review_authority, paper.court, paper="通知书")),
        *ending(scale, paper.head, proof=proof, signatures=("领回材料人签收：", "日期：", "经办人：")),
    ]


def _finding(paper: ReturnNotice) -> str:
    return (
        f"{you(paper.applicant)}于{day(paper.received_on)}提出的{application(paper.head.item_name)}及有关材料收悉。"
        f"{_overdue(paper)}{full_stop(paper.reason)}"
    )


def _overdue(paper: ReturnNotice) -> str:
    if not paper.supply_by:
        return ""
    told = f"于{day(paper.noticed_on)}" if paper.noticed_on else ""
    number = f"（{paper.correction_number}）" if paper.correction_number else ""
    return (
        f"本机关{told}以补正材料通知书{number}一次告知需要补正的全部内容，"
        f"补正期限至{day(paper.supply_by)}，{you(paper.applicant)}逾期未补正。"
    )


def _decision(paper: ReturnNotice) -> str:
    basis = f"根据{paper.law}的规定，" if paper.law else ""
    back = "退还下列申请材料" if paper.returned else "予以退件"
    return f"{basis}现终止办理本次申请，{back}。条件具备、材料备齐后，可以重新提出申请。"


def _columns(paper: ReturnNotice) -> list[Column]:
    return [
        Column("材料名称", names(paper.returned), 54),
        Column("退还份数", tuple(material.asked for material in paper.returned), 28),
        Column("备注", tuple(material.note for material in paper.returned), 30),
    ]
