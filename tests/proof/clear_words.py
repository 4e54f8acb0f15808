"""What a person is told about a fault: a whole sentence in both languages, with every blank filled."""

import re
from collections.abc import Mapping
from string import Formatter

from desktop.messages import LANGUAGES, Keyed, text

HAN = re.compile("[\u4e00-\u9fff]")


def require_clear(error: Keyed) -> None:
    """Fails unless the error has a sentence in Chinese and in English that says more than its key."""
    for language in LANGUAGES:
        require_sentence(text(error, language), error.key, language)


def require_sentence(said: str, key: str, language: str) -> None:
    assert said.strip(), f"{key} says nothing in {language}"
    assert said != key, f"{key} has no sentence in {language}"
    assert not re.search(r"\{\w+\}", said), f"{key} has an unfilled blank in {language}: {said}"
    assert bool(HAN.search(said)) >= (language == "zh"), f"{key} is not Chinese: {said}"
    assert language == "zh" or re.search("[A-Za-z]{2}", said), f"{key} is not English: {said}"


def blanks(pair: tuple[str, str]) -> tuple[set[str], set[str]]:
    """The names of the blanks in the Chinese and in the English sentence."""
    zh, en = ({name for _, name, _, _ in Formatter().parse(said) if name} for said in pair)
    return zh, en


def lopsided(sentences: Mapping[str, tuple[str, str]]) -> list[str]:
    """Keys whose two sentences do not have the same blanks."""
    return sorted(key for key, pair in sentences.items() if len(set(map(frozenset, blanks(pair)))) > 1)
