"""特别程序告知书: which procedure, from when, how long, and that its time does not count (行政许可法 45)."""

from desktop.domain.papers import title
from desktop.domain.papers_course import SpecialProcedureNotice
from printing.flow import Block, Gap, Para
from printing.papers.closing import Proof, ending
from printing.papers.parts import Field, body, field_table, heading, parties
from printing.papers.wording import application, day, full_stop, you
from printing.sheet import Scale


def blocks(paper: SpecialProcedureNotice, scale: Scale, proof: Proof) -> list[Block]:
    """The paper from top to bottom."""
    return [
        *heading(scale, paper.head, title(paper)),
        Para(f"{paper.applicant.name}：", scale.body),
        *body(scale, _finding(paper)),
        *field_table(scale, _fields(paper)),
        *body(scale, _clock(paper)),
        Gap(scale.gap_mm),
        *ending(scale, paper.head, proof=proof),
    ]


def _finding(paper: SpecialProcedureNotice) -> str:
    return (
        f"{you(paper.applicant)}提出的{application(paper.head.item_name)}，本机关已于{day(paper.accepted_on)}受理。"
        f"作出决定前依法需要进行{paper.procedure}。{full_stop(paper.reason)}"
        f"根据{paper.law}的规定，{paper.procedure}所需时间不计算在办理期限内。现将所需时间书面告知如下："
    )


def _fields(paper: SpecialProcedureNotice) -> list[Field]:
    return [
        Field("特别程序", paper.procedure, is_strong=True),
        Field("所需时间", paper.time_needed, is_strong=True),
        Field("开始日期", day(paper.begins_on)),
        Field("预计结束", day(paper.ends_on) if paper.ends_on else ""),
        Field("原定办结", day(paper.old_due_on) if paper.old_due_on else ""),
        Field("实施单位", paper.done_by),
        Field("预计办结", f"{day(paper.new_due_on)}前（含当日）" if paper.new_due_on else "", is_strong=True),
        *parties(paper.applicant, paper.agent),
    ]


def _clock(paper: SpecialProcedureNotice) -> str:
    changes = "预计日期有变化的，另行书面告知。" if paper.ends_on or paper.new_due_on else ""
    return f"自{day(paper.begins_on)}起暂停计算办理期限，{paper.procedure}结束后继续计算。{changes}"
