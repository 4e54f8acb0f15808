"""好差评: what the citizen said of a service, and what was done about it (GB/T 39735-2020; handbook 4).

A rating is the citizen's word. No clerk gives one: it is given on the screen while that is turned to the citizen, by
the city's page behind a QR code, or on a paper form that is copied here, marked so.
"""

from datetime import date
from enum import Enum

from desktop.domain.event_base import EventBase
from desktop.domain.rating import RatingLevel


class RatingStage(Enum):
    """What of the service is rated; each once (GB/T 39734-2020, 7.1)."""

    ACCEPTANCE = "acceptance"  # 受理
    COMPLETION = "completion"  # 办结


class RatingChannel(Enum):
    """How the rating came."""

    SCREEN = "screen"  # 窗口屏幕, turned to the citizen
    QR = "qr"  # 扫码, on the city's page
    PAPER = "paper"  # 纸质转录


class Rater(Enum):
    """Who rated: somebody of the citizen's side, there is no other."""

    APPLICANT = "applicant"  # 申请人
    AGENT = "agent"  # 代理人


class Verdict(Enum):
    """What the follow-up of a bad rating found."""

    TRUE = "true"  # 属实
    PARTLY = "partly"  # 部分属实
    MISRATED = "misrated"  # 误评: the rater says that another level was meant
    APPEAL = "appeal"  # 申诉复核: taken to be malicious, the authority above looks again


class Rated(EventBase, frozen=True, kw_only=True, tag="Rated"):
    """评价. The first of a stage counts; none given means none, never praise.

    `served_by` (login name) and `window` are whose service is rated, not who wrote the line: on the screen nobody of
    the counter does. `follow_up_by` is set for a bad rating; None there: the calendar did not reach so far.
    """

    stage: RatingStage
    level: RatingLevel
    channel: RatingChannel
    rater: Rater
    rated_on: date
    options: tuple[str, ...] = ()
    text: str = ""
    scan_sha256: str = ""  # of the paper form
    paper_number: str = ""  # of the paper form
    served_by: str = ""
    window: str = ""
    follow_up_by: date | None = None


class RatingFollowedUp(EventBase, frozen=True, kw_only=True, tag="RatingFollowedUp"):
    """差评核实回访: what was found and done. `settled_on` None: it is in the book and goes on until `again_by`."""

    stage: RatingStage
    followed_on: date
    contact: str  # how the citizen was reached: 电话, 上门, 当面 …; 未能联系
    found: str
    verdict: Verdict
    measures: str = ""
    settled_on: date | None = None
    again_by: date | None = None
