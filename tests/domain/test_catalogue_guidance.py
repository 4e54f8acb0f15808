"""Policies and the register of intermediaries: what is wrong in a catalogue is told before it is in force."""

from datetime import date

import msgspec
import pytest

from desktop.domain.catalogue_rules import faults
from desktop.domain.condition import DEEPEST, MOST_TESTS, All, Condition, FactTest, Not, Op
from desktop.domain.intermediary import (
    Candidate,
    Intermediary,
    candidate,
    draw_one,
    is_repeatable,
    on_register,
)
from desktop.domain.policy import Policy
from tests.builders import MONDAY, catalogue, item

SURVEYOR = Intermediary(service="测绘", name="甲测绘队（示例）", code="91450000DEM200001X", valid_to=MONDAY)
OTHER = msgspec.structs.replace(SURVEYOR, name="乙测绘队（示例）", code="12450000DEM2000026", valid_to=None)
OLD = FactTest(fact="age", op=Op.AT_LEAST, number=80)
POLICY = Policy(
    code="p1",
    name="高龄津贴（示例）",
    publisher="示例县民政局",
    kind="津贴",
    summary="按月领取",
    benefit="按月发放",
    condition=OLD,
    url="https://zc.example/1",
)
ZEROS = "0" * 64


def wrong(
    *policies: Policy, register: tuple[Intermediary, ...] = (), services: tuple[str, ...] = ()
) -> list[tuple[str, str]]:
    made = catalogue(item(intermediary_services=services), policies=policies, intermediaries=register)
    return [(fault.where, fault.reason) for fault in faults(made)]


def changed(**fields: object) -> Policy:
    return msgspec.structs.replace(POLICY, **fields)


def test_a_sound_policy_and_register_are_let_pass():
    assert wrong(POLICY, register=(SURVEYOR, OTHER), services=("测绘", "检测")) == []


@pytest.mark.parametrize(
    ("policy", "where", "reason"),
    [
        (changed(benefit=""), "benefit", "empty"),
        (changed(valid_from=MONDAY, valid_to=date(2026, 1, 1)), "valid_to", "dates_order"),
        (changed(url="zc.example/1"), "url", "policy_url"),
        (changed(url="https://zc.example/政策"), "url", "policy_url"),
        (changed(url="https://zc.example/" + "a" * 200), "url", "policy_url"),
        (changed(condition=FactTest(fact="income", op=Op.AT_MOST, number=1)), "condition", "condition_fact"),
        (
            changed(condition=FactTest(fact="answer.nobody_asks", op=Op.IS, values=("x",))),
            "condition",
            "condition_fact",
        ),
        (changed(condition=FactTest(fact="age", op=Op.IS, values=("80",))), "condition", "condition_op"),
        (changed(condition=FactTest(fact="sex", op=Op.IS)), "condition", "condition_values"),
        (changed(condition=All(parts=(OLD,) * (MOST_TESTS + 1))), "condition", "condition_long"),
        (changed(summary="行政\x07"), "summary", "text_control"),
    ],
)
def test_what_is_wrong_with_a_policy_is_told_at_its_field(policy, where, reason):
    assert (f"policies[0].{where}", reason) in wrong(policy)


def test_a_condition_nested_too_deep_and_a_code_used_twice_are_told():
    deep: Condition = OLD
    for _ in range(DEEPEST + 2):
        deep = Not(part=deep)

    assert wrong(POLICY, changed(condition=deep)) == [
        ("policies[1].code", "policy_twice"),
        ("policies[1].condition", "condition_deep"),
    ]


def test_what_is_wrong_with_the_register_is_told_at_its_entry():
    broken = msgspec.structs.replace(SURVEYOR, code="91450000DEM200001E")

    assert wrong(register=(SURVEYOR, SURVEYOR), services=("测绘", "测绘")) == [
        ("intermediaries[1].code", "intermediary_twice"),
        ("items[0].intermediary_services[1]", "service_twice"),
    ]
    assert wrong(register=(broken,)) == [("intermediaries[0].code", "credit_code")]


def test_only_those_who_offer_the_service_on_the_day_are_on_the_register():
    elsewhere = msgspec.structs.replace(OTHER, service="检测")

    assert on_register((SURVEYOR, OTHER, elsewhere), "测绘", day=MONDAY) == (SURVEYOR, OTHER)
    assert on_register((SURVEYOR, OTHER, elsewhere), "测绘", day=date(2027, 1, 4)) == (OTHER,)
    assert on_register((msgspec.structs.replace(OTHER, valid_from=date(2027, 1, 1)),), "测绘", day=MONDAY) == ()


def test_a_lot_is_repeated_from_what_is_recorded_and_a_changed_record_is_found():
    population = (candidate(SURVEYOR), candidate(OTHER))
    drawn = draw_one(ZEROS, population)

    assert drawn in population
    assert is_repeatable(ZEROS, reversed(population), drawn)
    assert not is_repeatable(ZEROS, population, next(one for one in population if one != drawn))
    assert not is_repeatable("", population, drawn)
    assert not is_repeatable(ZEROS, (*population, Candidate(code="x", name="x")), None)
    assert draw_one(ZEROS, ()) is None
