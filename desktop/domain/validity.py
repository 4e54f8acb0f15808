"""How long a kind of paper proves anything (材料有效期), as the catalogue says it: in days, months or years."""

import calendar
import re
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

import msgspec

MONTHS_A_YEAR = 12
MOST = 9999
_TEXT = re.compile(r"(\d{1,4})\s*(日|天|自然日|个?月|年)")


class ValidityUnit(StrEnum):
    """Unit of a validity; a year is twelve months."""

    DAYS = "days"  # 日
    MONTHS = "months"  # 个月


_WORDS = {ValidityUnit.DAYS: "日", ValidityUnit.MONTHS: "个月"}


class Validity(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A paper proves something through this time from the day on which it was given."""

    count: Annotated[int, msgspec.Meta(ge=1, le=MOST)]
    unit: ValidityUnit

    def through(self, given_on: date) -> date:
        """The last day on which it holds (民法典 201, 202): the first day is not counted, months end on the day of the
        same number, or on the last of the month where there is none.
        """
        if self.unit is ValidityUnit.DAYS:
            return given_on + timedelta(days=self.count)
        months = given_on.year * MONTHS_A_YEAR + given_on.month - 1 + self.count
        year, month = months // MONTHS_A_YEAR, months % MONTHS_A_YEAR + 1
        if year > date.max.year:
            return date.max
        return date(year, month, min(given_on.day, calendar.monthrange(year, month)[1]))

    def __str__(self) -> str:
        return f"{self.count}{_WORDS[self.unit]}"


def parse(text: str) -> Validity | None:
    """What a cell says, as 30日, 6个月, 2年; None: it says nothing of the kind."""
    match = _TEXT.fullmatch(text.strip())
    if match is None or not int(match[1]):
        return None
    count, word = int(match[1]), match[2]
    if word == "年":
        count *= MONTHS_A_YEAR
    unit = ValidityUnit.MONTHS if word in ("年", "月", "个月") else ValidityUnit.DAYS
    return Validity(count=count, unit=unit) if count <= MOST else None
