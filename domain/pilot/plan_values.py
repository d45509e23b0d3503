"""Small readers of plan values: they name the key when a value is not what it should be."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Any

from domain.shared.days import FIRST_YEAR, LAST_YEAR, is_meant
from domain.shared.outcomes import DomainError


def refuse_unknown(mapping: Mapping[str, Any], known: tuple[str, ...], place: str) -> None:
    """A key nobody reads is a mistake; the nearest known one is named."""
    for key in mapping:
        if key not in known:
            nearest = get_close_matches(str(key), known, n=1)
            raise DomainError(
                "pilot.plan_unknown_key",
                key=f"{place}{key}",
                nearest=nearest[0] if nearest else ", ".join(known),
            )


def table(mapping: Mapping[str, Any], key: str, place: str = "") -> Mapping[str, Any]:
    """The table under a key; empty when the key is absent."""
    value = mapping.get(key, {})
    if not isinstance(value, Mapping):
        raise DomainError("pilot.plan_not_a_table", key=f"{place}{key}")
    return value


def read_day(value: Any, key: str) -> date:
    """A calendar day of a year a pilot can lie in, written as a date or as text."""
    day = value
    if isinstance(value, str):
        try:
            day = date.fromisoformat(value)
        except ValueError as error:
            raise DomainError("pilot.plan_not_a_day", key=key, value=value) from error
    if isinstance(day, datetime) or not isinstance(day, date):
        raise DomainError("pilot.plan_not_a_day", key=key, value=str(value))
    refuse_far_year(day, key)
    return day


def refuse_far_year(day: date, key: str) -> None:
    """Refuse a day or moment that no pilot can have.

    Raises:
        DomainError: ``pilot.year_outside``, with the first and last year.
    """
    if not is_meant(day):
        raise DomainError(
            "pilot.year_outside", key=key, lowest=FIRST_YEAR, highest=LAST_YEAR, given=day.isoformat()
        )


def read_decimal(value: Any, key: str) -> Decimal:
    """An exact number; floats are read as they are written."""
    if not isinstance(value, bool) and isinstance(value, int | float | str | Decimal):
        try:
            number = Decimal(str(value))
        except InvalidOperation:
            number = Decimal("NaN")
        if number.is_finite():
            return number
    raise DomainError("pilot.plan_not_a_number", key=key, value=str(value))
