"""Parts of events that several kinds share: the item as it was taken in, the rows of its materials."""

from datetime import date

from desktop.domain.catalogue import Handling, ItemKind, Role
from desktop.domain.checklist import Grade, MaterialState
from desktop.domain.event_base import Value
from desktop.domain.regime import Regime


class ItemSnapshot(Value, frozen=True, kw_only=True):
    """The item as it was when the case was taken in."""

    code: str
    name: str
    group: str
    kind: ItemKind
    regime: Regime
    role: Role
    authority: str
    handling: Handling
    yellow_days: int = 2
    is_pilot: bool = False  # 先行先试
    is_green: bool = False  # 绿色通道


class MaterialRow(Value, frozen=True, kw_only=True):
    """A material of the case with what was found."""

    code: str
    name: str
    state: MaterialState
    standard: str = ""
    asked: str = ""  # 原件1份、复印件1份
    reason: str = ""
    is_required: bool = True
    pages: int = 0
    grade: Grade | None = None
    is_original_compared: bool = False


class OwedMaterial(Value, frozen=True, kw_only=True):
    """A deferred material and the day by which it must be supplied (容缺)."""

    code: str
    name: str
    due_on: date
