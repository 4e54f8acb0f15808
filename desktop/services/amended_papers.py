"""The content of a paper that is issued once more because it carried a slip of the pen: the same paper, put right.

Days and grounds stay as they were told; only what was amended changes, and the head says what it replaces and why.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from desktop.domain import events as ev
from desktop.domain import papers
from desktop.domain.case import Case
from desktop.domain.case_amend import FACTS
from desktop.domain.catalogue import ServiceItem
from desktop.domain.people import Agent, Applicant, Session
from desktop.services.paper_contents import party, situation_lines

_KEPT = frozenset({"head", "deliverers", "examiners", "type"})
"""Who acts for the hall may bear the same name as the applicant."""


def is_carried(paper: papers.Paper, before: Case, after: Case, event: ev.CaseAmended, item: ServiceItem | None) -> bool:
    """Whether the paper says what was amended, as it would be printed: a masked number may look the same."""
    content = msgspec.to_builtins(paper)
    return bool(_amended(content, _changes(before, after, event, item)) != _amended(content, ()))


def amended(
    paper: papers.Paper,
    before: Case,
    after: Case,
    event: ev.CaseAmended,
    *,
    item: ServiceItem | None,
    number: str,
    session: Session,
    today: date,
) -> papers.Paper:
    """The paper put right, under its new number."""
    content = _amended(msgspec.to_builtins(paper), _changes(before, after, event, item))
    right = msgspec.convert(content, type(paper))
    head = msgspec.structs.replace(
        paper.head,
        number=number,
        clerk=session.clerk.name,
        window=session.window,
        issued_on=today,
        replaces=paper.head.number,
        amended_because=event.reason,
    )
    return msgspec.structs.replace(right, head=head)


@dataclass(frozen=True, slots=True)
class _Change:
    """What stands on paper for the old value, and what for the new one; `key` limits it to a part of that name."""

    old: Any
    new: Any
    key: str = ""


def _changes(before: Case, after: Case, event: ev.CaseAmended, item: ServiceItem | None) -> list[_Change]:
    """Parties as a whole, as they are printed with masked numbers; texts by themselves."""
    pairs: list[tuple[Applicant | Agent | None, Applicant | Agent | None]] = [
        (before.applicant, after.applicant),
        (before.agent, after.agent),
    ]
    changes = [
        _Change(msgspec.to_builtins(party(old)), msgspec.to_builtins(party(new)))
        for old, new in pairs
        if old is not None and new is not None and party(old) != party(new)
    ]
    if event.field.startswith(FACTS):
        return [*changes, *_answers(before, after, item)]
    key = event.field if event.field == "delivery" else ""
    return [*changes, _Change(event.old, event.new, key)] if event.old or key else changes


def _answers(before: Case, after: Case, item: ServiceItem | None) -> list[_Change]:
    """An answer stands on paper in the words of its option, alone or in the line of the whole situation."""
    if item is None:
        return []
    result = []
    for with_question in (False, True):
        old = situation_lines(item, before.facts, with_question=with_question)
        new = situation_lines(item, after.facts, with_question=with_question)
        result.append(_Change("、".join(old), "、".join(new), "situation"))
        result += [_Change(a, b) for a, b in zip(old, new, strict=False) if a != b]
    return [change for change in result if change.old]


def _amended(value: Any, changes: Sequence[_Change], key: str = "") -> Any:
    for change in changes:
        if value == change.old and change.key in ("", key):
            return change.new
    if isinstance(value, Mapping):
        return {name: part if name in _KEPT else _amended(part, changes, name) for name, part in value.items()}
    return [_amended(part, changes, key) for part in value] if isinstance(value, list | tuple) else value
