"""督查通报: figures of a month by window and clerk, days taken, the chart, and the cases to be answered for."""

from collections.abc import Callable

from reportlab.graphics.shapes import Drawing

from desktop.domain.papers import title
from desktop.domain.papers_report import SupervisionLine, SupervisionReport
from printing.charts import Series, columns
from printing.flow import Block, Gap, Together
from printing.marks import POINTS_PER_MM
from printing.papers.closing import Proof, ending_unsealed
from printing.papers.parts import Column, Field, body, field_table, heading, material_table
from printing.papers.shift_sheet import checked, figures
from printing.papers.wording import day, full_stop
from printing.picture import Picture
from printing.sheet import Scale

CHART_PT = 120.0
_FIGURES: tuple[tuple[str, Callable[[SupervisionLine], int | None]], ...] = (
    ("收件", lambda line: line.received),
    ("办结", lambda line: line.decided),
    ("超期", lambda line: line.overdue),
    ("二次告知", lambda line: line.second_notices),
    ("差评", lambda line: line.bad_ratings),
    ("补打", lambda line: line.reprints),
    ("更正", lambda line: line.amendments),
)


def blocks(paper: SupervisionReport, scale: Scale, proof: Proof) -> list[Block]:
    """The report from top to bottom; it stays in the house."""
    return [
        *heading(scale, paper.head, f"{paper.period}{title(paper)}"),
        *field_table(scale, _fields(paper)),
        *material_table(scale, "核对", figures(paper.tallies)),
        *checked(scale, paper.tallies),
        *material_table(scale, "各窗口", _lines("窗口", (*paper.windows, paper.total))),
        *material_table(scale, "各经办人", _lines("经办人", (*paper.clerks, paper.total))),
        *_chart(scale, paper),
        *material_table(scale, f"应说明的办件（{len(paper.points) + paper.points_left_out}件）", _points(paper)),
        *body(scale, _left_out(paper), f"备注：{full_stop(paper.remark)}" if paper.remark else ""),
        *ending_unsealed(scale, paper.head, proof=proof, signatures=("制表：", "审核：", "日期：")),
    ]


def chart(paper: SupervisionReport, *, width: float) -> Drawing:
    """Cases received and decided on each day; `width` in points."""
    names = [str(one.day) for one in paper.days]
    series = (
        Series("收件", tuple(one.received for one in paper.days)),
        Series("办结", tuple(one.decided for one in paper.days)),
    )
    return columns("每日收件与办结（件）", names, series, width=width, height=CHART_PT)


def _fields(paper: SupervisionReport) -> list[Field]:
    span = f"{day(paper.begins_on)}至{day(paper.ends_on)}"
    taken = paper.days_taken
    return [
        Field("统计期间", span, is_strong=True),
        Field("统计截至", day(paper.counted_on)),
        Field("办结", f"{taken.decided}件，按时{taken.on_time}件，逾期{taken.late}件" if taken else ""),
        Field("办理天数", _days(paper)),
    ]


def _days(paper: SupervisionReport) -> str:
    taken = paper.days_taken
    if taken is None or taken.real_median is None:
        return ""
    limits = ((taken.promised_median, "承诺"), (taken.legal_median, "法定"))
    against = "，".join(f"{word}{count}" for count, word in limits if count is not None)
    nine = f"，九成在{taken.real_p90}天以内" if taken.real_p90 is not None else ""
    return f"中位数{taken.real_median}个工作日{nine}" + (f"（{against}个工作日）" if against else "")


def _lines(what: str, lines: tuple[SupervisionLine, ...]) -> list[Column]:
    shown = [Column(what, tuple(line.name for line in lines), 40)]
    for name, read in _FIGURES:
        values = [read(line) for line in lines]
        shown.append(Column(name, tuple("" if value is None else str(value) for value in values), 14, "center"))
    return shown


def _chart(scale: Scale, paper: SupervisionReport) -> list[Block]:
    if not paper.days:
        return []
    drawing = chart(paper, width=scale.width_mm * POINTS_PER_MM)
    return [Together((Picture(drawing), Gap(scale.gap_mm)))]


def _points(paper: SupervisionReport) -> list[Column]:
    points = paper.points
    cases = tuple("\n".join(part for part in (one.item_name, one.case_number) if part) for one in points)
    due = tuple(f"{one.due_on.month}月{one.due_on.day}日" if one.due_on else "" for one in points)
    return [
        Column("办件", cases, 84),
        Column("事由", tuple(one.matter for one in points), 20),
        Column("经办", tuple(one.who for one in points), 30),
        Column("期限", due, 20, "center"),
    ]


def _left_out(paper: SupervisionReport) -> str:
    if not paper.points_left_out:
        return ""
    return f"另有{paper.points_left_out}件未在此列出，见统计页。"
