"""Everything about an estimate that should be looked at."""

from collections.abc import Mapping, Sequence

from domain.costing.assumptions import unusual_inputs
from domain.costing.billing import Usage
from domain.costing.floors import FloorPrice
from domain.costing.guardrails import check_staffing
from domain.costing.inputs import EstimateInputs
from domain.costing.parameters import Parameter
from domain.costing.price_checks import check_floors, check_prices
from domain.costing.pricing import Pricing
from domain.costing.rates import HourlyRate, PriceClaim
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
    )
