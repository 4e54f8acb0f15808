"""The time at the counter. Decisions never ask for it: they are told the day."""

from datetime import UTC, date, datetime, timedelta, timezone

HALL_ZONE = timezone(timedelta(hours=8), "UTC+8")
"""China has one time and no summer time; the day of a case is the day in the hall, wherever the PC thinks it is."""


class SystemClock:
    """The clock of the PC."""

    def now(self) -> datetime:
        """This moment, aware, UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The day in the hall."""
        return self.now().astimezone(HALL_ZONE).date()


class ShiftedClock(SystemClock):
    """A clock that started at `start` when it was made and runs at the PC's pace: for the demo and practice."""

    def __init__(self, start: datetime) -> None:
        self._shift = start - super().now()

    def now(self) -> datetime:
        """This moment, shifted."""
        return super().now() + self._shift


class FixedClock(SystemClock):
    """A clock that stands still until `moment` is set: for tests and for demonstrations that must repeat exactly."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """The moment it stands at."""
        return self.moment
