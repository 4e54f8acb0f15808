"""示范文本: an application filled in with made-up data, and how each material is filled in (行政许可法 30)."""

from desktop.domain.papers import title
from desktop.domain.papers_pledge import FilledSample, SampleMaterial
from printing.flow import Block, Gap, Para
from printing.grid import Cell, Grid
from printing.papers.closing import Proof
from printing.papers.form_parts import dense, foot
from printing.papers.parts import Column, heading, material_table
from printing.sheet import Scale

_MADE_UP = "本页姓名、号码、电话均为虚构，仅示范怎样填写，不能作为申请使用。请用黑色签字笔填写，字迹工整，不留空白。"


def blocks(paper: FilledSample, scale: Scale, proof: Proof) -> list[Block]:
    """The sample from top to bottom."""
    scale = dense(scale)
    return [
        *heading(scale, paper.head, f"{paper.form_name or '申请书'}（{title(paper)}）"),
        Para(f"事项：{paper.head.item_name}", scale.strong),
        Para(_MADE_UP, scale.cell),
        Gap(scale.gap_mm),
        _form(paper, scale),
        Gap(scale.gap_mm),
        *material_table(scale, f"各项材料怎样填、怎样备（{len(paper.materials)}项）", _columns(paper.materials)),
        *foot(scale, paper.head, proof),
    ]


def _form(paper: FilledSample, scale: Scale) -> Grid:
    name = paper.form_name or "申请书"
    header = tuple(
        Cell(text, scale.cell, align="center", is_shaded=True) for text in (f"{name}栏目", "示范填写", "怎样填")
    )
    rows = tuple(
        (
            Cell(field.label, scale.cell, align="center", is_shaded=True),
            Cell(field.value or "（本例不填）", scale.cell_strong),
            Cell(field.hint or "照实填写", scale.small),
        )
        for field in paper.fields
    )
    return Grid((24.0, 42.0, 34.0), rows, header=(header,), pad_mm=scale.pad_mm)


def _columns(materials: tuple[SampleMaterial, ...]) -> list[Column]:
    return [
        Column("材料名称", tuple(m.name for m in materials), 34),
        Column("填报须知", tuple("\n".join(m.notes) or "按窗口提供的样式准备" for m in materials), 52),
        Column("常见错误", tuple("\n".join(m.defects) for m in materials), 40),
    ]
