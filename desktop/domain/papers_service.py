"""Content of the paper about the service itself: the slip that somebody takes along whose matter could not be done."""

from datetime import date
from typing import Any

from desktop.domain.paper_parts import Content, Head


class DifficultySlip(Content, frozen=True, kw_only=True, tag="difficulty_slip"):
    """办不成事登记单: its number, what is stuck, and by when they are told something. No legal form (M13)."""

    head: Head
    reported_on: date
    stuck: str
    item_name: str = ""
    since: str = ""
    name: str = ""  # nobody has to give one
    phone_masked: str = ""
    due_on: date | None = None


ServicePaper = DifficultySlip

SERVICE_TITLES: dict[type[Any], str] = {DifficultySlip: "办不成事登记单"}
