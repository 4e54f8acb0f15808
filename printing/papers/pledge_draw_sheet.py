"""告知承诺抽查名单: what the lot fell on, who verifies it, and all that is needed to draw the same lot again."""

from desktop.domain.papers import title
from desktop.domain.papers_check import PledgeDrawSheet
from printing.flow import Block, Gap, Para
from printing.papers.closing import Proof, ending_unsealed
from printing.papers.parts import Column, Field, field_table, heading
from printing.papers.pen_forms import pen_table
from printing.papers.wording import day
from printing.sheet import Scale


def blocks(paper: PledgeDrawSheet, scale: Scale, proof: Proof) -> list[Block]:
    """The list from top to bottom."""
    return [
        *heading(scale, paper.head, title(paper)),
        *field_table(scale, _fields(paper)),
        *pen_table(scale, f"抽中的承诺（{len(paper.lines)}项）", _columns(paper)),
        *(Para(line, scale.cell) for line in _how_to_repeat(paper)),
        Gap(scale.gap_mm),
        *ending_unsealed(scale, paper.head, proof=proof, signatures=("抽查人：", "监督人：")),
    ]


def _fields(paper: PledgeDrawSheet) -> list[Field]:
    return [
        Field("承诺日期", f"{day(paper.begins_on)}至{day(paper.ends_on)}"),
        Field("抽查比例", f"{paper.share_percent}%"),
        Field("待核查", f"{paper.population}项"),
        Field("抽中", f"{len(paper.lines)}项", is_strong=True),
        Field("核查人员", "、".join(paper.officers)),
    ]


def _columns(paper: PledgeDrawSheet) -> list[Column]:
    return [
        Column("办件编号", tuple(line.case_number for line in paper.lines), 42),
        Column("事项和承诺的材料", tuple(f"{line.item_name}：{line.material}" for line in paper.lines), 46),
        Column("核查人员", tuple("、".join(line.officers) for line in paper.lines), 28),
        Column("核查期限", tuple(day(line.verify_by) for line in paper.lines), 26),
        Column("结果", ("",) * len(paper.lines), 18),
    ]


def _how_to_repeat(paper: PledgeDrawSheet) -> tuple[str, ...]:
    return (
        f"随机种子 {paper.seed}",
        f"名单校验 {paper.population_sha256}",
        "任何人用同一名单和种子重复抽取，结果相同：种子的字节后接各项“办件编号/材料代码”，算出SHA-256值，由小到大"
        "取前若干项；每项的核查人员同样抽取。",
    )
