"""多地联办分工单: which place does which step, that the applicant goes to one of them, and until when it is decided."""

from desktop.domain.papers import title
from desktop.domain.papers_elsewhere import JointSheet
from printing.flow import Block
from printing.papers.closing import Proof, ending
from printing.papers.parts import Column, Field, body, field_table, heading, material_table, parties
from printing.papers.wording import day
from printing.sheet import Scale


def blocks(paper: JointSheet, scale: Scale, proof: Proof) -> list[Block]:
    """The paper from top to bottom."""
    return [
        *heading(scale, paper.head, title(paper)),
        *field_table(scale, _fields(paper)),
        *material_table(scale, f"两地分工，共{len(paper.steps)}步：", _columns(paper)),
        *body(scale, _one_place(paper), _limit(paper)),
        *ending(scale, paper.head, proof=proof, signatures=("签收人：", "经办人：", "日期：")),
    ]


def _fields(paper: JointSheet) -> list[Field]:
    return [
        Field("事项名称", paper.head.item_name),
        *parties(paper.applicant, paper.agent),
        Field("收件地", paper.head.hall),
        Field("联办地", f"{paper.place}（{paper.division}）" if paper.division else paper.place, is_strong=True),
        Field("联办机关", paper.authority, is_strong=True),
        Field("通办方式", f"{paper.reach}　多地联办"),
        Field("转送方式", "、".join(paper.routes)),
        Field("受理日期", day(paper.accepted_on)),
        Field("承诺办结", day(paper.due_on) if paper.due_on else ""),
        Field("取件方式", paper.delivery),
    ]


def _columns(paper: JointSheet) -> list[Column]:
    return [
        Column("办理步骤", tuple(step.name for step in paper.steps), 46),
        Column("在哪里", tuple(step.place for step in paper.steps), 34),
        Column("由谁办理", tuple(step.office for step in paper.steps), 34),
    ]


def _one_place(paper: JointSheet) -> str:
    return (
        f"本事项由收件地一地受理，{paper.authority}按上述分工在内部协同办理。申请人只需在本窗口提交一次申请，"
        f"不必再到{paper.place}提交申请和材料；进度由本窗口查询、告知，结果由本窗口送达。"
    )


def _limit(paper: JointSheet) -> str:
    return "两地之间转送、协同的时间计入办理期限，不另外计算。" if paper.due_on else ""
