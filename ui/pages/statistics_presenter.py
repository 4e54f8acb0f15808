"""What the statistics show: three sheets of figures by item, window, clerk or time, and a chart of each. Without Qt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop.domain.papers_course import Tally
from desktop.domain.statistics import Act, By, Measure, Period, Span
from desktop.domain.statistics_time import Times
from desktop.messages import word
from desktop.services.statistics import NO_LINE, Line, Statistics

M = Measure
NONE = "—"
_NO_ITEM = ("不涉及事项", "of no item")  # a difficulty, a paper of the hall itself
_UNKNOWN = ("未知", "unknown")


class Part(Enum):
    """A sheet of the statistics, by its key."""

    CASES = "1"
    TIME = "2"
    SERVICE = "3"


class Days(Enum):
    """Days of a group of cases."""

    REAL = "real"  # 实际中位数
    P90 = "p90"  # 实际九成
    PROMISED = "promised"  # 承诺
    LEGAL = "legal"  # 法定


COLUMNS: dict[Part, tuple[Measure | Days, ...]] = {
    Part.CASES: (
        M.RECEIVED,
        M.ACCEPTED,
        M.REFUSED,
        M.NOT_REQUIRED,
        M.RETURNED,
        M.WITHDRAWN,
        M.FORWARDED,
        M.DECIDED,
        M.DELIVERED,
        M.ENTITIES,
    ),
    Part.TIME: (
        M.DECIDED,
        M.ON_TIME,
        M.LATE,
        M.NO_LIMIT,
        M.EXTENDED,
        M.OVERDUE,
        Days.REAL,
        Days.P90,
        Days.PROMISED,
        Days.LEGAL,
    ),
    Part.SERVICE: (
        M.RECEIVED,
        M.SAVED,
        M.CORRECTIONS,
        M.SECOND_NOTICES,
        M.SECOND_VISITS,
        M.RATINGS,
        M.BAD_RATINGS,
        M.DIFFICULTIES,
        M.REPRINTS,
        M.AMENDMENTS,
    ),
}
CHARTED: dict[Part, tuple[Measure, ...]] = {
    Part.CASES: (M.RECEIVED, M.DECIDED),
    Part.TIME: (M.ON_TIME, M.LATE),
    Part.SERVICE: (M.SAVED, M.SECOND_VISITS),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure as shown. `number` None: none there, or the calendar lacks a year. `acts`: what is behind it."""

    column: Measure | Days
    number: int | None
    acts: tuple[Act, ...] = ()

    @property
    def text(self) -> str:
        """The figure; a dash for none."""
        return NONE if self.number is None else str(self.number)


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its name; `is_total` is the first."""

    name: str
    cells: tuple[Cell, ...]
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Names and numbers to draw: over time upright, of named things lying. `series`: name and values."""

    title: str
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[int | None, ...]], ...]
    is_upright: bool


def heading(column: Measure | Days, language: str) -> str:
    """The heading of a column."""
    if isinstance(column, Measure):
        return word(column, language)
    words = {
        Days.REAL: ("实际天数", "real days"),
        Days.P90: ("九成在内", "90 % within"),
        Days.PROMISED: ("承诺天数", "promised"),
        Days.LEGAL: ("法定天数", "legal"),
    }
    return words[column][language != "zh"]


def rows(found: Statistics, part: Part, by: By, *, total: str, language: str) -> tuple[Row, ...]:
    """The total, then one row each; by time every part of the period up to today, empty ones too."""
    columns = COLUMNS[part]
    first = Row(total, _cells(found.total, columns), is_total=True)
    return (first, *(Row(name, _cells(line, columns)) for name, line in _named(found, by, language)))


def chart(found: Statistics, part: Part, by: By, language: str) -> Chart:
    """The chart of a sheet: days of items, or the two figures that matter most there."""
    named = list(_named(found, by, language))
    if part is Part.TIME and by is not By.TIME:
        named = [(name, line) for name, line in named if line.times.count]
        shown = (Days.REAL, Days.PROMISED, Days.LEGAL)
        series = tuple((heading(days, language), tuple(_days(line.times, days) for _, line in named)) for days in shown)
        title = "办理天数（工作日，中位数）" if language == "zh" else "Days taken (working days, median)"
        return Chart(title, tuple(name for name, _ in named), series, is_upright=False)
    measures = CHARTED[part]
    if by is not By.TIME:
        named = [(name, line) for name, line in named if any(line.figures[measure].number for measure in measures)]
    series = tuple((word(m, language), tuple(line.figures[m].number for _, line in named)) for m in measures)
    title = ("、" if language == "zh" else ", ").join(word(measure, language) for measure in measures)
    names = tuple(_short(name, found.period) if by is By.TIME else name for name, _ in named)
    return Chart(title, names, series, is_upright=by is By.TIME)


def period_text(period: Period, language: str) -> str:
    """The period in words."""
    day = period.begins_on
    if language != "zh":
        return day.isoformat()[: {Span.DAY: 10, Span.MONTH: 7, Span.YEAR: 4}[period.span]]
    return {
        Span.DAY: f"{day.year}年{day.month}月{day.day}日",
        Span.MONTH: f"{day.year}年{day.month}月",
        Span.YEAR: f"{day.year}年",
    }[period.span]


def reconciliation(tally: Tally) -> str:
    """收件 12 = 已受理 8 + …, the parts by their words; empty where nothing was received."""
    if not tally.whole.number and not tally.parts_total:
        return ""
    parts = " + ".join(f"{part.name} {part.number}" for part in tally.parts)
    return f"{tally.whole.name} {tally.whole.number} {'=' if not tally.difference else '≠'} {parts}"


def sheet_rows(shown: Iterable[Row]) -> list[tuple[str | int, ...]]:
    """The rows for a spreadsheet: numbers as numbers."""
    return [(row.name, *("" if cell.number is None else cell.number for cell in row.cells)) for row in shown]


def newest_start(period: Period, today: date) -> bool:
    """Whether the period behind this one has not begun."""
    return period.ends_on >= today


def _named(found: Statistics, by: By, language: str) -> Iterable[tuple[str, Line]]:
    lines = found.lines(by)
    if by is By.ITEM:  # the catalogue is long: what is asked for most stands first
        lines = tuple(sorted(lines, key=_busiest))
    if by is not By.TIME:
        nameless = _NO_ITEM if by is By.ITEM else _UNKNOWN
        return [(line.name or nameless[language != "zh"], line) for line in lines]
    by_key = {line.key: line for line in lines}
    buckets = dict.fromkeys((*found.period.buckets(until=found.read_on), *by_key))
    return [(key, by_key.get(key, NO_LINE)) for key in sorted(buckets)]


def _busiest(line: Line) -> tuple[int, int, str]:
    return -line.figures[M.RECEIVED].number, -line.figures[M.DECIDED].number, line.name


def _short(name: str, period: Period) -> str:
    """2026-11-02 is 2 in its month, 2026-11 is 11 in its year."""
    return name if period.span is Span.DAY else str(int(name.rsplit("-", 1)[1]))


def _cells(line: Line, columns: tuple[Measure | Days, ...]) -> tuple[Cell, ...]:
    return tuple(_cell(line, column) for column in columns)


def _cell(line: Line, column: Measure | Days) -> Cell:
    if isinstance(column, Measure):
        figure = line.figures[column]
        return Cell(column, figure.number, figure.acts)
    return Cell(column, _days(line.times, column), line.figures[M.DECIDED].acts)


def _days(times: Times, days: Days) -> int | None:
    read: dict[Days, Callable[[Times], int | None]] = {
        Days.REAL: lambda t: t.real_median,
        Days.P90: lambda t: t.real_p90,
        Days.PROMISED: lambda t: t.promised_median,
        Days.LEGAL: lambda t: t.legal_median,
    }
    return read[days](times)
