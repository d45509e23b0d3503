"""Hours of coverage as moments in UTC, converted day by day so that summer time ends where it ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """When somebody is on duty.

    Attributes:
        hours: per weekday (0 is Monday) the (open, close) minutes of the local day, in order.
        closed_days: holidays without coverage.
    """

    hours: Mapping[int, tuple[tuple[int, int], ...]]
    closed_days: frozenset[date] = frozenset()


def windows(
    coverage: Coverage, first: date, last: date, zone: ZoneInfo
) -> tuple[tuple[datetime, datetime], ...]:
    """Every (open, close) from the first to the last local day, in UTC and in order.

    Args:
        coverage: the weekly hours and holidays.
        first: first local day.
        last: last local day, included.
        zone: where the hours are stated.
    """
    found: list[tuple[datetime, datetime]] = []
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        if day not in coverage.closed_days:
            hours = coverage.hours.get(day.weekday(), ())
            found.extend((_moment(day, opens, zone), _moment(day, closes, zone)) for opens, closes in hours)
    return tuple(found)


def _moment(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """A minute of a local day in UTC; minute 1440 is the next midnight."""
    day += timedelta(days=minute // _DAY_MINUTES)
    minute %= _DAY_MINUTES
    return datetime.combine(day, time(minute // 60, minute % 60), tzinfo=zone).astimezone(UTC)
