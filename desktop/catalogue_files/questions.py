"""The rows of 情形, one for each option, joined to questions; and questions taken apart to rows."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from desktop.catalogue_files.rows import Findings, Row, Table
from desktop.catalogue_files.sheets import NO_EFFECT, NOT_REQUIRED, OTHER_AUTHORITY
from desktop.domain.catalogue import NotRequiredHere, Option, OtherAuthority, Question

# Columns that each effect fills; a filled column of another effect is a fault.
EFFECT_FIELDS = {
    NO_EFFECT: frozenset[str](),
    NOT_REQUIRED: frozenset({"reason", "basis"}),
    OTHER_AUTHORITY: frozenset({"reason", "authority", "address", "phone"}),
}
_ALL = ("reason", "basis", "authority", "address", "phone")


def join_questions(
    table: Table, rows: Sequence[Row], path: str, place: Callable[[str, Table, int], None], findings: Findings
) -> tuple[Question, ...]:
    """The questions of one item in the order of their first rows. Text and condition must be the same in each row."""
    grouped: dict[str, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row.values["key"], []).append(row)
    questions = []
    for n, (key, group) in enumerate(grouped.items()):
        first = group[0]
        place(f"{path}[{n}]", table, first.number)
        for row in group[1:]:
            if _head(row) != _head(first) and not row.faulty:
                findings.faults.append(table.fault("question_differs", row.number, "key", other=first.number))
        options = []
        for k, row in enumerate(group):
            place(f"{path}[{n}].options[{k}]", table, row.number)
            options.append(_option(table, row, findings))
        text, when = _head(first)
        questions.append(Question(key=key, text=text, when=when, options=tuple(options)))
    return tuple(questions)


def _head(row: Row) -> tuple[str, dict[str, tuple[str, ...]]]:
    return row.values["text"], row.values.get("when", {})


def _option(table: Table, row: Row, findings: Findings) -> Option:
    values = row.values
    effect = values.get("effect", NO_EFFECT)
    filled = {name: values[name] for name in _ALL if values.get(name)}
    option = Option(key=values["option"], text=values["option_text"])
    detail = ""
    if effect not in EFFECT_FIELDS:
        detail = f"没有“{effect}”这种效果，应为空白、{NOT_REQUIRED}或{OTHER_AUTHORITY}"
    elif stray := filled.keys() - EFFECT_FIELDS[effect]:
        titles = "、".join(table.columns[name][1] for name in _ALL if name in stray)
        detail = f"“{effect or '空白'}”不应填写{titles}"
    elif effect == NOT_REQUIRED:
        return Option(key=option.key, text=option.text, not_required=_not_required(filled))
    elif effect == OTHER_AUTHORITY:
        return Option(key=option.key, text=option.text, other_authority=_other_authority(filled))
    if detail:
        findings.faults.append(table.fault("option_effect", row.number, "effect", detail=detail))
    return option


def _not_required(filled: dict[str, str]) -> NotRequiredHere:
    return NotRequiredHere(reason=filled.get("reason", ""), basis=filled.get("basis", ""))


def _other_authority(filled: dict[str, str]) -> OtherAuthority:
    return OtherAuthority(**{"reason": "", "authority": "", **filled})


def option_rows(questions: Sequence[Question]) -> Iterator[dict[str, Any]]:
    """The fields of one row for each option, in order."""
    for question in questions:
        for option in question.options:
            row: dict[str, Any] = {
                "key": question.key,
                "text": question.text,
                "when": question.when,
                "option": option.key,
                "option_text": option.text,
            }
            if option.not_required:
                row |= {"effect": NOT_REQUIRED, "reason": option.not_required.reason}
                row["basis"] = option.not_required.basis
            elif option.other_authority:
                other = option.other_authority
                row |= {"effect": OTHER_AUTHORITY, "reason": other.reason, "authority": other.authority}
                row |= {"address": other.address, "phone": other.phone}
            yield row
