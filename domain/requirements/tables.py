"""Checks answers that have parts: shares by language, figures by channel, hours, peaks, language pools."""

import re
from decimal import Decimal
from itertools import pairwise
from typing import Any

from domain.requirements.questions import Codes, Question
from domain.requirements.values import (
    as_integer,
    as_language,
    as_list,
    as_share,
    known,
    percent,
    plain,
    refuse,
    shown,
)
from domain.shared.measures import SHARES_TOLERANCE, WEEKDAYS
from domain.shared.rounding import to_decimal

_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d|24:00")
_MONTHS = range(1, 13)
_PEAK_KEYS = ("name", "months", "multiplier", "lead_weeks")


def as_shares_by_language(question: Question, value: Any, codes: Codes) -> dict[str, float]:
    """A share per language that together make 100 %; languages with 0 are left out."""
    shares: dict[str, float] = {}
    for given, share in _table(question, value).items():
        language = as_language(question, given, codes)
        if language in shares:
            raise refuse(question, "twice", given=language)
        shares[language] = as_share(question, share, codes)
    missing = 1 - sum((to_decimal(share) for share in shares.values()), Decimal(0))
    if abs(missing) > SHARES_TOLERANCE:
        reason = "shares_miss" if missing > 0 else "shares_exceed"
        raise refuse(question, reason, sum=percent(1 - missing), by=percent(abs(missing)))
    return {language: share for language, share in shares.items() if share > 0}


def as_integer_by_channel(question: Question, value: Any, codes: Codes) -> dict[str, int]:
    """A whole number per channel, in the order of the channels."""
    given = _table(question, value)
    for channel in given:
        known(question, channel, question.choice_ids, "unknown_channel")
    return {name: as_integer(question, given[name], codes) for name in question.choice_ids if name in given}


def as_schedule(question: Question, value: Any, _codes: Codes) -> dict[str, list[list[str]]]:
    """Windows of service per weekday; days without service are left out. 24:00 is the end of a day."""
    given = _table(question, value)
    for day in given:
        if day not in WEEKDAYS:
            raise refuse(question, "unknown_weekday", given=shown(day), choices=", ".join(WEEKDAYS))
    hours = {day: _windows(question, day, given[day]) for day in WEEKDAYS if given.get(day)}
    if not hours:
        raise refuse(question, "no_hours")
    return hours


def as_peaks(question: Question, value: Any, codes: Codes) -> list[dict[str, Any]]:
    """Peak events with months, multiplier of volume and weeks of lead; an empty list says there are none."""
    if not isinstance(value, list | tuple):
        raise refuse(question, "not_a_list", given=shown(value))
    return [_peak(question, peak, codes) for peak in value]


def as_pools(question: Question, value: Any, codes: Codes) -> list[list[str]]:
    """Groups of languages that one team answers together; no language in two of them."""
    pools: list[list[str]] = []
    for pool in as_list(question, value):
        languages = [as_language(question, item, codes) for item in as_list(question, pool)]
        for index, language in enumerate(languages):
            if language in languages[:index] or any(language in other for other in pools):
                raise refuse(question, "in_two_pools", language=language)
        pools.append(languages)
    return pools


def hours_a_week(schedule: dict[str, list[list[str]]]) -> float:
    """Hours of service in one week of a checked schedule."""
    minutes = sum(minute(end) - minute(start) for windows in schedule.values() for start, end in windows)
    return minutes / 60


def minute(clock: str) -> int:
    """Minute of the day of a checked "HH:MM"."""
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _windows(question: Question, day: str, value: Any) -> list[list[str]]:
    """The windows of one day, sorted, each [from, to], none overlapping."""
    windows = sorted(_window(question, day, window) for window in as_list(question, value))
    for earlier, later in pairwise(windows):
        if later[0] < earlier[1]:
            raise refuse(
                question, "windows_overlap", day=day, first="–".join(earlier), second="–".join(later)
            )
    return windows


def _window(question: Question, day: str, value: Any) -> list[str]:
    if not isinstance(value, list | tuple) or len(value) != len(("from", "to")):
        raise refuse(question, "not_a_window", day=day, given=shown(value))
    for clock in value:
        if not isinstance(clock, str) or not _CLOCK.fullmatch(clock):
            raise refuse(question, "not_a_clock", day=day, given=shown(clock))
    start, end = value
    if end <= start:
        raise refuse(question, "window_ends_first", day=day, given=f"{start}–{end}")
    return [start, end]


def _peak(question: Question, value: Any, codes: Codes) -> dict[str, Any]:
    given = _table(question, value)
    for key in given:
        if key not in _PEAK_KEYS:
            raise refuse(question, "unknown_peak_key", given=shown(key), choices=", ".join(_PEAK_KEYS))
    for key in _PEAK_KEYS:
        if key not in given:
            raise refuse(question, "peak_lacks", peak_part=key)
    name = given["name"].strip() if isinstance(given["name"], str) else ""
    if not name.isprintable() or not name:
        raise refuse(question, "peak_lacks", peak_part="name")
    return {
        "name": name,
        "months": _months(question, given["months"]),
        "multiplier": _multiplier(question, given["multiplier"]),
        "lead_weeks": _lead(question, given["lead_weeks"], codes),
    }


def _months(question: Question, value: Any) -> list[int]:
    months = as_list(question, value)
    for month in months:
        if isinstance(month, bool) or not isinstance(month, int) or month not in _MONTHS:
            raise refuse(question, "not_a_month", given=shown(month))
    if len(set(months)) != len(months):
        raise refuse(question, "months_twice", given=shown(months))
    return sorted(months)


def _multiplier(question: Question, value: Any) -> float:
    """The limits of the question are the limits of the multiplier."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise refuse(question, "not_number", given=shown(value))
    number = to_decimal(value) if not isinstance(value, int) else Decimal(value)
    low, high = question.minimum, question.maximum
    if not number.is_finite() or (low is not None and number < low) or (high is not None and number > high):
        raise refuse(
            question,
            "multiplier_outside",
            given=shown(value),
            minimum=plain(low or Decimal(0)),
            maximum=plain(high or number),
        )
    return float(number)


def _lead(question: Question, value: Any, _codes: Codes) -> int:
    most = 52
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
        raise refuse(question, "lead_outside", given=shown(value), maximum=most)
    return value


def _table(question: Question, value: Any) -> dict[Any, Any]:
    if not isinstance(value, dict):
        raise refuse(question, "not_a_table", given=shown(value))
    if not value:
        raise refuse(question, "empty")
    return value
