"""The one entry: a merchant's demand in, every intermediate figure and the price of each region out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.costing.assumptions import unusual_inputs
from domain.costing.inputs import EstimateInputs, check_inputs
from domain.costing.parameters import Parameter
from domain.costing.per_ticket import check_shared_desk, check_ticket_price
from domain.costing.price import RegionPrice, basis_gap, common_currency, price_region
from domain.costing.rates import PriceClaim, RegionRate
from domain.costing.staffing import Calendar, PeakStaffing, Staffing, staff, staff_peak
from domain.costing.workload import Demand, measure_demand
from domain.shared.outcomes import Finding

# Totals that a page can unfold; each has its formula in words (``costing.formula.<name>``).
FORMULAS = (
    "workload_hours",
    "effective_aht_s",
    "productive_hours",
    "floor_hours",
    "separate_hours",
    "pooled_hours",
    "idle_hours",
    "paid_hours",
    "fte",
    "rate_base",
    "productive_basis",
    "paid_basis",
    "basis_gap",
    "per_contact",
    "break_even_ticket",
    "peak_extra_hours",
    "budget_left",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What customer service would cost, with every step on the way; all figures unrounded.

    Attributes:
        inputs: what it was made from.
        currency: of every amount.
        demand: hours of work by channel and language.
        staffing: hours and people, every language on its own and pooled.
        regions: price per region id, in the order of the rates.
        basis_gap: how much dearer paid hours are at the same figure, as a share.
        peak: a peak month; None without a peak.
        findings: what should be looked at.
    """

    inputs: EstimateInputs
    currency: str
    demand: Demand
    staffing: Staffing
    regions: Mapping[str, RegionPrice]
    basis_gap: float
    peak: PeakStaffing | None
    findings: tuple[Finding, ...]


def estimate(
    inputs: EstimateInputs,
    rates: Sequence[RegionRate],
    parameters: Mapping[str, Parameter],
    ticket_price: PriceClaim | None = None,
) -> Estimate:
    """What a month of customer service takes and costs in each region.

    Args:
        inputs: the merchant's demand and working conditions.
        rates: one rate per region, all in one currency.
        parameters: the catalog of parameters; the calendar, usual ranges and rules of thumb come from it.
        ticket_price: a published price per ticket to check against the rates, in their currency.

    Raises:
        DomainError: an input nothing can be calculated with; the code says which and the values say why.
    """
    check_inputs(inputs)
    currency = common_currency(rates)
    calendar = Calendar(
        weeks_per_year=float(parameters["weeks_per_year"].default),
        months_per_year=float(parameters["months_per_year"].default),
    )
    demand = measure_demand(inputs)
    staffing = staff(inputs, demand, calendar)
    return Estimate(
        inputs=inputs,
        currency=currency,
        demand=demand,
        staffing=staffing,
        regions={rate.id: _price(rate, inputs, demand, staffing) for rate in rates},
        basis_gap=basis_gap(inputs.shrinkage),
        peak=staff_peak(inputs, inputs.peak, staffing.pooled_hours, calendar) if inputs.peak else None,
        findings=_findings(inputs, demand, staffing, rates, parameters, ticket_price),
    )


def _price(rate: RegionRate, inputs: EstimateInputs, demand: Demand, staffing: Staffing) -> RegionPrice:
    return price_region(
        rate,
        demand,
        staffing,
        occupancy=inputs.occupancy,
        shrinkage=inputs.shrinkage,
        budget_month=inputs.budget_month,
    )


def _findings(
    inputs: EstimateInputs,
    demand: Demand,
    staffing: Staffing,
    rates: Sequence[RegionRate],
    parameters: Mapping[str, Parameter],
    ticket_price: PriceClaim | None,
) -> tuple[Finding, ...]:
    shared_desk = check_shared_desk(
        staffing.productive_hours,
        staffing.pooled.floor_hours,
        float(parameters["shared_desk_share"].default),
    )
    claims = (ticket_price,) if ticket_price else ()
    tickets = (
        check_ticket_price(claim, rate, aht_s=demand.effective_aht_s, occupancy=inputs.occupancy)
        for claim in claims
        for rate in rates
    )
    found = (shared_desk, *tickets)
    return (*(finding for finding in found if finding is not None), *unusual_inputs(inputs, parameters))
