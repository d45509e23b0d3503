"""Reads one time: ISO 8601 and what spreadsheets make of it, in UTC; a guess is refused."""

import re
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from domain.shared.days import FIRST_YEAR, LAST_YEAR
from domain.shared.outcomes import DomainError
from tickets.file import to_microseconds

_CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,6})\d*)?)?"
_TAIL = r"\s*(?P<half>[ap]m)?\s*(?P<offset>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?"
_FLAGS = re.ASCII | re.IGNORECASE
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?:[-/.]|年)(?P<month>\d{1,2})(?:[-/.]|月)(?P<day>\d{1,2})(?:日\s*|[T\s]+)"
    + _CLOCK
    + _TAIL,
    _FLAGS,
)
_YEAR_LAST = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[./-])(?P<second_part>\d{1,2})(?P=mark)(?P<year>\d{4}),?\s+"
    + _CLOCK
    + _TAIL,
    _FLAGS,
)
_MONTHS = 12
_NOON = 12


class UnreadableError(Exception):
    """A cell that says nothing certain; `reason` is the code of the sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ZoneNeededError(Exception):
    """A time without offset in a file for which no zone was chosen."""


def zone_of(name: str | None) -> ZoneInfo | None:
    """The chosen time zone.

    Raises:
        DomainError: no zone of that name.
    """
    if name is None:
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise DomainError("tickets.zone_unknown", zone=name) from error


def read_time(text: str, zone: ZoneInfo | None) -> int:
    """A time as microseconds since 1970 UTC.

    Without offset it is meant in the chosen zone. In the hour that summer time's end repeats, the first
    occurrence is taken; a time that the start of summer time skips does not exist and is refused.

    Raises:
        UnreadableError: not a time, a day without time of day, day and month interchangeable, skipped, or in a
            year no ticket can be of (a mistyped one, which would stretch the file over centuries).
        ZoneNeededError: no offset and no zone.
    """
    match = _YEAR_FIRST.fullmatch(text) or _YEAR_LAST.fullmatch(text)
    if match is None:
        raise UnreadableError("time_unreadable")
    try:
        moment = _local(match)
    except ValueError as error:
        raise UnreadableError("time_unreadable") from error
    offset = match["offset"]
    if offset is not None:
        return to_microseconds(moment.replace(tzinfo=_offset(offset)))
    if zone is None:
        raise ZoneNeededError
    return to_microseconds(_in_zone(moment, zone))


def _local(match: re.Match[str]) -> datetime:
    """The digits as a date and time, still without zone."""
    month, day = _month_and_day(match)
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= _NOON:
            raise UnreadableError("time_unreadable")
        hour = hour % _NOON + (_NOON if match["half"].lower() == "pm" else 0)
    fraction = (match["fraction"] or "").ljust(6, "0")
    if not FIRST_YEAR <= int(match["year"]) <= LAST_YEAR:
        raise UnreadableError("year_outside")
    return datetime(  # noqa: DTZ001  the zone follows: it is an offset in the cell or the chosen zone
        int(match["year"]), month, day, hour, int(match["minute"]), int(match["second"] or 0), int(fraction)
    )


def _month_and_day(match: re.Match[str]) -> tuple[int, int]:
    """Which number is the month. With dots the day always comes first; with / or - only one order may be possible."""
    if "first" not in match.re.groupindex:
        return int(match["month"]), int(match["day"])
    first, second = int(match["first"]), int(match["second_part"])
    if match["mark"] == "." or first > _MONTHS or first == second:
        return second, first
    if second > _MONTHS:
        return first, second
    raise UnreadableError("date_ambiguous")


def _offset(text: str) -> timezone:
    """Z, UTC, GMT, +02, +0200 or +02:00."""
    if text[0] not in "+-":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    hours, minutes = int(digits[:2]), int(digits[2:])
    ahead = timedelta(hours=hours, minutes=minutes)
    if ahead >= timedelta(days=1):
        raise UnreadableError("time_unreadable")
    return timezone(ahead if text[0] == "+" else -ahead)


def _in_zone(local: datetime, zone: ZoneInfo) -> datetime:
    """The first moment the zone's clocks show this time."""
    try:
        moment = local.replace(tzinfo=zone).astimezone(UTC)
        shown = moment.astimezone(zone).replace(tzinfo=None)
    except OverflowError as error:
        raise UnreadableError("time_unreadable") from error
    if shown != local:
        raise UnreadableError("time_skipped")
    return moment
