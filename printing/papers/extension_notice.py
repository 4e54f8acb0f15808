"""延期办理通知书: why it takes longer, who approved that, the old day and the new one (行政许可法 42)."""

from desktop.domain.papers import title
from desktop.domain.papers_course import ExtensionNotice
from printing.flow import Block, Gap, Para
from printing.papers.closing import Proof, ending
from printing.papers.parts import Field, body, field_table, heading, parties
from printing.papers.wording import application, day, full_stop, you
from printing.sheet import Scale


def blocks(paper: ExtensionNotice, scale: Scale, proof: Proof) -> list[Block]:
    """The paper from top to bottom."""
    return [
        *heading(scale, paper.head, title(paper)),
        Para(f"{paper.applicant.name}：", scale.body),
        *body(scale, *_decision(paper)),
        *field_table(scale, _fields(paper)),
        *body(scale, "延期期间，不需要重复提交已收取的申请材料。特此通知。"),
        Gap(scale.gap_mm),
        *ending(scale, paper.head, proof=proof),
    ]


def _decision(paper: ExtensionNotice) -> tuple[str, str, str]:
    return (
        f"{you(paper.applicant)}提出的{application(paper.head.item_name)}，本机关已于{day(paper.accepted_on)}受理，"
        f"原定于{day(paper.old_due_on)}前办结，现不能在该期限内作出决定。",
        f"延期理由：{full_stop(paper.reason)}",
        f"根据{paper.law}的规定，经{paper.approved_by}批准，决定将办理期限延长{paper.extended_by}，"
        f"延长至{day(paper.new_due_on)}。",
    )


def _fields(paper: ExtensionNotice) -> list[Field]:
    return [
        Field("延长至", f"{day(paper.new_due_on)}前（含当日）", is_strong=True),
        Field("原定办结", day(paper.old_due_on)),
        Field("延长时间", paper.extended_by),
        Field("批准人", paper.approved_by),
        Field("批准日期", day(paper.approved_on)),
        *parties(paper.applicant, paper.agent),
    ]
