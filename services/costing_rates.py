"""Prices and exchange rates from outside: a file of the European Central Bank, and how old published rates are."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from domain.costing.currency import ExchangeRate
from domain.costing.ecb import read_ecb
from domain.costing.rates import HourlyRate, ModelRate
from domain.shared.outcomes import DomainError, Finding
from services.catalog import catalog
from services.sources.uses import age_of

_MEGABYTE = 1024 * 1024
_MOST_MEGABYTES = 8  # the history since 1999 has about 2


def import_ecb(content: bytes, *, today: date, on: date | None = None) -> tuple[ExchangeRate, ...]:
    """The exchange rates of `eurofxref.csv` or `eurofxref-hist.csv`.

    Args:
        content: the file as it was uploaded.
        today: rates of later days are refused.
        on: the day wanted; the last day with rates at or before it counts. None takes the newest.

    Raises:
        DomainError: the file is none of the two, too large, or holds something that cannot be a rate.
    """
    if len(content) > _MOST_MEGABYTES * _MEGABYTE:
        raise DomainError("costing.ecb_too_large", most_mb=_MOST_MEGABYTES)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DomainError("costing.ecb_not_the_file") from error
    return read_ecb(text, today=today, on=on)


def rate_warnings(rates: Iterable[HourlyRate | ModelRate], today: date) -> tuple[Finding, ...]:
    """Rates nobody dated, and rates older than the register allows: to be asked for anew before signing."""
    known = catalog()
    found = []
    for rate in rates:
        age = age_of(rate.origin, known.sources[rate.origin.source], today, known.old_after)
        if age == "fresh":
            continue
        values: dict[str, Any] = {"name": rate.name}
        if age == "old":
            values |= {"since": str(rate.origin.valid_from), "months": known.old_after.months}
        found.append(
            Finding(
                code="costing.rate_old" if age == "old" else "costing.rate_undated",
                severity="warning",
                place=f"rates.{rate.id}",
                values=values,
                source=rate.origin.source,
            )
        )
    return tuple(found)
