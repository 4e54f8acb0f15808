"""What becomes of a pledge (告知承诺) after it was signed: withdrawn, verified, found false; and the credit record."""

from datetime import date
from enum import Enum

from desktop.domain.event_base import EventBase, Value


class Verification(Enum):
    """How a pledge was verified."""

    SHARING = "sharing"  # 数据共享
    INQUIRY = "inquiry"  # 部门协查
    ON_SITE = "on_site"  # 现场核查


class Consequence(Enum):
    """What a false pledge leads to (国办发〔2020〕42号)."""

    TERMINATE = "terminate"  # 终止办理
    RECTIFY = "rectify"  # 责令限期整改
    REVOKE = "revoke"  # 撤销行政决定
    REPORT = "report"  # 移送有权机关处理


class TakenPledge(Value, frozen=True, kw_only=True):
    """A material for which a pledge stands, and the day by which it is to be verified."""

    code: str
    name: str
    verify_by: date


class PledgesTaken(EventBase, frozen=True, kw_only=True, tag="PledgesTaken"):
    """The applicant pledges instead of bringing these materials."""

    taken_on: date
    pledges: tuple[TakenPledge, ...]


class PledgeWithdrawn(EventBase, frozen=True, kw_only=True, tag="PledgeWithdrawn"):
    """The applicant withdraws pledges before the decision: the materials are missing again.

    `supply_by` is set where the case is accepted already: then they are owed. None: the notice names them.
    """

    withdrawn_on: date
    codes: tuple[str, ...]
    names: tuple[str, ...]
    reason: str = ""
    supply_by: date | None = None


class PledgeVerified(EventBase, frozen=True, kw_only=True, tag="PledgeVerified"):
    """核查 of pledges, after or before the decision: what was found, how, and by whom."""

    verified_on: date
    codes: tuple[str, ...]
    names: tuple[str, ...]
    is_true: bool
    how: Verification
    verified_by: tuple[str, ...]
    note: str = ""


class FalsePledgeFound(EventBase, frozen=True, kw_only=True, tag="FalsePledgeFound"):
    """不实承诺 and what follows. `rectify_by` is set where it is to be put right; then it is verified again."""

    found_on: date
    codes: tuple[str, ...]
    names: tuple[str, ...]
    facts: str
    consequence: Consequence
    rectify_by: date | None = None


class CreditNoted(EventBase, frozen=True, kw_only=True, tag="CreditNoted"):
    """The false pledge of this case's applicant goes on the local record, and up to the city as every line does."""

    noted_on: date
    id_kind: str
    id_number: str
    basis: str
    until: date | None = None  # None: until it is repaired


class CreditRepaired(EventBase, frozen=True, kw_only=True, tag="CreditRepaired"):
    """信用修复: the bar from this case ends."""

    repaired_on: date
    reason: str


class DrawnPledge(Value, frozen=True, kw_only=True):
    """A pledge that the lot fell on, and who is to verify it."""

    key: str
    officers: tuple[str, ...]


class PledgesDrawn(EventBase, frozen=True, kw_only=True, tag="PledgesDrawn"):
    """双随机抽查: everything that is needed to repeat the draw, see desktop.domain.pledge_draw.

    `population` are keys, sorted; `population_sha256` is of them joined by line feeds, in UTF-8, none at the end.
    """

    number: str
    drawn_on: date
    begins_on: date
    ends_on: date
    share_percent: int
    seed: str
    population: tuple[str, ...]
    population_sha256: str
    officers: tuple[str, ...]
    officers_each: int
    size: int
    drawn: tuple[DrawnPledge, ...]


PledgeEvent = (
    PledgesTaken | PledgeWithdrawn | PledgeVerified | FalsePledgeFound | CreditNoted | CreditRepaired | PledgesDrawn
)
"""The kinds of this module, as a part of the union of all; they are taken from here, not from events.py."""
