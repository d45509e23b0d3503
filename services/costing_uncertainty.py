"""How sure the estimate of a record is."""

from collections.abc import Mapping
from dataclasses import replace

from domain.costing.calendar import calendar_of
from domain.costing.draws import InputId, Range
from domain.costing.estimate import Estimate
from domain.costing.hours import BillingBasis
from domain.costing.spread import Uncertainty
from domain.costing.staffing import plan_pools
from domain.costing.uncertainty import WITHOUT_INTERVALS, assess_uncertainty
from domain.costing.week_plan import plan_week
from domain.costing.workload import measure_demand
from domain.costing.year_work import with_seasons
from domain.shared.outcomes import NotAssessed


def uncertainty_of(
    cost: Estimate,
    *,
    ranges: Mapping[InputId, Range] | None = None,
    basis: BillingBasis | None = None,
    with_interval: bool = True,
) -> Uncertainty:
    """What 10,000 draws of the inputs make of an estimate.

    The plan by the hour is made once, on the inputs of the estimate; its ratio to the workload formula is
    multiplied onto every draw, because the plan itself is too slow to draw. A second plan, of the strongest season,
    only tells how wrong that ratio is there.

    Args:
        cost: the estimate.
        ranges: typed ranges by input id; the others come from parameters and rates.
        basis: every published rate is read as this hour; as each one says when not given.
        with_interval: False leaves the ratio out, so that the draws rest on the workload formula alone.

    Raises:
        DomainError: a typed range that cannot be.
    """
    strongest = max((season.multiplier for season in with_seasons(cost.inputs).seasons), default=1.0)
    in_peaks = with_interval and strongest > 1
    return assess_uncertainty(
        cost,
        interval_ratio=_interval_ratio(cost) if with_interval else WITHOUT_INTERVALS,
        peak_ratio=_interval_ratio(cost, strongest) if in_peaks else WITHOUT_INTERVALS,
        ranges=ranges,
        basis=basis,
    )


def _interval_ratio(cost: Estimate, factor: float = 1.0) -> float | NotAssessed:
    """Hours of the plan by the hour over those of the workload formula, at so many times the contacts."""
    contacts = {channel: count * factor for channel, count in cost.inputs.contacts_month.items()}
    inputs, calendar = replace(cost.inputs, contacts_month=contacts), calendar_of(cost.parameters)
    plan = plan_pools(inputs, measure_demand(inputs), cost.staffing.pooled.pools, calendar)
    week = plan_week(inputs, plan, calendar)
    return week if isinstance(week, NotAssessed) else week.ratio
