"""How old published rates are: what has to be asked for anew before somebody signs."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from domain.costing.rates import HourlyRate, ModelRate, PrivateRate
from domain.shared.outcomes import Finding
from services.catalog import catalog
from services.sources.uses import age_of, age_since


def rate_warnings(rates: Iterable[HourlyRate | ModelRate | PrivateRate], today: date) -> tuple[Finding, ...]:
    """Rates nobody dated, and rates and quotes older than the register allows: to be asked for anew."""
    return tuple(finding for rate in rates for finding in _warned(rate, today))


def _warned(rate: HourlyRate | ModelRate | PrivateRate, today: date) -> Iterator[Finding]:
    known = catalog()
    if isinstance(rate, PrivateRate):
        place, source = f"private.{rate.id}", ""
        values: dict[str, Any] = {"name": rate.label, "since": str(rate.quoted_on)}
        age = age_since(rate.quoted_on, today, known.old_after)
    else:
        place, source = f"rates.{rate.id}", rate.origin.source
        values = {"name": rate.name, "since": str(rate.origin.valid_from)}
        age = age_of(rate.origin, known.sources[source], today, known.old_after)
    values["months"] = known.old_after.months
    if age == "unknown":
        yield Finding(
            code="costing.rate_undated", severity="warning", place=place, values=values, source=source
        )
    if age == "old":
        yield Finding(code="costing.rate_old", severity="warning", place=place, values=values, source=source)
