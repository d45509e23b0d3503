"""Checks answers that have parts: figures by language, channel or market, hours of the week, language pools."""

import re
from datetime import time
from decimal import Decimal
from itertools import pairwise
from typing import Any

from domain.requirements.profiles import HOURS_A_DAY
from domain.requirements.questions import Codes, Question
from domain.requirements.refusals import located, refuse, shown
from domain.requirements.values import (
    Check,
    as_country,
    as_figure,
    as_integer,
    as_language,
    as_list,
    as_number,
    as_share,
    known,
    percent,
    plain,
)
from domain.shared.measures import SHARES_TOLERANCE, WEEKDAYS
from domain.shared.rounding import to_decimal

CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d|24:00")
# Weights have any scale; beyond this one something else was typed into the field.
MOST_WEIGHT = 1_000_000
# Of the Common European Framework, and beyond it: grown up with the language.
LEVELS = ("B2", "C1", "C2", "native")


def as_shares_by_language(question: Question, value: Any, codes: Codes) -> dict[str, float]:
    """A share per language that together make 100 %; languages with 0 are left out."""
    return _shares(question, value, codes)


def as_shares_by_channel_language(
    question: Question, value: Any, codes: Codes
) -> dict[str, dict[str, float]]:
    """Shares by language for some channels; within each channel they make 100 %."""
    given = _by_channel(question, value)
    found = {}
    for channel, shares in given.items():
        with located(channel):
            found[channel] = _shares(question, shares, codes, channel=channel)
    return found


def as_numbers_by_language(question: Question, value: Any, codes: Codes) -> dict[str, float]:
    """A number per language within the limits of the question."""
    return _each(question, _by_language(question, value, codes), codes, as_number)


def as_levels_by_language(question: Question, value: Any, codes: Codes) -> dict[str, str]:
    """How well each language must be spoken."""
    levels = _by_language(question, value, codes)
    for language, level in levels.items():
        if level not in LEVELS:
            raise refuse(
                question, "unknown_level", language=language, given=shown(level), choices=", ".join(LEVELS)
            )
    return levels


def _shares(question: Question, value: Any, codes: Codes, **where: str) -> dict[str, float]:
    """Shares that make 100 %; `where` names the part they belong to in the refusal."""
    given = _by_language(question, value, codes)
    shares: dict[str, float] = _each(question, given, codes, as_share)
    missing = 1 - sum((to_decimal(share) for share in shares.values()), Decimal(0))
    if abs(missing) > SHARES_TOLERANCE:
        reason = ("shares_miss" if missing > 0 else "shares_exceed") + ("_in" if where else "")
        raise refuse(question, reason, sum=percent(1 - missing), by=percent(abs(missing)), **where)
    return {language: share for language, share in shares.items() if share > 0}


def _each(question: Question, given: dict[str, Any], codes: Codes, check: Check) -> dict[str, Any]:
    """Every entry checked; a refusal says which one."""
    found = {}
    for part, entry in given.items():
        with located(part):
            found[part] = check(question, entry, codes)
    return found


def _by_language(question: Question, value: Any, codes: Codes) -> dict[str, Any]:
    """The entries of a table by language, none twice."""
    found: dict[str, Any] = {}
    for given, part in as_table(question, value).items():
        language = as_language(question, given, codes)
        if language in found:
            raise refuse(question, "twice", given=language)
        found[language] = part
    return found


def _by_channel(question: Question, value: Any) -> dict[str, Any]:
    """The entries of a table by channel, in the order of the channels."""
    given = as_table(question, value)
    for channel in given:
        known(question, channel, question.choice_ids, "unknown_channel")
    return {channel: given[channel] for channel in question.choice_ids if channel in given}


def as_integer_by_channel(question: Question, value: Any, codes: Codes) -> dict[str, int]:
    """A whole number per channel, in the order of the channels."""
    given = _by_channel(question, value)
    return _each(question, given, codes, as_integer)


def as_profiles_by_channel(question: Question, value: Any, codes: Codes) -> dict[str, dict[str, Any]]:
    """An hour profile per channel: a template by its id, or weights for the hours of each weekday."""
    return _each(question, _by_channel(question, value), codes, _profile)


def as_schedule(question: Question, value: Any, _codes: Codes) -> dict[str, list[list[str]]]:
    """Windows of service per weekday; days without service are left out. 24:00 is the end of a day."""
    given = as_table(question, value)
    for day in given:
        if day not in WEEKDAYS:
            raise refuse(question, "unknown_weekday", given=shown(day), choices=", ".join(WEEKDAYS))
    hours = {day: _windows(question, day, given[day]) for day in WEEKDAYS if given.get(day)}
    if not hours:
        raise refuse(question, "no_hours")
    return hours


def as_schedules_by_market(
    question: Question, value: Any, codes: Codes
) -> dict[str, dict[str, list[list[str]]]]:
    """Hours of service for some markets, each in its own time zone."""
    schedules: dict[str, dict[str, list[list[str]]]] = {}
    for given, schedule in as_table(question, value).items():
        market = as_country(question, given, codes)
        if market in schedules:
            raise refuse(question, "twice", given=market)
        if market not in codes.zones:
            raise refuse(question, "no_zone", market=market)
        with located(market):
            schedules[market] = as_schedule(question, schedule, codes)
    return schedules


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
    with located(day):
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
    # TOML has times of its own: 09:00:00 without quotation marks.
    clocks = [f"{each:%H:%M}" if isinstance(each, time) and not each.second else each for each in value]
    for clock in clocks:
        if not isinstance(clock, str) or not CLOCK.fullmatch(clock):
            raise refuse(question, "not_a_clock", day=day, given=shown(clock))
    start, end = clocks
    if end <= start:
        raise refuse(question, "window_ends_first", day=day, given=f"{start}–{end}")
    return [start, end]


def _profile(question: Question, value: Any, codes: Codes) -> dict[str, Any]:
    given = as_table(question, value)
    if set(given) == {"template"}:
        template = given["template"]
        if template not in codes.profiles:
            choices = ", ".join(sorted(codes.profiles))
            raise refuse(question, "unknown_profile", given=shown(template), choices=choices)
        return {"template": template}
    if set(given) != {"weights"}:
        raise refuse(question, "not_a_profile", given=shown(value))
    weights = as_table(question, given["weights"])
    for day in weights:
        if day not in WEEKDAYS:
            raise refuse(question, "unknown_weekday", given=shown(day), choices=", ".join(WEEKDAYS))
    days = {day: _day_weights(question, day, weights.get(day)) for day in WEEKDAYS}
    if not any(weight for day in days.values() for weight in day):
        raise refuse(question, "no_weights")
    return {"weights": days}


def _day_weights(question: Question, day: str, value: Any) -> list[float]:
    """24 weights of one day; a day left out has none."""
    if value is None:
        return [0.0] * HOURS_A_DAY
    if not isinstance(value, list | tuple) or len(value) != HOURS_A_DAY:
        count = len(value) if isinstance(value, list | tuple) else 0
        raise refuse(question, "not_a_day_of_weights", day=day, given=count)
    numbers = [as_figure(question, weight) for weight in value]
    for hour, number in enumerate(numbers):
        if not 0 <= number <= MOST_WEIGHT:
            raise refuse(
                question, "weight_outside", day=day, hour=hour, given=plain(number), maximum=MOST_WEIGHT
            )
    return [float(number) for number in numbers]


def as_table(question: Question, value: Any) -> dict[Any, Any]:
    """A table with something in it."""
    if not isinstance(value, dict):
        raise refuse(question, "not_a_table", given=shown(value))
    if not value:
        raise refuse(question, "empty")
    return value
