"""The language of policies: three answers, always one of them, and sound before it is put in force."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.condition import (
    DEEPEST,
    All,
    AnyOf,
    Condition,
    FactTest,
    Not,
    Op,
    Truth,
    evaluate,
    wrongs,
)
from desktop.domain.policy import Policy, facts_of, matches
from tests.builders import MONDAY, PERSON_ID

OLD = FactTest(fact="age", op=Op.AT_LEAST, number=60, says="年满60周岁")
VETERAN = FactTest(fact="veteran", op=Op.IS, values=("yes",), says="退役军人")
FIRM = FactTest(fact="entity", op=Op.STARTS, values=("91", "92"))

TEXTS = st.text(max_size=6)
NAMES = st.sampled_from(["age", "sex", "entity", "veteran", "answer.q", "unheard_of"])
TESTS = st.builds(
    FactTest,
    fact=NAMES,
    op=st.sampled_from(Op),
    values=st.lists(TEXTS, max_size=3).map(tuple),
    number=st.integers(),
)
CONDITIONS = st.recursive(
    TESTS,
    lambda inner: st.one_of(
        st.builds(All, parts=st.lists(inner, max_size=3).map(tuple)),
        st.builds(AnyOf, parts=st.lists(inner, max_size=3).map(tuple)),
        st.builds(Not, part=inner),
    ),
    max_leaves=20,
)
FACTS = st.dictionaries(NAMES, st.one_of(TEXTS, st.integers()), max_size=6)


def policy(condition: Condition, **changes: object) -> Policy:
    fields: dict[str, object] = {
        "code": "p1",
        "name": "示例政策",
        "publisher": "示例县",
        "kind": "补贴",
        "summary": "示例",
        "benefit": "示例",
        "condition": condition,
    }
    return Policy(**(fields | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("condition", "facts", "truth"),
    [
        (OLD, {"age": 60}, Truth.YES),
        (OLD, {"age": 59}, Truth.NO),
        (OLD, {}, Truth.UNKNOWN),
        (OLD, {"age": "六十"}, Truth.UNKNOWN),
        (All(parts=(OLD, VETERAN)), {"age": 59}, Truth.NO),
        (All(parts=(OLD, VETERAN)), {"age": 60}, Truth.UNKNOWN),
        (AnyOf(parts=(OLD, VETERAN)), {"age": 60}, Truth.YES),
        (AnyOf(parts=(OLD, VETERAN)), {"age": 59}, Truth.UNKNOWN),
        (AnyOf(parts=(OLD, VETERAN)), {"age": 59, "veteran": "no"}, Truth.NO),
        (Not(part=VETERAN), {"veteran": "no"}, Truth.YES),
        (Not(part=VETERAN), {}, Truth.UNKNOWN),
        (FIRM, {"entity": "92"}, Truth.YES),
        (FIRM, {"entity": "93"}, Truth.NO),
        (All(), {}, Truth.YES),
        (AnyOf(), {}, Truth.NO),
    ],
)
def test_m21_a_condition_is_yes_no_or_not_known_yet(condition, facts, truth):
    assert evaluate(condition, facts).truth is truth


def test_m21_the_reasons_are_the_tests_that_held_and_the_open_facts_are_named():
    assert evaluate(AnyOf(parts=(OLD, VETERAN)), {"age": 70}).because == (OLD,)
    assert evaluate(All(parts=(OLD, VETERAN)), {"age": 70}).unknown == ("veteran",)


@given(CONDITIONS, FACTS)
def test_m21_matching_never_raises(condition, facts):
    verdict = evaluate(condition, facts)

    assert verdict.truth in Truth
    assert matches([policy(condition)], facts, today=MONDAY) is not None
    assert (verdict.truth is Truth.UNKNOWN) or verdict.unknown == ()


@given(CONDITIONS, FACTS, FACTS)
def test_learning_more_never_turns_a_yes_into_a_no(condition, facts, more):
    """Three-valued logic is monotone: what was decided stays decided when unknown facts become known."""
    before = evaluate(condition, facts).truth
    after = evaluate(condition, {**more, **facts}).truth

    assert before is Truth.UNKNOWN or after is before or any(v == "" or v is None for v in facts.values())


@given(CONDITIONS)
def test_a_condition_survives_the_way_through_a_file(condition):
    assert msgspec.json.decode(msgspec.json.encode(condition), type=Condition) == condition


def test_a_condition_deeper_than_anyone_writes_is_not_known_and_not_sound():
    deep: Condition = OLD
    for _ in range(DEEPEST + 5):
        deep = Not(part=deep)

    assert evaluate(deep, {"age": 70}).truth is Truth.UNKNOWN
    assert [wrong.reason for wrong in wrongs(deep)] == ["condition_deep"]


@pytest.mark.parametrize(
    ("test", "reason"),
    [
        (FactTest(fact="shoe_size", op=Op.AT_LEAST, number=40), "condition_fact"),
        (FactTest(fact="age", op=Op.IS, values=("60",)), "condition_op"),
        (FactTest(fact="sex", op=Op.AT_LEAST, number=1), "condition_op"),
        (FactTest(fact="sex", op=Op.IN), "condition_values"),
        (FactTest(fact="answer.place", op=Op.IS, values=("1",)), "condition_fact"),
    ],
)
def test_an_unsound_test_is_named(test, reason):
    assert [wrong.reason for wrong in wrongs(test)] == [reason]
    assert wrongs(FactTest(fact="answer.place", op=Op.IS, values=("1",)), questions=frozenset({"place"})) == ()


def test_m21_what_the_counter_knows_of_a_person_is_in_the_number():
    """450000198503070028: born 7 March 1985, seventeenth digit 2."""
    facts = facts_of(kind="person", id_kind="citizen_id", id_number=PERSON_ID, item_code="L1", today=date(2026, 3, 6))

    assert facts == {"applicant": "person", "item": "L1", "area": "450000", "sex": "female", "age": 40}
    later = facts_of(kind="person", id_kind="citizen_id", id_number=PERSON_ID, today=date(2026, 3, 7))
    assert later["age"] == 41


@given(st.sampled_from(["person", "organisation", ""]), st.text(max_size=20), st.text(max_size=20))
def test_m21_half_typed_numbers_give_no_fact_and_no_error(kind, id_kind, number):
    facts = facts_of(kind=kind, id_kind=id_kind, id_number=number, today=MONDAY)

    assert all(value != "" for value in facts.values())


def test_m21_policies_out_of_force_are_not_offered():
    expired = policy(All(), valid_to=date(2026, 11, 1))
    future = policy(All(), valid_from=date(2026, 11, 3))
    now = policy(All(), valid_from=date(2026, 11, 2), valid_to=date(2026, 11, 2))

    assert [match.policy for match in matches([expired, future, now], {}, today=MONDAY)] == [now]
