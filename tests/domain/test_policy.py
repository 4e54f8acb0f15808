"""Whatever is known of whomever: matching and asking never raise, and every answer that is offered is one."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import condition
from desktop.domain.catalogue import Option, Question
from desktop.domain.condition import KNOWN_FACTS, AnyOf, FactTest, Not, Op, Truth, evaluate
from desktop.domain.condition_words import open_words
from desktop.domain.policy import Policy, facts_of, is_in_force, matches
from desktop.domain.policy_question import OTHER, answer_of, answer_text, question_of, said
from tests.builders import MONDAY

FACTS = st.sampled_from([*KNOWN_FACTS, "answer.place", "unheard_of"])
TESTS = st.builds(
    FactTest,
    fact=FACTS,
    op=st.sampled_from(Op),
    values=st.lists(st.text(max_size=5), max_size=3).map(tuple),
    number=st.integers(-5, 120),
    says=st.sampled_from(["", "年满80周岁"]),
)
CONDITIONS = st.recursive(
    TESTS,
    lambda inner: st.one_of(st.builds(Not, part=inner), st.builds(AnyOf, parts=st.lists(inner, max_size=3).map(tuple))),
    max_leaves=6,
)
VALUES = st.one_of(st.text(max_size=8), st.integers(-10, 10**12))
PLACE = Question(key="place", text="在哪里？", options=(Option(key="1", text="林地"), Option(key="2", text="房前屋后")))


def policy(holds, **fields):
    named = {"code": "p", "name": "示例", "publisher": "示例", "kind": "补贴", "summary": "示例", "benefit": "示例"}
    return Policy(**{**named, **fields}, condition=holds)


POLICIES = st.builds(
    policy,
    CONDITIONS,
    valid_from=st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)),
    valid_to=st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1)),
)


@given(st.lists(POLICIES, max_size=4), st.dictionaries(FACTS, VALUES, max_size=6))
def test_matching_never_raises_and_only_tells_of_what_is_in_force_and_not_excluded(policies, facts):
    found = matches(policies, facts, today=MONDAY)

    for match in found:
        truth = evaluate(match.policy.condition, facts).truth
        assert is_in_force(match.policy, MONDAY)
        assert truth is (Truth.YES if match.is_certain else Truth.UNKNOWN)
        assert all(evaluate(test, facts).truth is Truth.YES for test in match.because)  # reasons are true as they stand
        assert all(said(test) for test in match.because)
        assert bool(open_words(match.policy.condition, facts)) is (truth is Truth.UNKNOWN)
    assert [match.is_certain for match in found] == sorted((match.is_certain for match in found), reverse=True)


@given(
    kind=st.sampled_from(["person", "organisation", "", "other"]),
    id_kind=st.sampled_from(["citizen_id", "passport", ""]),
    number=st.text(max_size=20) | st.text("0123456789X", min_size=17, max_size=19),
    told=st.dictionaries(FACTS, VALUES, max_size=4),
)
def test_whatever_stands_in_the_form_becomes_facts(kind, id_kind, number, told):
    facts = facts_of(kind=kind, id_kind=id_kind, id_number=number, told=told, today=MONDAY)

    assert "" not in facts.values()
    assert evaluate(FactTest(fact="age", op=Op.AT_LEAST, number=0), facts).truth in Truth


@given(POLICIES, st.dictionaries(FACTS, VALUES, max_size=3), st.text(max_size=12))
def test_every_answer_that_is_offered_decides_and_nothing_else_is_taken(one, facts, typed):
    for match in matches([one], facts, today=MONDAY):
        for fact in match.unknown:
            question = question_of(fact, policies=[one], questions=[PLACE])
            if question is None:
                continue
            if question.is_number:
                assert answer_of(question, "20") == 20
            for choice in question.choices:
                assert answer_of(question, choice.value) == choice.value
                assert choice.text
            answer = answer_of(question, typed)
            assert answer is None or isinstance(answer, int if question.is_number else str)


def test_the_choices_of_the_household_are_those_that_policies_name_and_none_of_them():
    named = policy(FactTest(fact="households", op=Op.IN, values=("脱贫户", "低保户")))
    other = policy(Not(part=FactTest(fact="households", op=Op.IS, values=("低保户",))))

    question = question_of("households", policies=[named, other])

    assert question is not None
    assert [choice.value for choice in question.choices] == ["脱贫户", "低保户", OTHER]


def test_a_fact_of_the_item_is_asked_for_with_the_items_own_question_or_not_at_all():
    asked = question_of("answer.place", questions=[PLACE])

    assert asked is not None
    assert (asked.text, [choice.text for choice in asked.choices]) == ("在哪里？", ["林地", "房前屋后"])
    assert question_of("answer.place") is None
    assert question_of("item") is None


def test_what_was_told_and_what_is_tested_read_as_people_say_it():
    assert answer_text("veteran", "yes") == "退役军人：是"
    assert answer_text("loan", 20) == "贷款金额（万元）：20"
    assert said(FactTest(fact="age", op=Op.AT_LEAST, number=80)) == "年龄不低于80"
    assert said(FactTest(fact="disabled", op=Op.IS, values=("yes",))) == "残疾人：是"
    assert said(FactTest(fact="answer.place", op=Op.IN, values=("1", "2"))) == "place：1、2"


def test_a_reason_that_must_not_hold_is_no_reason_why_it_fits():
    applying = FactTest(fact="item_name", op=Op.CONTAINS, values=("高龄津贴",), says="正在申领高龄津贴")

    assert evaluate(Not(part=applying), {"item_name": "户口迁移"}).because == ()
    assert evaluate(Not(part=applying), {"item_name": "高龄津贴申领"}).because == (applying,)
    assert condition.tests_of(Not(part=applying)) == (applying,)


def test_on_the_last_day_it_can_be_applied_for_and_on_the_next_no_more():
    one = policy(AnyOf(), valid_from=MONDAY, valid_to=MONDAY)

    assert is_in_force(one, MONDAY)
    assert not is_in_force(one, MONDAY + timedelta(days=1))
    assert not is_in_force(one, MONDAY - timedelta(days=1))
