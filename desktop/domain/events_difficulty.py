"""办不成事: what somebody could not get done here, who is to look after it, and what they were told (M13).

Not a case: nobody applies for anything. The number is that of the slip which the person takes along.
"""

from datetime import date
from enum import Enum

from desktop.domain.event_base import EventBase


class Hand(Enum):
    """With whom a difficulty is."""

    WINDOW = "window"  # 窗口
    LEAD = "lead"  # 窗口负责人
    CITY = "city"  # 市里


class DifficultyReported(EventBase, frozen=True, kw_only=True, tag="DifficultyReported"):
    """办不成事登记. Nobody has to give a name. `since` is how long it has been stuck, in the person's own words.

    `due_on` is the day by which they are told something; None: the calendar did not reach so far.
    """

    number: str
    reported_on: date
    stuck: str
    item_name: str
    window: str
    item_code: str = ""  # empty: in no catalogue here
    since: str = ""
    name: str = ""
    phone: str = ""
    due_on: date | None = None


class DifficultyEscalated(EventBase, frozen=True, kw_only=True, tag="DifficultyEscalated"):
    """It is handed up, with what was tried here."""

    number: str
    escalated_on: date
    to: Hand
    tried: str = ""
    due_on: date | None = None


class DifficultyAnswered(EventBase, frozen=True, kw_only=True, tag="DifficultyAnswered"):
    """There is an answer; the person has not been told yet. `by` is the office or person that gives it."""

    number: str
    answered_on: date
    by: str
    answer: str


class DifficultyClosed(EventBase, frozen=True, kw_only=True, tag="DifficultyClosed"):
    """The person was told, or it was tried in vain; `is_solved`: what could not be done has been done."""

    number: str
    closed_on: date
    told: str  # how: 电话, 当面, 短信 …; 未能联系
    is_solved: bool
    note: str = ""
