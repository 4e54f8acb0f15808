"""M9 多地联办 over a real store: who does which step, what is open, and the way until the result is in the hand."""

from datetime import date

import pytest

from desktop.domain import elsewhere, joint
from desktop.domain.case import CaseState
from desktop.domain.catalogue import Role
from desktop.domain.catalogue_elsewhere import ElsewhereWay, JointStep, Mode, Reach, Side
from desktop.domain.course_rules import Action, why_not
from desktop.domain.course_way import Delivery, Forwarding, Ruling
from desktop.domain.errors import InvalidInput, NotAllowed
from desktop.domain.holder import Holder, holding
from desktop.domain.joint import Settled
from desktop.domain.outcome import Outcome
from desktop.domain.papers import AcceptanceNotice
from desktop.domain.papers_course import HandoverSheet
from desktop.domain.papers_elsewhere import JointSheet
from desktop.services import amendments, course, course_elsewhere, intake
from desktop.services.course_at import circumstances_of
from desktop.store.projections import rebuild
from tests.builders import COMPLETE, MONDAY, SESSION, catalogue, item
from tests.services.test_intake import FORM, case, form, paper, take

CASE = FORM.case_id
STEPS = (
    JointStep(name="受理", side=Side.HERE),
    JointStep(name="出具迁移证明", side=Side.THERE),
    JointStep(name="落户送达", side=Side.HERE),
)
WAY = ElsewhereWay(mode=Mode.JOINT, reach=Reach.NATION, authority="公安派出所", routes=("网络",), steps=STEPS)
THERE = "广东省（示例）东莞市公安派出所"
TYPED = {"answers": {"place": "1", elsewhere.WHERE: elsewhere.key_of(WAY)}, "place_name": "441900 广东省（示例）东莞市"}
TUESDAY = date(2026, 11, 3)


@pytest.fixture
def counter(open_counter):
    return open_counter(catalogue(item(elsewhere=(WAY,))))


@pytest.fixture
def accepted(counter):
    taken = take(counter, form(COMPLETE, outcome="accept", **TYPED))
    return counter, taken


def send(counter, today=TUESDAY):
    with counter.store.write(SESSION) as uow:
        return course_elsewhere.send_elsewhere(uow, SESSION, CASE, route="网络", today=today)


def settle(counter, number, today=TUESDAY, **fields):
    with counter.store.write(SESSION) as uow:
        return course_elsewhere.settle_joint_step(uow, SESSION, CASE, Settled(number, **fields), today=today)


def against(counter, action, today=TUESDAY):
    with counter.store.read() as reader:
        found = reader.case(CASE)
        return why_not(found, action, circumstances_of(reader, found, today))


def tasks(counter):
    with counter.store.read() as reader:
        return [(task.kind, task.due_on) for task in reader.owed_tasks() if "elsewhere" in task.kind]


def open_numbers(counter):
    return [state.number for state in joint.states(case(counter)) if state.settled is None]


def test_m9_the_applicant_gets_with_the_acceptance_who_does_which_step(accepted):
    counter, taken = accepted

    sheets = [paper(counter, number) for number in taken.papers]

    (sheet,) = [one for one in sheets if isinstance(one, JointSheet)]
    assert isinstance(sheets[-1], AcceptanceNotice)  # the notice comes last, as after every other paper
    assert [(step.name, step.office) for step in sheet.steps] == [
        ("受理", sheet.head.authority),
        ("出具迁移证明", THERE),
        ("落户送达", sheet.head.authority),
    ]
    assert (sheet.authority, sheet.division) == (THERE, "441900")
    assert (sheet.accepted_on, sheet.due_on) == (MONDAY, case(counter).due_on)
    assert tasks(counter) == [("send_elsewhere", TUESDAY)]


def test_m9_the_file_goes_to_the_other_place_with_its_sheet_and_no_second_division_of_work(accepted):
    counter, _ = accepted

    (number,) = send(counter).papers

    assert isinstance(paper(counter, number), HandoverSheet)
    assert case(counter).state is CaseState.ACCEPTED
    held = holding(case(counter))
    assert (held.holder, held.unit, held.since) == (Holder.AUTHORITY, THERE, TUESDAY)


def test_m9_until_the_other_place_has_done_its_share_nothing_is_decided(accepted):
    counter, _ = accepted
    assert against(counter, Action.DECIDE).fields["names"] == ["出具迁移证明"]
    with pytest.raises(NotAllowed) as early:
        settle(counter, 2, by="示例派出所")  # it has nothing yet
    assert early.value.fields["reason"] == "why.not_sent"

    send(counter)
    assert [(event.number, event.by) for event in case(counter).joint_settled] == [(1, SESSION.clerk.name)]
    assert holding(case(counter)).unit == THERE
    assert tasks(counter) == [("ask_elsewhere", date(2026, 11, 10))]
    settle(counter, 2, today=date(2026, 11, 5), by="示例派出所")

    assert tasks(counter) == []  # nobody has to ask there any more
    assert against(counter, Action.DECIDE) is None
    assert open_numbers(counter) == [3]
    assert holding(case(counter)).unit == case(counter).item.authority


def test_m9_from_acceptance_in_one_place_to_the_result_in_the_citizen_s_hand(accepted):
    counter, _ = accepted
    settle(counter, 1)
    send(counter)
    settle(counter, 2, by="示例派出所")
    ruling = Ruling(is_granted=True, examiners=("示例甲", "示例乙"), checked_substance=True, certificate="户口簿")
    with counter.store.write(SESSION) as uow:
        course.decide_case(uow, SESSION, CASE, ruling, today=date(2026, 11, 5))
    settle(counter, 3, today=date(2026, 11, 5))
    with counter.store.write(SESSION) as uow:
        delivery = Delivery(method="窗口自取", recipient="王示例")
        course.deliver(uow, SESSION, CASE, delivery, today=date(2026, 11, 5))

    done = case(counter)
    assert done.state is CaseState.DELIVERED
    assert [(event.number, event.by) for event in done.joint_settled] == [
        (1, SESSION.clerk.name),
        (2, "示例派出所"),
        (3, SESSION.clerk.name),
    ]
    with counter.store.write(None) as uow:
        rebuild(uow._db)
    assert case(counter) == done


def test_m9_a_step_that_the_other_place_refuses_says_why_and_lets_the_case_be_denied(accepted):
    counter, _ = accepted
    send(counter)

    with pytest.raises(InvalidInput) as bare:
        settle(counter, 2, is_done=False)
    assert bare.value.field == "note"
    settle(counter, 2, is_done=False, note="户口已经迁出")

    assert against(counter, Action.DECIDE) is None
    assert case(counter).joint_settled[-1].note == "户口已经迁出"


def test_m9_a_conclusion_that_was_taken_back_has_its_division_of_work_anew(accepted):
    counter, first = accepted
    with counter.store.write(SESSION) as uow:
        amendments.undo(uow, SESSION, CASE, today=MONDAY)

    with counter.store.write(SESSION) as uow:
        again = intake.conclude_received(uow, SESSION, CASE, form(COMPLETE).checks, Outcome.ACCEPT, today=MONDAY)

    assert not set(first.papers) & set(again.papers)
    assert [type(paper(counter, number)) for number in again.papers] == [JointSheet, AcceptanceNotice]


@pytest.mark.parametrize(
    ("what", "error"),
    [
        ({"number": 2}, "joint_by_missing"),
        ({"number": 9, "by": "示例派出所"}, "why.step_settled"),
        ({"number": 1, "by": "示例派出所"}, "why.step_settled"),
    ],
)
def test_m9_who_did_it_is_said_and_no_step_is_settled_twice(accepted, what, error):
    counter, _ = accepted
    settle(counter, 1)
    send(counter)
    before = case(counter)

    with pytest.raises((InvalidInput, NotAllowed)) as refused:
        settle(counter, **what)

    assert error in str(refused.value)
    assert case(counter) == before


def test_m9_a_way_without_steps_goes_on_as_before(open_counter):
    bare = ElsewhereWay(mode=Mode.JOINT, reach=Reach.NATION, authority="公安派出所", routes=("网络",))
    counter = open_counter(catalogue(item(elsewhere=(bare,))))
    taken = take(counter, form(COMPLETE, outcome="accept", **TYPED))

    assert not any(isinstance(paper(counter, number), JointSheet) for number in taken.papers)
    assert against(counter, Action.DECIDE, MONDAY) is None
    assert joint.states(case(counter)) == ()


def test_m9_where_an_office_of_this_place_decides_the_case_goes_to_both_and_its_result_is_handed_out(open_counter):
    """户口迁移: taken in for the police station of this town, which works it out with the one of the other place."""
    station = "示例派出所"
    counter = open_counter(catalogue(item(elsewhere=(WAY,), role=Role.COLLECTS, authority=station)))
    take(counter, form(COMPLETE, outcome="receive", **TYPED))

    send(counter)
    settle(counter, 2, by="东莞示例派出所")
    with counter.store.write(SESSION) as uow:
        course.forward(uow, SESSION, CASE, Forwarding(to_unit=station, route="专网"), today=TUESDAY)
        course.receive_hand(uow, SESSION, CASE, unit=station, today=TUESDAY)
    assert case(counter).state is CaseState.FORWARDED
    assert tasks(counter) == []
    with counter.store.write(SESSION) as uow:
        course.result_arrived(uow, SESSION, CASE, name="居民户口簿", today=TUESDAY)
    refused = against(counter, Action.HAND)
    assert refused is not None
    assert refused.key == "why.result_here"  # the package has been to its end
    with counter.store.write(SESSION) as uow:
        course.deliver(uow, SESSION, CASE, Delivery(method="窗口自取", recipient="王示例"), today=TUESDAY)

    assert case(counter).state is CaseState.DELIVERED


def test_m9_the_file_may_also_go_to_the_other_place_after_it_went_up(open_counter):
    counter = open_counter(catalogue(item(elsewhere=(WAY,), role=Role.COLLECTS, authority="示例派出所")))
    take(counter, form(COMPLETE, outcome="receive", **TYPED))
    with counter.store.write(SESSION) as uow:
        course.forward(uow, SESSION, CASE, Forwarding(to_unit="示例派出所", route="专网"), today=TUESDAY)

    assert against(counter, Action.SEND_ELSEWHERE) is None
    assert against(counter, Action.RESULT) is None
