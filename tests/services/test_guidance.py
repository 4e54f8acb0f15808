"""Policies find people (M21), and nobody is forced upon them (M12): over a real encrypted store."""

import hashlib
from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from desktop.bootstrap import Counter
from desktop.domain.catalogue import Catalogue, Role
from desktop.domain.condition import All, FactTest, Op
from desktop.domain.errors import Conflict, InvalidInput, NotAllowed, NotInCatalogue
from desktop.domain.events import Event, IntermediaryChosen, PolicyShown
from desktop.domain.intermediary import HowChosen, Intermediary, is_repeatable
from desktop.domain.papers_guidance import IntermediarySlip, PolicyLeaflet
from desktop.domain.policy import Policy, matches
from desktop.ports import Taken
from desktop.services import intake, intermediaries, policies
from desktop.services.intake_form import IntakeForm, encode
from desktop.services.intake_form import decode as form_of
from desktop.services.intermediaries import Need
from desktop.services.policies import LeafletRequest
from printing.render import render
from tests.builders import COMPLETE, HALL, MONDAY, SESSION, catalogue, item
from tests.printing.paper_reading import text_of
from tests.services.test_intake import FORM, form, paper, take

OLD = FactTest(fact="age", op=Op.AT_LEAST, number=30, says="年满30周岁")
VETERAN = FactTest(fact="veteran", op=Op.IS, values=("yes",), says="退役军人")
FELLING = FactTest(fact="item_name", op=Op.CONTAINS, values=("采伐",), says="正在办理林木采伐")


def policy(code: str, condition: object, **fields: object) -> Policy:
    return Policy(
        code=code,
        name=f"{code}补贴（示例）",
        publisher="示例县财政局",
        kind="补贴",
        summary="示例",
        benefit="每月100元（示例）",
        condition=condition,  # type: ignore[arg-type]
        **fields,  # type: ignore[arg-type]
    )


POLICIES = (
    policy("甲", All(parts=(OLD, FELLING)), url="https://zc.example/1", valid_to=date(2026, 12, 31)),
    policy("乙", VETERAN),
    policy("丙", FactTest(fact="applicant", op=Op.IS, values=("organisation",))),
    policy("丁", OLD, valid_to=date(2026, 1, 1)),
)
REGISTER = tuple(
    Intermediary(service="测绘", name=f"{name}测绘队（示例）", code=code, phone="0770-0000021")
    for name, code in (("甲", "91450000DEM200001X"), ("乙", "12450000DEM2000026"), ("丙", "91450000DEM2000034"))
)
GONE = msgspec.structs.replace(REGISTER[0], code="92450000DEM2000057", name="已退出", valid_to=date(2026, 1, 1))
PUBLISHED = catalogue(item(intermediary_services=("测绘", "检测")), policies=POLICIES, intermediaries=(*REGISTER, GONE))
ZEROS = "0" * 64


@pytest.fixture
def window(open_counter: Callable[[Catalogue], Counter]) -> Counter:
    return open_counter(PUBLISHED)


def events(counter: Counter, case_id: str) -> list[Event]:
    with counter.store.read() as reader:
        return [line.event for line in reader.lines_of(case_id)]


def told(counter: Counter, case_id: str) -> list[PolicyShown]:
    return [event for event in events(counter, case_id) if isinstance(event, PolicyShown)]


def leaflet(counter: Counter, request: LeafletRequest) -> tuple[Taken, PolicyLeaflet]:
    with counter.store.write(SESSION) as uow:
        taken = policies.leaflet(uow, SESSION, request, today=MONDAY)
    return taken, paper(counter, taken.papers[0])


# policies


def test_m21_the_policies_that_fit_the_form_are_found_with_why_and_those_that_may_fit_with_what_decides():
    found = matches(PUBLISHED.policies, policies.facts_of_form(FORM, item(), today=MONDAY), today=MONDAY)

    assert [(match.policy.code, match.is_certain, match.unknown) for match in found] == [
        ("甲", True, ()),
        ("乙", False, ("veteran",)),
    ]
    assert [shown.because for shown in policies.shown_of(found)] == [("年满30周岁", "正在办理林木采伐"), ()]


def test_m21_what_was_told_is_kept_with_the_draft_and_nothing_is_asked_twice():
    answered = msgspec.structs.replace(FORM, told={"veteran": "no", "loan": 20})

    reopened = form_of(encode(answered))

    assert reopened.told == {"veteran": "no", "loan": 20}
    found = matches(PUBLISHED.policies, policies.facts_of_form(reopened, item(), today=MONDAY), today=MONDAY)
    assert [match.policy.code for match in found] == ["甲"]


def test_m21_what_the_citizen_was_told_at_intake_stands_in_the_case(window):
    taken = take(window, msgspec.structs.replace(form(COMPLETE), policies_shown=("甲", "乙", "gone")))

    assert told(window, taken.case_id) == [
        PolicyShown(
            policies=policies.shown_of(
                matches(POLICIES, policies.facts_of_form(FORM, item(), today=MONDAY), today=MONDAY)
            ),
            catalogue_version=PUBLISHED.version,
            item_code="L1",
        )
    ]


def test_m21_a_case_whose_applicant_was_told_of_nothing_has_no_such_line(window):
    assert told(window, take(window, form(COMPLETE)).case_id) == []


def test_m21_the_leaflet_says_why_and_until_when_and_is_on_record_with_its_number(window):
    case = take(window, form(COMPLETE))
    facts = policies.facts_of_form(FORM, item(), today=MONDAY)

    taken, made = leaflet(window, LeafletRequest(codes=("乙", "甲"), facts=facts, case_id=case.case_id))

    assert [(line.name, line.standing, line.reasons, line.undecided) for line in made.policies] == [
        ("甲补贴（示例）", "适合", ("年满30周岁", "正在办理林木采伐"), ()),
        ("乙补贴（示例）", "可能适合", (), ("退役军人",)),
    ]
    assert made.policies[0].until == date(2026, 12, 31)
    assert made.head.authority == HALL.name
    assert made.head.is_sample
    assert made.head.case_number == case.case_number
    assert [(event.paper_number, [p.code for p in event.policies]) for event in told(window, case.case_id)] == [
        (taken.papers[0], ["甲", "乙"])
    ]
    render(made)


def test_m21_somebody_who_only_asks_gets_the_leaflet_without_a_case_and_without_a_name(window):
    taken, made = leaflet(window, LeafletRequest(codes=("甲",)))

    assert taken.case_id == ""
    assert made.told_to == ""
    assert [(line.standing, line.undecided) for line in made.policies] == [("", ("年满30周岁", "正在办理林木采伐"))]
    assert "适用对象" in text_of(render(made))  # of somebody of whom nothing is known there is nothing still to look at


def test_m21_a_policy_that_is_over_is_not_printed_and_uses_no_number(window):
    with pytest.raises(NotAllowed, match="policy_gone"), window.store.write(SESSION) as uow:
        policies.leaflet(uow, SESSION, LeafletRequest(codes=("丁",)), today=MONDAY)

    taken, _ = leaflet(window, LeafletRequest(codes=("甲",)))
    assert taken.papers[0].endswith("0001号")


def test_m21_of_nothing_to_tell_there_is_no_line(window):
    case = take(window, form(COMPLETE))

    with window.store.write(SESSION) as uow:
        policies.record_shown(uow, (), version=PUBLISHED.version, case_id=case.case_id)

    assert told(window, case.case_id) == []


# intermediaries


def chosen(counter: Counter, case_id: str) -> IntermediaryChosen:
    return next(event for event in events(counter, case_id) if isinstance(event, IntermediaryChosen))


def test_m12_the_applicant_chooses_freely_and_the_slip_names_the_whole_register(window):
    case = take(window, form(COMPLETE))

    with window.store.write(SESSION) as uow:
        made = intermediaries.choose(
            uow, SESSION, Need("L1", "测绘", case.case_id), code="12450000DEM2000026", today=MONDAY
        )

    event = chosen(window, case.case_id)
    assert event == made.event
    assert (event.how, event.seed) == (HowChosen.FREE, "")
    assert [one.name for one in event.candidates] == ["甲测绘队（示例）", "乙测绘队（示例）", "丙测绘队（示例）"]
    slip = paper(window, made.taken.papers[0])
    assert isinstance(slip, IntermediarySlip)
    assert (slip.how, slip.chosen.name, len(slip.candidates)) == ("自主选择", "乙测绘队（示例）", 3)
    assert slip.head.authority == HALL.name


def test_m12_a_lot_is_repeated_by_hand_from_the_ledger_alone(window):
    case = take(window, form(COMPLETE))

    with window.store.write(SESSION) as uow:
        made = intermediaries.draw_lot(uow, SESSION, Need("L1", "测绘", case.case_id), today=MONDAY)

    event = chosen(window, case.case_id)  # read back from the store
    tickets = {
        hashlib.sha256(bytes.fromhex(event.seed) + one.code.encode()).hexdigest(): one for one in event.candidates
    }
    assert tickets[min(tickets)] == event.chosen
    assert is_repeatable(event.seed, event.candidates, event.chosen)
    slip = paper(window, made.taken.papers[0])
    assert (slip.seed, slip.chosen.code, slip.how) == (event.seed, event.chosen.code, "随机抽取（申请人自愿）")
    render(slip)


def test_m12_every_lot_has_a_seed_of_its_own(window):
    with window.store.write(SESSION) as uow:
        seeds = [intermediaries.draw_lot(uow, SESSION, Need("L1", "测绘"), today=MONDAY).event.seed for _ in range(4)]

    assert len(set(seeds)) == 4


def test_m12_a_known_seed_gives_the_known_result(window):
    with window.store.write(SESSION) as uow:
        made = intermediaries.draw_lot(uow, SESSION, Need("L1", "测绘"), today=MONDAY, seed=lambda: ZEROS)

    digests = {code: hashlib.sha256(bytes(32) + code.encode()).hexdigest() for code in (one.code for one in REGISTER)}
    assert made.event.chosen is not None
    assert made.event.chosen.code == min(digests, key=digests.__getitem__)
    assert made.taken.case_id == ""


def test_m12_nobody_is_forced_taking_none_is_on_record_and_the_case_goes_on_as_it_was(window):
    case = take(window, form(COMPLETE))
    with window.store.read() as reader:
        before = reader.case(case.case_id)

    with window.store.write(SESSION) as uow:
        made = intermediaries.take_none(uow, Need("L1", "测绘", case.case_id), today=MONDAY)

    event = chosen(window, case.case_id)
    assert (event.how, event.chosen, len(event.candidates)) == (HowChosen.NONE, None, 3)
    assert made.taken.papers == ()
    with window.store.read() as reader:
        assert reader.case(case.case_id) == before


def test_m12_only_services_that_the_item_names_and_intermediaries_of_today_can_be_chosen(window):
    with window.store.write(SESSION) as uow:
        with pytest.raises(NotAllowed, match="service_not_named"):
            intermediaries.take_none(uow, Need("L1", "环评"), today=MONDAY)
        with pytest.raises(InvalidInput, match="intermediary"):
            intermediaries.choose(uow, SESSION, Need("L1", "测绘"), code=GONE.code, today=MONDAY)
        with pytest.raises(NotAllowed, match="register_empty"):
            intermediaries.draw_lot(uow, SESSION, Need("L1", "检测"), today=MONDAY)
        with pytest.raises(NotInCatalogue):
            intermediaries.take_none(uow, Need("L9", "测绘"), today=MONDAY)
        with pytest.raises(Conflict):
            intermediaries.take_none(uow, Need("L1", "测绘", "no such case"), today=MONDAY)


def test_a_form_of_an_older_program_has_been_told_of_nothing():
    old = form_of(b'{"case_id": "c1"}')

    assert (old.told, old.policies_shown) == ({}, ())
    assert IntakeForm(case_id="c1") == old


def test_what_an_applicant_only_asks_for_is_kept_without_a_case(open_counter):
    asked = msgspec.structs.replace(form(COMPLETE), policies_shown=("甲",), outcome="inform")

    counter = open_counter(catalogue(item(role=Role.ADVISES, materials=()), policies=POLICIES))
    with counter.store.write(SESSION) as uow:
        taken = intake.take_in(uow, SESSION, asked, today=MONDAY)

    assert taken.case_id == ""
