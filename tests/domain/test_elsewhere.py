"""异地事一地办: taken in here by form, decided there, followed until the result is in the hand (M9, handbook 3)."""

from dataclasses import replace as changed
from datetime import date

import pytest
from msgspec.structs import replace

from desktop.domain import decide, elsewhere
from desktop.domain.case import Case, CaseState, evolve
from desktop.domain.catalogue import Role, ServiceItem
from desktop.domain.catalogue_elsewhere import ElsewhereWay, Mode, Reach
from desktop.domain.checklist import MaterialState, allowed_states
from desktop.domain.course_elsewhere import News, note_state, send, send_by, stages_ahead
from desktop.domain.course_rules import Action, why_not
from desktop.domain.course_way import Delivery, deliver, result_arrived
from desktop.domain.deadline import LimitUnit, TimeLimit
from desktop.domain.decide import Circumstances
from desktop.domain.elsewhere import FROM, PlaceTyped
from desktop.domain.errors import InvalidInput, NotAllowed
from desktop.domain.events_elsewhere import Place, Stage
from desktop.domain.outcome import Outcome, offers
from tests import builders
from tests.builders import COMPLETE, FACTS, MONDAY

COLLECTED = ElsewhereWay(
    mode=Mode.COLLECTED, reach=Reach.NATION, authority="公安派出所", routes=("网络", "邮寄"), duties_here=("转出",)
)
JOINT = ElsewhereWay(mode=Mode.JOINT, reach=Reach.NATION, authority="公安派出所", routes=("网络",))
AWAY, TOGETHER = elsewhere.key_of(COLLECTED), elsewhere.key_of(JOINT)
PLACE = "441900 广东省（示例）东莞市"


def item(**changes: object) -> ServiceItem:
    return builders.item(**{"elsewhere": (COLLECTED, JOINT), **changes})


def now(where: str = AWAY, today: date = MONDAY) -> Circumstances:
    return builders.circumstances(elsewhere.adapted(item(), where, place="广东省（示例）东莞市"), today)


def received(where: str = AWAY) -> Case:
    here = now(where)
    application = builders.application(COMPLETE, here.item)
    away = elsewhere.handled_elsewhere(item(), where, PlaceTyped(PLACE), send_by=send_by(here))
    facts = {**application.facts, elsewhere.WHERE: where}
    case: Case | None = None
    for event in decide.receive(changed(application, facts=facts, elsewhere=away), here):
        case = evolve(case, "c1", event)
    assert case is not None
    return case


def after(case: Case, events: tuple[object, ...]) -> Case:
    for event in events:
        case = evolve(case, "c1", event) or case  # type: ignore[arg-type]
    return case


@pytest.mark.parametrize(
    ("reach", "place", "fault"),
    [
        (Reach.CITY, "450000102 示例县另一镇", ""),
        (Reach.CITY, "450103", "place_not_in_city"),
        (Reach.CITY, "示例市另一个县", ""),
        (Reach.REGION, "450103", ""),
        (Reach.REGION, "441900 广东省（示例）东莞市", "place_not_in_region"),
        (Reach.NATION, "441900 广东省（示例）东莞市", ""),
        (Reach.NATION, "450103", "place_not_abroad"),
    ],
)
def test_m9_the_place_lies_as_far_away_as_the_way_leads(reach: Reach, place: str, fault: str) -> None:
    way = replace(COLLECTED, reach=reach)

    if not fault:
        assert elsewhere.place_of(way, place, home="450000101").name
        return
    with pytest.raises(InvalidInput) as refused:
        elsewhere.place_of(way, place, home="450000101")
    assert (refused.value.reason, refused.value.field) == (fault, "place_name")
    assert elsewhere.place_of(way, place, home="").name


# --- the place -----------------------------------------------------------------------------------------------------


def test_m9_a_place_is_its_code_and_name_or_either_alone() -> None:
    assert elsewhere.parse_place(PLACE) == Place(name="广东省（示例）东莞市", division="441900")
    assert elsewhere.parse_place("广东省（示例）东莞市") == Place(name="广东省（示例）东莞市")
    known = elsewhere.parse_place("450103")  # GB/T 2260
    assert known.name.startswith("广西壮族自治区")
    assert known.name.endswith("青秀区")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("  ", "place_missing"), ("45010", "place_code"), ("999999", "place_name"), ("示" * 41, "place_too_long")],
)
def test_m9_a_place_that_cannot_be_is_refused_beside_its_field(typed: str, reason: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        elsewhere.parse_place(typed)

    assert (refused.value.reason, refused.value.field) == (reason, "place_name")


# --- 收受分离: form and person only -----------------------------------------------------------------------------------


def test_m9_collected_for_another_place_the_window_looks_at_form_and_person_alone() -> None:
    here = now().item

    assert here.role is Role.COLLECTS
    assert here.authority == "广东省（示例）东莞市公安派出所"
    assert all("形式审查" in m.acceptance_points[0] or "身份核验" in m.acceptance_points[0] for m in here.materials)
    assert here.statutory_limit is None  # the other place counts, from its own acceptance
    assert all(
        not {MaterialState.PLEDGED, MaterialState.DEFERRED} & set(allowed_states(material))
        for material in here.materials
    )


def test_m9_it_is_received_and_cannot_be_accepted_here() -> None:
    here = now()
    by_outcome = {o.outcome: o for o in offers(here.item, FACTS, builders.checklist(COMPLETE, here.item))}

    assert by_outcome[Outcome.RECEIVE].is_lawful
    assert by_outcome[Outcome.ACCEPT].why_not[0].key == "why.role_cannot_accept"


def test_m9_an_answer_that_sends_people_away_does_not_where_that_place_is_meant() -> None:
    options = [option for question in now().item.questions for option in question.options]

    assert all(option.other_authority is None and option.not_required is None for option in options)


def test_m24_what_is_decided_there_is_not_promised_by_the_faster_limit_of_here() -> None:
    fast = item(is_green=True, fast_limit=TimeLimit(2, LimitUnit.WORKING_DAYS))

    assert fast.promised_limit == fast.fast_limit
    assert elsewhere.adapted(fast, AWAY, place="广东省（示例）东莞市").promised_limit is None


def test_m9_done_together_it_is_accepted_here_as_any_other() -> None:
    joint = now(TOGETHER).item

    assert (joint.role, joint.authority, joint.committed_limit) == (Role.OWN, item().authority, item().committed_limit)


# --- the way there and back ---------------------------------------------------------------------------------------


def test_m9_it_does_not_lie_here_but_goes_out_by_the_next_working_day() -> None:
    case = received()

    assert case.elsewhere is not None
    assert case.elsewhere.send_by == date(2026, 11, 3)
    assert why_not(case, Action.FORWARD, now()) is not None  # up the own ladder is the wrong way


def test_m9_by_post_it_needs_its_number() -> None:
    with pytest.raises(InvalidInput, match="tracking_number_missing"):
        send(received(), now(), route="邮寄")


def test_m9_only_a_route_of_the_catalogue() -> None:
    with pytest.raises(InvalidInput, match="route_unlawful"):
        send(received(), now(), route="自己送去")


def test_m9_from_the_window_there_and_back_into_the_hand() -> None:
    case = after(received(), send(received(), now(), route="邮寄", tracking_number="EMS1"))
    assert case.state is CaseState.FORWARDED

    case = after(case, note_state(case, News(Stage.RECEIVED), now()))
    case = after(case, note_state(case, News(Stage.ACCEPTED), now()))
    case = after(case, note_state(case, News(Stage.DECIDED), now()))
    assert case.state is CaseState.DECIDED
    assert case.decision is not None
    assert case.decision.office == "广东省（示例）东莞市公安派出所"

    case = after(case, note_state(case, News(Stage.RESULT_SENT, tracking_number="EMS2"), now()))
    case = after(case, result_arrived(case, now(), name="准迁证"))
    case = after(case, deliver(case, Delivery(method="窗口自取", recipient="王示例"), now()))
    assert case.state is CaseState.DELIVERED


def test_m9_news_go_forward_alone_and_may_leave_steps_out() -> None:
    case = after(received(), send(received(), now(), route="网络"))
    case = after(case, note_state(case, News(Stage.ACCEPTED), now()))

    assert stages_ahead(case) == (Stage.DECIDED, Stage.RESULT_SENT)
    with pytest.raises(NotAllowed):
        note_state(case, News(Stage.RECEIVED), now())


def test_m9_a_denial_comes_with_its_reason() -> None:
    case = after(received(), send(received(), now(), route="网络"))

    with pytest.raises(InvalidInput, match="note_missing"):
        note_state(case, News(Stage.DECIDED, is_granted=False), now())


# --- the other way round -------------------------------------------------------------------------------------------


def test_m9_what_another_window_took_in_for_us_says_who_looked_at_it() -> None:
    typed = PlaceTyped(PLACE, office="示例镇窗口", examined_by="示例甲")

    taken = elsewhere.taken_elsewhere(FROM, typed)

    assert taken is not None
    assert (taken.place.division, taken.office, taken.examined_by) == ("441900", "示例镇窗口", "示例甲")
    with pytest.raises(InvalidInput, match="place_examiner"):
        elsewhere.taken_elsewhere(FROM, PlaceTyped(PLACE, office="示例镇窗口"))
    assert elsewhere.taken_elsewhere(elsewhere.HERE, PlaceTyped()) is None


def test_m9_decided_here_for_another_window_it_keeps_every_rule_of_its_own() -> None:
    assert elsewhere.adapted(item(), FROM, place="x") == item()
    assert replace(item(), elsewhere=()) == builders.item()
