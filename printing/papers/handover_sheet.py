"""转办交接单: which cases go up with which materials, by which road, and who had them in hand (行政许可法 35)."""

from desktop.domain.paper_parts import MaterialLine
from desktop.domain.papers import title
from desktop.domain.papers_course import Hand, HandedCase, HandoverSheet
from printing.flow import Block, Gap, Para, Together
from printing.papers.closing import Proof, ending
from printing.papers.parts import Column, Field, field_table, heading
from printing.papers.pen_forms import PEN, pen_grid, pen_table
from printing.papers.wording import day, full_stop
from printing.sheet import Scale


def blocks(paper: HandoverSheet, scale: Scale, proof: Proof) -> list[Block]:
    """The sheet from top to bottom."""
    return [
        *heading(scale, paper.head, title(paper)),
        *field_table(scale, _fields(paper)),
        *_cases(scale, paper),
        Para(_one_package(paper), scale.cell),
        Gap(scale.gap_mm),
        *pen_table(scale, "交接记录（逐手签字）", _hands(paper)),
        *ending(scale, paper.head, proof=proof, signatures=()),
    ]


def _fields(paper: HandoverSheet) -> list[Field]:
    return [
        Field("移交方", paper.from_unit),
        Field("接收方", paper.to_unit),
        Field("件包编号", paper.package_number),
        Field("移交方式", paper.route),
        Field("邮寄单号", paper.tracking_number),
        Field("合计", f"办件{len(paper.cases)}件，材料{paper.material_count}项", is_strong=True),
    ]


def _cases(scale: Scale, paper: HandoverSheet) -> list[Block]:
    """Case by case, with a list on which the taker ticks what he found."""
    heading_text = Para("移交的办件和材料", scale.strong)
    listed = [block for number, case in enumerate(paper.cases, start=1) for block in _case(scale, number, case)]
    return [heading_text, Gap(scale.gap_mm / 2), *listed] if listed else []


def _case(scale: Scale, number: int, case: HandedCase) -> list[Block]:
    lines = (Para(text, scale.cell) for text in _case_lines(case))
    name = Para(
        "　".join(part for part in (f"第{number}件", case.item_name, case.applicant) if part), scale.cell_strong
    )
    if not case.materials:
        return [Together((name, *lines, Para("无纸质材料", scale.cell))), Gap(scale.gap_mm)]
    ticked = pen_grid(scale, _materials(case.materials))
    return [Together((name, *lines, Gap(scale.gap_mm / 2), ticked)), Gap(scale.gap_mm)]


def _case_lines(case: HandedCase) -> tuple[str, ...]:
    number = f"办件编号：{case.case_number}" if case.case_number else ""
    due = f"办结日期：{day(case.due_on)}" if case.due_on else ""
    opinion = f"初步审查意见：{full_stop(case.opinion)}" if case.opinion else ""
    return tuple(line for line in ("　".join(part for part in (number, due) if part), opinion) if line)


def _materials(materials: tuple[MaterialLine, ...]) -> list[Column]:
    return [
        Column("材料名称和份数", tuple(_with_count(line) for line in materials), 100),
        Column("备注", tuple(line.note for line in materials), 32),
        Column("清点", ("",) * len(materials), 14),
    ]


def _with_count(line: MaterialLine) -> str:
    return f"{line.name}（{line.asked}）" if line.asked else line.name


def _one_package(paper: HandoverSheet) -> str:
    basis = f"（{paper.law}）" if paper.law else ""
    return (
        "上列办件的审查意见和全部申请材料一并移交，接收方不得要求申请人重复提供申请材料"
        f"{basis}。清点不符的，当场在备注栏注明。"
    )


def _hands(paper: HandoverSheet) -> list[Column]:
    hands = paper.hands or (Hand(giver_unit=paper.from_unit, taker_unit=paper.to_unit),)
    return [
        Column("移交单位", tuple(hand.giver_unit for hand in hands), 34),
        Column("移交人", tuple(_signed(hand.giver) for hand in hands), 22),
        Column("接收单位", tuple(hand.taker_unit for hand in hands), 34),
        Column("接收人", tuple(_signed(hand.taker) for hand in hands), 22),
        Column("交接日期", tuple(day(hand.passed_on) if hand.passed_on else "" for hand in hands), 36),
    ]


def _signed(name: str) -> str:
    """The signature goes under the name."""
    return f"{name}{PEN}" if name else ""
