"""What happens to a case that another place decides, until its result is in the citizen's hand (handbook 3)."""

from datetime import date
from enum import Enum

from desktop.domain.catalogue_elsewhere import JointStep, Mode, Reach, Side
from desktop.domain.event_base import EventBase, Value


class Place(Value, frozen=True, kw_only=True):
    """A place: name as typed, 行政区划代码 where it is known."""

    name: str
    division: str = ""


class HandledElsewhere(Value, frozen=True, kw_only=True):
    """Where a case is decided that was taken in here. `send_by`: the day by which it has to be on its way."""

    place: Place
    mode: Mode
    reach: Reach
    authority: str
    routes: tuple[str, ...] = ()
    send_by: date | None = None
    steps: tuple[JointStep, ...] = ()  # 多地联办: who does what, as published on the day


class TakenElsewhere(Value, frozen=True, kw_only=True):
    """Where a case was taken in that is decided here: who received it on our behalf and looked at form and person."""

    place: Place
    office: str
    examined_by: str
    route: str = ""


class Stage(Enum):
    """How far the other place is; each comes after the one before it."""

    RECEIVED = "received"  # 业务属地已收到
    ACCEPTED = "accepted"  # 已受理
    DECIDED = "decided"  # 已办结
    RESULT_SENT = "result_sent"  # 结果已寄出或者发出


class SentElsewhere(EventBase, frozen=True, kw_only=True, tag="SentElsewhere"):
    """转出: on its way to the place that decides, by network or by post with its number."""

    sent_on: date
    authority: str
    route: str
    tracking_number: str = ""
    ask_by: date | None = None  # the day to ask what has become of it


class ElsewhereState(EventBase, frozen=True, kw_only=True, tag="ElsewhereState"):
    """What is known of the case at the other place."""

    noted_on: date
    stage: Stage
    is_granted: bool = True  # of DECIDED alone
    note: str = ""
    tracking_number: str = ""  # of RESULT_SENT by post
    ask_by: date | None = None


class JointStepSettled(EventBase, frozen=True, kw_only=True, tag="JointStepSettled"):
    """A step of 多地联办 is done, or will not be done, and why. `number` counts from 1 in the order of the steps."""

    settled_on: date
    number: int
    name: str
    side: Side
    is_done: bool = True
    by: str = ""  # the office or person that did it
    note: str = ""
    ask_by: date | None = None  # the day to ask for what the other place still has to do


ElsewhereEvent = SentElsewhere | ElsewhereState | JointStepSettled
"""The kinds of this module; they are taken from here, not from events.py."""
