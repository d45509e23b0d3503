"""Peaks of the year and product launches, read as the volume of each month."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

MONTHS_A_YEAR = 12
_MONTHS = range(1, MONTHS_A_YEAR + 1)
# To count the days of February.
_COMMON_YEAR = 2025


def strongest(peaks: Iterable[Mapping[str, Any]]) -> tuple[float, float] | None:
    """The highest multiplier of checked peaks, and how many months of a year it lasts; days are parts of their month.

    A peak of 29 February alone has no day in a common year and counts nothing there; None without any other.
    """
    seasons = [peak for peak in peaks if month_shares(peak)]
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
