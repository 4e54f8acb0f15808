"""M8: several items as one. The example is worked out by hand; the property holds for whatever a catalogue joins."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.bundle import all_items, as_item, cart_code, item_of, may_join, saving
from desktop.domain.bundle_parts import BundledItem
from desktop.domain.catalogue import (
    Audience,
    Bundle,
    BundlePart,
    ItemStatus,
    MaterialRequirement,
    Option,
    Question,
    Role,
    When,
)
from desktop.domain.catalogue_rules import faults
from desktop.domain.checklist import possible_materials, requirements_of
from desktop.domain.deadline import TimeLimit
from desktop.domain.outcome import open_questions
from tests.builders import catalogue
from tests.bundle_builders import (
    BUNDLE,
    FARM_ITEM,
    INSURANCE_ITEM,
    SHOP_ITEM,
    WORKDAYS,
    an_item,
    bundled_catalogue,
    material,
)

FACTS = {"applicant": "person", "agent": "no", "channel": "counter"}
TENANT = {**FACTS, "insure": "yes", "home": "rent", "kind": "food", "kind·2": "cane"}


def bundled(bundle: Bundle = BUNDLE) -> BundledItem:
    item = as_item(bundle, bundled_catalogue(bundle))
    assert item is not None
    return item


def asked_for(facts: dict[str, str], item: BundledItem | None = None) -> dict[str, MaterialRequirement]:
    return {m.code: m for m in requirements_of(item or bundled(), facts)}


def test_m8_a_question_that_items_share_is_asked_once_and_one_that_clashes_says_whose_it_is():
    questions = {question.key: question.text for question in bundled().questions}

    assert questions == {
        "insure": "要不要参保？",
        "home": "房子是自己的还是租的？",
        "kind": "做什么？",
        "kind·2": "种植备案（示例）：种什么？",
    }


def test_m8_a_paper_that_items_share_is_brought_once_in_the_greatest_number_that_one_keeps():
    id_card, lease = asked_for(TENANT)["id_card"], asked_for(TENANT)["lease"]

    assert id_card.copies == 2  # 1, 2 and 1
    assert id_card.is_original_compared  # A2 wants that
    assert id_card.is_shareable  # every item takes it from the register
    assert not id_card.is_pledgeable  # A1 would
    assert lease.copies == 2
    assert not lease.is_deferrable  # A1 would wait, A2 would not


def test_m8_where_the_bundle_says_so_every_item_keeps_its_own():
    assert asked_for(TENANT)["photo"].copies == 3  # 1 for A2, 2 for A3
    assert asked_for(TENANT)["photo"].is_required  # A3 requires it


def test_m8_only_the_items_that_are_taken_ask_for_anything():
    photo = asked_for({**TENANT, "insure": "no"})["photo"]

    assert (photo.copies, photo.is_required) == (1, False)  # A2 alone
    assert "lease" not in asked_for({**TENANT, "home": "own"})
    assert [part.item.code for part, _ in bundled().taken({**TENANT, "insure": "no"})] == ["A1", "A2"]


def test_m8_each_item_has_its_own_facts_in_its_own_words():
    assert [own for _, own in bundled().taken(TENANT)] == [
        {**FACTS, "home": "rent", "kind": "food"},
        {**FACTS, "home": "rent", "kind": "cane"},
        FACTS,
    ]


def test_m8_the_longest_limit_counts_and_only_what_the_town_may_accept_whole_is_accepted():
    assert bundled().committed_limit == TimeLimit(10, WORKDAYS)
    assert bundled().statutory_limit == TimeLimit(20, WORKDAYS)
    assert (bundled().role, bundled().authority) == (Role.COLLECTS, "多部门")
    own = as_item(msgspec.structs.replace(BUNDLE, parts=BUNDLE.parts[:2]), bundled_catalogue())
    assert own is not None
    assert own.role is Role.OWN


def test_m8_materials_and_visits_are_spared():
    spared = saving(bundled(), TENANT)

    assert spared.materials == 8 - 4  # 3 + 3 + 2 one by one; form, id card, lease, photos together
    assert spared.visits == 4 - 2  # 1 + 2 + 1 one by one


def test_m8_what_open_answers_may_still_bring_is_told():
    codes = {m.code for m in possible_materials(bundled(), FACTS)}

    assert codes == {"lease"}


def test_m8_a_bundle_is_found_by_its_code_and_stands_behind_the_items():
    found = item_of(bundled_catalogue(), "B1")

    assert isinstance(found, BundledItem)
    assert [item.code for item in all_items(bundled_catalogue())] == ["A1", "A2", "A3", "B1"]
    assert item_of(bundled_catalogue(), "A1") == SHOP_ITEM
    assert item_of(bundled_catalogue(), "B2") is None


def test_m8_a_bundle_with_a_suspended_item_cannot_be_taken_in():
    suspended = msgspec.structs.replace(FARM_ITEM, status=ItemStatus.SUSPENDED)
    item = as_item(BUNDLE, catalogue(SHOP_ITEM, suspended, INSURANCE_ITEM, bundles=(BUNDLE,)))

    assert item is not None
    assert item.status is ItemStatus.SUSPENDED


def test_m8_a_cart_is_a_bundle_of_the_same_kind():
    code = cart_code(["A1", "A3"])
    cart = item_of(bundled_catalogue(), code)

    assert isinstance(cart, BundledItem)
    assert cart.code == code
    assert [part.item.code for part in cart.parts] == ["A1", "A3"]
    assert cart_code(["A1"]) == "A1"
    assert item_of(bundled_catalogue(), cart_code(["A1", "A9"])) is None


def test_m8_a_cart_takes_only_what_one_applicant_may_ask_for_here():
    company = an_item("A4", "公司事项（示例）", audience=Audience.ORGANISATION)
    advice = an_item("A5", "咨询事项（示例）", role=Role.ADVISES)

    assert may_join([], SHOP_ITEM)
    assert may_join([SHOP_ITEM], INSURANCE_ITEM)
    assert not may_join([SHOP_ITEM], SHOP_ITEM)
    assert not may_join([SHOP_ITEM], company)
    assert not may_join([], advice)
    assert not may_join([], bundled())


def test_m8_what_is_wrong_with_a_bundle_is_named():
    wrong = Bundle(
        code="A1",
        name="示例",
        group="一件事",
        parts=(BundlePart(item="A1", when={"weather": ("rain",)}), BundlePart(item="A9"), BundlePart(item="A1")),
        summed=("stone",),
    )

    found = {(fault.where, fault.reason) for fault in faults(bundled_catalogue(wrong))}

    assert found >= {
        ("bundles[0].code", "item_code_twice"),
        ("bundles[0].parts[0].when", "when_question"),
        ("bundles[0].parts[1].item", "bundle_item_unknown"),
        ("bundles[0].parts[2].item", "bundle_item_twice"),
        ("bundles[0].summed[0]", "bundle_standard"),
    }
    assert not [fault for fault in faults(bundled_catalogue()) if fault.where.startswith("bundles")]


OPTIONS = (Option(key="a", text="甲"), Option(key="b", text="乙"))
WHENS = st.dictionaries(st.sampled_from(["q1", "q2", "agent"]), st.sampled_from([("a",), ("b",), ("yes",)]), max_size=2)
QUESTIONS = st.lists(
    st.sampled_from(["q1", "q2"]).flatmap(
        lambda key: st.builds(
            Question,
            key=st.just(key),
            text=st.sampled_from([f"{key}？", f"换个说法{key}？"]),
            options=st.just(OPTIONS),
            when=st.sampled_from([{}, {"q1": ("a",)}, {"agent": ("yes",)}]),
        )
    ),
    max_size=2,
    unique_by=lambda question: question.key,
)
MATERIALS = st.lists(
    st.tuples(st.sampled_from(["", "id_card", "photo"]), st.integers(0, 3), WHENS, st.booleans(), st.booleans()),
    max_size=4,
)


@st.composite
def bundles(draw: st.DrawFn) -> BundledItem:
    items = [
        an_item(
            f"A{n}",
            f"事项{n}",
            questions=tuple(draw(QUESTIONS)),
            materials=tuple(
                material(f"m{k}", f"材料{k}", standard, copies=copies, when=when, is_required=must, is_deferrable=late)
                for k, (standard, copies, when, must, late) in enumerate(draw(MATERIALS))
            ),
        )
        for n in range(draw(st.integers(2, 4)))
    ]
    whens: st.SearchStrategy[When] = st.sampled_from([{}, {"agent": ("yes",)}])
    parts = tuple(BundlePart(item=item.code, when=draw(whens)) for item in items)
    summed = ("photo",) if draw(st.booleans()) else ()
    bundle = Bundle(code="B", name="一件事", group="一件事", parts=parts, summed=summed)
    made = as_item(bundle, catalogue(*items, bundles=(bundle,)))
    assert made is not None
    return made


@given(bundles(), st.dictionaries(st.sampled_from(["q1", "q2", "q1·2", "q2·2", "q1·3"]), st.sampled_from(["a", "b"])))
def test_m8_nothing_is_asked_twice_and_every_item_gets_what_it_asks_for(item, answers):
    facts = {**FACTS, "agent": "yes", **answers}

    asked = [question for question in item.questions if question.is_asked(facts)]
    together = {m.code: m for m in requirements_of(item, facts)}

    assert len({question.key for question in asked}) == len(asked)
    assert len({(question.text, question.options) for question in asked}) == len(asked)
    assert set(open_questions(item, facts)) <= {question.key for question in asked}
    served: set[str] = set()
    for part, own in item.taken(facts):
        for wanted in requirements_of(part.item, own):
            given_once = together[item.code_of(part, wanted)]
            served.add(given_once.code)
            assert given_once.copies >= wanted.copies
            assert given_once.is_required >= wanted.is_required
            assert given_once.is_deferrable <= wanted.is_deferrable
    assert served == set(together)  # and no item is asked for what none of them wants
