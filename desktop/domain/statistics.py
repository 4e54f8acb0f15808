"""统计: what a day, a month or a year has brought, counted so that the parts always add up to the whole (M23, M26).

Everything is made of acts: one thing that happened, on a day, at a window, by a clerk, about an item. A figure is a sum
of acts and keeps the cases behind it. Where an act is told twice of one case (two windows wrote it unknown to each
other), the first counts.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum


class Measure(Enum):
    """What is counted."""

    RECEIVED = "received"  # 收件
    ACCEPTED = "accepted"  # 受理, deemed acceptance among them
    REFUSED = "refused"  # 不予受理, with or without a notice of what is missing
    NOT_REQUIRED = "not_required"  # 不受理
    RETURNED = "returned"  # 退件
    WITHDRAWN = "withdrawn"  # 撤回
    FORWARDED = "forwarded"  # 转报
    DECIDED = "decided"  # 办结: decided here or by the city, or the result of another authority has come
    DELIVERED = "delivered"  # 送达
    ON_TIME = "on_time"  # decided within the limit in force, suspensions and extension included
    LATE = "late"
    NO_LIMIT = "no_limit"  # decided, and neither law nor promise set a day
    EXTENDED = "extended"  # 延期
    SAVED = "saved"  # 减材料: materials that the citizen need not bring; counts materials, not cases
    CORRECTIONS = "corrections"  # 一次性告知补正
    SECOND_NOTICES = "second_notices"  # 二次告知
    SECOND_VISITS = "second_visits"  # the citizen came once more with what was missing or owed
    ENTITIES = "entities"  # 新增市场主体: registrations of a market entity granted
    RATINGS = "ratings"  # 评价, each stage of a case once
    BAD_RATINGS = "bad_ratings"  # 差评 that no follow-up has found to be a slip
    DIFFICULTIES = "difficulties"  # 办不成事; of no case
    OVERDUE = "overdue"  # decided late, or open with its day passed
    REPRINTS = "reprints"  # 补打
    AMENDMENTS = "amendments"  # 更正: a slip of the pen put right by one more entry


ONCE_A_CASE = frozenset(
    {
        Measure.RECEIVED,
        Measure.ACCEPTED,
        Measure.REFUSED,
        Measure.NOT_REQUIRED,
        Measure.RETURNED,
        Measure.WITHDRAWN,
        Measure.DECIDED,
        Measure.DELIVERED,
        Measure.ON_TIME,
        Measure.LATE,
        Measure.NO_LIMIT,
        Measure.ENTITIES,
        Measure.OVERDUE,
    }
)
"""What happens to a case at most once in a period, however often it was written."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that happened. `number` counts more at once.

    `case_id` is empty for what belongs to no case; `subject` is then the number of the paper or the difficulty. Of an
    amendment it is the field.
    """

    measure: Measure
    case_id: str
    day: date
    window: str
    clerk: str
    item_code: str
    number: int = 1
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Overdue:
    """An open case whose day has passed, and that day."""

    act: Act
    due_on: date


@dataclass(frozen=True, slots=True)
class Figure:
    """A sum, and what it is the sum of in the order in which it happened: their numbers add up to it."""

    number: int = 0
    acts: tuple[Act, ...] = ()

    @property
    def case_ids(self) -> tuple[str, ...]:
        """The cases behind it in the order in which they came; each once."""
        return tuple(dict.fromkeys(act.case_id for act in self.acts if act.case_id))


NOTHING = Figure()
Figures = Mapping[Measure, Figure]
Key = Callable[[Act], str]


class By(Enum):
    """What a table is divided by."""

    ITEM = "item"
    WINDOW = "window"
    CLERK = "clerk"
    TIME = "time"


class Span(Enum):
    """How long a period is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """A day, a month or a year; both ends belong to it."""

    span: Span
    begins_on: date
    ends_on: date

    @classmethod
    def around(cls, day: date, span: Span) -> "Period":
        """The period of this length in which the day lies."""
        if span is Span.DAY:
            return cls(span, day, day)
        if span is Span.MONTH:
            return cls(span, day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))
        return cls(span, date(day.year, 1, 1), date(day.year, 12, 31))

    @property
    def before(self) -> "Period":
        """The period before this one; the first of all stays itself."""
        return self.around(date.fromordinal(max(self.begins_on.toordinal() - 1, 1)), self.span)

    @property
    def after(self) -> "Period":
        """The period behind this one; the last of all stays itself."""
        return self.around(date.fromordinal(min(self.ends_on.toordinal() + 1, date.max.toordinal())), self.span)

    def bucket(self, day: date) -> str:
        """The part in which a day lies: its month in a year (2026-11), itself otherwise (2026-11-02)."""
        return day.isoformat()[:7] if self.span is Span.YEAR else day.isoformat()

    def buckets(self, *, until: date) -> tuple[str, ...]:
        """Every part of the period up to a day, in order, empty ones too; all of them where the day lies behind."""
        last = min(self.ends_on, until)
        days = (date.fromordinal(n) for n in range(self.begins_on.toordinal(), last.toordinal() + 1))
        return tuple(dict.fromkeys(self.bucket(day) for day in days))


def key_of(by: By, period: Period) -> Key:
    """How an act finds its row. A clerk is a name at a window: two windows may have two people of one login name."""
    return {
        By.ITEM: lambda act: act.item_code,
        By.WINDOW: lambda act: act.window,
        By.CLERK: lambda act: clerk_key(act.window, act.clerk),
        By.TIME: lambda act: period.bucket(act.day),
    }[by]


def clerk_key(window: str, clerk: str) -> str:
    """A clerk at a window, as one text."""
    return f"{window} {clerk}"


def distinct(acts: Iterable[Act]) -> tuple[Act, ...]:
    """The acts without those that tell of a case what was told before."""
    seen: set[tuple[Measure, str]] = set()
    kept = []
    for act in acts:
        if act.measure in ONCE_A_CASE and act.case_id:
            if (act.measure, act.case_id) in seen:
                continue
            seen.add((act.measure, act.case_id))
        kept.append(act)
    return tuple(kept)


ONCE_A_WHOLE = frozenset({Measure.SECOND_VISITS, Measure.AMENDMENTS})
"""What happens once to a 一件事 though it is written of each item: the citizen comes, a slip is put right."""


def once_a_whole(told: Iterable[tuple[str, Act]]) -> list[Act]:
    """The acts without those that tell the same thing of another case of a 一件事, oldest first.

    A paper that comes in late for several items is told of each of them, and so is a telephone that was written wrong.

    Args:
        told: each act with the case_id of the 一件事 that it belongs to; empty: to none.
    """
    first: dict[tuple[str, Measure, str, date], str] = {}
    kept = []
    for whole_id, act in told:
        key = (whole_id, act.measure, act.subject, act.day)
        is_once = bool(whole_id) and act.measure in ONCE_A_WHOLE
        if not is_once or first.setdefault(key, act.case_id) == act.case_id:
            kept.append(act)
    return kept


def figures(acts: Iterable[Act]) -> dict[Measure, Figure]:
    """The sum of each measure; every measure has one. Give `distinct` acts."""
    behind: dict[Measure, list[Act]] = {measure: [] for measure in Measure}
    for act in acts:
        behind[act.measure].append(act)
    return {measure: Figure(sum(act.number for act in told), tuple(told)) for measure, told in behind.items()}


def grouped(acts: Sequence[Act], key: Key) -> dict[str, dict[Measure, Figure]]:
    """The figures of each row; each act stands in exactly one, so the rows add up to `figures`."""
    rows: dict[str, list[Act]] = {}
    for act in acts:
        rows.setdefault(key(act), []).append(act)
    return {name: figures(rows[name]) for name in sorted(rows)}
