"""Volumes at which other languages share agents: a normal month costs no less beyond, a year of other people may."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from domain.costing.band import Band
from domain.costing.calendar import calendar_of
from domain.costing.estimate import Estimate, estimate
from domain.costing.inputs import EstimateInputs
from domain.costing.pools import Pool
from domain.costing.staffing import staff
from domain.costing.workload import measure_demand

# From the volume of the record to ten times as much; who grows beyond asks anew.
_MOST_TIMES: Final = 10.0
_POINTS: Final = 24
_HALVINGS: Final = 20  # of the distance between two points, to a millionth of it


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolStep:
    """A volume beyond which other languages share agents, so that a year costs less than just before.

    Attributes:
        contacts: contacts a month of the record.
        pools_before, pools_after: which languages share agents on either side.
        first_year: whether it is the first year that costs less; a later one otherwise.
        before, after: an average month of that year on either side, at the rate of the place asked for.
    """

    contacts: float
    pools_before: tuple[Pool, ...]
    pools_after: tuple[Pool, ...]
    first_year: bool
    before: Band
    after: Band


def pool_steps(cost: Estimate, place: str) -> tuple[PoolStep, ...]:
    """Every such volume from that of the record to ten times as much; none unless the cheapest pools are asked for.

    Pools are the cheapest of a normal month. A year has peaks, growth and whole seats, so other pools may be cheaper
    in it. Between two neighbours of the points weighed only one change of pools is looked for.

    Args:
        cost: the estimate.
        place: the region, country or domestic model whose price the years are made at, read as it says.
    """
    if cost.inputs.pooling != "cheapest" or not cost.demand.contacts_month:
        return ()
    factors = [_MOST_TIMES ** (point / _POINTS) for point in range(_POINTS + 1)]
    known = {factor: _pools(cost, factor) for factor in factors}
    found: list[PoolStep] = []
    for low, high in pairwise(factors):
        if known[low] != known[high]:
            found += _steps(cost, place, *_halved(cost, low, high))
    return tuple(found)


def _busier(cost: Estimate, factor: float) -> EstimateInputs:
    contacts = {channel: count * factor for channel, count in cost.inputs.contacts_month.items()}
    return replace(cost.inputs, contacts_month=contacts)


def _pools(cost: Estimate, factor: float) -> tuple[Pool, ...]:
    inputs = _busier(cost, factor)
    return staff(inputs, measure_demand(inputs), calendar_of(cost.parameters)).pooled.pools


def _halved(cost: Estimate, low: float, high: float) -> tuple[float, float]:
    """The two volumes nearest to each other between which the pools change."""
    before = _pools(cost, low)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _pools(cost, middle) == before:
            low = middle
        else:
            high = middle
    return low, high


def _steps(cost: Estimate, place: str, low: float, high: float) -> list[PoolStep]:
    """The years that cost less just beyond a change of pools."""
    rates = [price.rate for price in cost.regions.values()]
    below, above = (
        estimate(_busier(cost, factor), rates, cost.parameters, pricing=cost.pricing)
        for factor in (low, high)
    )
    found = []
    for first_year in (True, False):
        before, after = (_month(made, place, first_year=first_year) for made in (below, above))
        if any(then < now for then, now in zip(after.ends, before.ends, strict=True)):
            found.append(
                PoolStep(
                    contacts=cost.demand.contacts_month * low,
                    pools_before=below.staffing.pooled.pools,
                    pools_after=above.staffing.pooled.pools,
                    first_year=first_year,
                    before=before,
                    after=after,
                )
            )
    return found


def _month(made: Estimate, place: str, *, first_year: bool) -> Band:
    """An average month of a year."""
    if made.domestic is not None and place in made.domestic.models:
        model = made.domestic.models[place]
        return (model.year_one if first_year else model.steady_state)[made.domestic.read_as].month
    return made.year_of(place, first_year=first_year)[made.places[place].rate.read_as].month
