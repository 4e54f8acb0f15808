"""Policies as a clerk tells them: which fit, why, what decides about the others, and the question for it. Qt-free."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop.domain.catalogue import Question
from desktop.domain.condition import Fact, Facts, Truth, evaluate
from desktop.domain.condition_words import against_words, open_words
from desktop.domain.errors import InvalidInput
from desktop.domain.identity import CitizenId, CreditCode
from desktop.domain.identity_document import IdKind
from desktop.domain.policy import Policy
from desktop.domain.policy_question import PolicyQuestion, answer_text, question_of, said

_ORDER = {Truth.YES: 0, Truth.UNKNOWN: 1, Truth.NO: 2}


@dataclass(frozen=True, slots=True)
class PolicyView:
    """A policy with how it stands; `standing` is None where nothing is known of anybody.

    `why` are the tests that say so, `against` what speaks against it in words that need no more, `undecided` those on
    which it still depends, `question` the next one to ask; None: what decides cannot be asked for here.
    """

    policy: Policy
    standing: Truth | None = None
    why: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()
    question: PolicyQuestion | None = None


@dataclass(frozen=True, slots=True)
class PolicyDesk:
    """What is known: the policies in force, the questions of the item in view, and words that find a policy."""

    policies: tuple[Policy, ...] = ()
    questions: tuple[Question, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by code: pinyin initials


def views(desk: PolicyDesk, facts: Facts) -> tuple[PolicyView, ...]:
    """Those that fit, those that may, those that do not; each in the order of publication."""
    made = [_view(desk, policy, facts) for policy in desk.policies]
    return tuple(sorted(made, key=lambda view: _ORDER[view.standing] if view.standing else 0))


def fitting(all_views: Sequence[PolicyView]) -> tuple[PolicyView, ...]:
    """Only what is worth telling: what fits or may fit."""
    return tuple(view for view in all_views if view.standing in (Truth.YES, Truth.UNKNOWN))


def counts(all_views: Sequence[PolicyView]) -> tuple[int, int]:
    """How many fit, and how many may."""
    standings = [view.standing for view in all_views]
    return standings.count(Truth.YES), standings.count(Truth.UNKNOWN)


def found(desk: PolicyDesk, all_views: Sequence[PolicyView], typed: str) -> tuple[PolicyView, ...]:
    """Those that hold every word typed: in name, kind, publisher, what they bring, or pinyin initials of the name."""
    parts = typed.casefold().split()
    return tuple(view for view in all_views if all(_holds(desk, view.policy, part) for part in parts))


def told_text(told: Facts) -> tuple[str, ...]:
    """What was asked for so far, in words, in the order of asking."""
    return tuple(answer_text(name, value) for name, value in told.items())


def known_by(typed: str, *, today: date) -> tuple[str, str, str]:
    """Kind of applicant, kind of document and sound number; three times "" while the number is neither of the two."""
    try:
        return "person", IdKind.CITIZEN_ID.value, CitizenId.parse(typed, today=today).number
    except InvalidInput:
        pass
    try:
        return "organisation", "credit_code", CreditCode.parse(typed).code
    except InvalidInput:
        return "", "", ""


def without_last(told: Mapping[str, Fact]) -> dict[str, Fact]:
    """The answers but for the last one."""
    return dict(list(told.items())[:-1])


def _view(desk: PolicyDesk, policy: Policy, facts: Facts) -> PolicyView:
    verdict = evaluate(policy.condition, facts)
    asked = (question_of(fact, policies=desk.policies, questions=desk.questions) for fact in verdict.unknown)
    return PolicyView(
        policy,
        verdict.truth if any(name != "channel" for name in facts) else None,
        why=tuple(said(test) for test in verdict.because) if verdict.truth is Truth.YES else (),
        against=against_words(policy.condition, facts),
        undecided=open_words(policy.condition, facts),
        question=next((question for question in asked if question is not None), None),
    )


def _holds(desk: PolicyDesk, policy: Policy, part: str) -> bool:
    texts = (policy.name, policy.kind, policy.publisher, policy.benefit, policy.summary)
    return any(part in text.casefold() for text in (*texts, *desk.words.get(policy.code, ())))
