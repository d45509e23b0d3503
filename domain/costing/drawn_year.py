"""The first year at full cost for many values of its inputs at once.

Months, hours and lines are calculated by the same functions as those of the estimate (`year.twelve_months`,
`year_billed`), in arrays. The groups of agents, the calendar and the terms are those of the estimate and are not
drawn.
"""

from collections.abc import Mapping

import numpy as np

from domain.costing.draws import InputId
from domain.costing.erlang_load import Floats
from domain.costing.estimate import Estimate
from domain.costing.hours import Shares
from domain.costing.inputs import EstimateInputs
from domain.costing.priced_places import PricedPlace
from domain.costing.staffing import Staffing, premium_of
from domain.costing.year import FullTime, Strength, twelve_months
from domain.costing.year_billed import beside, billed_hours, billed_seats, temp_days
from domain.costing.year_work import YearWork, average_month, with_seasons
from domain.shared.measures import SECONDS_PER_HOUR


def draw_work(
    cost: Estimate, values: Mapping[InputId, Floats], interval_ratio: float = 1.0
) -> YearWork[Floats]:
    """What the first year takes, for each draw.

    Args:
        cost: the estimate.
        values: one array of equal length per input (`draws.draw_all`).
        interval_ratio: hours of the plan by the hour over those of the workload formula; multiplied onto every
            productive hour.
    """
    inputs, plan = with_seasons(cost.inputs), cost.staffing.pooled
    aht_s = np.array([values[f"aht_s.{channel}"] for channel in inputs.contacts_month])
    needed = _hours_per_second(inputs, cost.staffing) @ aht_s * values["volume"] / values["occupancy"]
    floors = np.array([[group.floor_hours] for group in plan.groups])
    premiums = np.array([premium_of(inputs, group.languages) for group in plan.groups])
    contacts = sum(inputs.contacts_month.values()) * values["volume"]
    stretch = _stretch(inputs, values)

    def at(growth: float, season: float) -> Strength[Floats]:
        """A month; the coverage floors absorb a part of every rise."""
        rise = growth * (1 + (season - 1) * stretch)
        groups = interval_ratio * np.maximum(floors, needed * rise)
        return Strength(contacts=contacts * rise, hours=groups.sum(axis=0), premium_hours=premiums @ groups)

    person = FullTime(hours_month=cost.staffing.full_time_hours_month, shrinkage=values["shrinkage"])
    year = twelve_months(at, inputs, person, first_month=cost.pricing.first_month)
    shares = Shares(shrinkage=values["shrinkage"], in_work_shrinkage=cost.shares.in_work_shrinkage)
    return average_month(year, shares, reserve_share=cost.pricing.terms.reserve_share)


def draw_lines(
    work: YearWork[Floats], place: PricedPlace, values: Mapping[InputId, Floats]
) -> Mapping[str, Floats]:
    """The lines of an average month at one place for each draw, named and ordered as those of its year."""
    lines = _service(work, place, values)
    lines |= beside(work, place.terms, seated=place.unit != "ticket")
    if place.terms.fx_buffer:
        lines["fx_buffer"] = total_of(lines) * place.terms.fx_buffer
    return lines


def total_of(lines: Mapping[str, Floats]) -> Floats:
    """The sum of lines for each draw."""
    total: Floats = np.sum(list(lines.values()), axis=0)
    return total


def _service(
    work: YearWork[Floats], place: PricedPlace, values: Mapping[InputId, Floats]
) -> dict[str, Floats]:
    """What is paid for the service: hours, seats with temporary agents in peaks, or contacts."""
    rate = values[place.rate_input]
    if place.unit == "ticket":
        return {"shared_tickets": work.contacts_month * rate}
    if place.seats is None:
        hours = billed_hours(work, place.terms, place.basis)
        return {name: amount * rate for name, amount in hours.items()}
    seats = billed_seats(work, place.terms, place.seats.full_time_hours_month)
    lines = {name: amount * rate for name, amount in seats.items()}
    if work.extra_hours.any():
        lines["peak"] = temp_days(work, place.seats.temp_day_h) * values[f"rate.{place.seats.temp.id}"]
    return lines


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


def _stretch(inputs: EstimateInputs, values: Mapping[InputId, Floats]) -> Floats:
    """By how much what a season has above 1 is stretched in each draw.

    The strongest season is drawn; the others move with it in proportion, so that their order stays.
    """
    if "peak_multiplier" not in values:
        return np.ones_like(values["volume"])
    stretch: Floats = (values["peak_multiplier"] - 1) / (max(each.multiplier for each in inputs.seasons) - 1)
    return stretch
