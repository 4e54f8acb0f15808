"""A form of questions, and what was entered: what an action on a case has to know. Without Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Question:
    """One entry of a form. `choices` are value and text; empty: typed. `materials` are code and name to mark."""

    key: str
    label: str
    choices: tuple[tuple[str, str], ...] = ()
    materials: tuple[tuple[str, str], ...] = ()
    start: str = ""
    is_long: bool = False
    is_secret: bool = False  # dots on the screen


@dataclass(frozen=True, slots=True)
class Answers:
    """What was entered: texts by the question's key, and the materials that were marked."""

    texts: Mapping[str, str] = field(default_factory=dict)
    marked: frozenset[str] = frozenset()

    def text(self, key: str) -> str:
        """The text of a question; empty if it was not asked."""
        return self.texts.get(key, "").strip()
