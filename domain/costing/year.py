"""Twelve months of a service: growth, peaks and launches, month by month."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from domain.costing.calendar import Calendar
from domain.costing.inputs import EstimateInputs
from domain.costing.pools import Pool
from domain.costing.seasons import MONTHS, parts_of_month
from domain.costing.staffing import Plan, plan_pools
from domain.costing.workload import measure_demand
from domain.shared.outcomes import DomainError

_YEAR: Final = len(MONTHS)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonHours:
    """What one season adds to one month.

    Attributes:
        name: of the season.
        share: of the month that it takes.
        extra_hours: productive hours beyond those of the month without it.
        billed_extra_hours: the same with the surcharge counted as hours.
    """

    name: str
    share: float
    extra_hours: float
    billed_extra_hours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthStaffing:
    """One month of the first year.

    Attributes:
        place: 1 for the first month of the contract.
        month: of the calendar, 1 to 12.
        growth_factor: its contacts over those of the record, seasons left out.
        contacts: contacts of the month, seasons included.
        base_hours: productive hours without seasons.
        seasons: what each season adds.
        hours: productive hours with seasons.
        fte: full-time employees of the month.
    """

    place: int
    month: int
    growth_factor: float
    contacts: float
    base_hours: float
    seasons: tuple[SeasonHours, ...]
    hours: float
    fte: float


@dataclass(frozen=True, slots=True, kw_only=True)
class YearStaffing:
    """The first year, month by month; productive hours throughout.

    Attributes:
        months: twelve, from the first month of the contract.
        contacts: of the year.
        base_hours: of the year without seasons.
        extra_hours: what the seasons add.
        billed_extra_hours: the same with their surcharges counted as hours.
        hours: of the year with seasons.
        most_fte: full-time employees of the busiest month.
    """

    months: tuple[MonthStaffing, ...]
    contacts: float
    base_hours: float
    extra_hours: float
    billed_extra_hours: float
    hours: float
    most_fte: float


def staff_year(
    inputs: EstimateInputs, normal: Plan, calendar: Calendar, *, first_month: int = 1
) -> YearStaffing:
    """The hours of the first twelve months; the people are grouped as in the normal month.

    Volume grows in a straight line: the m-th month of a year has 1 + growth x (m - 0.5) / 12 times the
    contacts of the record, the year 1 + growth / 2 on average.

    Args:
        inputs: of the normal month, with growth and seasons.
        normal: the plan whose pools are kept.
        calendar: how weeks become months.
        first_month: calendar month in which the contract starts, 1 to 12.

    Raises:
        DomainError: ``costing.first_month_outside``.
    """
    if first_month not in MONTHS:
        raise DomainError("costing.first_month_outside", given=first_month, low=MONTHS[0], high=MONTHS[-1])
    months = tuple(
        _month(inputs, normal.pools, calendar, place, (first_month + place - 2) % _YEAR + 1)
        for place in MONTHS
    )
    seasons = [season for month in months for season in month.seasons]
    return YearStaffing(
        months=months,
        contacts=math.fsum(month.contacts for month in months),
        base_hours=math.fsum(month.base_hours for month in months),
        extra_hours=math.fsum(season.extra_hours for season in seasons),
        billed_extra_hours=math.fsum(season.billed_extra_hours for season in seasons),
        hours=math.fsum(month.hours for month in months),
        most_fte=max(month.fte for month in months),
    )


def _month(
    inputs: EstimateInputs, pools: Sequence[Pool], calendar: Calendar, place: int, month: int
) -> MonthStaffing:
    growth = 1 + inputs.growth_year * (place - 0.5) / _YEAR

    def hours_of(factor: float) -> float:
        return plan_pools(inputs, measure_demand(inputs, factor), pools, calendar).hours

    base = hours_of(growth)
    contacts = math.fsum(inputs.contacts_month.values()) * growth
    more_contacts, seasons = 0.0, []
    for season, share in parts_of_month(month, inputs.seasons):
        extra = share * (hours_of(growth * season.multiplier) - base)
        more_contacts += share * (season.multiplier - 1) * contacts
        seasons.append(
            SeasonHours(
                name=season.name,
                share=share,
                extra_hours=extra,
                billed_extra_hours=extra * (1 + season.surcharge),
            )
        )
    hours = base + math.fsum(season.extra_hours for season in seasons)
    return MonthStaffing(
        place=place,
        month=month,
        growth_factor=growth,
        contacts=contacts + more_contacts,
        base_hours=base,
        seasons=tuple(seasons),
        hours=hours,
        fte=hours / (1 - inputs.shrinkage) / calendar.hours_month(inputs.weekly_contract_hours),
    )
