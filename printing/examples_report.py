"""Examples of the reports of the house, in the order of papers_report.REPORT_TITLES. All of it is made up."""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from desktop.domain.paper_parts import Head
from desktop.domain.papers_course import Count, Tally
from desktop.domain.papers_report import (
    DayFigures,
    DaysTaken,
    ReportPaper,
    SupervisionLine,
    SupervisionPoint,
    SupervisionReport,
)

_DAYS = (6, 8, 5, 9, 7, 0, 0, 4, 6, 8, 7, 5, 0, 0, 9, 6, 4, 8, 7, 0, 0, 5, 6)


def report_examples(head: Callable[[str], Head]) -> tuple[ReportPaper, ...]:
    """One of each kind; `head` makes one for the mark of a number."""
    return (_supervision(head("督")),)


def _supervision(head: Head) -> SupervisionReport:
    received = sum(_DAYS)
    total = SupervisionLine(
        name="合计", received=received, decided=88, overdue=2, second_notices=1, bad_ratings=1, reprints=4, amendments=1
    )
    one = replace(total, name="01号窗口", received=received - 60, decided=42, overdue=2, second_notices=0)
    two = replace(total, name="02号窗口", received=60, decided=46, overdue=0, bad_ratings=0, reprints=0, amendments=0)
    one_clerk = replace(one, name="示例员甲（01）")
    return SupervisionReport(
        head=replace(head, authority=head.hall, case_number="", item_name="", item_code=""),
        period="2026年11月",
        begins_on=date(2026, 11, 1),
        ends_on=date(2026, 11, 30),
        counted_on=date(2026, 11, 23),
        total=total,
        windows=(one, two),
        clerks=(one_clerk, replace(two, name="示例员乙（02）")),
        days_taken=DaysTaken(
            decided=88, on_time=86, late=2, real_median=3, real_p90=7, promised_median=5, legal_median=20
        ),
        tallies=(
            Tally(
                whole=Count(name="收件", number=received),
                parts=(
                    Count(name="待补正", number=6),
                    Count(name="已受理", number=received - 94),
                    Count(name="已送达", number=88),
                ),
            ),
        ),
        days=tuple(DayFigures(day=n, received=count, decided=max(count - 2, 0)) for n, count in enumerate(_DAYS, 1)),
        points=(
            SupervisionPoint(
                matter="超期",
                case_number="450000000-01-20261103-0004-0",
                item_name="林木采伐许可证核发（示例）",
                who="示例员甲（01）",
                due_on=date(2026, 11, 10),
            ),
            SupervisionPoint(
                matter="二次告知",
                case_number="450000000-02-20261109-0011-0",
                item_name="农村村民宅基地审批（示例）",
                who="示例员乙（02）",
            ),
        ),
    )
