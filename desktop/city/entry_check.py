"""Whether a ledger line is one that the city can work with. One that is not is kept all the same, and answered."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from desktop.domain import events as ev
from desktop.domain.errors import DomainError
from desktop.store.line import Line

UNREADABLE = "entry_unreadable"
FIELD_MISSING = "entry_field_missing"
FIELD_WRONG = "entry_field_wrong"

_SHA256 = re.compile(r"[0-9a-f]{64}")
_LARGEST_PAGE_BYTES = 64 * 1024 * 1024

# What an exchange table may not be without, and where it stands in CaseReceived (handbook 6.5).
_REQUIRED: dict[str, Callable[[ev.CaseReceived], str]] = {
    "case_number": lambda case: case.case_number,
    "catalogue_version": lambda case: case.catalogue_version,
    "item.code": lambda case: case.item.code,
    "item.name": lambda case: case.item.name,
    "item.authority": lambda case: case.item.authority,
    "applicant.name": lambda case: case.applicant.name,
    "applicant.id_kind": lambda case: case.applicant.id_kind,
    "applicant.id_number": lambda case: case.applicant.id_number,
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a line cannot be taken as it is: a key of desktop.messages, and the field that is meant."""

    reason: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A line with its event (None: not to be read), and the refusal if there is one."""

    line: Line
    event: ev.Event | None
    refusal: Refusal | None = None


def check(line: Line) -> Checked:
    """What the line says, and whether that will do."""
    try:
        event = ev.decode(line.body)
    except (msgspec.DecodeError, DomainError, ValueError, RecursionError):  # a value object that cannot be built
        return Checked(line, None, Refusal(UNREADABLE, "body"))
    if ev.kind_of(event) != line.kind:
        return Checked(line, None, Refusal(UNREADABLE, "kind"))
    if any("\0" in text for text in (line.id, line.clerk, line.case_id or "")):
        return Checked(line, event, Refusal(UNREADABLE, "clerk"))
    return Checked(line, event, _incomplete(event, line))


def _incomplete(event: ev.Event, line: Line) -> Refusal | None:
    if isinstance(event, ev.ScanAdded):
        is_sound = _SHA256.fullmatch(event.sha256) and 0 < event.size_bytes <= _LARGEST_PAGE_BYTES
        return None if is_sound else Refusal(FIELD_WRONG, "sha256")
    if not isinstance(event, ev.CaseReceived):
        return None
    if line.case_id is None:
        return Refusal(FIELD_MISSING, "case_id")
    missing = (field for field, read in _REQUIRED.items() if not read(event).strip())
    field = next(missing, None)
    return Refusal(FIELD_MISSING, field) if field else None
