"""M18: who holds a case now, since when, in which step of the published process, and by when that step is to end."""

from datetime import date

from desktop.domain import course_clock, course_end, course_way
from desktop.domain.catalogue import Role, Step
from desktop.domain.course_way import Forwarding
from desktop.domain.deadline import LimitUnit, TimeLimit
from desktop.domain.holder import Holder, held_back, holding, result_is_here
from desktop.domain.outcome import Outcome
from tests.builders import CALENDAR, MONDAY, item
from tests.domain.course_cases import ABOVE, DEFERRED, MISSING, accepted, concluded, folded, on, received

THREE_DAYS = TimeLimit(3, LimitUnit.WORKING_DAYS)
STEPS = (
    Step(name="受理", department="示例中心", post="综合窗口"),
    Step(name="审查", department="示例镇人民政府", post="农业岗", limit=THREE_DAYS),
    Step(name="送达", department="示例中心", post="综合窗口"),
)
UP = (
    Step(name="收件", department="示例中心", post="综合窗口"),
    Step(name="转报", department="示例中心", post="综合窗口"),
    Step(name="审核决定", department="示例县民政局", post="救助股", limit=THREE_DAYS),
    Step(name="送达", department="示例中心", post="综合窗口"),
)


def test_m18_an_accepted_case_lies_with_the_post_of_the_second_step_from_its_acceptance():
    held = holding(accepted(), STEPS)

    assert (held.holder, held.since, held.step) == (Holder.AUTHORITY, MONDAY, STEPS[1])
    assert held.post == "农业岗"
    assert held.due_on(CALENDAR) == date(2026, 11, 5)  # three working days after Monday the 2nd


def test_m18_a_correction_lies_with_the_applicant_and_no_post_is_blamed():
    held = holding(concluded(Outcome.REQUEST_CORRECTION, MISSING), STEPS)

    assert (held.holder, held.post, held.department, held.due_on(CALENDAR)) == (Holder.APPLICANT, "", "", None)


def test_m18_a_special_procedure_is_held_by_who_does_it_from_its_first_day():
    case = accepted()
    begun = course_clock.begin_procedure(case, on(date(2026, 11, 4)), procedure="鉴定", days=3, done_by="示例鉴定所")

    held = holding(folded(case, begun), STEPS)

    assert (held.holder, held.unit, held.since) == (Holder.PROCEDURE, "示例鉴定所", date(2026, 11, 4))


def test_m18_what_went_up_lies_with_the_last_hand_that_signed_in_its_own_step():
    case = received(of=ABOVE)
    now = on(date(2026, 11, 3), ABOVE)
    case = folded(
        case, course_way.forward(case, Forwarding(to_unit="示例县民政局", opinion="符合", route="专人送达"), now)
    )
    assert holding(case, UP).since == date(2026, 11, 3)
    case = folded(case, course_way.receive_hand(case, on(date(2026, 11, 4), ABOVE), unit="示例县民政局"))

    held = holding(case, UP)

    assert (held.holder, held.unit, held.step, held.since) == (Holder.ABOVE, "示例县民政局", UP[2], date(2026, 11, 4))


def test_a_result_that_came_down_lies_at_the_window_until_it_is_handed_out():
    case = received(of=ABOVE)
    case = folded(
        case,
        course_way.forward(
            case, Forwarding(to_unit="示例县民政局", opinion="符合", route="专人送达"), on(MONDAY, ABOVE)
        ),
    )
    assert not result_is_here(case)
    case = folded(case, course_way.result_arrived(case, on(date(2026, 11, 9), ABOVE), name="低保证"))

    held = holding(case, UP)

    assert result_is_here(case)
    assert (held.holder, held.since, held.step) == (Holder.TO_DELIVER, date(2026, 11, 9), UP[-1])


def test_m11_owed_materials_hold_a_result_back():
    assert held_back(concluded(Outcome.ACCEPT_DEFERRED, DEFERRED)) == ("照片",)
    assert held_back(accepted()) == ()


def test_an_item_without_published_steps_names_the_authority_alone():
    held = holding(accepted(item(role=Role.DELEGATED, authority="示例县林业局")))

    assert (held.department, held.post, held.step) == ("示例县林业局", "", None)


def test_nobody_holds_a_case_that_has_ended():
    case = accepted()

    held = holding(folded(case, course_end.withdraw(case, on(MONDAY))), STEPS)

    assert (held.holder, held.since, held.step) == (Holder.NOBODY, None, None)
