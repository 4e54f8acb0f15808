"""What concerns the hall and this PC: who works here, the catalogue, the calendar, the seal."""

from datetime import date

from desktop.domain.event_base import EventBase
from desktop.domain.people import Clerk, Hall


class HallSetUp(EventBase, frozen=True, kw_only=True, tag="HallSetUp"):
    """The hall and window as they are from now on; the first one founds the profile."""

    hall: Hall


class ClerkSet(EventBase, frozen=True, kw_only=True, tag="ClerkSet"):
    """A clerk was added or changed. Passwords are no part of the ledger."""

    clerk: Clerk


class LoggedIn(EventBase, frozen=True, kw_only=True, tag="LoggedIn"):
    """Somebody sat down."""

    clerk_id: str


class Locked(EventBase, frozen=True, kw_only=True, tag="Locked"):
    """The screen was locked, by hand or by itself."""


class CatalogueAdopted(EventBase, frozen=True, kw_only=True, tag="CatalogueAdopted"):
    """A catalogue version was imported; its file is kept under its SHA-256."""

    version: str
    sha256: str
    in_force_on: date
    items: int


class CalendarYearEntered(EventBase, frozen=True, kw_only=True, tag="CalendarYearEntered"):
    """The national work calendar of a year, typed from the State Council's notice."""

    year: int
    days_off: tuple[date, ...]
    make_up_workdays: tuple[date, ...]


class RegionalDaySet(EventBase, frozen=True, kw_only=True, tag="RegionalDaySet"):
    """A day that the region sets off or works; the newest entry for a day holds."""

    day: date
    is_off: bool
    why: str


class SealSet(EventBase, frozen=True, kw_only=True, tag="SealSet"):
    """The office's seal: picture by SHA-256, certificate by holder and serial. Neither key nor picture is here."""

    image_sha256: str = ""
    holder: str = ""
    serial: str = ""
    valid_to: date | None = None


class SealRemoved(EventBase, frozen=True, kw_only=True, tag="SealRemoved"):
    """Papers take the wet seal again."""
