"""The words of the domain in Chinese and English: sentences for error keys, words for states.

Presenters, the command line and services take them from here; labels of widgets are Qt's business. A sentence may
name fields in braces. Keys come from desktop.domain.errors, desktop.problems and desktop.domain.outcome.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Protocol

from desktop.sentences import SENTENCES
from desktop.words import WORDS

LANGUAGES = ("zh", "en")


class Keyed(Protocol):
    """DomainError and EnvironmentProblem: what can be put into words."""

    @property
    def key(self) -> str: ...

    @property
    def fields(self) -> dict[str, Any]: ...


def text(error: Keyed, language: str = "zh") -> str:
    """The sentence for an error; says what to do where there is something to do."""
    reason = error.fields.get("reason")
    if error.key == "not_allowed" and isinstance(reason, str) and reason in SENTENCES:
        return sentence(reason, error.fields, language)
    return sentence(error.key, error.fields, language)


def sentence(key: str, fields: Mapping[str, Any] | None = None, language: str = "zh") -> str:
    """The sentence of a key with its blanks filled; a field that is not given stays visible as its name.

    A key without a sentence gives the key itself: visible, and a test keeps it from happening.
    """
    pair = SENTENCES.get(key)
    if pair is None:
        return key
    filled = _Blanks({name: _shown(value) for name, value in (fields or {}).items()})
    return pair[LANGUAGES.index(language)].format_map(filled)


def word(member: Enum, language: str = "zh") -> str:
    """The word of a state, role, unit …; the official one in Chinese."""
    return WORDS[type(member).__name__][member.value][LANGUAGES.index(language)]


class _Blanks(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "、".join(str(part) for part in value)
    return str(value)
