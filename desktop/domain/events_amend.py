"""What is put right after it was recorded, by one more entry: a slip of the pen, a conclusion taken back (M20); and a
case that is let go first (M24). Nothing that stood in the ledger is overwritten.
"""

from datetime import date

from desktop.domain.case_state import CaseState, Decision
from desktop.domain.deadline import Suspension
from desktop.domain.event_base import EventBase, Value
from desktop.domain.events_course import CaseDelivered, CaseForwarded, HandReceived, ProcedureBegun
from desktop.domain.events_material import MaterialRow, OwedMaterial


class CaseAmended(EventBase, frozen=True, kw_only=True, tag="CaseAmended"):
    """更正: `field` was written wrongly in the entry named by `entry_origin` and `entry_seq`, and reads `new` from now.

    `field` is a value of desktop.domain.amendment.AmendField, or `facts.` and the key of an answer.
    """

    field: str
    old: str
    new: str
    reason: str
    amended_on: date
    entry_origin: str
    entry_seq: int


class PaperReplaced(EventBase, frozen=True, kw_only=True, tag="PaperReplaced"):
    """The paper `number` carried what was amended; `by` is the number of the paper that stands in its place."""

    number: str
    by: str
    reason: str


class Standing(Value, frozen=True, kw_only=True):
    """How a case stood before a conclusion: all that a conclusion can change."""

    state: CaseState
    rows: tuple[MaterialRow, ...] = ()
    corrected: tuple[MaterialRow, ...] = ()
    owed: tuple[OwedMaterial, ...] = ()
    notice_due_on: date | None = None
    notices_given: int = 0
    supply_by: date | None = None
    accepted_on: date | None = None
    statutory_due_on: date | None = None
    committed_due_on: date | None = None
    ended_on: date | None = None
    end_reason: str = ""
    competent_authority: str = ""
    suspensions: tuple[Suspension, ...] = ()
    procedure: ProcedureBegun | None = None
    extended_by: int = 0
    forwarded: CaseForwarded | None = None
    hands: tuple[HandReceived, ...] = ()
    decision: Decision | None = None
    delivered: CaseDelivered | None = None


class ConclusionUndone(EventBase, frozen=True, kw_only=True, tag="ConclusionUndone"):
    """撤销结论: a conclusion of which no paper left the printer. Its papers are void, their numbers stay used.

    `concluded` is the kind of the entry that is taken back, `entry_origin` and `entry_seq` name it.
    """

    undone_on: date
    concluded: str
    entry_origin: str
    entry_seq: int
    before: Standing
    papers: tuple[str, ...] = ()


class GreenChannelGranted(EventBase, frozen=True, kw_only=True, tag="GreenChannelGranted"):
    """绿色通道: the lead of the hall lets the case go first, with a reason that stays on record."""

    granted_on: date
    reason: str


AmendEvent = CaseAmended | PaperReplaced | ConclusionUndone | GreenChannelGranted
