"""政策告知单: the policies that fit, one after the other, each with a code that leads to its text (政策找人)."""

from dataclasses import dataclass

from desktop.domain.papers import title
from desktop.domain.papers_guidance import PolicyLeaflet, PolicyLine
from printing.flow import Block, Gap, Para, Together
from printing.marks import Box
from printing.papers.closing import Proof
from printing.papers.form_parts import dense, foot, is_narrow
from printing.papers.parts import Field, field_table, heading
from printing.papers.wording import day
from printing.qr import QUIET_MODULES
from printing.sheet import Scale
from printing.surface import Surface, qr_size_mm

_NOTE = (
    "本单只作提示，不是审批决定；能否享受、享受多少，以主管部门公布的政策和审核结果为准。申请完全自愿，不收取任何费用。"
)
_MODULE_MM = 0.6  # read by a telephone from the hand
_BESIDE_CODE_MOST = 50
"""Characters of an address that stand on one line beside its code."""


def blocks(paper: PolicyLeaflet, scale: Scale, proof: Proof) -> list[Block]:
    """The leaflet from top to bottom; one copy, to take home."""
    scale = dense(scale)
    return [
        *heading(scale, paper.head, title(paper)),
        Para(_opening(paper), scale.cell, indent_em=2),
        Gap(scale.gap_mm),
        *(block for n, policy in enumerate(paper.policies, start=1) for block in _policy(policy, n, scale)),
        Para(_NOTE, scale.small),
        *foot(scale, paper.head, proof),
    ]


def _opening(paper: PolicyLeaflet) -> str:
    name = f"{paper.told_to}：" if paper.told_to else "您好："
    return f"{name}根据您在窗口说明的情况，现将下列{len(paper.policies)}项政策告诉您。"


def _policy(policy: PolicyLine, number: int, scale: Scale) -> list[Block]:
    head = f"{number}．{policy.name}" + (f"　〔{policy.standing}〕" if policy.standing else "")
    has_code = bool(policy.url) and not is_narrow(scale)
    is_beside = has_code and len(policy.url) <= _BESIDE_CODE_MOST
    table, *after = field_table(scale, _fields(policy, url="" if is_beside else policy.url))
    link: list[Block] = [PolicyLink(scale, policy.url, is_beside=is_beside)] if has_code else []
    return [Together((Para(head, scale.strong, align="left"), Gap(scale.gap_mm / 2), table)), *link, *after]


def _fields(policy: PolicyLine, *, url: str) -> list[Field]:
    """What it brings and why it fits come first; two short ones share a row. An address beside the code needs none."""
    until = f"{day(policy.until)}前（含当日）" if policy.until else "以公布为准"
    return [
        Field("能得到什么", policy.benefit, is_strong=True),
        Field("为什么", _listed(policy.reasons)),
        Field("还要看" if policy.standing else "适用对象", _listed(policy.undecided, between="\n")),
        Field("政策内容", policy.summary),
        Field("到哪里办", policy.apply_at),
        Field("怎么办", _listed(policy.apply_how)),
        Field("带什么", "、".join(policy.materials)),
        Field("申请截止", until),
        Field("咨询电话", policy.phone),
        Field("政策类型", policy.kind),
        Field("发布部门", policy.publisher),
        Field("政策依据", "；".join(policy.basis)),
        Field("政策网址", url),
    ]


def _listed(lines: tuple[str, ...], *, between: str = "") -> str:
    numbered = [f"（{n}）{line}" for n, line in enumerate(lines, start=1)]
    return between.join(numbered if len(lines) > 1 else lines)


@dataclass(frozen=True, slots=True)
class PolicyLink:
    """The address of the policy as a code, and beside it what the code is for, and the address where it is short."""

    scale: Scale
    url: str
    is_beside: bool

    def height(self, surface: Surface, width: float) -> float:
        """The code with its border."""
        return qr_size_mm(self.url, module_mm=_MODULE_MM)

    def draw(self, surface: Surface, box: Box) -> None:
        """Side by side."""
        size, border = qr_size_mm(self.url, module_mm=_MODULE_MM), QUIET_MODULES * _MODULE_MM
        surface.qr(self.url, box.left - border, box.top, size_mm=size)
        style = self.scale.small
        lines = ("扫左边的码看政策原文（本码不是核验码）", *([f"政策网址：{self.url}"] if self.is_beside else []))
        top = box.top + (size - len(lines) * style.leading_mm) / 2
        for place, line in enumerate(lines):
            beside = Box(box.left + size, top + place * style.leading_mm, box.width - size, style.leading_mm)
            surface.text(line, beside, style)

    def split(self, surface: Surface, width: float, room: float) -> tuple[Block, Block] | None:
        """Never."""
        return None
