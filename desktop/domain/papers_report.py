"""督查通报: the monthly supervision report, by window and clerk (M26).

It stays in the house: no form of law, no citizen's name on it. Words about cases are numbers of cases.
"""

from datetime import date
from typing import Any

from desktop.domain.paper_parts import Content, Head
from desktop.domain.papers_course import Tally


class SupervisionLine(Content, frozen=True, kw_only=True):
    """Figures of the hall, a window or a clerk. None: nobody here records it, and its column is left out."""

    name: str
    received: int
    decided: int
    overdue: int
    second_notices: int
    bad_ratings: int
    reprints: int
    amendments: int | None = None


class DaysTaken(Content, frozen=True, kw_only=True):
    """How long the decided cases took, in working days; None where no case has any."""

    decided: int
    on_time: int
    late: int
    real_median: int | None = None
    real_p90: int | None = None
    promised_median: int | None = None
    legal_median: int | None = None


class DayFigures(Content, frozen=True, kw_only=True):
    """A day of the chart: its number in the month, cases received and decided."""

    day: int
    received: int
    decided: int


class SupervisionPoint(Content, frozen=True, kw_only=True):
    """A case that somebody has to answer for: what (超期, 二次告知, 差评, 更正), whose, and by when it was due."""

    matter: str
    case_number: str
    item_name: str
    who: str  # clerk and window
    due_on: date | None = None


class SupervisionReport(Content, frozen=True, kw_only=True, tag="supervision_report"):
    """督查通报 of a month."""

    head: Head
    period: str  # 2026年11月
    begins_on: date
    ends_on: date
    counted_on: date  # figures of a month that is not over are as of this day
    total: SupervisionLine
    windows: tuple[SupervisionLine, ...] = ()
    clerks: tuple[SupervisionLine, ...] = ()
    days_taken: DaysTaken | None = None
    tallies: tuple[Tally, ...] = ()
    days: tuple[DayFigures, ...] = ()
    points: tuple[SupervisionPoint, ...] = ()
    points_left_out: int = 0  # more than the paper lists
    remark: str = ""


ReportPaper = SupervisionReport

REPORT_TITLES: dict[type[Any], str] = {SupervisionReport: "督查通报"}
