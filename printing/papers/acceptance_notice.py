"""受理通知书: accepted from this day, to be decided by that day."""

from desktop.domain.papers import AcceptanceNotice, MaterialLine, title
from printing.flow import Block, Gap, Para
from printing.papers.bundle_table import away_wording, bundle_table
from printing.papers.closing import Proof, ending
from printing.papers.parts import Column, Field, body, field_table, heading, material_table, names, parties
from printing.papers.wording import application, day, full_stop, you
from printing.sheet import Scale


def blocks(paper: AcceptanceNotice, scale: Scale, proof: Proof) -> list[Block]:
    """The paper from top to bottom."""
    return [
        *heading(scale, paper.head, title(paper)),
        Para(f"{paper.applicant.name}：", scale.body),
        *body(scale, _decision(paper)),
        *field_table(scale, _fields(paper)),
        *bundle_table(scale, paper.children),
        *material_table(scale, f"已收材料（{len(paper.materials)}项）", _columns(paper.materials)),
        *material_table(scale, "容缺后补的材料：请在所列日期前交来，补齐前不发办理结果", _owed(paper.owed)),
        *body(scale, away_wording(paper.children), _corrected(paper), _special(paper)),
        Gap(scale.gap_mm),
        *ending(scale, paper.head, proof=proof),
    ]


def _decision(paper: AcceptanceNotice) -> str:
    found = "主要申请材料齐全、符合法定形式，其余材料准予容缺后补" if paper.owed else "申请材料齐全、符合法定形式"
    basis = f"根据{paper.law}的规定，" if paper.law else ""
    return (
        f"{you(paper.applicant)}于{day(paper.received_on)}提出的{application(paper.head.item_name)}及有关材料收悉。"
        f"经审查，该事项属于本机关职权范围，{found}。{basis}决定自{day(paper.accepted_on)}起予以受理。"
    )


def _fields(paper: AcceptanceNotice) -> list[Field]:
    return [
        Field("办结日期", f"{day(paper.due_on)}前（含当日）" if paper.due_on else "", is_strong=True),
        Field("承诺时限", paper.committed_limit),
        Field("法定时限", paper.statutory_limit),
        Field("领取方式", paper.delivery),
        Field("查询密码", paper.query_code),
        Field("收费", paper.fee),
        *parties(paper.applicant, paper.agent),
    ]


def _columns(materials: tuple[MaterialLine, ...]) -> list[Column]:
    return [
        Column("材料名称", names(materials), 50),
        Column("应交", tuple(material.asked for material in materials), 26),
        Column("收取情况", tuple(material.state for material in materials), 16, "center"),
        Column("备注", tuple(material.note for material in materials), 22),
    ]


def _owed(materials: tuple[MaterialLine, ...]) -> list[Column]:
    return [
        Column("材料名称", names(materials), 50),
        Column("应交", tuple(material.asked for material in materials), 26),
        Column("后补期限", tuple(material.note for material in materials), 36),
    ]


def _corrected(paper: AcceptanceNotice) -> str:
    if not paper.corrected:
        return ""
    corrected = "；".join(f"{line.name}（{line.note}）" if line.note else line.name for line in paper.corrected)
    return f"已由申请人当场更正：{full_stop(corrected)}"


def _special(paper: AcceptanceNotice) -> str:
    """Time for hearings, tests and the like does not count, and is told in writing (行政许可法 45)."""
    if not paper.special_procedures:
        return ""
    return f"下列特别程序所需时间不计入办理期限：{full_stop('；'.join(paper.special_procedures))}"
