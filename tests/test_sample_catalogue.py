"""The sample catalogue: sound, plainly a sample, and true to what people ask for at a township counter."""

import re
from datetime import date
from itertools import product

import pytest

from desktop.catalogue_files.sample import load_sample
from desktop.domain.bundle import audience
from desktop.domain.catalogue import Audience, Handling, Role, ServiceItem, holds
from desktop.domain.catalogue_rules import faults
from desktop.domain.catalogue_search import find_items, referrals_for
from desktop.domain.identity import CreditCode
from desktop.domain.regime import Regime

SAMPLE = load_sample()
TODAY = date(2026, 11, 23)
TOWN = "右江区阳圩镇（示例）人民政府"

COMPLETE = (
    "社会保障卡申领",
    "异地就医备案",
    "最低生活保障审核确认",
    "特困人员认定",
    "临时救助审核确认",
    "高龄津贴申领",
    "困难残疾人生活补贴申领",
    "残疾人证办理",
    "城乡居民基本养老保险参保登记",
    "居住证办理",
    "户口迁移",
    "农村村民宅基地审批",
    "乡村建设规划许可证核发",
    "林木采伐许可证核发（农村居民自留山、个人承包集体林地）",
    "临时使用林地审批",
    "设施农业用地备案",
    "个体工商户登记",
    "食品摊贩备案",
    "生育登记",
)


def named(name: str) -> ServiceItem:
    return next(item for item in SAMPLE.items if item.name.startswith(name))


def option(item: ServiceItem, question: str, answer: str):
    asked = next(q for q in item.questions if q.key == question)
    return next(o for o in asked.options if o.key == answer)


def asked_for(item: ServiceItem, **facts: str) -> list[str]:
    return [material.name for material in item.materials if holds(material.when, facts)]


def test_it_is_sound():
    assert faults(SAMPLE) == ()


def test_it_has_the_items_of_the_handbook_and_of_the_bundles_and_places_to_send_people_to():
    assert len(SAMPLE.items) == 61
    assert len(SAMPLE.referrals) >= 12
    assert len({item.name for item in SAMPLE.items}) == 61


def test_who_founds_a_company_applies_as_a_person_because_the_company_has_no_code_yet():
    """市场主体登记管理条例 16: the founders apply, and 企业开办 leads to the bundle, not to the registration alone."""
    (bundle,) = (bundle for bundle in SAMPLE.bundles if bundle.name.startswith("企业开办"))
    by_code = {item.code: item for item in SAMPLE.items}
    parts = [by_code[part.item] for part in bundle.parts]

    assert audience(parts) is Audience.ANY
    assert [part.name for part in parts][:3] == ["公司设立登记", "公章刻制备案", "发票领用和税种认定"]
    assert find_items(SAMPLE, "企业开办", on=TODAY) == []


def test_it_says_that_it_is_a_sample():
    assert SAMPLE.is_sample
    assert "示例数据" in SAMPLE.note
    assert all("示例数据" in item.note for item in SAMPLE.items)
    assert all("示例" in item.authority for item in SAMPLE.items)


def test_no_number_in_it_can_reach_anybody():
    for item in SAMPLE.items:
        assert CreditCode(item.authority_code).area == "450000"  # a region, never the area of a code
        assert all(phone.startswith("0776-0000") for phone in (item.service_phone, item.complaint_phone))
        assert not item.online_url or ".example/" in item.online_url
        assert not re.search(r"(?<!\w)1[3-9]\d{9}(?!\w)", repr(item))
    assert all(referral.phone.startswith("0776-0000") for referral in SAMPLE.referrals)


def test_item_codes_are_credit_code_level_and_basic_code():
    for item in SAMPLE.items:
        assert (len(item.code), len(item.basic_code)) == (31, 12)
        assert item.code.startswith(item.authority_code)
        assert item.code.endswith(item.basic_code)
        assert item.basic_code[2:4] == item.kind.value


@pytest.mark.parametrize("name", COMPLETE)
def test_an_item_that_counts_as_complete_is_complete(name):
    item = named(name)

    assert item.questions
    assert len(item.faq) >= 3
    assert all((item.conditions, item.steps, item.result_name, item.result_delivery))
    assert all((item.review_authority, item.court))
    for material in item.materials:
        assert 3 <= len(material.acceptance_points) <= 5, material.name
        assert 3 <= len(material.common_defects) <= 4, material.name
    assert any(material.fill_notes for material in item.materials)


@pytest.mark.parametrize("item", SAMPLE.items, ids=lambda item: item.name)
def test_every_question_changes_what_is_asked_for_or_where_it_is_applied_for(item):
    conditions = [entry.when for entry in (*item.materials, *item.questions)]
    for question in item.questions:
        has_effect = any(o.not_required or o.other_authority for o in question.options)
        assert has_effect or any(question.key in when for when in conditions), question.key


@pytest.mark.parametrize("item", SAMPLE.items, ids=lambda item: item.name)
def test_every_situation_asks_for_something_and_every_material_is_asked_for_in_one(item):
    if item.role is Role.ADVISES:
        return
    questions = {q.key: [o.key for o in q.options if not (o.not_required or o.other_authority)] for q in item.questions}
    facts = {"applicant": ["person", "organisation"], "agent": ["yes", "no"], **questions}
    asked: set[str] = set()
    for answers in product(*facts.values()):
        found = asked_for(item, **dict(zip(facts, answers, strict=True)))
        assert found, answers
        asked |= set(found)

    assert asked == {material.name for material in item.materials}


@pytest.mark.parametrize("item", [item for item in SAMPLE.items if item.role is Role.OWN], ids=lambda item: item.name)
def test_what_the_town_decides_itself_is_in_its_name(item):
    assert item.authority == TOWN


@pytest.mark.parametrize(
    ("name", "role", "regime"),
    [
        ("社会保障卡申领", Role.COLLECTS, Regime.SERVICE),
        ("最低生活保障", Role.FIRST_REVIEW, Regime.SOCIAL_RELIEF),
        ("特困人员", Role.FIRST_REVIEW, Regime.SOCIAL_RELIEF),
        ("医疗救助", Role.FIRST_REVIEW, Regime.SOCIAL_RELIEF),
        ("临时救助", Role.FIRST_REVIEW, Regime.SOCIAL_RELIEF),
        ("农村村民宅基地", Role.OWN, Regime.LICENCE),
        ("林木采伐", Role.DELEGATED, Regime.LICENCE),
        ("个体工商户", Role.COLLECTS, Regime.MARKET_ENTITY),
        ("公司设立登记", Role.COLLECTS, Regime.MARKET_ENTITY),
        ("居住证", Role.COLLECTS, Regime.RESIDENCE_PERMIT),
        ("农村不动产", Role.COLLECTS, Regime.REAL_ESTATE),
        ("不动产首次登记", Role.COLLECTS, Regime.REAL_ESTATE),
        ("金融惠企", Role.ADVISES, Regime.SERVICE),
    ],
)
def test_each_item_has_its_role_and_its_law(name, role, regime):
    assert (named(name).role, named(name).regime) == (role, regime)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("五保", "特困人员认定"),
        ("低保", "最低生活保障审核确认"),
        ("社保卡", "社会保障卡申领"),
        ("准生证", "生育登记"),
        ("建房", "农村村民宅基地审批"),
        ("砍树", "林木采伐许可证核发"),
        ("摆摊", "食品摊贩备案"),
        ("上户口", "出生登记"),
        ("开店", "个体工商户登记"),
        ("当兵", "兵役登记"),
        ("讨薪", "法律援助申请"),
        ("桂惠贷", "金融惠企贴息政策咨询"),
    ],
)
def test_items_are_found_by_what_people_say(said, name):
    assert find_items(SAMPLE, said, on=TODAY)[0].name.startswith(name)


@pytest.mark.parametrize("said", ["护照", "驾驶证", "结婚", "抵押", "公积金", "公证"])
def test_for_what_is_not_in_the_catalogue_people_are_sent_on(said):
    assert referrals_for(SAMPLE, said)


@pytest.mark.parametrize("place", ["自留地房前屋后", "竹林"])
def test_forest_law_article_56_needs_no_licence_for_scattered_trees_at_the_house_and_for_bamboo(place):
    effect = option(named("林木采伐"), "林木位置", place).not_required

    assert effect is not None
    assert effect.basis == "《中华人民共和国森林法》第五十六条"


@pytest.mark.parametrize("place", ["城镇林木", "国有林场", "本镇以外"])
def test_felling_outside_what_is_delegated_belongs_to_another_authority(place):
    assert option(named("林木采伐"), "林木位置", place).other_authority is not None


def test_forest_law_article_58_asks_for_the_survey_only_above_the_size():
    item = named("林木采伐")

    assert "伐区调查设计材料" in asked_for(item, 采伐规模="超过")
    assert "伐区调查设计材料" not in asked_for(item, 采伐规模="不超过")


def test_an_agent_brings_an_authority_in_writing():
    with_agent, without = (asked_for(named("高龄津贴"), agent=answer, 户籍="本镇") for answer in ("yes", "no"))

    assert [name for name in with_agent if name not in without] == ["授权委托书", "代理人居民身份证"]


def test_a_guardian_shows_who_he_is_instead_of_the_child():
    names = asked_for(named("社会保障卡申领"), 办理人="监护人代办", 卡的形式="实体卡", agent="no")

    assert "监护人居民身份证" in names
    assert "监护关系证明" in names
    assert "授权委托书" not in names


def test_only_materials_of_committed_items_are_deferred():
    deferrable = [(i.handling, m.name) for i in SAMPLE.items for m in i.materials if m.is_deferrable]

    assert deferrable
    assert all(handling is Handling.COMMITTED for handling, _ in deferrable)


@pytest.mark.parametrize("day", [date(2017, 4, 1), date(2023, 4, 23)])
def test_national_make_up_workdays_are_off_in_guangxi_when_sanyuesan_falls_on_them(day):
    assert next(d for d in SAMPLE.regional_days if d.day == day).is_off
