"""Days in the hall and the moments of the ledger."""

from datetime import UTC, date, datetime, time, timedelta

from desktop.clock import HALL_ZONE


def moments_of(first: date, last: date) -> tuple[int, int]:
    """UTC milliseconds of the beginning of the first day and of the end of the last one, in the hall."""
    start = datetime.combine(first, time(), HALL_ZONE)
    end = datetime.combine(last, time(), HALL_ZONE) + timedelta(days=1)
    return round(start.timestamp() * 1000), round(end.timestamp() * 1000)


def day_of(at_ms: int) -> date:
    """The day in the hall at a moment in UTC milliseconds."""
    return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(HALL_ZONE).date()
