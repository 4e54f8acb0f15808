"""Conditions as people write them in a cell: 人员类别=低保|特困；代理=是.

Answers to a question are joined by |, questions by ；. The facts of intake
are understood by their words and by their keys.
"""

import re

from desktop.catalogue_files.faults import CellFault
from desktop.domain.catalogue import When
from desktop.domain.catalogue_rules import INTAKE_WORDS

_KEY_OF = {word: key for key, (word, _) in INTAKE_WORDS.items()}


def write_condition(when: When) -> str:
    """The condition in words; empty for one that always holds."""
    return "；".join(_written(name, answers) for name, answers in when.items())


def _written(name: str, answers: tuple[str, ...]) -> str:
    word, values = INTAKE_WORDS.get(name, (name, {}))
    return f"{word}={'|'.join(values.get(answer, answer) for answer in answers)}"


def read_condition(text: str) -> When:
    """The condition that was written; whether its questions exist is checked later. Raises CellFault."""
    when: When = {}
    for part in filter(None, (part.strip() for part in re.split(r"[;；\n]", text))):
        name, mark, written = re.sub("＝", "=", part).partition("=")
        answers = tuple(answer.strip() for answer in re.split(r"[|｜]", written))
        if not (mark and name.strip() and all(answers)):
            raise CellFault("when_syntax", part=part)
        key = _KEY_OF.get(name.strip(), name.strip())
        if key in when:
            raise CellFault("when_twice", question=name.strip())
        words = INTAKE_WORDS[key][1] if key in INTAKE_WORDS else {}
        values = {word: value for value, word in words.items()}
        when[key] = tuple(values.get(answer, answer) for answer in answers)
    return when
