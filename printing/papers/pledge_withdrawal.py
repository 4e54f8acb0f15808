"""撤回告知承诺确认书: which pledge is taken back, what is to be brought instead, by when, and what follows."""

from desktop.domain.papers import title
from desktop.domain.papers_check import PledgeWithdrawal
from printing.flow import Block, Para
from printing.papers.closing import Proof, ending
from printing.papers.parts import Column, body, field_table, heading, material_table, parties
from printing.papers.wording import application, day, full_stop
from printing.sheet import Scale

_FREE = "承诺由申请人自愿选择，在行政机关作出决定前可以撤回。撤回后不再以该承诺代替证明，提交有关证明，按一般程序办理。"


def blocks(paper: PledgeWithdrawal, scale: Scale, proof: Proof) -> list[Block]:
    """The paper from top to bottom; two copies, one for each side."""
    return [
        *heading(scale, paper.head, title(paper)),
        *field_table(scale, parties(paper.applicant, paper.agent)),
        Para("第一部分　申请人撤回", scale.strong),
        *body(scale, _taken_back(paper), full_stop(f"撤回原因：{paper.reason}") if paper.reason else ""),
        Para("第二部分　窗口告知", scale.strong),
        *body(scale, _told(paper), _supply(paper)),
        *material_table(scale, f"撤回承诺后应当提交的证明（{len(paper.materials)}项）", _columns(paper)),
        *ending(scale, paper.head, proof=proof, signatures=_signatures(paper)),
    ]


def _taken_back(paper: PledgeWithdrawal) -> str:
    signed = f"（{'、'.join(paper.pledge_numbers)}）" if paper.pledge_numbers else ""
    names = "、".join(material.name for material in paper.materials)
    return (
        f"申请人就{application(paper.head.item_name)}于{day(paper.pledged_on)}作出告知承诺{signed}，现于"
        f"{day(paper.withdrawn_on)}、行政机关作出决定前，自愿撤回其中对下列证明的承诺：{names}。"
    )


def _told(paper: PledgeWithdrawal) -> str:
    return f"根据{paper.law}，{_FREE}" if paper.law else _FREE


def _supply(paper: PledgeWithdrawal) -> str:
    if paper.supply_by is None:
        return "尚缺的证明和提交期限，以窗口一次告知全部补正内容的文书为准。"
    return (
        f"请在{day(paper.supply_by)}前（含当日）提交下列证明。提交前，办理结果暂不发出；逾期未提交的，"
        "退回本次申请，材料齐全后可以重新申请。"
    )


def _columns(paper: PledgeWithdrawal) -> list[Column]:
    materials = paper.materials
    return [
        Column("证明名称", tuple(material.name for material in materials), 36),
        Column("要求", tuple(material.asked for material in materials), 26),
        Column("证明内容", tuple("\n".join(material.proves) for material in materials), 56),
    ]


def _signatures(paper: PledgeWithdrawal) -> tuple[str, ...]:
    agent = ("代理人：",) if paper.agent else ()
    return ("申请人（签名、盖章）：", *agent, "日期：", "经办人：")
