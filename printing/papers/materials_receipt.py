"""申请材料接收凭证: what was taken, by whom, and what happens next."""

from desktop.domain.papers import MaterialsReceipt, title
from printing.flow import Block
from printing.papers.bundle_table import bundle_table, bundle_wording
from printing.papers.closing import Proof, ending
from printing.papers.parts import Column, Field, body, field_table, heading, material_table, names, parties
from printing.papers.wording import day
from printing.sheet import Scale


def blocks(paper: MaterialsReceipt, scale: Scale, proof: Proof) -> list[Block]:
    """The paper from top to bottom."""
    return [
        *heading(scale, paper.head, title(paper)),
        *field_table(scale, _fields(paper)),
        *bundle_table(scale, paper.children),
        *material_table(scale, f"今收到下列申请材料，共{len(paper.materials)}项：", _columns(paper)),
        *body(scale, _what_follows(paper), "申请人对所提交材料的真实性负责。请妥善保存本凭证，凭此查询、领取。"),
        *ending(scale, paper.head, proof=proof, signatures=("交件人：", "收件人：", "日期：")),
    ]


def _fields(paper: MaterialsReceipt) -> list[Field]:
    return [
        Field("事项名称", paper.head.item_name),
        *parties(paper.applicant, paper.agent),
        Field("办理机关", "" if paper.children else paper.handed_to),
        Field("办理情形", paper.situation),
        Field("收件日期", day(paper.received_on)),
        Field("取件方式", paper.delivery),
        Field("查询密码", paper.query_code),
    ]


def _columns(paper: MaterialsReceipt) -> list[Column]:
    materials = paper.materials
    return [
        Column("材料名称", names(materials), 48),
        Column("应交", tuple(material.asked for material in materials), 27),
        Column("收取情况", tuple(material.state for material in materials), 16, "center"),
        Column("备注", tuple(material.note for material in materials), 22),
    ]


def _what_follows(paper: MaterialsReceipt) -> str:
    """Who decides, until when, and what silence means (行政许可法 32 (4))."""
    if paper.children:
        return bundle_wording(paper.children)
    decides = paper.handed_to or "承办机关"
    handed = f"本窗口代为收取材料，转送{paper.handed_to}办理。" if paper.handed_to else ""
    if not paper.is_deemed_accepted:
        return f"{handed}本凭证证明已收到上列材料，不是受理决定；是否受理，由{decides}决定并告知申请人。"
    until = f"（最迟{day(paper.notice_due_on)}）" if paper.notice_due_on else ""
    return (
        f"{handed}申请材料不齐全或者不符合法定形式的，{decides}将当场或者在五日内{until}一次告知需要补正的全部内容；"
        f"逾期不告知的，自收到申请材料之日（{day(paper.received_on)}）起即为受理，本凭证即为受理凭证"
        "（《中华人民共和国行政许可法》第三十二条）。"
    )
