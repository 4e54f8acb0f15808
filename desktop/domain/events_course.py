"""What happens to a case after intake: corrections handed in, time, forwarding, decision, result, delivery.

Dates are days in the hall. Each event carries the due dates that it leads to, so that no reader has to count again.
"""

from datetime import date

from desktop.domain.checklist import MaterialState
from desktop.domain.event_base import EventBase, Value


class SuppliedMaterial(Value, frozen=True, kw_only=True):
    """A material that came in after intake, and in which form."""

    code: str
    name: str
    state: MaterialState
    pages: int = 0


class CorrectionSupplied(EventBase, frozen=True, kw_only=True, tag="CorrectionSupplied"):
    """补正: part or all of what the notice asked for came in. `outstanding` are codes still owed; empty: all is in."""

    supplied_on: date
    supplied: tuple[SuppliedMaterial, ...]
    outstanding: tuple[str, ...] = ()


class CaseDeemedAccepted(EventBase, frozen=True, kw_only=True, tag="CaseDeemedAccepted"):
    """Nobody told the applicant within the days of the law: accepted from the day of receipt (行政许可法 32 (4))."""

    accepted_on: date
    noted_on: date
    statutory_due_on: date | None = None
    committed_due_on: date | None = None


class CaseReturned(EventBase, frozen=True, kw_only=True, tag="CaseReturned"):
    """退件: closed without a decision, the materials go back. `is_overdue`: a correction or supplement never came."""

    returned_on: date
    reason: str
    is_overdue: bool = False


class CaseWithdrawn(EventBase, frozen=True, kw_only=True, tag="CaseWithdrawn"):
    """The applicant takes the application back before it is decided."""

    withdrawn_on: date
    reason: str = ""


class ProcedureBegun(EventBase, frozen=True, kw_only=True, tag="ProcedureBegun"):
    """特别程序: the clock stops; the applicant is told how long it takes (行政许可法 45). `days` are working days."""

    procedure: str
    begins_on: date
    days: int
    ends_on: date | None = None  # expected
    reason: str = ""
    done_by: str = ""


class ProcedureEnded(EventBase, frozen=True, kw_only=True, tag="ProcedureEnded"):
    """The special procedure is over; its days were not counted and the dates have moved."""

    ended_on: date
    result: str = ""
    statutory_due_on: date | None = None
    committed_due_on: date | None = None


class LimitExtended(EventBase, frozen=True, kw_only=True, tag="LimitExtended"):
    """延期: approved by the head of the authority, with a reason that the applicant is told (行政许可法 42)."""

    extended_on: date
    workdays: int
    reason: str
    approved_by: str
    is_joint: bool = False
    statutory_due_on: date | None = None
    committed_due_on: date | None = None


class DeferredSupplied(EventBase, frozen=True, kw_only=True, tag="DeferredSupplied"):
    """容缺: owed materials came in. What is not named here is still owed."""

    supplied_on: date
    supplied: tuple[SuppliedMaterial, ...]


class CaseForwarded(EventBase, frozen=True, kw_only=True, tag="CaseForwarded"):
    """转报: opinion and all materials go up as one package (行政许可法 35). `route` 专网, 机要邮路, 专人送达."""

    forwarded_on: date
    to_unit: str
    opinion: str = ""
    route: str = ""
    tracking_number: str = ""
    package: str = ""  # number of the 转办交接单; several cases may travel under one


class HandReceived(EventBase, frozen=True, kw_only=True, tag="HandReceived"):
    """One more hand has the package and says so (M16)."""

    received_on: date
    unit: str
    person: str = ""


class CaseDecided(EventBase, frozen=True, kw_only=True, tag="CaseDecided"):
    """决定 of an item that the town decides, itself or for its delegating authority (行政许可法 34, 37, 38)."""

    decided_on: date
    is_granted: bool
    facts: str = ""
    reasons: str = ""
    examiners: tuple[str, ...] = ()
    scope: str = ""
    certificate: str = ""
    heard: str = ""
    deliver_by: date | None = None  # 行政许可法 44
    valid_until: date | None = None


class ResultArrived(EventBase, frozen=True, kw_only=True, tag="ResultArrived"):
    """The result of another authority is at the counter and can be handed out."""

    arrived_on: date
    name: str
    number: str = ""
    from_unit: str = ""


class CaseDelivered(EventBase, frozen=True, kw_only=True, tag="CaseDelivered"):
    """送达: handed out and signed for. `method` 窗口自取, 代理人领取, 邮寄, 代收."""

    delivered_on: date
    method: str
    recipient: str
    is_agent: bool = False
    tracking_number: str = ""
    substitute: str = ""  # 代收人
    substitute_reason: str = ""
    remark: str = ""


CourseEvent = (
    CorrectionSupplied
    | CaseDeemedAccepted
    | CaseReturned
    | CaseWithdrawn
    | ProcedureBegun
    | ProcedureEnded
    | LimitExtended
    | DeferredSupplied
    | CaseForwarded
    | HandReceived
    | CaseDecided
    | ResultArrived
    | CaseDelivered
)
