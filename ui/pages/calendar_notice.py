"""The year's holiday notice as pasted text, read into days: the wording of the State Council, or plain dates.

元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
2027-01-01~2027-01-03 休；2027-02-06 班
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.domain.errors import InvalidInput

_YEAR_MONTH_DAY = r"(?:(?P<{0}y>\d{{4}})[-/.年])?(?:(?P<{0}m>\d{{1,2}})[-/.月])?(?P<{0}d>\d{{1,2}})(?:日|号|(?![\d-]))"
_DAYS = re.compile(_YEAR_MONTH_DAY.format("a") + r"(?:\s*(?:至|到|~|—+|–|起至)\s*" + _YEAR_MONTH_DAY.format("b") + ")?")
_NOT_DATES = re.compile(r"[（(][^（()）]*[)）]|共\s*\d+\s*天|\d{4}年(?!\d{1,2}月)|国办发明电\S*")
_OFF, _WORK = ("放假", "休", "补休"), ("上班", "班")
_LONGEST = 12  # no holiday was ever longer; a wrong month is found


@dataclass(frozen=True, slots=True)
class Notice:
    """The days of a notice, each list in order."""

    days_off: tuple[date, ...]
    make_up_workdays: tuple[date, ...]


def parse_notice(text: str, *, year: int) -> Notice:
    """The days in the text.

    A sentence with days must say 放假 (休) or 上班 (班); sentences without days are headings and are passed over.

    Raises:
        InvalidInput: field notice, with `part`, the piece of the text that it is about: calendar_notice_word (neither),
            calendar_notice_day (no such day), calendar_notice_order (the last day before the first, or too many days),
            calendar_notice_empty (no day at all).
    """
    off: set[date] = set()
    work: set[date] = set()
    for part in re.split(r"[。；;\n]", unicodedata.normalize("NFKC", text)):
        days = _days_in(part, year)
        if not days:
            continue
        if any(word in part for word in _WORK):
            work.update(days)
        elif any(word in part for word in _OFF):
            off.update(days)
        else:
            raise InvalidInput("calendar_notice_word", field="notice", part=part.strip())
    if not off:
        raise InvalidInput("calendar_notice_empty", field="notice")
    return Notice(tuple(sorted(off)), tuple(sorted(work)))


def _days_in(part: str, year: int) -> list[date]:
    plain = _NOT_DATES.sub("", part)
    found: list[date] = []
    month = 0
    for match in _DAYS.finditer(plain):
        if not match["am"] and not month:
            continue  # a number that is no date: 一、1.
        first = _day(match["ay"], match["am"] or month, match["ad"], year=year, part=part)
        month = first.month
        last = first
        if match["bd"]:
            last = _day(match["by"] or first.year, match["bm"] or month, match["bd"], year=year, part=part)
            month = last.month
        count = (last - first).days + 1
        if not 1 <= count <= _LONGEST:
            raise InvalidInput("calendar_notice_order", field="notice", part=part.strip())
        found += [first + timedelta(days=n) for n in range(count)]
    return found


def _day(typed_year: object, month: object, day: object, *, year: int, part: str) -> date:
    try:
        return date(int(str(typed_year or year)), int(str(month)), int(str(day)))
    except ValueError as error:
        raise InvalidInput("calendar_notice_day", field="notice", part=part.strip()) from error
