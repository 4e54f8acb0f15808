"""补正材料通知书: everything that is missing or wrong, once (行政许可法 32 (4); 优化营商环境条例 36)."""

from desktop.domain.papers import CorrectionNotice, MaterialLine, title
from printing.flow import Block, Para
from printing.papers.bundle_table import away_table, away_wording
from printing.papers.closing import Proof, ending
from printing.papers.parts import Column, Field, body, field_table, heading, material_table, names, parties
from printing.papers.wording import application, day, full_stop, remedies, you
from printing.sheet import Scale


def blocks(paper: CorrectionNotice, scale: Scale, proof: Proof) -> list[Block]:
    """The paper from top to bottom."""
    return [
        *heading(scale, paper.head, title(paper)),
        Para(f"{paper.applicant.name}：", scale.body),
        *body(scale, _finding(paper)),
        *material_table(scale, f"需要补正的全部内容（{len(paper.to_correct)}项）", _columns(paper.to_correct)),
        *field_table(scale, _fields(paper)),
        *away_table(scale, paper.sent_away),
        *body(scale, away_wording(paper.sent_away), _complete(paper), full_stop(paper.consequence)),
        *body(scale, _repeat(paper), _remedies(paper)),
        *ending(scale, paper.head, proof=proof),
    ]


def _finding(paper: CorrectionNotice) -> str:
    told = "决定不予受理，并" if paper.is_refusal else "现"
    basis = f"根据{paper.law}的规定，" if paper.law else ""
    return (
        f"{you(paper.applicant)}于{day(paper.received_on)}提出的{application(paper.head.item_name)}及有关材料收悉。"
        f"经审查，申请材料不齐全或者不符合法定形式。{basis}{told}将需要补正的全部内容一次告知如下："
    )


def _columns(materials: tuple[MaterialLine, ...]) -> list[Column]:
    return [
        Column("材料名称", names(materials), 38),
        Column("应交", tuple(material.asked for material in materials), 22),
        Column("现状", tuple(material.state for material in materials), 12, "center"),
        Column("问题和补正要求", tuple(_what_is_wrong(material) for material in materials), 50),
    ]


def _what_is_wrong(material: MaterialLine) -> str:
    points = f"要求：{'；'.join(material.points)}" if material.points else ""
    return "\n".join(part for part in (material.note, points) if part)


def _fields(paper: CorrectionNotice) -> list[Field]:
    supply_by = Field("补正期限", f"{day(paper.supply_by)}前（含当日）" if paper.supply_by else "", is_strong=True)
    basis = [Field("期限依据", paper.supply_basis)] if paper.supply_basis else []
    return [supply_by, *basis, *parties(paper.applicant, paper.agent)]


def _complete(paper: CorrectionNotice) -> str:
    return f"其余材料已齐全，补正时不必再交：{'、'.join(names(paper.complete))}。" if paper.complete else ""


def _repeat(paper: CorrectionNotice) -> str:
    """A second notice is the exception and says why (行政许可法 72 (4))."""
    if paper.notice_no < 2:
        return ""
    return f"本件为第{paper.notice_no}次告知，再次告知的原因：{full_stop(paper.repeat_reason)}"


def _remedies(paper: CorrectionNotice) -> str:
    return remedies(paper.review_authority, paper.court, paper="告知书") if paper.is_refusal else ""
