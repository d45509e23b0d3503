"""Calendar days that somebody can mean: which years they lie in, and how stored text is read as one."""

from datetime import date, datetime
from typing import Any

# Before them nobody exported tickets, and near the ends of the calendar no month could be added any more.
FIRST_YEAR = 1990
LAST_YEAR = 2100
FIRST_DAY = date(FIRST_YEAR, 1, 1)
LAST_DAY = date(LAST_YEAR, 12, 31)


def is_meant(day: date) -> bool:
    """Whether a day lies in a year that somebody can mean."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def day_of(value: Any) -> date | None:
    """A day as a field can show it: of a date, or of text like 2026-11-20; None when it is none or far away."""
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return None
    return day if isinstance(day, date) and not isinstance(day, datetime) and is_meant(day) else None
