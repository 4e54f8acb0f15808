"""交班单: the figures of a shift and whether they add up, open cases, things handed over; giver and taker sign."""

from desktop.domain.papers import title
from desktop.domain.papers_course import ShiftSheet, Tally
from printing.flow import Block, Gap, Para
from printing.papers.closing import Proof, ending_unsealed
from printing.papers.parts import Column, Field, body, field_table, heading, material_table, names
from printing.papers.pen_forms import form_table
from printing.papers.wording import day, full_stop
from printing.sheet import Scale


def blocks(paper: ShiftSheet, scale: Scale, proof: Proof) -> list[Block]:
    """The sheet from top to bottom; it stays in the hall."""
    return [
        *heading(scale, paper.head, title(paper)),
        *field_table(scale, _fields(paper)),
        *material_table(scale, "本班数字", figures(paper.tallies)),
        *checked(scale, paper.tallies, explanation=paper.explanation),
        *material_table(scale, f"移交的未结办件（{len(paper.open_cases)}件）", _open_cases(paper)),
        *material_table(scale, "移交的物品", _things(paper)),
        *body(scale, f"备注：{full_stop(paper.remark)}" if paper.remark else ""),
        *ending_unsealed(scale, paper.head, proof=proof, signatures=("交班人：", "接班人：", "交接时间：")),
    ]


def _fields(paper: ShiftSheet) -> list[Field]:
    hours = "至".join(part for part in (paper.begins, paper.ends) if part)
    return [
        Field("窗口", f"{paper.head.window}号窗口" if paper.head.window else ""),
        Field("班次", f"{day(paper.worked_on)} {hours}".strip(), is_strong=True),
        Field("交班人", paper.giver),
        Field("接班人", paper.taker),
    ]


def figures(tallies: tuple[Tally, ...]) -> list[Column]:
    """Each total beside its parts, and whether they agree."""
    return [
        Column("项目", tuple(tally.whole.name for tally in tallies), 24),
        Column("合计", tuple(f"{tally.whole.number}{tally.unit}" for tally in tallies), 16, "center"),
        Column("其中", tuple(_parts(tally) for tally in tallies), 70),
        Column("核对", tuple(_verdict(tally) for tally in tallies), 14, "center"),
    ]


def _parts(tally: Tally) -> str:
    return "，".join(f"{part.name}{part.number}" for part in tally.parts)


def _verdict(tally: Tally) -> str:
    if not tally.parts:
        return "—"
    return "不符" if tally.difference else "相符"


def checked(scale: Scale, tallies: tuple[Tally, ...], *, explanation: str = "") -> list[Block]:
    """Says in words what does not add up, and leaves room for the reason."""
    wrong = [tally for tally in tallies if tally.difference]
    if not wrong:
        return [Para("核对结果：各项数字相符。", scale.body), Gap(scale.gap_mm)]
    sentences = [Para(f"核对不符：{_gap_in_words(tally)}", scale.strong) for tally in wrong]
    reason = form_table(scale, [[Field("不符的原因", explanation)]])
    return [*sentences, Gap(scale.gap_mm / 2), *reason]


def _gap_in_words(tally: Tally) -> str:
    more = "多" if tally.difference > 0 else "少"
    return (
        f"{tally.whole.name}合计{tally.whole.number}{tally.unit}，各分项之和为{tally.parts_total}{tally.unit}，"
        f"合计比分项之和{more}{abs(tally.difference)}{tally.unit}。"
    )


def _open_cases(paper: ShiftSheet) -> list[Column]:
    cases = paper.open_cases
    return [
        Column("办件", tuple("\n".join(part for part in (c.item_name, c.case_number) if part) for c in cases), 91),
        Column("申请人", tuple(case.applicant for case in cases), 17),
        Column("下一步", tuple(case.next_step for case in cases), 18),
        Column("期限", tuple(f"{c.due_on.month}月{c.due_on.day}日" if c.due_on else "" for c in cases), 22, "center"),
    ]


def _things(paper: ShiftSheet) -> list[Column]:
    return [
        Column("物品", names(paper.things), 50),
        Column("数量", tuple(thing.asked for thing in paper.things), 24),
        Column("备注", tuple(thing.note for thing in paper.things), 40),
    ]
