"""告知承诺书: first what the authority tells, then what the applicant pledges (国办发〔2020〕42号)."""

from desktop.domain.papers import title
from desktop.domain.papers_pledge import NoticeAndPledge
from printing.flow import Block, Gap, Para
from printing.papers.closing import Proof, ending
from printing.papers.form_parts import section, told
from printing.papers.parts import Column, Field, field_table, heading, material_table, parties
from printing.sheet import Scale

_PLEDGED = (
    "承诺人已经知晓并理解行政机关告知的全部内容；",
    "已经符合告知的条件、要求，能够在被要求时说明情况、配合核查；",
    "愿意承担不实承诺的法律责任；",
    "上述承诺是承诺人的真实意思表示。",
)
_WITHDRAW = (
    "承诺由申请人自愿选择。不愿承诺或者无法承诺的，提交有关证明，按一般程序办理。"
    "在行政机关作出决定前，申请人可以撤回承诺；撤回后提交有关证明，按一般程序办理。"
)


def blocks(paper: NoticeAndPledge, scale: Scale, proof: Proof) -> list[Block]:
    """Both parts; two copies, one for each side."""
    return [
        *heading(scale, paper.head, title(paper)),
        *field_table(
            scale,
            [
                Field("事项名称", paper.head.item_name, is_strong=True),
                Field("告知机关", paper.authority),
                *parties(paper.applicant, paper.agent),
            ],
        ),
        Para("第一部分　行政机关告知", scale.strong),
        *material_table(scale, f"证明内容：以承诺代替下列证明（{len(paper.materials)}项）", _columns(paper)),
        *told(scale, _notice(paper)),
        *section(scale, "第二部分　申请人承诺", _PLEDGED),
        Gap(scale.gap_mm),
        *ending(scale, paper.head, proof=proof, signatures=_signatures(paper)),
    ]


def _notice(paper: NoticeAndPledge) -> list[tuple[str, tuple[str, ...]]]:
    return [
        ("设定依据", paper.legal_basis),
        ("承诺方式", (paper.method,)),
        ("不实承诺的法律责任", paper.liability),
        ("核查权力", (paper.verification,)),
        ("是否公开", (paper.publication,)),
        ("选择与撤回", (_WITHDRAW,)),
    ]


def _columns(paper: NoticeAndPledge) -> list[Column]:
    materials = paper.materials
    return [
        Column("证明名称", tuple(material.name for material in materials), 36),
        Column("证明内容", tuple("\n".join(material.proves) for material in materials), 56),
        Column("要求提供的依据", tuple(material.basis for material in materials), 30),
    ]


def _signatures(paper: NoticeAndPledge) -> tuple[str, ...]:
    agent = ("代理人：",) if paper.agent else ()
    return ("承诺人（签名、盖章）：", *agent, "日期：")
