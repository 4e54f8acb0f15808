"""异地办理收件凭证: who decides where, how it goes there, and what each of the two places answers for."""

from desktop.domain.papers import title
from desktop.domain.papers_elsewhere import ElsewhereReceipt
from printing.flow import Block
from printing.papers.closing import Proof, ending
from printing.papers.parts import Column, Field, body, field_table, heading, material_table, names, parties
from printing.papers.wording import day
from printing.sheet import Scale


def blocks(paper: ElsewhereReceipt, scale: Scale, proof: Proof) -> list[Block]:
    """The paper from top to bottom."""
    return [
        *heading(scale, paper.head, title(paper)),
        *field_table(scale, _fields(paper)),
        *material_table(scale, f"今收到下列申请材料，共{len(paper.materials)}项：", _columns(paper)),
        *body(scale, _what_it_is(paper), *_duties(paper), "请妥善保存本凭证，凭此查询、领取。"),
        *ending(scale, paper.head, proof=proof, signatures=("交件人：", "收件人：", "日期：")),
    ]


def _fields(paper: ElsewhereReceipt) -> list[Field]:
    return [
        Field("事项名称", paper.head.item_name),
        *parties(paper.applicant, paper.agent),
        Field("办理地", f"{paper.place}（{paper.division}）" if paper.division else paper.place, is_strong=True),
        Field("办理机关", paper.authority, is_strong=True),
        Field("通办方式", f"{paper.reach}　{paper.mode}"),
        Field("转出方式", "、".join(paper.routes)),
        Field("收件日期", day(paper.received_on)),
        Field("最迟转出", day(paper.send_by) if paper.send_by else ""),
        Field("取件方式", paper.delivery),
    ]


def _columns(paper: ElsewhereReceipt) -> list[Column]:
    materials = paper.materials
    return [
        Column("材料名称", names(materials), 48),
        Column("应交", tuple(material.asked for material in materials), 27),
        Column("收取情况", tuple(material.state for material in materials), 16, "center"),
        Column("备注", tuple(material.note for material in materials), 22),
    ]


def _what_it_is(paper: ElsewhereReceipt) -> str:
    return (
        f"本窗口只对申请材料作形式审查、核验申请人身份，不审查材料内容。是否受理、是否准予，由{paper.authority}"
        "依法决定并告知申请人；办理期限自其受理之日起计算。本凭证不是受理通知书。"
    )


def _duties(paper: ElsewhereReceipt) -> tuple[str, ...]:
    here = f"收件地（{paper.head.hall}）负责：{'；'.join(paper.duties_here)}。" if paper.duties_here else ""
    there = f"办理地（{paper.authority}）负责：{'；'.join(paper.duties_there)}。" if paper.duties_there else ""
    return tuple(line for line in (here, there) if line)
