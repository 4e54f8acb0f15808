"""A case after intake: each action, the dates it leads to, and what the law does not allow. Days are worked by hand.

November 2026: Monday 2, no public holiday in the month; the national calendar of 2026 holds.
"""

from dataclasses import replace
from datetime import date

import msgspec
import pytest

from desktop.domain import events as ev
from desktop.domain.case import CaseState
from desktop.domain.course_clock import begin_procedure, deem_accepted, end_procedure, extend
from desktop.domain.course_end import return_case, withdraw
from desktop.domain.course_materials import supply_correction, supply_deferred, to_supply
from desktop.domain.course_rules import Action, actions
from desktop.domain.course_way import (
    Delivery,
    Forwarding,
    Ruling,
    decide_case,
    deliver,
    forward,
    receive_hand,
    result_arrived,
)
from desktop.domain.errors import InvalidInput, NotAllowed
from desktop.domain.outcome import Outcome
from desktop.domain.people import Agent
from desktop.domain.regime import Regime
from tests.builders import AGENT, MONDAY, circumstances, item
from tests.domain.course_cases import ABOVE, DEFERRED, MISSING, accepted, concluded, folded, on, received, supplied

RULING = Ruling(is_granted=True, examiners=("张三", "李四"))
AT_WINDOW = Delivery(method="窗口自取", recipient="王示例")


def reason_of(refused: pytest.ExceptionInfo[NotAllowed]) -> str:
    return str(refused.value.fields["reason"])


# 补正


def test_m5_acceptance_is_dated_the_day_all_corrections_are_in():
    """行政许可法 32 (5); handbook 1.6: 受理日期 is the day on which all corrections were handed in."""
    case = concluded(Outcome.REQUEST_CORRECTION, MISSING)
    assert case.state is CaseState.CORRECTING

    case = folded(case, supply_correction(case, supplied("m3"), on(date(2026, 11, 12))))

    assert case.state is CaseState.ACCEPTED
    assert case.accepted_on == date(2026, 11, 12)
    assert case.committed_due_on == date(2026, 11, 19)
    assert case.outstanding == ()


def test_m5_a_part_of_the_corrections_does_not_accept_and_says_what_is_still_owed():
    case = concluded(Outcome.REQUEST_CORRECTION, {**MISSING, "m1": MISSING["m3"]})

    case = folded(case, supply_correction(case, supplied("m1"), on(date(2026, 11, 5))))

    assert case.state is CaseState.CORRECTING
    assert case.outstanding == ("m3",)
    assert [row.code for row in to_supply(case)] == ["m3"]
    case = folded(case, supply_correction(case, supplied("m3"), on(date(2026, 11, 6))))
    assert case.accepted_on == date(2026, 11, 6)


def test_m11_what_was_deferred_beside_a_correction_is_owed_from_the_acceptance_on():
    """Corrected on Thursday 12th, accepted that day; the photograph has five working days: Thursday 19th."""
    case = concluded(Outcome.REQUEST_CORRECTION, {**DEFERRED, "m3": MISSING["m3"]})

    case = folded(case, supply_correction(case, supplied("m3"), on(date(2026, 11, 12))))

    assert [(owed.code, owed.due_on) for owed in case.owed] == [("m4", date(2026, 11, 19))]


def test_what_nobody_asked_for_is_not_taken_as_a_correction():
    case = concluded(Outcome.REQUEST_CORRECTION, MISSING)

    with pytest.raises(InvalidInput, match="supplied_unasked"):
        supply_correction(case, supplied("m1"), circumstances())
    with pytest.raises(InvalidInput, match="supplied_nothing"):
        supply_correction(case, [], circumstances())


def test_a_correction_that_is_overdue_ends_only_by_a_published_day():
    case = concluded(Outcome.REQUEST_CORRECTION, MISSING)
    with pytest.raises(NotAllowed) as refused:
        return_case(case, on(date(2027, 6, 1)), reason="逾期未补正")
    assert reason_of(refused) == "why.no_supply_date"

    with_day = concluded(Outcome.REQUEST_CORRECTION, MISSING, days=14)
    assert with_day.supply_by == date(2026, 11, 16)
    with pytest.raises(NotAllowed) as refused:
        return_case(with_day, on(date(2026, 11, 16)), reason="逾期未补正")
    assert reason_of(refused) == "why.days_running"
    (event,) = return_case(with_day, on(date(2026, 11, 17)), reason="逾期未补正")
    assert isinstance(event, ev.CaseReturned)
    assert event.is_overdue
    assert folded(with_day, (event,)).state is CaseState.RETURNED


# 五日规则


def test_article_32_4_without_a_word_in_five_working_days_it_is_accepted_from_the_day_of_receipt():
    case = received()
    with pytest.raises(NotAllowed) as refused:
        deem_accepted(case, on(date(2026, 11, 9)))
    assert reason_of(refused) == "why.days_running"

    case = folded(case, deem_accepted(case, on(date(2026, 11, 10))))

    assert case.state is CaseState.ACCEPTED
    assert case.accepted_on == MONDAY
    assert case.statutory_due_on == date(2026, 11, 30)


def test_only_the_law_that_says_so_deems_a_case_accepted():
    service = item(regime=Regime.SERVICE)
    with pytest.raises(NotAllowed) as refused:
        deem_accepted(received(of=service), on(date(2026, 11, 30), service))
    assert reason_of(refused) == "why.never_deemed"


# 特别程序, 延期


def test_article_45_days_of_a_special_procedure_are_not_counted():
    """Accepted Monday 2nd, five days promised. Stopped from Wednesday 4th to Tuesday 10th: only the 3rd had counted."""
    case = accepted()
    case = folded(case, begin_procedure(case, on(date(2026, 11, 4)), procedure="专家评审", days=10))
    assert case.due_on is None
    assert case.procedure is not None
    assert case.procedure.ends_on == date(2026, 11, 18)

    case = folded(case, end_procedure(case, on(date(2026, 11, 10)), result="通过"))

    assert case.procedure is None
    assert case.committed_due_on == date(2026, 11, 16)


def test_two_special_procedures_cannot_run_at_once():
    case = accepted()
    case = folded(case, begin_procedure(case, circumstances(), procedure="听证", days=5))

    with pytest.raises(NotAllowed) as refused:
        begin_procedure(case, circumstances(), procedure="检测", days=5)
    assert reason_of(refused) == "why.procedure_open"


def test_article_42_the_limit_is_extended_once_by_at_most_ten_working_days_with_its_reason():
    case = accepted()
    with pytest.raises(InvalidInput, match="extension_days"):
        extend(case, circumstances(), workdays=11, reason="情况复杂", approved_by="镇长")
    with pytest.raises(InvalidInput, match="reason_missing"):
        extend(case, circumstances(), workdays=5, reason=" ", approved_by="镇长")

    case = folded(case, extend(case, circumstances(), workdays=10, reason="情况复杂", approved_by="镇长"))

    assert case.committed_due_on == date(2026, 11, 23)
    assert case.statutory_due_on == date(2026, 12, 14)
    with pytest.raises(NotAllowed) as refused:
        extend(case, circumstances(), workdays=1, reason="再延", approved_by="镇长")
    assert reason_of(refused) == "extension_once"


def test_an_extension_after_the_limit_has_passed_is_refused():
    with pytest.raises(NotAllowed) as refused:
        extend(accepted(), on(date(2026, 12, 1)), workdays=5, reason="晚了", approved_by="镇长")
    assert reason_of(refused) == "why.already_overdue"


# 容缺


def test_m11_the_result_is_held_until_what_is_owed_has_come():
    case = concluded(Outcome.ACCEPT_DEFERRED, DEFERRED)
    with pytest.raises(NotAllowed) as refused:
        decide_case(case, RULING, circumstances())
    assert reason_of(refused) == "why.still_owed"

    case = folded(case, supply_deferred(case, supplied("m4"), on(date(2026, 11, 4))))

    assert case.owed == ()
    case = folded(case, decide_case(case, RULING, on(date(2026, 11, 5))))
    assert case.state is CaseState.DECIDED


def test_m11_a_deferred_material_that_never_came_lets_the_case_be_returned():
    case = concluded(Outcome.ACCEPT_DEFERRED, DEFERRED)
    assert case.owed[0].due_on == date(2026, 11, 9)
    with pytest.raises(NotAllowed) as refused:
        return_case(case, on(date(2026, 11, 9)), reason="未补交照片")
    assert reason_of(refused) == "why.accepted_needs_decision"

    assert folded(case, return_case(case, on(date(2026, 11, 10)), reason="未补交照片")).state is CaseState.RETURNED


# 决定


def test_article_34_checking_the_substance_takes_two():
    alone = replace(RULING, examiners=("张三", "张三"), checked_substance=True)
    with pytest.raises(InvalidInput, match="examiners_two"):
        decide_case(accepted(), alone, circumstances())


def test_article_38_a_denial_gives_its_reasons():
    with pytest.raises(InvalidInput, match="reasons_missing"):
        decide_case(accepted(), replace(RULING, is_granted=False), circumstances())


def test_article_44_the_certificate_is_delivered_within_ten_working_days_of_the_decision():
    case = accepted()
    case = folded(case, decide_case(case, RULING, circumstances()))

    assert case.due_on == date(2026, 11, 16)


def test_m3_the_town_decides_nothing_that_is_decided_above():
    case = received(of=ABOVE)
    with pytest.raises(NotAllowed) as refused:
        decide_case(case, RULING, circumstances(ABOVE))
    assert reason_of(refused) == "why.decided_above"


# 转报与结果


def test_m16_a_case_goes_up_with_its_opinion_and_each_hand_signs():
    case = received(of=ABOVE)
    now = circumstances(ABOVE)
    with pytest.raises(InvalidInput, match="opinion_missing"):
        forward(case, Forwarding(to_unit="示例县民政局"), now)
    with pytest.raises(InvalidInput, match="tracking_number_missing"):
        forward(case, Forwarding(to_unit="示例县民政局", opinion="符合", route="机要邮路"), now)

    case = folded(case, forward(case, Forwarding(to_unit="示例县民政局", opinion="符合", route="专人送达"), now))
    case = folded(case, receive_hand(case, now, unit="示例县政务服务中心", person="示例收件人"))

    assert case.state is CaseState.FORWARDED
    assert [hand.unit for hand in case.hands] == ["示例县政务服务中心"]
    with pytest.raises(NotAllowed) as refused:
        deliver(case, AT_WINDOW, now)
    assert reason_of(refused) == "why.no_result"


def test_m16_the_decision_from_above_and_the_result_bring_the_case_to_delivery():
    now = circumstances(ABOVE)
    case = received(of=ABOVE)
    case = folded(case, forward(case, Forwarding(to_unit="示例县民政局", opinion="符合"), now))
    decided = ev.CityDecided(office="示例县民政局", is_granted=True, decided_on=date(2026, 11, 6), document_name="证")
    case = folded(case, (decided,))
    assert case.state is CaseState.DECIDED
    with pytest.raises(NotAllowed):
        deliver(case, AT_WINDOW, now)

    case = folded(case, result_arrived(case, now, name="低保证", number="示例1号"))
    case = folded(case, deliver(case, AT_WINDOW, now))

    assert case.state is CaseState.DELIVERED
    assert not case.is_open


def test_an_incomplete_case_does_not_go_up():
    with pytest.raises(NotAllowed) as refused:
        forward(received(MISSING, ABOVE), Forwarding(to_unit="县", opinion="符合"), circumstances(ABOVE))
    assert reason_of(refused) == "why.not_complete"


def test_a_correction_asked_for_above_is_supplied_here_and_goes_up_again():
    now = circumstances(ABOVE)
    case = received(of=ABOVE)
    case = folded(case, forward(case, Forwarding(to_unit="县", opinion="符合"), now))
    asked = ev.CityAskedCorrection(office="县民政局", text="缺核对授权", materials=("核对授权书", "存折"))
    case = folded(case, (asked,))
    assert [row.name for row in to_supply(case)] == ["核对授权书", "存折"]

    case = folded(case, supply_correction(case, supplied("above-1"), now))
    assert case.state is CaseState.CORRECTING
    case = folded(case, supply_correction(case, supplied("above-2"), now))

    assert case.state is CaseState.RECEIVED
    assert case.asked_above is None
    assert folded(case, forward(case, Forwarding(to_unit="县", opinion="已补正"), now)).state is CaseState.FORWARDED


# 送达


@pytest.mark.parametrize(
    ("how", "missing"),
    [
        (replace(AT_WINDOW, method="邮寄"), "tracking_number_missing"),
        (replace(AT_WINDOW, method="代收"), "substitute_missing"),
        (replace(AT_WINDOW, substitute="李示例"), "substitute_reason_missing"),
        (replace(AT_WINDOW, recipient=" "), "recipient_missing"),
        (replace(AT_WINDOW, method=""), "method_missing"),
    ],
)
def test_a_delivery_says_how_and_to_whom(how, missing):
    case = accepted()
    case = folded(case, decide_case(case, RULING, circumstances()))

    with pytest.raises(InvalidInput, match=missing):
        deliver(case, how, circumstances())


def test_an_agent_collects_only_with_the_power_to_collect():
    def decided(agent: Agent | None):
        case = accepted()
        case = folded(case, decide_case(case, RULING, circumstances()))
        return msgspec.structs.replace(case, agent=agent)

    by_agent = replace(AT_WINDOW, is_agent=True)
    for agent in (None, AGENT):
        with pytest.raises(NotAllowed) as refused:
            deliver(decided(agent), by_agent, circumstances())
        assert reason_of(refused) == "why.agent_may_not_collect"
    may = msgspec.structs.replace(AGENT, powers=("提交", "领取"), valid_to=date(2026, 11, 1))
    with pytest.raises(NotAllowed) as refused:
        deliver(decided(may), by_agent, circumstances())
    assert reason_of(refused) == "why.agent_expired"


# 撤回, 终结


def test_an_applicant_may_take_it_back_until_it_is_decided():
    case = accepted()
    assert folded(case, withdraw(case, circumstances(), reason="不办了")).state is CaseState.WITHDRAWN

    decided = folded(case, decide_case(case, RULING, circumstances()))
    with pytest.raises(NotAllowed):
        withdraw(decided, circumstances())


def test_article_32_handing_back_is_none_of_the_five_outcomes():
    with pytest.raises(NotAllowed) as refused:
        return_case(received(), circumstances(), reason="不想办")
    assert reason_of(refused) == "why.conclude_first"


def test_nothing_happens_to_a_case_that_has_ended():
    case = accepted()
    ended = folded(case, withdraw(case, circumstances()))

    assert {offered.why_not.key for offered in actions(ended, circumstances()) if offered.why_not} == {"why.ended"}
    assert len(actions(ended, circumstances())) == len(Action)
