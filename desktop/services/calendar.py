"""The work calendar of this hall: national years, the region's days, and what the clerk has entered."""

from collections.abc import Iterable
from datetime import date

from desktop.domain.calendar import OverlayDay, WorkCalendar, year_from_notice
from desktop.domain.events import CalendarYearEntered, RegionalDaySet
from desktop.national_days import national_years
from desktop.ports import CaseReader, Changes, UnitOfWork


def work_calendar(reader: CaseReader, day: date) -> WorkCalendar:
    """The calendar as known on `day`: later entries win over earlier ones, the clerk's over the catalogue's.

    The national years come with the program; a year that it does not have yet is entered from the public notice.
    """
    catalogue = reader.catalogue_in_force(day)
    national = list(national_years())
    overlay = {
        d.day: OverlayDay(day=d.day, is_off=d.is_off, why=d.why) for d in (catalogue.regional_days if catalogue else ())
    }
    for entry in reader.calendar_entries():
        if isinstance(entry, CalendarYearEntered):
            national.append(
                year_from_notice(entry.year, days_off=entry.days_off, make_up_workdays=entry.make_up_workdays)
            )
        elif isinstance(entry, RegionalDaySet):
            overlay[entry.day] = OverlayDay(day=entry.day, is_off=entry.is_off, why=entry.why)
    return WorkCalendar(national=tuple(national), overlay=tuple(overlay.values()))


def enter_year(uow: UnitOfWork, year: int, *, days_off: Iterable[date], make_up_workdays: Iterable[date]) -> Changes:
    """Enters a year from the State Council's notice. Raises InvalidInput as year_from_notice does."""
    typed = year_from_notice(year, days_off=days_off, make_up_workdays=make_up_workdays)
    uow.record(
        [
            CalendarYearEntered(
                year=year,
                days_off=tuple(sorted(typed.days_off)),
                make_up_workdays=tuple(sorted(typed.make_up_workdays)),
            )
        ]
    )
    return Changes(calendar=True)


def set_regional_day(uow: UnitOfWork, day: date, *, is_off: bool, why: str) -> Changes:
    """Sets one day of the region; the newest entry for a day holds."""
    uow.record([RegionalDaySet(day=day, is_off=is_off, why=why.strip())])
    return Changes(calendar=True)
