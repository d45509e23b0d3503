"""Peaks of the year and product launches: checked as answers, read as the volume of each month."""

from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from domain.requirements.questions import Codes, Question
from domain.requirements.refusals import located, refuse, shown
from domain.requirements.tables import as_table
from domain.requirements.values import MOST_CHARACTERS, as_date, as_figure, as_list, plain

MONTHS_A_YEAR = 12
_MONTHS = range(1, MONTHS_A_YEAR + 1)
_TIMES = ({"months"}, {"start", "end"})
_PEAK_KEYS = ("name", "months", "start", "end", "multiplier", "lead_weeks")
_LAUNCH_KEYS = ("name", "on", "weeks", "multiplier")
MOST_WEEKS = 52
# Technical limit, so that one answer cannot hold up every check.
MOST_ROWS = 30
# To read "02-29" a leap year is needed, to count the days of February a common one.
_LEAP_YEAR, _COMMON_YEAR = 2024, 2025


def as_peaks(question: Question, value: Any, _codes: Codes) -> list[dict[str, Any]]:
    """Peaks with months or dates, multiplier of volume and weeks of lead; an empty list says there are none."""
    _check_rows(question, value)
    return _rows(value, lambda peak: _peak(question, peak))


def as_launches(question: Question, value: Any, codes: Codes) -> list[dict[str, Any]]:
    """Launches with day, weeks of higher volume and multiplier; an empty list says there are none."""
    _check_rows(question, value)
    return _rows(value, lambda launch: _launch(question, launch, codes))


def strongest(peaks: Iterable[Mapping[str, Any]]) -> tuple[float, float] | None:
    """The highest multiplier of checked peaks, and how many months of a year it lasts; days are parts of their month."""
    seasons = tuple(peaks)
    if not seasons:
        return None
    multiplier = max(float(peak["multiplier"]) for peak in seasons)
    highest = [peak for peak in seasons if peak["multiplier"] == multiplier]
    months = [_days_of(_COMMON_YEAR, month) for month in _MONTHS]
    busy = (
        sum(any(_is_in_peak(peak, day) for peak in highest) for day in days) / len(days) for days in months
    )
    return multiplier, sum(busy)


def month_shares(peak: Mapping[str, Any]) -> dict[int, float]:
    """The share of each month's days that lies in a checked peak; months without any are left out."""
    shares = {}
    for month in _MONTHS:
        days = _days_of(_COMMON_YEAR, month)
        inside = sum(_is_in_peak(peak, day) for day in days)
        if inside:
            shares[month] = inside / len(days)
    return shares


def month_factors(
    start: date,
    *,
    peaks: Iterable[Mapping[str, Any]],
    launches: Iterable[Mapping[str, Any]],
    growth_year: float,
) -> tuple[float, ...]:
    """Contacts of twelve months against the ordinary month that was stated.

    Growth is linear: month m of 12 has the factor 1 + g(m - 0.5)/12. Where peaks and launches overlap the highest
    multiplier counts, for they describe the same rush; a month that is partly in a peak is weighed by days.

    Args:
        start: a day in the first of the twelve months.
        peaks: as checked.
        launches: as checked.
        growth_year: growth over the twelve months; 0.2 means a fifth more at their end.
    """
    seasons, news = tuple(peaks), tuple(launches)
    factors = []
    for index in range(MONTHS_A_YEAR):
        years, month = divmod(start.month - 1 + index, MONTHS_A_YEAR)
        days = _days_of(start.year + years, month + 1)
        busy = sum(_multiplier_on(day, seasons, news) for day in days) / len(days)
        factors.append(busy * (1 + growth_year * (index + 0.5) / MONTHS_A_YEAR))
    return tuple(factors)


def shares_of_year(
    start: date, *, peaks: Iterable[Mapping[str, Any]], launches: Iterable[Mapping[str, Any]]
) -> list[tuple[Mapping[str, Any], dict[int, float]]]:
    """Each peak and launch with the share it takes of each of the twelve months from `start`.

    A day belongs to the rush with the highest multiplier, so the shares of a month never overlap; together
    with growth they make the factors of `month_factors`.
    """
    rushes = sorted((*peaks, *launches), key=lambda rush: -rush["multiplier"])
    shares: list[dict[int, float]] = [{} for _ in rushes]
    for index in range(MONTHS_A_YEAR):
        years, month = divmod(start.month - 1 + index, MONTHS_A_YEAR)
        days = _days_of(start.year + years, month + 1)
        taken = [
            next((place for place, rush in enumerate(rushes) if _is_in(rush, day)), None) for day in days
        ]
        for place in {place for place in taken if place is not None}:
            shares[place][month + 1] = taken.count(place) / len(days)
    return list(zip(rushes, shares, strict=True))


def _is_in(rush: Mapping[str, Any], day: date) -> bool:
    return _is_in_launch(rush, day) if "on" in rush else _is_in_peak(rush, day)


def _multiplier_on(
    day: date, peaks: Iterable[Mapping[str, Any]], launches: Iterable[Mapping[str, Any]]
) -> float:
    rushes = [peak["multiplier"] for peak in peaks if _is_in_peak(peak, day)]
    rushes += [launch["multiplier"] for launch in launches if _is_in_launch(launch, day)]
    return float(max(rushes, default=1.0))


def _is_in_peak(peak: Mapping[str, Any], day: date) -> bool:
    if "months" in peak:
        return day.month in peak["months"]
    start, end, clock = peak["start"], peak["end"], f"{day:%m-%d}"
    return bool(start <= clock <= end if start <= end else clock >= start or clock <= end)


def _is_in_launch(launch: Mapping[str, Any], day: date) -> bool:
    first = date.fromisoformat(launch["on"])
    return first <= day < first + timedelta(weeks=launch["weeks"])


def _days_of(year: int, month: int) -> list[date]:
    return [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]


def _rows(value: Iterable[Any], check: Callable[[Any], dict[str, Any]]) -> list[dict[str, Any]]:
    """Every row checked; a refusal says which one, counted from 1."""
    rows = []
    for number, row in enumerate(value, start=1):
        with located(number):
            rows.append(check(row))
    return rows


def _peak(question: Question, value: Any) -> dict[str, Any]:
    given = _known_keys(question, value, _PEAK_KEYS)
    timed = set(given) & {"months", "start", "end"}
    if timed and timed not in _TIMES:
        raise refuse(question, "peak_months_or_dates")
    when = ("start", "end") if "start" in given else ("months",)
    _complete(question, given, ("name", *when, "multiplier", "lead_weeks"))
    times = (
        {"months": _months(question, given["months"])}
        if "months" in given
        else {edge: _day_of_year(question, given[edge]) for edge in when}
    )
    return {
        "name": _name(question, given["name"]),
        **times,
        "multiplier": _multiplier(question, given["multiplier"]),
        "lead_weeks": _weeks(question, given["lead_weeks"], least=0, reason="lead_outside"),
    }


def _launch(question: Question, value: Any, codes: Codes) -> dict[str, Any]:
    given = _known_keys(question, value, _LAUNCH_KEYS)
    _complete(question, given, _LAUNCH_KEYS)
    return {
        "name": _name(question, given["name"]),
        "on": as_date(question, given["on"], codes),
        "weeks": _weeks(question, given["weeks"], least=1, reason="weeks_outside"),
        "multiplier": _multiplier(question, given["multiplier"]),
    }


def _check_rows(question: Question, value: Any) -> None:
    """A list of so many rows as a person would write; it may be empty."""
    if not isinstance(value, list | tuple):
        raise refuse(question, "not_a_list", given=shown(value))
    if len(value) > MOST_ROWS:
        raise refuse(question, "too_many", given=len(value), most=MOST_ROWS)


def _known_keys(question: Question, value: Any, keys: tuple[str, ...]) -> dict[Any, Any]:
    given = as_table(question, value)
    for key in given:
        if key not in keys:
            raise refuse(question, "unknown_peak_key", given=shown(key), choices=", ".join(keys))
    return given


def _complete(question: Question, given: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    for key in keys:
        if key not in given:
            raise refuse(question, "peak_lacks", peak_part=key)


def _name(question: Question, value: Any) -> str:
    name = value.strip() if isinstance(value, str) else ""
    if not name.isprintable() or not name:
        raise refuse(question, "peak_lacks", peak_part="name")
    if len(name) > MOST_CHARACTERS["text"]:
        raise refuse(question, "too_long", given=len(name), most=MOST_CHARACTERS["text"])
    return name


def _months(question: Question, value: Any) -> list[int]:
    months = as_list(question, value)
    for month in months:
        if isinstance(month, bool) or not isinstance(month, int) or month not in _MONTHS:
            raise refuse(question, "not_a_month", given=shown(month))
    if len(set(months)) != len(months):
        raise refuse(question, "months_twice", given=shown(months))
    return sorted(months)


def _day_of_year(question: Question, value: Any) -> str:
    """A day of every year, "11-20"."""
    try:
        day = date.fromisoformat(f"{_LEAP_YEAR}-{value}")
    except ValueError as error:
        raise refuse(question, "not_a_day_of_year", given=shown(value)) from error
    return f"{day:%m-%d}"


def _multiplier(question: Question, value: Any) -> float:
    """The limits of the question are the limits of the multiplier."""
    number = as_figure(question, value)
    low, high = question.minimum, question.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        raise refuse(
            question,
            "multiplier_outside",
            given=shown(plain(number)),
            minimum=plain(low or Decimal(0)),
            maximum=plain(high or number),
        )
    return float(number)


def _weeks(question: Question, value: Any, *, least: int, reason: str) -> int:
    whole = isinstance(value, int) and not isinstance(value, bool)
    if not whole or not least <= value <= MOST_WEEKS:
        raise refuse(question, reason, given=shown(value), minimum=least, maximum=MOST_WEEKS)
    return int(value)
