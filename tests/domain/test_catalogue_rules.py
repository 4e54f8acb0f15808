"""What must hold between the fields of a catalogue."""

from datetime import date

import msgspec
import pytest

from desktop.domain.catalogue import (
    Catalogue,
    Handling,
    ItemKind,
    MaterialRequirement,
    NotRequiredHere,
    Option,
    OtherAuthority,
    Question,
    Referral,
    RegionalDay,
    Role,
    ServiceItem,
    SpecialProcedure,
)
from desktop.domain.catalogue_rules import Fault, faults
from desktop.domain.deadline import LimitUnit, TimeLimit
from desktop.domain.regime import Regime

TOWN = "示例镇人民政府"
CODE = "11450000DEM0000182"


def days(count: int) -> TimeLimit:
    return TimeLimit(count, LimitUnit.WORKING_DAYS)


KIND = Question(key="类别", text="属于哪一类？", options=(Option(key="甲", text="甲类"), Option(key="乙", text="乙类")))
FORM = MaterialRequirement(code="m01", name="申请表")
ITEM = ServiceItem(
    code="A1",
    name="林木采伐",
    group="林业",
    kind=ItemKind.LICENCE,
    regime=Regime.LICENCE,
    role=Role.DELEGATED,
    authority="示例县林业局",
    handling=Handling.COMMITTED,
    statutory_limit=days(20),
    committed_limit=days(5),
    questions=(KIND,),
    materials=(FORM,),
)
OWN = msgspec.structs.replace(ITEM, code="A2", name="宅基地", role=Role.OWN, authority=TOWN)
SOUND = Catalogue(
    version="2026.11.01",
    publisher="示例县政务服务局",
    division="450000",
    issued_on=date(2026, 10, 20),
    in_force_on=date(2026, 11, 1),
    items=(ITEM, OWN),
)


def of_catalogue(**changes) -> tuple[Fault, ...]:
    return faults(msgspec.structs.replace(SOUND, **changes))


def of_item(**changes) -> list[tuple[str, str]]:
    found = of_catalogue(items=(msgspec.structs.replace(ITEM, **changes), OWN))
    assert all(fault.item_code == changes.get("code", "A1") for fault in found)
    return [(fault.where, fault.reason) for fault in found]


def of_material(**changes) -> list[tuple[str, str]]:
    return of_item(materials=(msgspec.structs.replace(FORM, **changes),))


def of_option(**changes) -> list[tuple[str, str]]:
    option = msgspec.structs.replace(KIND.options[0], **changes)
    return of_item(questions=(msgspec.structs.replace(KIND, options=(option, KIND.options[1])),))


def test_a_sound_catalogue_has_no_faults():
    assert faults(SOUND) == ()


@pytest.mark.parametrize(
    ("changes", "where", "reason"),
    [
        ({"version": "2026-11-01"}, "version", "version_form"),
        ({"version": "2026.13.01"}, "version", "version_form"),
        ({"division": "45100"}, "division", "division_code"),
        ({"in_force_on": date(2026, 10, 1)}, "in_force_on", "in_force_before_issue"),
        ({"publisher": ""}, "publisher", "empty"),
        ({"items": ()}, "items", "no_items"),
        ({"items": (OWN, OWN)}, "items[1].code", "item_code_twice"),
        ({"note": "末尾有空格 "}, "note", "text_untrimmed"),
        ({"referrals": (Referral(matter="护照", authority="公安局"),) * 2}, "referrals[1].matter", "referral_twice"),
        (
            {"regional_days": (RegionalDay(day=date(2026, 4, 17), is_off=True, why="三月三"),) * 2},
            "regional_days[1].day",
            "day_twice",
        ),
    ],
)
def test_the_head_and_the_lists_of_a_catalogue_are_checked(changes, where, reason):
    assert [(fault.where, fault.reason) for fault in of_catalogue(**changes)] == [(where, reason)]


@pytest.mark.parametrize(
    ("changes", "where", "reason"),
    [
        ({"name": ""}, "items[0].name", "empty"),
        ({"code": "A 1"}, "items[0].code", "item_code_form"),
        ({"authority_code": "91310115MA1H8R7C6D"}, "items[0].authority_code", "credit_code"),
        ({"authority": TOWN}, "items[0].authority", "authority_is_town"),
        ({"role": Role.FIRST_REVIEW, "authority": TOWN}, "items[0].authority", "authority_is_town"),
        ({"materials": ()}, "items[0].materials", "no_materials"),
        ({"valid_from": date(2026, 2, 1), "valid_to": date(2026, 1, 1)}, "items[0].valid_to", "dates_order"),
        ({"is_fully_online": True}, "items[0].online_url", "online_without_url"),
        ({"visits": -1}, "items[0].visits", "number_negative"),
        (
            {"special_procedures": (SpecialProcedure(name="查验", days=-1),)},
            "items[0].special_procedures[0].days",
            "number_negative",
        ),
        ({"committed_limit": days(21)}, "items[0].committed_limit", "committed_longer"),
        (
            {"regime": Regime.SERVICE, "committed_limit": None, "statutory_limit": None},
            "items[0].committed_limit",
            "limit_missing",
        ),
        ({"conditions": ("一行", "两\n行")}, "items[0].conditions[1]", "text_entry"),
        ({"note": "铃\x07"}, "items[0].note", "text_control"),
    ],
)
def test_an_item_is_checked(changes, where, reason):
    assert of_item(**changes) == [(where, reason)]


def test_a_promise_in_calendar_days_is_not_compared_with_working_days():
    assert of_item(committed_limit=TimeLimit(28, LimitUnit.CALENDAR_DAYS)) == []


def test_a_licence_needs_no_limit_of_its_own_because_article_42_gives_one():
    assert of_item(statutory_limit=None, committed_limit=None) == []


def test_an_item_that_is_advice_only_needs_no_material():
    assert of_item(role=Role.ADVISES, materials=(), statutory_limit=None) == []


@pytest.mark.parametrize(
    ("changes", "where", "reason"),
    [
        ({"code": ""}, "items[0].materials[0].code", "empty"),
        ({"when": {"年龄": ("甲",)}}, "items[0].materials[0].when", "when_question"),
        ({"when": {"类别": ("丙",)}}, "items[0].materials[0].when", "when_option"),
        ({"when": {"类别": ()}}, "items[0].materials[0].when", "when_empty"),
        ({"when": {"agent": ("maybe",)}}, "items[0].materials[0].when", "when_option"),
        ({"copies": -1}, "items[0].materials[0].copies", "number_negative"),
        ({"deferral": days(3)}, "items[0].materials[0].deferral", "deferral_of_undeferrable"),
        ({"is_deferrable": True, "deferral": days(6)}, "items[0].materials[0].deferral", "deferral_longer"),
    ],
)
def test_a_material_is_checked(changes, where, reason):
    assert of_material(**changes) == [(where, reason)]


@pytest.mark.parametrize("when", [{"类别": ("甲", "乙")}, {"agent": ("yes",)}, {"applicant": ("person",)}])
def test_a_condition_may_name_questions_of_the_item_and_the_facts_of_intake(when):
    assert of_material(when=when) == []


def test_an_immediate_item_knows_no_deferral():
    found = of_item(handling=Handling.IMMEDIATE, materials=(msgspec.structs.replace(FORM, is_deferrable=True),))

    assert found == [("items[0].materials[0].is_deferrable", "deferrable_in_immediate")]


def test_material_codes_are_unique_in_an_item():
    assert of_item(materials=(FORM, FORM)) == [("items[0].materials[1].code", "material_twice")]


@pytest.mark.parametrize(
    ("changes", "where", "reason"),
    [
        ({"key": "a=b"}, "items[0].questions[0].options[0].key", "key_form"),
        ({"key": "乙"}, "items[0].questions[0].options[1].key", "option_twice"),
        (
            {
                "not_required": NotRequiredHere(reason="不需要", basis="森林法"),
                "other_authority": OtherAuthority(reason="不归本镇", authority="示例县林业局"),
            },
            "items[0].questions[0].options[0]",
            "option_two_effects",
        ),
        (
            {"not_required": NotRequiredHere(reason="不需要", basis="")},
            "items[0].questions[0].options[0].not_required",
            "effect_unexplained",
        ),
        (
            {"other_authority": OtherAuthority(reason="不归本镇", authority="")},
            "items[0].questions[0].options[0].other_authority",
            "effect_unexplained",
        ),
    ],
)
def test_an_option_is_checked(changes, where, reason):
    assert of_option(**changes) == [(where, reason)]


@pytest.mark.parametrize("key", ["agent", "代理"])
def test_no_question_takes_the_name_of_a_fact_of_intake(key):
    assert of_item(questions=(msgspec.structs.replace(KIND, key=key),)) == [
        ("items[0].questions[0].key", "question_key_reserved")
    ]


@pytest.mark.parametrize("count", [1, 10])
def test_a_question_has_two_to_nine_options(count):
    options = tuple(Option(key=str(n), text=str(n)) for n in range(count))

    assert of_item(questions=(msgspec.structs.replace(KIND, options=options),)) == [
        ("items[0].questions[0].options", "options_count")
    ]


def test_questions_that_wait_for_each_other_are_a_fault():
    first = msgspec.structs.replace(KIND, key="一", when={"二": ("甲",)})
    second = msgspec.structs.replace(KIND, key="二", when={"一": ("甲",)})

    assert of_item(questions=(KIND, first, second)) == [("items[0].questions[1].when", "questions_cyclic")]


def test_every_fault_is_found_at_once():
    broken = msgspec.structs.replace(
        ITEM, name="", authority_code="x", materials=(msgspec.structs.replace(FORM, name="", when={"无": ("甲",)}),)
    )

    assert [f.reason for f in of_catalogue(version="1", items=(broken, OWN))] == [
        "version_form",
        "empty",
        "credit_code",
        "empty",
        "when_question",
    ]
