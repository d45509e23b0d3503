"""Reads the hours of coverage of a pilot plan."""

import re
from collections.abc import Mapping
from typing import Any

from domain.pilot.coverage import WEEKDAYS, Coverage
from domain.pilot.plan_values import read_day, refuse_unknown, table
from domain.shared.outcomes import DomainError

_CLOCK = re.compile(r"([01]\d|2[0-4]):([0-5]\d)")
_MIDNIGHT = 24 * 60
_ENDS = 2


def read_coverage(mapping: Mapping[str, Any]) -> Coverage | None:
    """The hours per weekday and the closed days; None when the plan names no hours.

    Raises:
        DomainError: a weekday, a time of day or an order of times that cannot be.
    """
    hours = table(mapping, "coverage")
    if not hours:
        return None
    refuse_unknown(hours, WEEKDAYS, "coverage.")
    closed = mapping.get("closed_days", [])
    if not isinstance(closed, list):
        raise DomainError("pilot.plan_not_a_list", key="closed_days")
    return Coverage(
        hours={WEEKDAYS.index(day): _day_hours(day, spans) for day, spans in hours.items()},
        closed_days=frozenset(read_day(day, "closed_days") for day in closed),
    )


def _day_hours(day: str, spans: Any) -> tuple[tuple[int, int], ...]:
    """Spans of one weekday in minutes, in order and without overlap."""
    key = f"coverage.{day}"
    if not isinstance(spans, list):
        raise DomainError("pilot.plan_hours", key=key, value=str(spans))
    found: list[tuple[int, int]] = []
    for span in spans:
        if not isinstance(span, list) or len(span) != _ENDS:
            raise DomainError("pilot.plan_hours", key=key, value=str(span))
        opens, closes = (_minute(end, key) for end in span)
        if closes <= opens or (found and opens < found[-1][1]):
            raise DomainError("pilot.plan_hours_order", key=key, value=f"{span[0]}-{span[1]}")
        found.append((opens, closes))
    return tuple(found)


def _minute(value: Any, key: str) -> int:
    """Minutes since midnight of a time like 09:30; 24:00 is the end of the day."""
    match = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    minute = int(match[1]) * 60 + int(match[2]) if match else _MIDNIGHT + 1
    if minute > _MIDNIGHT:
        raise DomainError("pilot.plan_hours", key=key, value=str(value))
    return minute
