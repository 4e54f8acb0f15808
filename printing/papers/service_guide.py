"""办事指南: everything that must be published of an item (行政许可法 30; 优化营商环境条例 36)."""

from desktop.domain.papers import title
from desktop.domain.papers_pledge import GuideMaterial, ServiceGuide
from printing.flow import Block
from printing.papers.closing import Proof
from printing.papers.form_parts import dense, foot, section
from printing.papers.parts import Column, Field, field_table, heading, material_table
from printing.papers.wording import remedies
from printing.sheet import Scale

_TRUE = "申请人应当如实提交材料、反映真实情况，对申请材料的真实性负责；要求说明、解释公示内容的，窗口应当说明、解释。"


def blocks(paper: ServiceGuide, scale: Scale, proof: Proof) -> list[Block]:
    """The guide from top to bottom; one copy, to take home."""
    scale = dense(scale)
    return [
        *heading(scale, paper.head, title(paper)),
        *field_table(scale, _fields(paper)),
        *section(scale, "一、设定依据", paper.legal_basis or ("目录未载明，可以要求窗口说明。",)),
        *section(scale, "二、受理条件", paper.conditions or ("目录未设其他条件。",)),
        *section(scale, "三、数量限制", (paper.quantity,) if paper.quantity else ()),
        *material_table(scale, f"四、申请材料（{len(paper.materials)}项）", _columns(paper.materials)),
        *section(scale, "五、办理程序", paper.steps),
        *section(scale, "六、办理期限", _limits(paper)),
        *section(scale, "七、收费", (paper.fee,)),
        *section(scale, "八、办理结果", _result(paper)),
        *section(scale, "九、权利、义务与救济", _rights(paper)),
        *section(scale, "十、常见问题", tuple(f"问：{a.question}答：{a.answer}" for a in paper.answers)),
        *section(scale, "说明", (paper.note,) if paper.note else ()),
        *foot(scale, paper.head, proof),
    ]


def _fields(paper: ServiceGuide) -> list[Field]:
    visits = f"{paper.visits}次" if paper.visits else "不用到场"
    return [
        Field("事项名称", paper.head.item_name, is_strong=True),
        Field("实施编码", paper.head.item_code),
        Field("事项类型", paper.kind),
        Field("实施主体", paper.authority),
        Field("本窗口", paper.capacity),
        Field("办件类型", paper.handling),
        Field("服务对象", paper.audience),
        Field("到场次数", visits),
        Field("办理地点", paper.where),
        Field("办理时间", paper.hours),
        Field("网上办理", paper.online),
        Field("目录版本", paper.catalogue_version),
    ]


def _columns(materials: tuple[GuideMaterial, ...]) -> list[Column]:
    return [
        Column("材料名称", tuple(m.line.name for m in materials), 32),
        Column("要求", tuple(m.line.asked for m in materials), 18),
        Column("来源", tuple(m.source for m in materials), 24),
        Column("受理标准和说明", tuple(_how(m) for m in materials), 56),
    ]


def _how(material: GuideMaterial) -> str:
    basis = f"依据：{material.basis}" if material.basis else ""
    return "\n".join(part for part in (material.line.note, *material.line.points, basis) if part)


def _limits(paper: ServiceGuide) -> tuple[str, ...]:
    return tuple(
        text
        for text in (
            f"法定办结时限：{paper.statutory_limit or '目录未载明'}。",
            f"承诺办结时限：{paper.committed_limit}。" if paper.committed_limit else "",
            paper.limit_note,
            f"不计入期限的特别程序：{'；'.join(paper.special_procedures)}。" if paper.special_procedures else "",
        )
        if text
    )


def _result(paper: ServiceGuide) -> tuple[str, ...]:
    delivery = f"领取方式：{paper.delivery}。" if paper.delivery else ""
    return tuple(text for text in (f"{paper.result}。" if paper.result else "", delivery) if text)


def _rights(paper: ServiceGuide) -> tuple[str, ...]:
    return (_TRUE, remedies(paper.review_authority, paper.court, paper="决定书"))
