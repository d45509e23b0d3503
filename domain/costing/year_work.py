"""What a year takes, whoever does it: hours, people, contacts; of an estimate, or of all its draws at once."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Generic

from domain.costing.calendar import Calendar
from domain.costing.hours import HourShares, N, Shares
from domain.costing.inputs import EstimateInputs
from domain.costing.seasons import Season
from domain.costing.shifts import whole_people_each
from domain.costing.staffing import Plan, plan_pools, premium_of
from domain.costing.workload import measure_demand
from domain.costing.year import YearStaffing, staff_year
from domain.shared.measures import MONTHS_PER_YEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class YearWork(Generic[N]):
    """An average month of a year.

    Attributes:
        base_hours: productive hours without seasons.
        premium_hours: what agents with several languages cost more in these, counted in hours.
        extra_hours: productive hours that peaks and launches add.
        billed_extra_hours: the same, with their surcharge and what several languages cost more counted as hours.
        contacts_month: contacts, seasons included.
        seats: people in a month without its seasons, rounded up each month; of twelve months that differ the mean.
        trainees: people trained in the year, those who come with growth and the reserve included.
        shares: how hours of one basis become hours of another.
    """

    base_hours: N
    premium_hours: N
    extra_hours: N
    billed_extra_hours: N
    contacts_month: N
    seats: N
    trainees: N
    shares: Shares[N]


def years(
    inputs: EstimateInputs,
    plan: Plan,
    calendar: Calendar,
    shares: HourShares,
    *,
    reserve_share: float,
    first_month: int,
) -> tuple[YearWork[float], YearWork[float]]:
    """The year from the start of the contract, and a year after it.

    The first grows month by month, with the peaks and launches that fall into it. Later ones have the volume
    reached by its end and the peaks that come back.

    Args:
        inputs: of a normal month, with growth, peaks and launches.
        plan: of that month; its pools are kept.
        calendar: how weeks become months.
        shares: how hours of one basis become hours of another.
        reserve_share: people kept ready beyond the seats, as a share of them.
        first_month: calendar month in which the contract starts.
    """

    def year(of: EstimateInputs, staffed: Plan) -> YearWork[float]:
        made = staff_year(with_seasons(of), staffed, calendar, first_month=first_month)
        return _plain(average_month(made, shares, reserve_share=reserve_share))

    grown = {name: count * (1 + inputs.growth_year) for name, count in inputs.contacts_month.items()}
    later = replace(
        inputs,
        contacts_month=grown,
        growth_year=0.0,
        seasons=tuple(season for season in inputs.seasons if season.kind == "peak"),
    )
    same_pools = plan_pools(later, measure_demand(later), plan.pools, calendar)
    return year(inputs, plan), year(later, same_pools)


def group_hours(
    inputs: EstimateInputs, plan: Plan, calendar: Calendar, growth: Sequence[float]
) -> tuple[float, ...]:
    """The hours of every group of agents in months without seasons, what several languages cost more included.

    Args:
        inputs: of a normal month.
        plan: of that month; its pools are kept.
        calendar: how weeks become months.
        growth: of each month, its contacts over those of the normal month.

    Returns:
        The mean of the months, in the order of the groups.
    """
    months = [plan_pools(inputs, measure_demand(inputs, each), plan.pools, calendar) for each in growth]
    return tuple(
        math.fsum(group.required_hours for group in groups)
        / len(months)
        * (1 + premium_of(inputs, groups[0].languages))
        for groups in zip(*(month.groups for month in months), strict=True)
    )


def _plain(work: YearWork[float]) -> YearWork[float]:
    """The same in figures of Python: those of numpy write themselves differently in files."""
    return YearWork(
        base_hours=float(work.base_hours),
        premium_hours=float(work.premium_hours),
        extra_hours=float(work.extra_hours),
        billed_extra_hours=float(work.billed_extra_hours),
        contacts_month=float(work.contacts_month),
        seats=float(work.seats),
        trainees=float(work.trainees),
        shares=work.shares,
    )


def average_month(year: YearStaffing[N], shares: Shares[N], *, reserve_share: float) -> YearWork[N]:
    """A year as one average month.

    Args:
        year: month by month.
        shares: how hours of one basis become hours of another.
        reserve_share: people kept ready beyond the seats, as a share of them.
    """
    return YearWork(
        base_hours=year.base_hours / MONTHS_PER_YEAR,
        premium_hours=year.premium_hours / MONTHS_PER_YEAR,
        extra_hours=year.extra_hours / MONTHS_PER_YEAR,
        billed_extra_hours=year.billed_extra_hours / MONTHS_PER_YEAR,
        contacts_month=year.contacts / MONTHS_PER_YEAR,
        seats=year.seat_months / MONTHS_PER_YEAR,
        trainees=whole_people_each(year.most_seats * (1 + reserve_share)),
        shares=shares,
    )


def with_seasons(inputs: EstimateInputs) -> EstimateInputs:
    """A peak of which only the number of months is known, as a season of the first months."""
    if inputs.seasons or inputs.peak is None:
        return inputs
    season = Season(
        name="peak",
        multiplier=inputs.peak.multiplier,
        months=inputs.peak.month_shares,
        surcharge=inputs.peak.surcharge,
    )
    return replace(inputs, seasons=(season,))
