"""The monthly report is issued as a paper: what it says is what the statistics count."""

from datetime import UTC, date, datetime, time

from desktop.clock import FixedClock
from desktop.domain.checklist import MaterialState as S
from desktop.domain.course_way import Ruling
from desktop.domain.papers_report import SupervisionReport
from desktop.services import course, print_jobs
from desktop.services.supervision import supervision_report
from tests.builders import COMPLETE, SESSION
from tests.services.test_intake import form, take

RULING = Ruling(is_granted=True, examiners=("甲", "乙"))


def issued(counter, today: date) -> SupervisionReport:
    with counter.store.write(SESSION) as uow:
        taken = supervision_report(uow, SESSION, month=today, today=today)
    with counter.store.read() as reader:
        paper = reader.paper(taken.papers[0])
    assert isinstance(paper, SupervisionReport)
    return paper


def on(clock: FixedClock, day: date) -> date:
    clock.moment = datetime.combine(day, time(2), UTC)
    return day


def test_m26_overdue_second_notices_and_reprints_stand_by_window_and_clerk(counter, clock):
    late, slow = (take(counter, form(case_id=case_id)) for case_id in ("a", "b"))  # promised for Monday the 9th
    take(counter, form({**COMPLETE, "m3": S.MISSING}, case_id="c", outcome="request_correction"))
    with counter.store.write(SESSION) as uow:
        print_jobs.confirmed(uow, late.papers[0], print_jobs.queue(uow, late.papers[0], device="file:x"))
        print_jobs.queue(uow, late.papers[0], device="file:x", reason="污损")
        course.decide_case(uow, SESSION, "a", RULING, today=on(clock, date(2026, 11, 12)))

    report = issued(counter, on(clock, date(2026, 11, 20)))

    assert (report.period, report.counted_on) == ("2026年11月", date(2026, 11, 20))
    (window,) = report.windows
    assert (window.name, window.received, window.decided, window.overdue) == ("02号窗口", 3, 1, 2)
    assert (window.second_notices, window.reprints, window.bad_ratings) == (0, 1, 0)
    (clerk,) = report.clerks
    assert clerk.name == "示例负责人（02）"
    assert (clerk.received, clerk.overdue) == (report.total.received, report.total.overdue)
    assert {(point.matter, point.case_number, point.due_on) for point in report.points} == {
        ("超期", late.case_number, date(2026, 11, 9)),
        ("超期", slow.case_number, date(2026, 11, 9)),
    }
    assert report.points[0].who == "示例负责人（02）"
    assert report.tallies[0].difference == 0


def test_the_chart_has_every_day_up_to_the_one_of_counting(counter, clock):
    take(counter, form(case_id="a"))

    report = issued(counter, on(clock, date(2026, 11, 5)))

    assert [(one.day, one.received) for one in report.days] == [(1, 0), (2, 1), (3, 0), (4, 0), (5, 0)]


def test_days_taken_stand_beside_the_promise_and_the_law(counter, clock):
    take(counter, form(case_id="a"))
    with counter.store.write(SESSION) as uow:
        course.decide_case(uow, SESSION, "a", RULING, today=on(clock, date(2026, 11, 5)))

    taken = issued(counter, date(2026, 11, 5)).days_taken

    assert taken is not None
    assert (taken.real_median, taken.promised_median, taken.legal_median) == (3, 5, 20)
    assert (taken.decided, taken.on_time, taken.late) == (1, 1, 0)


def test_a_month_of_nothing_is_reported_too(counter):
    report = issued(counter, date(2026, 12, 1))

    assert (report.total.received, report.windows, report.points) == (0, (), ())
