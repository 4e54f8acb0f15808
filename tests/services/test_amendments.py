"""A slip of the pen is put right by one more entry, its papers issued anew; a conclusion is taken back unprinted."""

from datetime import date

import pytest

from desktop.domain import events as ev
from desktop.domain.case import CaseState
from desktop.domain.checklist import MaterialState as S
from desktop.domain.errors import InvalidInput, NotAllowed
from desktop.domain.outcome import Outcome
from desktop.domain.people import Clerk, Session
from desktop.services import amendments, intake, print_jobs
from desktop.services.amendments import Amendment
from tests.builders import COMPLETE, MONDAY, OTHER_ID, SESSION, catalogue, item
from tests.fakes.outside import Outside
from tests.services.test_intake import FORM, case, form, paper, take

CASE = FORM.case_id
MISSING = {**COMPLETE, "m1": S.MISSING, "m3": S.MISSING}
FAULTY = {**COMPLETE, "m1": S.FAULTY}


def amend(counter, field, value, reason="看错一位", session=SESSION):
    with counter.store.write(session) as uow:
        return amendments.amend(uow, session, CASE, Amendment(field, value, reason), today=MONDAY)


def undo(counter, session=SESSION, today=MONDAY):
    with counter.store.write(session) as uow:
        return amendments.undo(uow, session, CASE, today=today)


def lines(counter):
    with counter.store.read() as reader:
        return reader.lines_of(CASE)


def issued(counter, number):
    with counter.store.read() as reader:
        return reader.issued_paper(number)


def print_out(counter, number, *, is_confirmed=True):
    with counter.store.write(SESSION) as uow:
        sheet = print_jobs.queue(uow, number, device="file:/x")
        print_jobs.sent(uow, number, sheet, pdf_sha256="0" * 64)
        if is_confirmed:
            print_jobs.confirmed(uow, number, sheet)


def test_m20_a_slip_of_the_pen_is_amended_by_a_new_entry_and_both_values_stay_on_record(counter):
    take(counter, form())
    received = lines(counter)[0]

    amend(counter, "applicant.phone", "13900000001", reason="号码少写一位")

    event = next(line.event for line in lines(counter) if isinstance(line.event, ev.CaseAmended))
    assert case(counter).applicant.phone == "13900000001"
    assert (event.old, event.new, event.reason) == ("13900000000", "13900000001", "号码少写一位")
    assert (event.entry_origin, event.entry_seq) == (received.origin, received.seq)
    assert lines(counter)[0] == received


def test_m20_a_second_amendment_of_a_field_replaces_the_first(counter):
    take(counter, form())
    amend(counter, "applicant.name", "王示列")
    first = next(line for line in lines(counter) if isinstance(line.event, ev.CaseAmended))

    amend(counter, "applicant.name", "王示例一")

    second = [line.event for line in lines(counter) if isinstance(line.event, ev.CaseAmended)][-1]
    assert (second.entry_origin, second.entry_seq) == (first.origin, first.seq)
    assert second.old == "王示列"


def test_m20_the_papers_that_carried_the_old_value_are_issued_anew_and_say_what_they_replace(counter):
    taken = take(counter, form())
    print_out(counter, taken.papers[0])

    amended = amend(counter, "applicant.name", "王示范", reason="身份证上是范字")

    (number,) = amended.papers
    new, old = paper(counter, number), paper(counter, taken.papers[0])
    assert (new.applicant.name, old.applicant.name) == ("王示范", "王示例")
    assert (new.head.replaces, new.head.amended_because) == (taken.papers[0], "身份证上是范字")
    assert (new.accepted_on, new.due_on) == (old.accepted_on, old.due_on)
    assert issued(counter, taken.papers[0]).replaced_by == number
    assert issued(counter, number).is_in_force


def test_m20_a_paper_that_says_nothing_of_what_was_amended_stays_in_force(counter):
    taken = take(counter, form())

    amended = amend(counter, "applicant.address", "示例村1号")

    assert amended.papers == ()
    assert issued(counter, taken.papers[0]).is_in_force


@pytest.mark.parametrize(
    ("field", "reason"),
    [
        ("item", "why.amend_item"),
        ("case_number", "why.amend_number"),
        ("received_on", "why.amend_day"),
        ("accepted_on", "why.amend_day"),
        ("applicant.id_number", "why.amend_applicant"),
        ("agent.name", "why.amend_unknown"),
    ],
)
def test_m20_what_decides_the_case_is_no_slip_of_the_pen(counter, field, reason):
    take(counter, form())
    before = lines(counter)

    with pytest.raises(NotAllowed) as refused:
        amend(counter, field, "2026-01-01")

    assert refused.value.fields["reason"] == reason
    assert lines(counter) == before


@pytest.mark.parametrize(
    ("value", "reason", "why"),
    [("139", "少写", "phone"), ("13900000000", "少写", "amend_same"), ("13900000001", " ", "reason_missing")],
)
def test_m20_an_amendment_needs_a_sound_new_value_and_a_reason(counter, value, reason, why):
    take(counter, form())

    with pytest.raises(InvalidInput) as refused:
        amend(counter, "applicant.phone", value, reason=reason)

    assert refused.value.reason == why


def test_m20_an_answer_on_which_another_outcome_hangs_cannot_be_amended(counter):
    take(counter, form())

    with pytest.raises(NotAllowed) as refused:
        amend(counter, "facts.place", "2")

    assert refused.value.fields["reason"] == "why.amend_fact"


def test_m20_the_data_of_an_agent_are_amended_too(counter):
    states = {**COMPLETE, "m6": S.COMPLETE}
    taken = take(
        counter, form(states, has_agent=True, agent_name="李代办", agent_id_number=OTHER_ID, agent_phone="13900000002")
    )

    amended = amend(counter, "agent.name", "李代班")

    assert case(counter).agent.name == "李代班"
    assert paper(counter, amended.papers[0]).agent.name == "李代班"
    assert issued(counter, taken.papers[0]).replaced_by == amended.papers[0]


def test_m20_a_case_is_found_by_what_was_amended(counter):
    take(counter, form())

    amend(counter, "applicant.phone", "13900004321")

    with counter.store.read() as reader:
        assert [row.case_id for row in reader.search("4321")] == [CASE]


@pytest.mark.parametrize(
    ("states", "outcome", "state"),
    [
        (COMPLETE, "accept", CaseState.ACCEPTED),
        (MISSING, "request_correction", CaseState.CORRECTING),
        (FAULTY, "correct_on_spot", CaseState.ACCEPTED),
    ],
)
def test_m20_a_conclusion_is_taken_back_until_its_paper_is_printed(counter, states, outcome, state):
    taken = take(counter, form(states, outcome=outcome))
    assert case(counter).state is state

    undo(counter)

    after = case(counter)
    assert after.state is CaseState.RECEIVED
    assert {row.code: row.state for row in after.rows} == {**states, "m6": after.rows[-1].state} or {
        row.code: row.state for row in after.rows
    } == {code: s for code, s in states.items() if code in {row.code for row in after.rows}}
    assert (after.accepted_on, after.committed_due_on, after.supply_by, after.corrected) == (None, None, None, ())
    assert after.notices_given == 0
    assert [p.is_void for p in after.papers] == [True]
    assert issued(counter, taken.papers[0]).is_void


def test_m20_what_was_taken_back_is_concluded_again_and_no_number_comes_twice(counter):
    first = take(counter, form())
    undo(counter)

    with counter.store.write(SESSION) as uow:
        again = intake.conclude_received(uow, SESSION, CASE, form().checks, Outcome.ACCEPT, today=MONDAY)

    new = [number for number in again.papers if number not in first.papers]
    assert len(new) == 1
    assert case(counter).state is CaseState.ACCEPTED
    with counter.store.read() as reader:
        assert reader.day_counts(MONDAY).accepted == 1


def test_m20_a_void_paper_is_neither_waited_for_nor_printed(counter):
    taken = take(counter, form())
    undo(counter)

    with counter.store.read() as reader:
        assert reader.papers_waiting() == []
    with counter.store.write(SESSION) as uow, pytest.raises(NotAllowed):
        print_jobs.queue(uow, taken.papers[0], device="file:/x")


@pytest.mark.parametrize("is_confirmed", [False, True])
def test_m20_nothing_is_taken_back_once_a_sheet_has_left_for_the_printer(counter, is_confirmed):
    taken = take(counter, form())
    print_out(counter, taken.papers[0], is_confirmed=is_confirmed)

    with pytest.raises(NotAllowed) as refused:
        undo(counter)

    assert refused.value.fields["reason"] == "why.undo_printed"


def test_m20_only_who_concluded_it_takes_it_back_and_only_on_the_same_day(counter, clock):
    take(counter, form())
    other = Session(clerk=Clerk(clerk_id="wang", name="示例经办人"), window="02")

    with pytest.raises(NotAllowed) as by_another:
        undo(counter, session=other)
    with pytest.raises(NotAllowed) as tomorrow:
        undo(counter, today=date(2026, 11, 3))

    assert by_another.value.fields["reason"] == "why.undo_other_clerk"
    assert tomorrow.value.fields["reason"] == "why.undo_other_day"


def test_m20_a_case_that_was_only_received_has_nothing_to_take_back(open_counter):
    counter = open_counter(catalogue(item()))
    take(counter, form())
    undo(counter)

    with pytest.raises(NotAllowed) as refused:
        undo(counter)

    assert refused.value.fields["reason"] == "why.undo_nothing"


def test_m20_the_tables_are_the_same_when_they_are_computed_anew(counter):
    take(counter, form())
    amend(counter, "applicant.name", "王示范")
    undo_state = case(counter)

    counter.store.rebuild()

    assert case(counter) == undo_state
    with counter.store.read() as reader:
        assert [p.replaced_by != "" for p in undo_state.papers] == [True, False]
        assert [reader.issued_paper(p.number) for p in undo_state.papers] == list(undo_state.papers)


def test_m20_an_amendment_answers_what_the_city_refused_about_that_field_and_nothing_else(counter):
    take(counter, form())
    line = lines(counter)[0]
    city = Outside("450000101-city-0f0f0f0f")
    for field in ("phone", "name"):
        refused = ev.CityRefusedEntry(entry_origin=line.origin, entry_seq=line.seq, reason="对不上", field=field)
        city.arrive(counter, refused, case_id=CASE, at=counter.clock.now())

    amend(counter, "applicant.phone", "13900000001")

    with counter.store.read() as reader:
        open_answers = reader.city_answers(CASE, only_open=True)
    assert [answer.field for answer in open_answers] == ["name"]


def test_m20_pledges_that_the_conclusion_took_go_with_it(counter):
    states = {**COMPLETE, "m3": S.PLEDGED}
    take(counter, form(states))
    assert len(case(counter).pledges) == 1

    undo(counter)

    assert case(counter).pledges == ()
    assert all(paper.is_void for paper in case(counter).papers)
