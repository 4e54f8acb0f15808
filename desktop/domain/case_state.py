"""Where a case stands, and the parts of it that stand on their own: sheets of paper, the decision."""

from datetime import date
from enum import Enum

import msgspec


class CaseState(Enum):
    """Where a case stands."""

    RECEIVED = "received"  # 已收件
    CORRECTING = "correcting"  # 待补正
    ACCEPTED = "accepted"  # 已受理
    REFUSED = "refused"  # 不予受理
    NOT_REQUIRED = "not_required"  # 不受理
    RETURNED = "returned"  # 材料已退回
    FORWARDED = "forwarded"  # 已转报
    DECIDED = "decided"  # 已作决定, 待送达
    DELIVERED = "delivered"  # 已送达
    WITHDRAWN = "withdrawn"  # 申请人撤回
    BUNDLED = "bundled"  # 一件事: 已分办, the cases of its items say how it stands


OPEN_STATES = frozenset(
    {CaseState.RECEIVED, CaseState.CORRECTING, CaseState.ACCEPTED, CaseState.FORWARDED, CaseState.DECIDED}
)


class SheetState(Enum):
    """How far one sheet of paper has come."""

    QUEUED = "queued"  # 已排队
    SENT = "sent"  # 已送打印机
    FAILED = "failed"  # 未打出
    CONFIRMED = "confirmed"  # 已确认出纸


class Sheet(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One printing of a paper. `sheet_no` 0 is the first, n the n-th reprint."""

    sheet_no: int
    state: SheetState
    device: str
    reason: str = ""
    problem: str = ""


class IssuedPaper(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A paper of the case and its sheets, oldest first."""

    number: str
    kind: str
    title: str
    sha256: str
    issued_on: date
    sheets: tuple[Sheet, ...] = ()
    replaced_by: str = ""  # number of the paper that was issued in its stead (更正)
    is_void: bool = False  # 作废: its conclusion was taken back before it was printed

    @property
    def is_in_force(self) -> bool:
        """It may be printed and handed out."""
        return not (self.is_void or self.replaced_by)


class CaseScan(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A scanned page of a material; fields as in ScanAdded."""

    sha256: str
    material_code: str
    place: int
    media: str
    size_bytes: int
    name: str = ""
    width_px: int = 0
    height_px: int = 0
    dpi: int = 0


class Decision(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was decided, by whom; `office` is empty where this town decided."""

    is_granted: bool
    decided_on: date
    office: str = ""
    document_name: str = ""
    document_number: str = ""
    explanation: str = ""
    deliver_by: date | None = None
