"""How amendments, undoing and the green channel change a case; a part of desktop.domain.case.evolve."""

from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from desktop.domain import events as ev

if TYPE_CHECKING:  # case.py folds these in; the type alone is needed here
    from desktop.domain.case import Case

FACTS = "facts."


def with_amendment(case: "Case", event: ev.Event) -> "Case | None":
    """The case after something was put right; None if the event is nothing of the kind."""
    match event:
        case ev.CaseAmended():
            return with_value(case, event.field, event.new)
        case ev.PaperReplaced():
            return _with_papers(case, (event.number,), replaced_by=event.by)
        case ev.ConclusionUndone():
            before = {name: getattr(event.before, name) for name in event.before.__struct_fields__}
            # A pledge that the conclusion took goes with it; one of an earlier day stays.
            kept = tuple(p for p in case.pledges if p.taken_on != event.undone_on or not p.is_open)
            return _with_papers(msgspec.structs.replace(case, **before, pledges=kept), event.papers, is_void=True)
        case ev.GreenChannelGranted():
            return msgspec.structs.replace(case, green=event)
    return None


def with_value(case: "Case", field: str, value: str) -> "Case":
    """The case with one field rewritten; a field that this program does not know leaves it as it is."""
    part, _, name = field.partition(".")
    if field.startswith(FACTS):
        return msgspec.structs.replace(case, facts={**case.facts, name: value})
    if field == "delivery":
        return msgspec.structs.replace(case, delivery=value)
    owner: Any = {"applicant": case.applicant, "agent": case.agent}.get(part)
    if owner is None or name not in owner.__struct_fields__:
        return case
    new: object = (date.fromisoformat(value) if value else None) if name == "valid_to" else value
    return msgspec.structs.replace(case, **{part: msgspec.structs.replace(owner, **{name: new})})


def value_of(case: "Case", field: str) -> str:
    """What the case has in a field, as text; empty where it has nothing."""
    part, _, name = field.partition(".")
    if field.startswith(FACTS):
        return case.facts.get(name, "")
    if field == "delivery":
        return case.delivery
    owner: Any = {"applicant": case.applicant, "agent": case.agent}.get(part)
    value = getattr(owner, name, None) if owner is not None else None
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _with_papers(case: "Case", numbers: tuple[str, ...], **changed: Any) -> "Case":
    papers = tuple(msgspec.structs.replace(p, **changed) if p.number in numbers else p for p in case.papers)
    return msgspec.structs.replace(case, papers=papers)
