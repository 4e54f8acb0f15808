"""一次性告知单: everything someone who only asks will need, before they apply (优化营商环境条例 36)."""

from collections.abc import Sequence

from desktop.domain.papers import InformOnceSheet, MaterialLine, title
from printing.flow import Block, Gap, Para, Together
from printing.papers.closing import Proof, ending
from printing.papers.parts import Column, Field, field_table, heading, material_table, names
from printing.sheet import Scale


def blocks(paper: InformOnceSheet, scale: Scale, proof: Proof) -> list[Block]:
    """The sheet from top to bottom; it has no stub, because asking leaves no file."""
    return [
        *heading(scale, paper.head, title(paper)),
        *field_table(scale, _fields(paper)),
        *_points(scale, "您的情形", paper.situation),
        *_points(scale, "办理条件", paper.conditions),
        *material_table(scale, f"需要带来的材料（{len(paper.materials)}项）", _columns(paper.materials)),
        *_points(scale, "办理步骤", paper.steps),
        *_points(scale, "请注意", paper.notes),
        *ending(scale, paper.head, proof=proof, signatures=("经办人：", "咨询人（可不填）：", "日期：")),
    ]


def _fields(paper: InformOnceSheet) -> list[Field]:
    return [
        Field("咨询事项", paper.head.item_name, is_strong=True),
        Field("咨询人", paper.asked_by),
        Field("决定机关", paper.decided_by),
        Field("承诺时限", paper.committed_limit),
        Field("法定时限", paper.statutory_limit),
        Field("收费", paper.fee),
        Field("到场次数", f"{paper.visits}次" if paper.visits else "不用到场"),
        Field("办理地点", paper.where),
        Field("办理时间", paper.hours),
        Field("网上办理", paper.online),
    ]


def _columns(materials: tuple[MaterialLine, ...]) -> list[Column]:
    return [
        Column("材料名称", names(materials), 40),
        Column("要求", tuple(material.asked for material in materials), 26),
        Column("已具备", tuple(material.state for material in materials), 14, "center"),
        Column("怎样才合格", tuple(_how(material) for material in materials), 46),
    ]


def _how(material: MaterialLine) -> str:
    return "\n".join((*material.points, *((material.note,) if material.note else ())))


def _points(scale: Scale, heading_text: str, points: Sequence[str]) -> list[Block]:
    """A short list under its heading; numbered when there are several; nothing for none."""
    if not points:
        return []
    numbered = [f"{number}．{point}" for number, point in enumerate(points, start=1)] if len(points) > 1 else points
    first, *others = (Para(point, scale.cell) for point in numbered)
    return [Together((Para(heading_text, scale.strong), first)), *others, Gap(scale.gap_mm)]
