"""补正材料收件凭证: which corrections came in, and by when the case is decided now (行政许可法 32 (5))."""

from desktop.domain.paper_parts import MaterialLine
from desktop.domain.papers import title
from desktop.domain.papers_course import SupplementReceipt
from printing.flow import Block
from printing.papers.closing import Proof, ending
from printing.papers.parts import Column, Field, body, field_table, heading, material_table, names, parties
from printing.papers.wording import day
from printing.sheet import Scale


def blocks(paper: SupplementReceipt, scale: Scale, proof: Proof) -> list[Block]:
    """The paper from top to bottom."""
    return [
        *heading(scale, paper.head, title(paper)),
        *field_table(scale, _fields(paper)),
        *material_table(scale, f"今收到下列补正材料，共{len(paper.supplied)}项：", _columns(paper.supplied)),
        *material_table(scale, _still_open(paper), _columns(paper.outstanding)),
        *body(scale, _what_follows(paper), "请妥善保存本凭证，凭此查询、领取。"),
        *ending(scale, paper.head, proof=proof, signatures=("交件人：", "收件人：", "日期：")),
    ]


def _fields(paper: SupplementReceipt) -> list[Field]:
    return [
        Field("事项名称", paper.head.item_name),
        Field("原办件号", paper.head.case_number),
        *parties(paper.applicant, paper.agent),
        Field("补正通知", _notice(paper)),
        Field("补件日期", day(paper.supplied_on), is_strong=True),
        Field("承诺时限", paper.committed_limit),
        Field("办结日期", f"{day(paper.due_on)}前（含当日）" if _runs(paper) and paper.due_on else "", is_strong=True),
        Field("办理机关", paper.handed_to),
        Field("取件方式", paper.delivery),
        Field("查询密码", paper.query_code),
    ]


def _notice(paper: SupplementReceipt) -> str:
    told = f"{day(paper.noticed_on)}告知" if paper.noticed_on else ""
    return "，".join(part for part in (paper.correction_number, told) if part)


def _columns(materials: tuple[MaterialLine, ...]) -> list[Column]:
    return [
        Column("材料名称", names(materials), 48),
        Column("应交", tuple(material.asked for material in materials), 27),
        Column("收取情况", tuple(material.state for material in materials), 16, "center"),
        Column("备注", tuple(material.note for material in materials), 26),
    ]


def _still_open(paper: SupplementReceipt) -> str:
    until = f"，请在{day(paper.supply_by)}前（含当日）补齐" if paper.supply_by else ""
    return f"尚未补正的材料（{len(paper.outstanding)}项）{until}："


def _runs(paper: SupplementReceipt) -> bool:
    """The committed limit runs only once everything is in."""
    return not paper.outstanding


def _what_follows(paper: SupplementReceipt) -> str:
    handed = f"本窗口代为收取材料，转送{paper.handed_to}办理。" if paper.handed_to else ""
    if not _runs(paper):
        return f"{handed}尚有{len(paper.outstanding)}项材料未补正，全部补齐前不起算办理期限。"
    complete = "补正材料通知书所列材料已全部补齐。"
    limit = f"承诺时限从补齐当日（{day(paper.supplied_on)}）起计算。" if paper.due_on else ""
    return f"{complete}{handed}{_accepted(paper)}{limit}"


def _accepted(paper: SupplementReceipt) -> str:
    """The day of acceptance is the day on which the last correction came in."""
    if not paper.accepted_on:
        decides = paper.handed_to or "承办机关"
        return f"本凭证证明已收到上列补正材料，不是受理决定；是否受理，由{decides}决定并告知申请人。"
    basis = f"根据{paper.law}的规定，" if paper.law else ""
    return f"{basis}该申请自{day(paper.accepted_on)}起受理。"
