"""The work calendar's data: national days from the package chinesecalendar, regional days from resources/calendar."""

from datetime import date
from functools import lru_cache
from pathlib import Path

import msgspec
from chinese_calendar import constants

from desktop.domain.calendar import NationalYear, OverlayDay
from desktop.domain.errors import InvalidInput


class _OverlayFile(msgspec.Struct, forbid_unknown_fields=True):
    region: str
    days: tuple[OverlayDay, ...]


@lru_cache(maxsize=1)
def national_years() -> tuple[NationalYear, ...]:
    """The years that the installed package really has data for, oldest first."""
    days_off: set[date] = set(constants.holidays)
    make_up_workdays: set[date] = set(constants.workdays)
    return tuple(
        NationalYear(
            year,
            days_off=frozenset(day for day in days_off if day.year == year),
            make_up_workdays=frozenset(day for day in make_up_workdays if day.year == year),
        )
        for year in sorted({day.year for day in days_off})
    )


def load_overlay(path: Path) -> tuple[OverlayDay, ...]:
    """The regional days of a file such as resources/calendar/guangxi.json, in the order of the file.

    Raises:
        InvalidInput: calendar_overlay_file, with `fault` in the parser's words (English), or calendar_day_twice.
        OSError: the file cannot be read.
    """
    try:
        days = msgspec.json.decode(path.read_bytes(), type=_OverlayFile).days
    except msgspec.DecodeError as error:
        raise InvalidInput("calendar_overlay_file", field="calendar", file=path.name, fault=str(error)) from error
    seen: set[date] = set()
    for special in days:
        if special.day in seen:
            raise InvalidInput("calendar_day_twice", field="calendar", day=special.day)
        seen.add(special.day)
    return days
