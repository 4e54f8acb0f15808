"""容缺受理承诺书: what is still owed, in what form, until when, and what follows if it does not come (handbook 2.2)."""

from desktop.domain.papers import title
from desktop.domain.papers_pledge import DeferralPledge
from printing.flow import Block, Gap
from printing.papers.closing import Proof, ending
from printing.papers.form_parts import section
from printing.papers.parts import Column, Field, body, field_table, heading, material_table, parties
from printing.papers.wording import day, full_stop
from printing.sheet import Scale


def blocks(paper: DeferralPledge, scale: Scale, proof: Proof) -> list[Block]:
    """The paper from top to bottom; two copies (一式两份)."""
    return [
        *heading(scale, paper.head, title(paper)),
        *field_table(scale, _fields(paper)),
        *material_table(scale, f"容缺后补的材料（{len(paper.owed)}项）", _columns(paper)),
        *section(scale, "承诺人自愿申请容缺受理，并承诺：", _pledged()),
        *body(scale, f"逾期的后果：{full_stop(paper.consequence)}" if paper.consequence else ""),
        Gap(scale.gap_mm),
        *ending(scale, paper.head, proof=proof, signatures=_signatures(paper)),
    ]


def _fields(paper: DeferralPledge) -> list[Field]:
    return [
        Field("事项名称", paper.head.item_name, is_strong=True),
        *parties(paper.applicant, paper.agent),
        Field("受理日期", day(paper.accepted_on)),
        Field("承诺办结", day(paper.decided_by) if paper.decided_by else ""),
    ]


def _columns(paper: DeferralPledge) -> list[Column]:
    return [
        Column("材料名称", tuple(owed.name for owed in paper.owed), 56),
        Column("补交形式", tuple(owed.asked for owed in paper.owed), 30),
        Column("最迟补交日期", tuple(f"{day(owed.due_on)}（含当日）" for owed in paper.owed), 36),
    ]


def _pledged() -> tuple[str, ...]:
    return (
        "已经知晓需要补交的材料、形式、期限和逾期的后果，本承诺是承诺人的真实意思表示。",
        "除上列材料外，已提交的材料齐全、真实、有效；后补的材料同样真实、有效。",
        "在所列日期前一次补齐全部材料，以窗口收到之日为准；补齐前不领取办理结果。",
        "愿意承担未按期补齐或者承诺不实的法律后果。",
    )


def _signatures(paper: DeferralPledge) -> tuple[str, ...]:
    agent = ("代理人：",) if paper.agent else ()
    return ("承诺人：", *agent, "日期：", "经办人：")
