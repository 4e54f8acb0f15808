"""The small language in which a policy says whom it is for. Data in the catalogue, evaluated here, and total.

A condition is a test of one fact, or all, any or not of other conditions. Evaluation knows three answers, because
the counter does not know everything of everybody: yes, no, and not known yet. It never fails, whatever condition and
facts are; what makes no sense (a number asked of a text) is not known.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

import msgspec

Fact = str | int
Facts = Mapping[str, Fact]

DEEPEST = 20
MOST_TESTS = 100


class FactKind(Enum):
    """What kind of value a fact has."""

    TEXT = "text"
    NUMBER = "number"


KNOWN_FACTS: Mapping[str, tuple[FactKind, str]] = {
    "applicant": (FactKind.TEXT, "申请人类型"),  # person, organisation
    "age": (FactKind.NUMBER, "年龄"),  # whole years on the day
    "sex": (FactKind.TEXT, "性别"),  # male, female
    "area": (FactKind.TEXT, "证件号码地区"),  # first six digits
    "entity": (FactKind.TEXT, "主体类型"),  # first two characters of the credit code: 91 企业, 92 个体工商户, 93 合作社
    "item": (FactKind.TEXT, "事项"),  # code
    "item_name": (FactKind.TEXT, "事项名称"),
    "group": (FactKind.TEXT, "主题"),
    "channel": (FactKind.TEXT, "渠道"),
    "households": (FactKind.TEXT, "家庭情况"),  # 脱贫户, 低保户 … asked at the counter
    "veteran": (FactKind.TEXT, "退役军人"),  # yes, no
    "disabled": (FactKind.TEXT, "残疾人"),  # yes, no
    "graduate": (FactKind.TEXT, "高校毕业生"),  # yes, no
    "employees": (FactKind.NUMBER, "从业人数"),
    "loan": (FactKind.NUMBER, "贷款金额（万元）"),
}
"""Facts that a condition may name: their kind, and how people call them. `answer.<question>` is one too, a text."""

ANSWER = "answer."


class Op(Enum):
    """How a fact is compared."""

    IS = "is"
    IN = "in"
    STARTS = "starts"
    CONTAINS = "contains"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


_NUMBERS = frozenset({Op.AT_LEAST, Op.AT_MOST})


class _Node(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="is"):
    """A part of a condition."""


class FactTest(_Node, frozen=True, kw_only=True, tag="test"):
    """One fact compared. `number` for at_least and at_most, `values` for the others. `says` is the reason in words."""

    fact: str
    op: Op
    values: tuple[str, ...] = ()
    number: int = 0
    says: str = ""


class All(_Node, frozen=True, kw_only=True, tag="all"):
    """Every part holds; without parts it always holds."""

    parts: tuple["Condition", ...] = ()


class AnyOf(_Node, frozen=True, kw_only=True, tag="any"):
    """At least one part holds; without parts it never does."""

    parts: tuple["Condition", ...] = ()


class Not(_Node, frozen=True, kw_only=True, tag="not"):
    """The part does not hold."""

    part: "Condition"


Condition = FactTest | All | AnyOf | Not


class Truth(Enum):
    """What is known of a condition."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer, the tests that brought it, and the facts that would have to be known to tell.

    Of a yes every test in `because` holds; of a no they are those that do not, and those that should not.
    """

    truth: Truth
    because: tuple[FactTest, ...] = ()
    unknown: tuple[str, ...] = ()


def evaluate(condition: Condition, facts: Facts, *, _depth: int = 0) -> Verdict:
    """Whether the condition holds for these facts. Never raises; deeper than DEEPEST is not known."""
    if _depth > DEEPEST:
        return Verdict(Truth.UNKNOWN)
    if isinstance(condition, FactTest):
        return _test(condition, facts)
    if isinstance(condition, Not):
        inner = evaluate(condition.part, facts, _depth=_depth + 1)
        # What does not hold is no reason in words: «80 years old» must not be read as why somebody of 30 gets it.
        because = inner.because if inner.truth is Truth.YES else ()
        return Verdict(_OPPOSITE[inner.truth], because, inner.unknown)
    verdicts = [evaluate(part, facts, _depth=_depth + 1) for part in condition.parts]
    decisive, usual = (Truth.NO, Truth.YES) if isinstance(condition, All) else (Truth.YES, Truth.NO)
    deciding = [verdict for verdict in verdicts if verdict.truth is decisive]
    if deciding:
        return Verdict(decisive, _tests(deciding[:1] if decisive is Truth.NO else deciding))
    open_ones = [verdict for verdict in verdicts if verdict.truth is Truth.UNKNOWN]
    if open_ones:
        return Verdict(Truth.UNKNOWN, (), tuple(dict.fromkeys(fact for v in open_ones for fact in v.unknown)))
    return Verdict(usual, _tests(verdicts))


_OPPOSITE = {Truth.YES: Truth.NO, Truth.NO: Truth.YES, Truth.UNKNOWN: Truth.UNKNOWN}


def _tests(verdicts: list[Verdict]) -> tuple[FactTest, ...]:
    return tuple(dict.fromkeys(test for verdict in verdicts for test in verdict.because))


def _test(test: FactTest, facts: Facts) -> Verdict:
    value = facts.get(test.fact)
    if value is None or value == "":
        return Verdict(Truth.UNKNOWN, unknown=(test.fact,))
    holds = _compare(test, value)
    if holds is None:
        return Verdict(Truth.UNKNOWN, unknown=(test.fact,))
    return Verdict(Truth.YES if holds else Truth.NO, (test,))


def _compare(test: FactTest, value: Fact) -> bool | None:
    if test.op in _NUMBERS:
        if not isinstance(value, int):
            return None
        return value >= test.number if test.op is Op.AT_LEAST else value <= test.number
    text = str(value)
    if test.op is Op.IS or test.op is Op.IN:
        return text in test.values
    if test.op is Op.STARTS:
        return any(text.startswith(prefix) for prefix in test.values if prefix)
    return any(part in text for part in test.values if part)


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a condition in a catalogue: a key of catalogue_files' reasons, with its fields."""

    reason: str
    fields: Mapping[str, object]


def wrongs(condition: Condition, *, questions: frozenset[str] = frozenset()) -> tuple[Wrong, ...]:
    """Everything wrong with a condition, before it is put in force; empty: it is sound.

    Args:
        questions: keys of the questions that `answer.<key>` may name.
    """
    tests = list(_walk(condition, 0))
    found = [Wrong("condition_deep", {"most": DEEPEST})] if any(test is None for test in tests) else []
    if len(tests) > MOST_TESTS:
        found.append(Wrong("condition_long", {"most": MOST_TESTS}))
    return (*found, *(wrong for test in tests if test is not None for wrong in _wrong(test, questions)))


def tests_of(condition: Condition) -> tuple[FactTest, ...]:
    """Every test in it, once, in order; those below DEEPEST, which are never looked at, are left out."""
    return tuple(dict.fromkeys(test for test in _walk(condition, 0) if test is not None))


def _walk(condition: Condition, depth: int) -> Iterator[FactTest | None]:
    """The tests in it; None where it goes deeper than evaluation does."""
    if depth > DEEPEST:
        yield None
    elif isinstance(condition, FactTest):
        yield condition
    elif isinstance(condition, Not):
        yield from _walk(condition.part, depth + 1)
    else:
        for part in condition.parts:
            yield from _walk(part, depth + 1)


def _wrong(test: FactTest, questions: frozenset[str]) -> Iterator[Wrong]:
    kind = _kind_of(test.fact, questions)
    if kind is None:
        yield Wrong("condition_fact", {"fact": test.fact})
        return
    if (test.op in _NUMBERS) != (kind is FactKind.NUMBER):
        yield Wrong("condition_op", {"fact": test.fact, "op": test.op.value})
    if test.op not in _NUMBERS and not any(test.values):
        yield Wrong("condition_values", {"fact": test.fact})


def _kind_of(fact: str, questions: frozenset[str]) -> FactKind | None:
    if fact.startswith(ANSWER):
        return FactKind.TEXT if fact.removeprefix(ANSWER) in questions else None
    known = KNOWN_FACTS.get(fact)
    return known[0] if known else None
