"""What the answers at the counter say about competence: nobody's leave is needed, or another authority's is."""

from collections.abc import Iterable

from desktop.domain.catalogue import NotRequiredHere, OtherAuthority, Question

Effect = NotRequiredHere | OtherAuthority
"""What an answer may say about competence (行政许可法 32 (1), (2))."""


def effect_of_questions(questions: Iterable[Question], facts: dict[str, str]) -> Effect | None:
    """The effect of the first question whose answer has one; a question that is not asked says nothing."""
    for question in questions:
        if not question.is_asked(facts):
            continue
        for option in question.options:
            if facts.get(question.key) == option.key and (option.not_required or option.other_authority):
                return option.not_required or option.other_authority
    return None
