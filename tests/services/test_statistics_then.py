"""M26: a month is reported as it stood at its end, whenever it is printed. One month worked out by hand."""

from datetime import UTC, date, datetime, time
from typing import Any

import msgspec
import pytest

from desktop.bootstrap import Counter
from desktop.clock import FixedClock
from desktop.domain.checklist import MaterialState as S
from desktop.domain.course_way import Delivery, Ruling
from desktop.domain.events import CityDecided, SuppliedMaterial
from desktop.domain.papers_report import SupervisionReport
from desktop.domain.statistics import Measure, Period, Span
from desktop.services import amendments, course, statistics
from desktop.services.amendments import Amendment
from desktop.services.supervision import supervision_report
from tests.builders import COMPLETE, SESSION
from tests.services.test_intake import form, take

RULING = Ruling(is_granted=True, examiners=("甲", "乙"))
HANDED = Delivery(method="窗口自取", recipient="王示例")
M = Measure


def november(day: int) -> date:
    return date(2026, 11, day)


def december(day: int) -> date:
    return date(2026, 12, day)


class Hall:
    """A counter whose clock is set to the day of each act, ten o'clock in the hall."""

    def __init__(self, counter: Counter, clock: FixedClock) -> None:
        self.counter, self.clock = counter, clock

    def on(self, day: date) -> date:
        self.clock.moment = datetime.combine(day, time(2), UTC)
        return day

    def take(self, case_id: str, day: date, states: dict[str, S] = COMPLETE, outcome: str = "accept") -> None:
        take(self.counter, form(states, case_id=case_id, outcome=outcome), today=self.on(day))

    def do(self, act: Any, case_id: str, *args: Any, on: date, **kwargs: Any) -> None:
        with self.counter.store.write(SESSION) as uow:
            act(uow, SESSION, case_id, *args, today=self.on(on), **kwargs)

    def report(self, on: date) -> SupervisionReport:
        """The report of November, without what a paper has of its own printing."""
        with self.counter.store.write(SESSION) as uow:
            taken = supervision_report(uow, SESSION, month=november(30), today=self.on(on))
            paper = uow.paper(taken.papers[0])
        assert isinstance(paper, SupervisionReport)
        return msgspec.structs.replace(paper, head=msgspec.structs.replace(paper.head, number="", issued_on=on))

    def overdue(self, period: Period, today: date) -> set[str]:
        with self.counter.store.read() as reader:
            return set(statistics.read(reader, period, today=today).total.figures[M.OVERDUE].case_ids)


@pytest.fixture
def hall(counter: Counter, clock: FixedClock) -> Hall:
    """Five working days promised. Worked out by hand, with the day by which each had to be done on 30 November:

    slow     accepted 2, due 9 November, open: overdue; late: decided 12, overdue; last: accepted 23, due 30, open:
    overdue; fresh: accepted 25, due 2 December: not; stopped: due 9, but its procedure has run since the 4th: not;
    owing: the applicant has yet to bring something: not; away: due 9, ended in time on the 5th: not.
    """
    made = Hall(counter, clock)
    for case_id in ("slow", "late", "stopped", "away"):
        made.take(case_id, november(2))
    made.take("owing", november(2), {**COMPLETE, "m3": S.MISSING}, "request_correction")
    made.do(course.begin_procedure, "stopped", procedure="专家评审", days=10, on=november(4))
    made.do(course.decide_case, "away", RULING, on=november(5))
    made.do(course.deliver, "away", HANDED, on=november(6))
    made.do(course.decide_case, "late", RULING, on=november(12))
    made.take("last", november(23))
    made.take("fresh", november(25))
    return made


def december_comes(hall: Hall) -> None:
    """Everything that was open goes on, in time or not."""
    hall.do(course.end_procedure, "stopped", on=december(1))
    came = [SuppliedMaterial(code="m3", name="申请表", state=S.COMPLETE)]
    hall.do(course.supply_correction, "owing", came, on=december(2))
    for case_id in ("slow", "last", "stopped"):
        hall.do(course.decide_case, case_id, RULING, on=december(3))
    hall.do(course.deliver, "late", HANDED, on=december(7))
    hall.do(course.decide_case, "fresh", RULING, on=december(10))
    hall.do(amendments.amend, "slow", Amendment("applicant.phone", "13900000001", "号码少写一位"), on=december(11))


def test_m26_what_is_overdue_is_what_had_passed_its_day_by_the_end_of_the_month(hall):
    month = Period.around(november(1), Span.MONTH)
    assert hall.overdue(month, december(1)) == {"slow", "late", "last"}

    december_comes(hall)

    assert hall.overdue(month, december(31)) == {"slow", "late", "last"}
    # Decided late in December, still open, or (stopped) decided in time and not handed out within ten days (许可法 44).
    assert hall.overdue(month.after, december(31)) == {"slow", "last", "fresh", "owing", "stopped"}


def test_m26_the_report_of_november_says_the_same_on_the_first_and_on_the_last_of_december(hall):
    first = hall.report(on=december(1))
    december_comes(hall)
    again = hall.report(on=december(31))

    assert msgspec.structs.replace(again, head=first.head) == first
    assert first.total.overdue == 3
    assert {(point.matter, point.due_on) for point in first.points} == {("超期", november(9)), ("超期", november(30))}
    assert len(first.points) == 3
    assert {part.name: part.number for part in first.tallies[0].parts} == {
        "待补正": 1,
        "已受理": 4,
        "已作决定": 1,
        "已送达": 1,
    }
    assert first.tallies[0].difference == 0


def test_m26_a_decision_of_the_city_that_comes_later_does_not_change_when_the_town_had_decided(hall):
    before = hall.report(on=december(1))
    with hall.counter.store.write(SESSION) as uow:
        hall.on(december(2))
        uow.record(
            [CityDecided(office="示例县局", is_granted=True, decided_on=november(6), document_name="证")],
            case_id="late",
        )

    after = hall.report(on=december(31))

    assert after.days_taken == before.days_taken
    assert after.total.overdue == 3


def test_m26_while_the_month_goes_on_today_is_what_counts(hall):
    month = Period.around(november(1), Span.MONTH)

    assert hall.overdue(month, november(27)) == {"slow", "late"}
