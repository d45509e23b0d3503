"""How old published rates are: what has to be asked for anew before somebody signs."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from domain.costing.rates import HourlyRate, ModelRate
from domain.shared.outcomes import Finding
from services.catalog import catalog
from services.sources.uses import age_of


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
