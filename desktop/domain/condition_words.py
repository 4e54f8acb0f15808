"""A condition as a person would say it: on what it still depends, and what speaks against it.

What has to hold together is a line each; of alternatives it is said that one will do, and only those are named that may
still be the one.
"""

from collections.abc import Iterable

from desktop.domain.condition import All, AnyOf, Condition, Facts, FactTest, Not, Truth, evaluate
from desktop.domain.policy_question import said

ONE_WILL_DO = "以下有一项即可："
NONE_HOLDS = "以下各项都不符合："


def open_words(condition: Condition, facts: Facts) -> tuple[str, ...]:
    """On what the condition still depends, a line for each thing that must hold; empty where it is decided."""
    if not _is_open(condition, facts):
        return ()
    if isinstance(condition, All):
        parts = (words for part in condition.parts for words in open_words(part, facts))
        return _once(parts)
    if isinstance(condition, AnyOf):
        phrases = _alternatives(condition, facts)
        return phrases if len(phrases) < 2 else (f"{ONE_WILL_DO}{'；'.join(phrases)}",)
    return _once((_phrase(condition, facts),))


def against_words(condition: Condition, facts: Facts) -> tuple[str, ...]:
    """What speaks against a condition that does not hold; empty where it holds or is open."""
    return _against(condition, facts) if evaluate(condition, facts).truth is Truth.NO else ()


def _against(condition: Condition, facts: Facts) -> tuple[str, ...]:
    if isinstance(condition, FactTest):
        return (f"不符合“{said(condition)}”",)
    if isinstance(condition, Not):
        return tuple(said(test) for test in evaluate(condition.part, facts).because)
    failed = [part for part in condition.parts if evaluate(part, facts).truth is Truth.NO]
    if isinstance(condition, All):
        return _against(failed[0], facts)
    phrases = _once(_wanted(part, facts) for part in failed)
    if len(phrases) > 1:
        return (f"{NONE_HOLDS}{'；'.join(phrases)}",)
    return tuple(f"不符合“{phrase}”" for phrase in phrases)


def _wanted(condition: Condition, facts: Facts) -> str:
    """What an alternative that does not hold would have wanted: the first thing that fails."""
    if isinstance(condition, All):
        failed = next(part for part in condition.parts if evaluate(part, facts).truth is Truth.NO)
        return _wanted(failed, facts)
    if isinstance(condition, AnyOf):
        return "或者".join(_once(_wanted(part, facts) for part in condition.parts))
    if isinstance(condition, FactTest):
        return said(condition)
    return _not("、".join(said(test) for test in evaluate(condition.part, facts).because))


def _is_open(condition: Condition, facts: Facts) -> bool:
    return evaluate(condition, facts).truth is Truth.UNKNOWN


def _alternatives(condition: AnyOf, facts: Facts) -> tuple[str, ...]:
    return _once(_phrase(part, facts) for part in condition.parts if _is_open(part, facts))


def _phrase(condition: Condition, facts: Facts) -> str:
    """An open condition inside a line."""
    if isinstance(condition, FactTest):
        return said(condition)
    if isinstance(condition, Not):
        return _not(_phrase(condition.part, facts))
    if isinstance(condition, AnyOf):
        return "或者".join(_alternatives(condition, facts))
    return "，并且".join(_once(_phrase(part, facts) for part in condition.parts if _is_open(part, facts)))


def _not(phrase: str) -> str:
    return f"不属于“{phrase}”" if phrase else ""


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
