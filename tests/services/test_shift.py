"""The end-of-day sheet: numbers from the ledger and from the tables, which must add up."""

from desktop.domain import papers
from desktop.domain.checklist import MaterialState as S
from desktop.domain.papers_course import ShiftSheet
from desktop.services import print_jobs
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
    assert sheet.giver == SESSION.clerk.name
    assert papers.title(sheet) == "交班单"
