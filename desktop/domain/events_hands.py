"""Who has a case or a draft in hand, which of two windows holds, and what was used again with consent."""

from datetime import date

from desktop.domain.checklist import Grade
from desktop.domain.event_base import EventBase, Value


class CaseTakenOver(EventBase, frozen=True, kw_only=True, tag="CaseTakenOver"):
    """A clerk goes on with a colleague's case: what is owed on it is theirs from now on. `before` had it."""

    clerk: str
    window: str
    before: str
    reason: str


class DraftTakenOver(EventBase, frozen=True, kw_only=True, tag="DraftTakenOver"):
    """A clerk goes on with what a colleague has typed. `has_consent`: they agreed; else the lead did it."""

    draft_id: str
    clerk: str
    before: str
    reason: str
    has_consent: bool = False


class AsideLine(Value, frozen=True, kw_only=True):
    """A ledger line that does not hold. It stays in the ledger."""

    origin: str
    seq: int


class ConflictSettled(EventBase, frozen=True, kw_only=True, tag="ConflictSettled"):
    """Two windows decided unknown to each other, and a person says whose word holds: that of `keep`, an origin.

    The lines named here are left out when the case is folded; that the application was received always stands.
    """

    keep: str
    aside: tuple[AsideLine, ...]
    reason: str


class ReusedEvidence(Value, frozen=True, kw_only=True):
    """A material that is on file from an earlier case and is not asked for again (国务院令716 第7条)."""

    code: str
    name: str
    from_case: str  # case number
    from_code: str = ""
    grade: Grade | None = None
    given_on: date | None = None


class DataReused(EventBase, frozen=True, kw_only=True, tag="DataReused"):
    """What this hall knew already was used again, as the citizen agreed: fields of the form, and materials."""

    fields: tuple[str, ...] = ()
    from_case: str = ""  # case number that the fields come from; empty: not known
    materials: tuple[ReusedEvidence, ...] = ()
    consent: str = ""  # how it was given: 当面同意, 书面同意


HandEvent = CaseTakenOver | DraftTakenOver | ConflictSettled | DataReused
