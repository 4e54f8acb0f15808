"""Pledges at the counter: barred by list and record, verified as tasks, drawn by lot (M10, M11)."""

from datetime import date

import pytest

from desktop.domain import pledge_draw
from desktop.domain.case import CaseState
from desktop.domain.case_pledge import PledgeState
from desktop.domain.checklist import MaterialState
from desktop.domain.course_pledge import Finding
from desktop.domain.credit import CreditMark, CreditMarkKind, digest_of
from desktop.domain.errors import InvalidInput, NotAllowed
from desktop.domain.events_pledge import Consequence, PledgesDrawn, Verification
from desktop.domain.outcome import Outcome
from desktop.domain.papers import AcceptanceNotice
from desktop.domain.papers_check import PledgeDrawSheet, PledgeFinding, PledgeWithdrawal
from desktop.domain.papers_pledge import NoticeAndPledge
from desktop.domain.people import Clerk, Session
from desktop.services import amendments, course_pledge, hall, intake, pledge_draws
from tests.builders import COMPLETE, HALL, MONDAY, PERSON_ID, SESSION, catalogue, item
from tests.services.test_intake import FORM, case, form, paper, take

CASE = FORM.case_id
PLEDGED = {**COMPLETE, "m3": MaterialState.PLEDGED}
SALT = "5a" * 16
MARK = CreditMark(
    digest=digest_of(SALT, "citizen_id", PERSON_ID),
    kind=CreditMarkKind.SERIOUS,
    basis="严重失信主体名单（示例）",
    until=date(2027, 6, 30),
)
FALSE = Finding(
    codes=("m3",),
    is_true=False,
    how=Verification.SHARING,
    verified_by=("示例甲",),
    facts="登记信息不符",
    consequence=Consequence.TERMINATE,
)


def verify(counter, finding, today=date(2026, 11, 20)):
    with counter.store.write(SESSION) as uow:
        return course_pledge.verify_pledges(uow, SESSION, CASE, finding, today=today)


def tasks(counter):
    with counter.store.read() as reader:
        return [(task.kind, task.subject, task.due_on) for task in reader.owed_tasks() if task.kind != "decision"]


def another():
    return form(PLEDGED, case_id="0190aaaa-0000-7000-8000-00000000000a", outcome="accept")


def test_m10_somebody_on_the_city_s_list_is_barred_from_pledging(open_counter):
    counter = open_counter(catalogue(item(), credit=(MARK,), credit_salt=SALT))

    with pytest.raises(NotAllowed) as refused:
        take(counter, form(PLEDGED, outcome="accept"))

    assert refused.value.fields["reason"] == "why.barred_until"
    assert case(counter) is None  # nothing was taken in
    assert take(counter, form(COMPLETE, outcome="accept")).papers  # with the proof itself it goes the usual way


def test_m11_somebody_on_the_city_s_list_is_barred_from_deferring(open_counter):
    counter = open_counter(catalogue(item(), credit=(MARK,), credit_salt=SALT))

    with pytest.raises(NotAllowed) as refused:
        take(counter, form({**COMPLETE, "m4": MaterialState.DEFERRED}, outcome="accept_deferred"))

    assert refused.value.fields["basis"] == "严重失信主体名单（示例）"


def test_m10_a_pledge_is_a_task_until_it_is_verified(counter):
    take(counter, form(PLEDGED, outcome="accept"))
    assert tasks(counter) == [("verify", "困难证明", date(2027, 1, 1))]

    verify(counter, Finding(("m3",), is_true=True, how=Verification.SHARING, verified_by=("示例甲",)))

    assert tasks(counter) == []


def test_m10_a_false_pledge_gives_its_notice_and_bars_the_next_one(counter):
    take(counter, form(PLEDGED, outcome="accept"))

    (number,) = verify(counter, FALSE).papers

    notice = paper(counter, number)
    assert isinstance(notice, PledgeFinding)
    assert (notice.consequence, notice.materials, notice.facts) == ("终止办理", ("困难证明",), "登记信息不符")
    assert notice.review_authority == HALL.review_authority
    assert case(counter).state is CaseState.RETURNED
    with pytest.raises(NotAllowed) as refused:
        take(counter, another())
    assert refused.value.fields["reason"] == "why.barred"


def withdraw(counter, today=date(2026, 11, 4), codes=("m3",)):
    with counter.store.write(SESSION) as uow:
        return course_pledge.withdraw_pledges(uow, SESSION, CASE, codes, reason="已取得证明", today=today)


def test_m10_a_withdrawn_pledge_gives_its_paper_with_the_pledge_that_it_ends(counter):
    took = take(counter, form(PLEDGED, outcome="accept"))
    signed = next(n for n in took.papers if isinstance(paper(counter, n), NoticeAndPledge))

    (number,) = withdraw(counter).papers

    sheet = paper(counter, number)
    assert isinstance(sheet, PledgeWithdrawal)
    assert sheet.pledge_numbers == (signed,)
    assert (sheet.pledged_on, sheet.withdrawn_on) == (MONDAY, date(2026, 11, 4))
    assert [material.name for material in sheet.materials] == ["困难证明"]
    assert sheet.materials[0].asked == "原件1份"
    assert (
        sheet.supply_by == case(counter).owed[0].due_on == date(2026, 11, 9)
    )  # the promised day, not five working days
    assert case(counter).papers[-1].number == number


def test_m10_what_was_withdrawn_and_is_pledged_after_all_is_signed_anew(counter):
    take(counter, form(PLEDGED, outcome="receive"))
    withdraw(counter)
    made = form(PLEDGED)

    with counter.store.write(SESSION) as uow:
        again = intake.conclude_received(uow, SESSION, CASE, made.checks, Outcome.ACCEPT, today=date(2026, 11, 5))

    signed = [n for n in again.papers if isinstance(paper(counter, n), NoticeAndPledge)]
    assert len(signed) == 2  # the first one, which was withdrawn, and the one that stands
    assert [pledge.state for pledge in case(counter).pledges] == [PledgeState.OPEN]


def test_m10_a_pledge_whose_conclusion_was_taken_back_is_signed_anew_when_it_is_concluded_again(counter):
    first = take(counter, form(PLEDGED, outcome="accept"))
    with counter.store.write(SESSION) as uow:
        amendments.undo(uow, SESSION, CASE, today=MONDAY)

    with counter.store.write(SESSION) as uow:
        again = intake.conclude_received(uow, SESSION, CASE, form(PLEDGED).checks, Outcome.ACCEPT, today=MONDAY)

    assert not set(first.papers) & set(again.papers)  # nothing that is void is printed
    assert [type(paper(counter, number)) for number in again.papers] == [NoticeAndPledge, AcceptanceNotice]
    assert [pledge.state for pledge in case(counter).pledges] == [PledgeState.OPEN]


def test_m10_a_withdrawal_of_nothing_records_and_prints_nothing(counter):
    take(counter, form(PLEDGED, outcome="accept"))
    before = case(counter)

    with pytest.raises(InvalidInput):
        withdraw(counter, codes=())

    assert case(counter) == before


def test_m10_repaired_credit_lifts_the_bar(counter):
    take(counter, form(PLEDGED, outcome="accept"))
    verify(counter, FALSE)

    with counter.store.write(SESSION) as uow:
        course_pledge.repair_credit(uow, SESSION, CASE, reason="已消除影响", today=date(2026, 11, 30))

    assert take(counter, another()).papers


def test_m10_what_is_to_be_put_right_is_a_task_with_its_day(counter):
    take(counter, form(PLEDGED, outcome="accept"))
    rectify = Finding(
        ("m3",),
        is_true=False,
        how=Verification.SHARING,
        verified_by=("示例甲",),
        facts="登记信息不符",
        consequence=Consequence.RECTIFY,
        rectify_by=date(2026, 12, 4),
    )

    verify(counter, rectify)

    assert tasks(counter) == [("rectify", "困难证明", date(2026, 12, 4))]


def draw(counter, share=100, session=SESSION):
    wanted = pledge_draws.Wanted(MONDAY, date(2026, 11, 30), share)
    with counter.store.write(session) as uow:
        return pledge_draws.draw_pledges(uow, session, wanted, seed="7c" * 32, today=date(2026, 11, 30))


@pytest.fixture
def two(counter):
    """A pledge that waits, and a colleague."""
    take(counter, form(PLEDGED, outcome="accept"))
    with counter.store.write(SESSION) as uow:
        hall.set_clerk(uow, Clerk(clerk_id="second", name="示例二"))
    return counter


def test_m10_a_draw_is_on_record_with_all_that_repeats_it(two):
    (number,) = draw(two).papers

    with two.store.read() as reader:
        (event,) = reader.pledge_draws()
        sheet = reader.paper(number)
    assert isinstance(event, PledgesDrawn)
    assert pledge_draw.differences(event) == ()
    assert event.population == (f"{case(two).case_number}/m3",)
    assert isinstance(sheet, PledgeDrawSheet)
    assert (sheet.seed, sheet.population_sha256) == (event.seed, event.population_sha256)
    assert set(sheet.lines[0].officers) == {"示例负责人", "示例二"}


def test_m10_only_the_lead_draws(two):
    clerk = Session(clerk=Clerk(clerk_id="second", name="示例二"), window="02")

    with pytest.raises(NotAllowed):
        draw(two, session=clerk)


def test_m10_one_officer_is_no_draw(counter):
    take(counter, form(PLEDGED, outcome="accept"))

    with pytest.raises(NotAllowed) as refused:
        draw(counter)

    assert refused.value.fields["reason"] == "why.two_officers"
