"""中介服务选择记录单: whom the applicant chose or the lot gave, from which list, and how to repeat the lot."""

from desktop.domain.papers import title
from desktop.domain.papers_guidance import CandidateLine, IntermediarySlip
from printing.flow import Block, Gap, Para
from printing.papers.closing import Proof, Signatures
from printing.papers.form_parts import dense, foot, section
from printing.papers.parts import Column, Field, body, field_table, heading, material_table
from printing.papers.wording import person
from printing.sheet import Scale

_FREE = (
    "是否使用中介服务、用哪一家，由申请人自己决定。本窗口不指定、不变相指定中介服务机构，"
    "也不强制接受中介服务（《优化营商环境条例》第四十三条）；名录外依法成立的机构同样可以选。"
)
_REPEAT = (
    "抽取种子是64位十六进制数字，转成32个字节。",
    "每家机构：把种子的32个字节和该机构的统一社会信用代码（UTF-8）首尾相接，算出SHA-256。",
    "所得64位十六进制数字最小的一家，就是抽取结果。名录的先后不影响结果，谁算都一样。",
)


def blocks(paper: IntermediarySlip, scale: Scale, proof: Proof) -> list[Block]:
    """The slip from top to bottom; the applicant takes one copy, the other stays in the file."""
    return [
        *heading(scale, paper.head, title(paper)),
        *field_table(scale, _fields(paper)),
        *body(scale, _FREE),
        *_list(paper, dense(scale)),
        *_how_to_repeat(paper, dense(scale)),
        *foot(
            scale,
            paper.head,
            proof,
            before=(Signatures(scale, ("申请人（代理人）：", "经办人：", "日期：")), Gap(scale.gap_mm)),
        ),
    ]


def _fields(paper: IntermediarySlip) -> list[Field]:
    chosen = paper.chosen
    return [
        Field("办理事项", paper.head.item_name),
        Field("申请人", person(paper.applicant) if paper.applicant else ""),
        Field("中介服务", paper.service),
        Field("选择方式", paper.how),
        Field("选定机构", chosen.name, is_strong=True),
        Field("信用代码", chosen.code),
        Field("联系方式", chosen.contact),
        Field("收费", chosen.fee_note),
        Field("名录版本", paper.register_version),
    ]


def _list(paper: IntermediarySlip, scale: Scale) -> list[Block]:
    return material_table(scale, f"当日名录（{len(paper.candidates)}家）", _columns(paper.candidates))


def _columns(candidates: tuple[CandidateLine, ...]) -> list[Column]:
    return [
        Column("机构名称、统一社会信用代码", tuple(f"{one.name}\n{one.code}" for one in candidates), 60),
        Column("联系方式", tuple(one.contact for one in candidates), 32),
    ]


def _how_to_repeat(paper: IntermediarySlip, scale: Scale) -> list[Block]:
    if not paper.seed:
        return []
    return [
        Para(f"抽取种子：{paper.seed}", scale.cell, align="left"),
        Gap(scale.gap_mm / 2),
        *section(scale, "任何人都可以这样重算", _REPEAT),
    ]
