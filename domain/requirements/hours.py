"""Hours of service across time zones: the same week seen from another place, and several weeks joined.

A week is a ring of minutes from Monday 00:00; a window that crosses midnight, or the end of Sunday, becomes two.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.requirements.tables import minute
from domain.shared.measures import WEEKDAYS

Schedule = dict[str, list[list[str]]]
_MINUTES_A_DAY = 24 * 60
_MINUTES_A_WEEK = len(WEEKDAYS) * _MINUTES_A_DAY
# Winter time is the zone's own time; any year gives the same difference while the rules of summer time stand.
WINTER, SUMMER = date(2026, 1, 15), date(2026, 7, 15)


def in_zone(schedule: Mapping[str, list[list[str]]], zone: str, *, of: str, on: date = WINTER) -> Schedule:
    """The hours of service as a clock in another zone shows them.

    Args:
        schedule: windows per weekday.
        zone: where the clock hangs.
        of: zone in which the schedule is stated.
        on: the day whose difference counts; summer time may change it.
    """
    ahead = _offset_minutes(zone, on) - _offset_minutes(of, on)
    return _as_schedule(part for span in minutes_of_week(schedule) for part in _shifted(*span, ahead))


def joined(schedules: Iterable[Mapping[str, list[list[str]]]]) -> Schedule:
    """The hours in which at least one of several schedules has service."""
    return _as_schedule(span for schedule in schedules for span in minutes_of_week(schedule))


def _offset_minutes(zone: str, on: date) -> int:
    noon = datetime(on.year, on.month, on.day, 12, tzinfo=ZoneInfo(zone))
    return int((noon.utcoffset() or timedelta()).total_seconds() // 60)


def minutes_of_week(schedule: Mapping[str, list[list[str]]]) -> list[tuple[int, int]]:
    """First and last minute of each window in the week, counted from Monday 00:00."""
    return [
        (number * _MINUTES_A_DAY + minute(start), number * _MINUTES_A_DAY + minute(end))
        for number, day in enumerate(WEEKDAYS)
        for start, end in schedule.get(day, ())
    ]


def _shifted(start: int, end: int, ahead: int) -> list[tuple[int, int]]:
    """A span moved along the ring of the week; two when it crosses the end of Sunday."""
    length, first = end - start, (start + ahead) % _MINUTES_A_WEEK
    last = first + length
    if last <= _MINUTES_A_WEEK:
        return [(first, last)]
    return [(first, _MINUTES_A_WEEK), (0, last - _MINUTES_A_WEEK)]


def _as_schedule(spans: Iterable[tuple[int, int]]) -> Schedule:
    """Spans as windows per weekday; what touches or overlaps within a day is one window."""
    ordered = sorted(spans)
    schedule: Schedule = {}
    for number, day in enumerate(WEEKDAYS):
        midnight = number * _MINUTES_A_DAY
        windows: list[list[int]] = []
        for start, end in ordered:
            opens, closes = max(start - midnight, 0), min(end - midnight, _MINUTES_A_DAY)
            if opens >= closes:
                continue
            if windows and opens <= windows[-1][1]:
                windows[-1][1] = max(windows[-1][1], closes)
            else:
                windows.append([opens, closes])
        if windows:
            schedule[day] = [[_clock(opens), _clock(closes)] for opens, closes in windows]
    return schedule


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
