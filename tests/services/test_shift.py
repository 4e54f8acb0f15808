"""The end-of-day sheet: numbers from the ledger and from the tables, which must add up."""

from datetime import timedelta

from desktop.domain import papers
from desktop.domain.checklist import MaterialState as S
from desktop.domain.course_way import Delivery, Ruling
from desktop.domain.papers_course import ShiftSheet
from desktop.services import course, print_jobs, shift
from desktop.services.shift import shift_sheet, tallies_of
from tests.builders import COMPLETE, MONDAY, SESSION
from tests.services.test_intake import form, take


def cases(counter):
    outcomes = (
        ("a", COMPLETE, "accept"),
        ("b", {**COMPLETE, "m3": S.MISSING}, "request_correction"),
        ("c", {**COMPLETE, "m3": S.MISSING}, "receive"),
        ("d", COMPLETE, "accept"),
    )
    return [take(counter, form(states, case_id=case_id, outcome=outcome)) for case_id, states, outcome in outcomes]


def test_what_was_received_is_the_sum_of_what_became_of_it(counter):
    cases(counter)

    with counter.store.read() as reader:
        received, issued, *_ = tallies_of(reader, MONDAY, window="02")

    assert received.whole.number == 4
    assert {part.name: part.number for part in received.parts if part.number} == {"已受理": 2, "待补正": 1, "已收件": 1}
    assert received.difference == 0
    assert (issued.whole.number, issued.difference) == (4, 0)


def test_a_sheet_that_nobody_has_confirmed_is_counted_as_not_out(counter):
    first, *_ = cases(counter)
    with counter.store.write(SESSION) as uow:
        sheet = print_jobs.queue(uow, first.papers[0], device="file:x")
        print_jobs.confirmed(uow, first.papers[0], sheet)

    with counter.store.read() as reader:
        _, issued, *_ = tallies_of(reader, MONDAY, window="02")

    assert [(part.name, part.number) for part in issued.parts] == [("已出纸", 1), ("未出纸", 3)]


def test_tables_that_disagree_with_the_ledger_are_seen_on_the_sheet(counter):
    cases(counter)
    with counter.store.write(None) as uow:
        uow._db.execute("DELETE FROM cases WHERE case_id = 'a'")  # a table that was tampered with, or is out of date

    with counter.store.read() as reader:
        received, *_ = tallies_of(reader, MONDAY, window="02")

    assert received.difference == 1


def test_the_sheet_is_issued_with_the_open_cases_for_the_next_clerk(counter):
    cases(counter)
    with counter.store.write(SESSION) as uow:
        taken = shift_sheet(uow, SESSION, day=MONDAY)

    with counter.store.read() as reader:
        sheet = reader.paper(taken.papers[0])
    assert isinstance(sheet, ShiftSheet)
    assert len(sheet.open_cases) == 4
    assert sorted(case.next_step for case in sheet.open_cases) == [
        "受理或告知",
        "审查决定",
        "审查决定",
        "等待补正",
    ]
    assert sheet.remark == ""
    assert sheet.giver == SESSION.clerk.name
    assert papers.title(sheet) == "交班单"


def test_open_cases_that_the_sheet_has_no_room_for_are_told(counter, monkeypatch):
    monkeypatch.setattr(shift, "OPEN_CASES_LISTED", 3)
    cases(counter)
    with counter.store.write(SESSION) as uow:
        taken = shift_sheet(uow, SESSION, day=MONDAY)

    with counter.store.read() as reader:
        sheet = reader.paper(taken.papers[0])
    assert isinstance(sheet, ShiftSheet)
    assert len(sheet.open_cases) == 3
    assert sheet.remark.startswith("移交未结4件，上面列出期限最近的3件")


def test_what_was_open_and_what_came_in_has_ended_or_is_handed_over(counter, clock):
    cases(counter)  # Monday: four, all of them open in the evening
    clock.moment += timedelta(days=1)
    tuesday = clock.today()
    take(counter, form(case_id="e"))
    with counter.store.write(SESSION) as uow:
        course.withdraw(uow, SESSION, "a", today=tuesday)
        course.decide_case(uow, SESSION, "d", Ruling(is_granted=True, examiners=("甲", "乙")), today=tuesday)
        course.deliver(uow, SESSION, "d", Delivery(method="窗口自取", recipient="王示例"), today=tuesday)

    with counter.store.read() as reader:
        *_, open_cases, _sheets, _lines, _asked = tallies_of(reader, tuesday, window="02")

    assert (open_cases.whole.name, open_cases.whole.number) == ("接班未结4与今日收件", 5)
    assert {part.name: part.number for part in open_cases.parts} == {
        "今日已送达": 1,
        "今日申请人撤回": 1,
        "移交未结": 3,
    }
    assert open_cases.difference == 0


def test_a_case_that_the_tables_have_lost_is_missed_when_the_shift_is_handed_over(counter, clock):
    cases(counter)
    with counter.store.write(None) as uow:
        uow._db.execute("DELETE FROM cases WHERE case_id = 'a'")
    clock.moment += timedelta(days=1)

    with counter.store.read() as reader:
        open_cases = tallies_of(reader, clock.today(), window="02")[2]

    assert open_cases.difference == 1


def test_sheets_that_came_out_are_first_prints_and_reprints(counter):
    first, *_ = cases(counter)
    with counter.store.write(SESSION) as uow:
        for reason in ("", "污损"):
            sheet = print_jobs.queue(uow, first.papers[0], device="file:x", reason=reason)
            print_jobs.confirmed(uow, first.papers[0], sheet)
        print_jobs.queue(uow, first.papers[0], device="file:x", reason="遗失")

    with counter.store.read() as reader:
        sheets = tallies_of(reader, MONDAY, window="02")[3]

    assert (sheets.whole.number, sheets.difference) == (2, 0)
    assert [(part.name, part.number) for part in sheets.parts] == [("首次打印", 1), ("补打", 1)]


def test_what_was_written_is_at_the_city_or_on_the_way(counter):
    cases(counter)

    with counter.store.read() as reader:
        lines = tallies_of(reader, MONDAY, window="02")[4]

    assert lines.whole.number > 0
    assert [part.number for part in lines.parts] == [0, lines.whole.number]
