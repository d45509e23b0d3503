"""How sure the estimate of a record is."""

from collections.abc import Mapping

from domain.costing.calendar import calendar_of
from domain.costing.draws import InputId, Range
from domain.costing.estimate import Estimate
from domain.costing.hours import BillingBasis
from domain.costing.uncertainty import Uncertainty, assess_uncertainty
from domain.costing.week_plan import plan_week
from domain.shared.outcomes import NotAssessed

WITHOUT_INTERVALS = NotAssessed("costing.interval_left_out")


def uncertainty_of(
    cost: Estimate,
    *,
    ranges: Mapping[InputId, Range] | None = None,
    basis: BillingBasis | None = None,
    with_interval: bool = True,
) -> Uncertainty:
    """What 10,000 draws of the inputs make of an estimate.

    The plan by the hour is made once, on the inputs of the estimate; its ratio to the workload formula is
    multiplied onto every draw, because the plan itself is too slow to draw.

    Args:
        cost: the estimate.
        ranges: typed ranges by input id; the others come from parameters and rates.
        basis: every published rate is read as this hour; as each one says when not given.
        with_interval: False leaves the ratio out, so that the draws rest on the workload formula alone.

    Raises:
        DomainError: a typed range that cannot be.
    """
    return assess_uncertainty(
        cost,
        interval_ratio=_interval_ratio(cost) if with_interval else WITHOUT_INTERVALS,
        ranges=ranges,
        basis=basis,
    )


def _interval_ratio(cost: Estimate) -> float | NotAssessed:
    """Hours of the plan by the hour over those of the workload formula."""
    week = plan_week(cost.inputs, cost.staffing.pooled, calendar_of(cost.parameters))
    return week if isinstance(week, NotAssessed) else week.ratio
