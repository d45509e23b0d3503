"""Everything about an estimate that should be looked at."""

import math
from collections.abc import Iterator, Mapping, Sequence

from domain.costing.assumptions import unusual_inputs
from domain.costing.billing import Usage
from domain.costing.floors import FloorPrice
from domain.costing.guardrails import check_staffing
from domain.costing.inputs import EstimateInputs
from domain.costing.parameters import Parameter
from domain.costing.price_checks import check_floors, check_prices
from domain.costing.pricing import Pricing
from domain.costing.rates import HourlyRate, PriceClaim, RateLibrary
from domain.costing.staffing import Staffing
from domain.costing.workload import Demand
from domain.shared.outcomes import Finding


def findings_of(
    inputs: EstimateInputs,
    demand: Demand,
    staffing: Staffing,
    rates: Sequence[HourlyRate],
    parameters: Mapping[str, Parameter],
    ticket_price: PriceClaim | None,
    pricing: Pricing,
    usage: Usage,
    floors: Mapping[str, FloorPrice],
) -> tuple[Finding, ...]:
    """Of the plan, the prices, the inputs and the wage floors, in this order; the arguments are those of `estimate`."""
    every_rate = (*rates, *pricing.rate_library.countries)
    return (
        *check_staffing(inputs, staffing, parameters["occupancy_max"]),
        *check_prices(inputs, demand, staffing, rates, parameters, ticket_price, pricing, usage),
        *unusual_inputs(inputs, parameters, domestic=pricing.domestic is not None),
        *check_floors(every_rate, pricing, staffing, usage, floors, parameters),
        *_language_premiums(pricing.rate_library, usage),
    )


def _language_premiums(library: RateLibrary, usage: Usage) -> Iterator[Finding]:
    """What a published price of a country leaves out: languages that vendors there charge more for."""
    for premium in library.premiums:
        share = math.fsum(usage.language_share.get(language, 0.0) for language in premium.languages)
        if share:
            yield Finding(
                code="costing.language_premium_not_in_price",
                severity="warning",
                place=premium.id,
                values={
                    "premium": premium.name,
                    "low_percent": float(premium.low) * 100,
                    "high_percent": float(premium.high) * 100,
                    "share_percent": share * 100,
                },
                source=premium.origin.source,
            )
