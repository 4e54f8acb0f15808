"""What is asked at the counter to tell whether a policy fits: one question for each fact that can be asked for.

An answer is a fact like any other, so no fact is asked for twice, however many policies want it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.catalogue import Question
from desktop.domain.condition import ANSWER, KNOWN_FACTS, Fact, FactKind, FactTest, Op, tests_of
from desktop.domain.policy import Policy

OTHER = "其他"
"""Answer that is none of those which policies name."""

MOST_NUMBER = 1_000_000
MOST_CHOICES = 8
"""Named values that get a key; the last key is for any other."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A possible answer: the value of the fact, and the word that people say."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class PolicyQuestion:
    """A question about one fact. Without choices the answer is a whole number."""

    fact: str
    text: str
    choices: tuple[Choice, ...] = ()

    @property
    def is_number(self) -> bool:
        """Whether the answer is typed as a number."""
        return not self.choices


_YES_NO = (Choice("yes", "是"), Choice("no", "否"))
_ASKED: dict[str, tuple[str, tuple[Choice, ...]]] = {
    "applicant": ("是个人还是单位？", (Choice("person", "个人"), Choice("organisation", "单位"))),
    "age": ("今年多少周岁？", ()),
    "sex": ("性别？", (Choice("male", "男"), Choice("female", "女"))),
    "entity": (
        "是哪一类经营主体？",
        (Choice("91", "企业"), Choice("92", "个体工商户"), Choice("93", "农民专业合作社"), Choice(OTHER, "都不是")),
    ),
    "veteran": ("是退役军人吗？", _YES_NO),
    "disabled": ("持有残疾人证吗？", _YES_NO),
    "graduate": ("是高校毕业生吗？", _YES_NO),
    "employees": ("有多少从业人员？（人）", ()),
    "loan": ("贷款多少？（万元）", ()),
}
_HOUSEHOLDS = "家庭属于哪一种情况？"


def question_of(
    fact: str, *, policies: Iterable[Policy] = (), questions: Iterable[Question] = ()
) -> PolicyQuestion | None:
    """The question for a fact; None: it cannot be asked for here (which item, which area).

    Args:
        policies: those in view: the kinds of household that they name are the choices of that question.
        questions: of the item in view, for facts `answer.<key>`.
    """
    if fact == "households":
        named = dict.fromkeys(value for policy in policies for value in _values(policy, fact))
        choices = tuple(Choice(value, value) for value in list(named)[:MOST_CHOICES])
        return PolicyQuestion(fact, _HOUSEHOLDS, (*choices, Choice(OTHER, "都不是")))
    if fact.startswith(ANSWER):
        asked = next((q for q in questions if q.key == fact.removeprefix(ANSWER)), None)
        return PolicyQuestion(fact, asked.text, tuple(Choice(o.key, o.text) for o in asked.options)) if asked else None
    known = _ASKED.get(fact)
    return PolicyQuestion(fact, *known) if known else None


def answer_of(question: PolicyQuestion, typed: str) -> Fact | None:
    """What was answered as a fact; None: it is no answer to this question."""
    if question.choices:
        return typed if typed in {choice.value for choice in question.choices} else None
    text = typed.strip()
    return int(text) if text.isascii() and text.isdigit() and int(text) <= MOST_NUMBER else None


def answer_text(fact: str, value: Fact) -> str:
    """A fact with its value as people read it: 退役军人：是."""
    label = KNOWN_FACTS[fact][1] if fact in KNOWN_FACTS else fact.removeprefix(ANSWER)
    choices = _ASKED[fact][1] if fact in _ASKED else ()
    return f"{label}：{next((choice.text for choice in choices if choice.value == value), value)}"


def said(test: FactTest) -> str:
    """A test in words: what the catalogue says, else made of its parts."""
    if test.says:
        return test.says
    kind, label = KNOWN_FACTS.get(test.fact, (FactKind.TEXT, test.fact.removeprefix(ANSWER)))
    if kind is FactKind.NUMBER:
        return f"{label}{'不低于' if test.op is Op.AT_LEAST else '不超过'}{test.number}"
    return f"{label}：{'、'.join(_words(test))}"


def _words(test: FactTest) -> tuple[str, ...]:
    choices = _ASKED[test.fact][1] if test.fact in _ASKED else ()
    words = {choice.value: choice.text for choice in choices}
    return tuple(words.get(value, value) for value in test.values)


def _values(policy: Policy, fact: str) -> Iterable[str]:
    return (value for test in tests_of(policy.condition) if test.fact == fact for value in test.values)
