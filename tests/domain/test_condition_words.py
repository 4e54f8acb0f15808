"""Conditions in a person's words: what must hold together is a line each, of alternatives one will do (M21)."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.catalogue_files.sample import load_sample
from desktop.domain.condition import All, AnyOf, Facts, FactTest, Not, Op, Truth, evaluate
from desktop.domain.condition_words import against_words, open_words
from tests.domain.test_policy import CONDITIONS, FACTS, VALUES

OLD = FactTest(fact="age", op=Op.AT_LEAST, number=18, says="年满18周岁")
VETERAN = FactTest(fact="veteran", op=Op.IS, values=("yes",), says="退役军人")
GRADUATE = FactTest(fact="graduate", op=Op.IS, values=("yes",), says="高校毕业生")
POOR = FactTest(fact="households", op=Op.IN, values=("脱贫户",), says="脱贫户")
SMALL = FactTest(fact="employees", op=Op.AT_MOST, number=300, says="从业人数不超过300人")
LOAN = All(parts=(OLD, AnyOf(parts=(VETERAN, GRADUATE, POOR))))


def test_m21_what_must_hold_together_is_a_line_each_and_of_alternatives_one_will_do():
    assert open_words(LOAN, {}) == ("年满18周岁", "以下有一项即可：退役军人；高校毕业生；脱贫户")


def test_m21_what_is_known_is_not_asked_for_again():
    facts: Facts = {"age": 30, "veteran": "no"}

    assert open_words(LOAN, facts) == ("以下有一项即可：高校毕业生；脱贫户",)
    assert open_words(LOAN, {**facts, "graduate": "no"}) == ("脱贫户",)  # the last that may still be the one
    assert open_words(LOAN, {**facts, "graduate": "yes"}) == ()
    assert open_words(LOAN, {"age": 17}) == ()


def test_m21_inside_a_line_alternatives_are_joined_as_they_are_said():
    mixed = AnyOf(parts=(POOR, All(parts=(SMALL, AnyOf(parts=(VETERAN, GRADUATE))))))

    assert open_words(mixed, {}) == ("以下有一项即可：脱贫户；从业人数不超过300人，并且退役军人或者高校毕业生",)
    assert open_words(Not(part=VETERAN), {}) == ("不属于“退役军人”",)


def test_m21_against_alternatives_it_is_said_that_none_of_them_holds():
    nobody: Facts = {"age": 30, "veteran": "no", "graduate": "no", "households": "其他"}

    assert against_words(LOAN, nobody) == ("以下各项都不符合：退役军人；高校毕业生；脱贫户",)
    assert against_words(LOAN, {"age": 17}) == ("不符合“年满18周岁”",)
    assert against_words(AnyOf(parts=(VETERAN,)), {"veteran": "no"}) == ("不符合“退役军人”",)
    assert against_words(Not(part=VETERAN), {"veteran": "yes"}) == ("退役军人",)
    assert against_words(LOAN, {}) == ()


@given(CONDITIONS, st.dictionaries(FACTS, VALUES, max_size=6))
def test_it_never_raises_and_says_something_just_where_something_is_open(wanted, facts):
    truth = evaluate(wanted, facts).truth
    words = open_words(wanted, facts)

    assert bool(words) is (truth is Truth.UNKNOWN)
    assert truth is Truth.NO or against_words(wanted, facts) == ()


def test_every_policy_of_the_sample_reads_as_a_person_would_say_it():
    policies = {policy.code: policy for policy in load_sample().policies}
    loan = policies["SLZC-2026-03"].condition

    assert open_words(loan, {"applicant": "person", "age": 30, "item_name": "城乡居民养老保险参保登记"}) == (
        "以下有一项即可：退役军人；高校毕业生；持有残疾人证；脱贫户、监测户或者低保户",
    )
    for policy in policies.values():
        for line in open_words(policy.condition, {}):
            assert "；；" not in line
            assert not line.endswith(("：", "并且", "或者"))
