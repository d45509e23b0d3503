"""The first year at full cost for many values of its inputs at once.

The same steps as `year_work.years` and `year_one.price_year`, in arrays; a test holds both to the same
figures. The groups of agents, the calendar and the terms are those of the estimate and are not drawn.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from domain.costing.calendar import calendar_of
from domain.costing.draws import InputId
from domain.costing.erlang_load import Floats
from domain.costing.estimate import Estimate
from domain.costing.hours import BillingBasis
from domain.costing.inputs import EstimateInputs
from domain.costing.priced_places import PricedPlace
from domain.costing.seasons import MONTHS, parts_of_month
from domain.costing.shifts import whole_people_each
from domain.costing.staffing import Staffing, premium_of
from domain.costing.year_terms import YearTerms
from domain.costing.year_work import with_seasons
from domain.shared.measures import MONTHS_PER_YEAR, SECONDS_PER_HOUR

_NO_SEASON: Final = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnWork:
    """An average month of the first year, one entry per draw.

    Attributes:
        base_hours: productive hours without seasons.
        premium_hours: what agents with several languages cost more, counted in hours.
        billed_extra_hours: productive hours that peaks and launches add, their surcharge counted as hours.
        contacts_month: contacts, seasons included.
        seats: people in a month without seasons, rounded up.
        shrinkage: share of paid hours that is not productive.
        in_work_shrinkage: share of logged-in hours that is not; never drawn.
    """

    base_hours: Floats
    premium_hours: Floats
    billed_extra_hours: Floats
    contacts_month: Floats
    seats: Floats
    shrinkage: Floats
    in_work_shrinkage: float

    def productive_share(self, basis: BillingBasis) -> Floats:
        """Productive hours in one hour of a basis, as `hours.HourShares` has it."""
        if basis == "productive_hour":
            return np.ones_like(self.shrinkage)
        at_work = np.minimum(self.shrinkage, self.in_work_shrinkage)
        return 1 - (self.shrinkage if basis == "paid_hour" else at_work)


def draw_work(cost: Estimate, values: Mapping[InputId, Floats], interval_ratio: float = 1.0) -> DrawnWork:
    """What the first year takes, for each draw.

    Args:
        cost: the estimate.
        values: one array of equal length per input (`draws.draw_all`).
        interval_ratio: hours of the plan by the hour over those of the workload formula; multiplied onto every
            productive hour.
    """
    inputs, plan = cost.inputs, cost.staffing.pooled
    aht_s = np.array([values[f"aht_s.{channel}"] for channel in inputs.contacts_month])
    needed = _hours_per_second(inputs, cost.staffing) @ aht_s * values["volume"] / values["occupancy"]
    floors = np.array([[group.floor_hours] for group in plan.groups])
    premiums = np.array([premium_of(inputs, group.languages) for group in plan.groups])
    multipliers = _multipliers(inputs, values)

    @cache
    def hours(growth: float, season: float = _NO_SEASON) -> Floats:
        """Productive hours of a month; the coverage floors absorb a part of every rise."""
        rise = growth * multipliers[season]
        total: Floats = interval_ratio * np.maximum(floors, needed * rise).sum(axis=0)
        return total

    base, extra, contacts = (np.zeros_like(values["volume"]) for _ in range(3))
    for growth, month in _months(inputs, cost.pricing.first_month):
        base += hours(growth)
        contacts += growth
        for season, share in parts_of_month(month, with_seasons(inputs).seasons):
            more = hours(growth, season.multiplier) - hours(growth)
            extra += share * more * (1 + season.surcharge)
            contacts += share * growth * (multipliers[season.multiplier] - 1)
    full_time_hours = calendar_of(cost.parameters).hours_month(inputs.weekly_contract_hours)
    normal = interval_ratio * np.maximum(floors, needed)
    return DrawnWork(
        base_hours=base / MONTHS_PER_YEAR,
        premium_hours=premiums @ normal,
        billed_extra_hours=extra / MONTHS_PER_YEAR,
        contacts_month=contacts
        * values["volume"]
        * (math.fsum(inputs.contacts_month.values()) / MONTHS_PER_YEAR),
        seats=whole_people_each(normal.sum(axis=0) / (1 - values["shrinkage"]) / full_time_hours),
        shrinkage=values["shrinkage"],
        in_work_shrinkage=cost.shares.in_work_shrinkage,
    )


def draw_lines(work: DrawnWork, place: PricedPlace, rate: Floats) -> Mapping[str, Floats]:
    """The lines of an average month at one place for each draw, named and ordered as those of `price_year`."""
    hours = _hour_lines(work, place.terms, work.productive_share(place.basis))
    lines = {name: amount * rate for name, amount in hours}
    lines["tools"] = work.seats * place.terms.tools_per_seat_month
    lines["manager"] = np.full_like(rate, place.terms.manager_month)
    if place.terms.setup_fee is not None:
        lines["setup"] = np.full_like(rate, place.terms.setup_fee / MONTHS_PER_YEAR)
    if place.terms.fx_buffer:
        lines["fx_buffer"] = total_of(lines) * place.terms.fx_buffer
    return lines


def total_of(lines: Mapping[str, Floats]) -> Floats:
    """The sum of lines for each draw."""
    total: Floats = np.sum(list(lines.values()), axis=0)
    return total


def _hour_lines(work: DrawnWork, terms: YearTerms, share: Floats) -> Iterator[tuple[str, Floats]]:
    """Billed hours of an average month, as `year_one.rate_hours` has them."""
    base = work.base_hours / share
    yield "base", base
    if work.premium_hours.any():
        yield "pool_premium", work.premium_hours / share
    yield "reserve", base * (terms.reserve_share * terms.standby_fee_share)
    trainees = whole_people_each(work.seats * (1 + terms.reserve_share))
    yield "training", trainees * (terms.training_h * terms.training_merchant_share / MONTHS_PER_YEAR)
    if work.billed_extra_hours.any():
        yield "peak", work.billed_extra_hours / share
    for name, unusual in terms.unusual.items():
        surcharge = terms.surcharges.get(name, 0.0)
        if unusual and surcharge:
            yield name, base * (unusual * surcharge)


def _hours_per_second(inputs: EstimateInputs, staffing: Staffing) -> Floats:
    """Hours of work a month per second of handling time: groups by channels."""
    return np.array(
        [
            [
                contacts
                * sum(inputs.language_mix(channel).get(language, 0.0) for language in group.languages)
                / (SECONDS_PER_HOUR * inputs.concurrency.get(channel, 1.0))
                for channel, contacts in inputs.contacts_month.items()
            ]
            for group in staffing.pooled.groups
        ]
    )


def _multipliers(inputs: EstimateInputs, values: Mapping[InputId, Floats]) -> Mapping[float, Floats]:
    """By the multiplier of a season in the estimate those of the draws.

    The strongest is drawn; what the others have above 1 moves in proportion, so that their order stays.
    """
    seasons = {season.multiplier for season in with_seasons(inputs).seasons}
    unchanged = np.ones_like(values["volume"])
    if "peak_multiplier" not in values:
        return dict.fromkeys({_NO_SEASON, *seasons}, unchanged)
    stretch = (values["peak_multiplier"] - 1) / (max(seasons) - 1)
    return {season: 1 + (season - 1) * stretch for season in {_NO_SEASON, *seasons}}


def _months(inputs: EstimateInputs, first_month: int) -> Iterator[tuple[float, int]]:
    """Growth factor and calendar month of the twelve months."""
    for place in MONTHS:
        growth = 1 + inputs.growth_year * (place - 0.5) / MONTHS_PER_YEAR
        yield growth, (first_month + place - 2) % MONTHS_PER_YEAR + 1
