"""Twelve months of a service: growth, peaks and launches, month by month; of an estimate, or of all its draws at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Generic

import numpy as np

from domain.costing.calendar import Calendar
from domain.costing.hours import N
from domain.costing.inputs import EstimateInputs
from domain.costing.seasons import MONTHS, Season, parts_of_month
from domain.costing.shifts import whole_people_each
from domain.costing.staffing import Plan, plan_pools
from domain.costing.workload import measure_demand
from domain.shared.outcomes import DomainError

_YEAR: Final = len(MONTHS)
_NO_SEASON: Final = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength(Generic[N]):
    """What a whole month takes at one strength of contacts.

    Attributes:
        contacts: of the month.
        hours: productive hours, coverage floors included.
        premium_hours: what agents with several languages cost more, counted in hours.
    """

    contacts: N
    hours: N
    premium_hours: N


# A month at a growth factor, all of it as busy as a season of this multiplier; 1 for none.
MonthAt = Callable[[float, float], Strength[N]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FullTime(Generic[N]):
    """What one full-time employee gives.

    Attributes:
        hours_month: paid hours of an average month.
        shrinkage: the share of them that is not productive.
    """

    hours_month: float
    shrinkage: N

    def employees(self, productive_hours: N) -> N:
        """Full-time employees for so many productive hours a month."""
        return productive_hours / (1 - self.shrinkage) / self.hours_month


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonHours(Generic[N]):
    """What one season adds to one month.

    Attributes:
        name: of the season.
        share: of the month that it takes.
        extra_hours: productive hours beyond those of the month without it.
        billed_extra_hours: the same, with what several languages cost more and the surcharge counted as hours.
    """

    name: str
    share: float
    extra_hours: N
    billed_extra_hours: N


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthStaffing(Generic[N]):
    """One month of a year.

    Attributes:
        place: 1 for the first month of the contract.
        month: of the calendar, 1 to 12.
        growth_factor: its contacts over those of the record, seasons left out.
        contacts: contacts of the month, seasons included.
        base_hours: productive hours without seasons.
        premium_hours: what agents with several languages cost more in these, counted in hours.
        seats: people for these, rounded up.
        seasons: what each season adds.
        hours: productive hours with seasons.
        fte: full-time employees of the month, seasons included.
    """

    place: int
    month: int
    growth_factor: float
    contacts: N
    base_hours: N
    premium_hours: N
    seats: N
    seasons: tuple[SeasonHours[N], ...]
    hours: N
    fte: N


@dataclass(frozen=True, slots=True, kw_only=True)
class YearStaffing(Generic[N]):
    """A year, month by month; productive hours throughout.

    Attributes:
        months: twelve, from the first month of the contract.
        contacts: of the year.
        base_hours: of the year without seasons.
        premium_hours: what agents with several languages cost more in these, counted in hours.
        extra_hours: what the seasons add.
        billed_extra_hours: the same, with what several languages cost more and the surcharges counted as hours.
        hours: of the year with seasons.
        seat_months: seats of all months, seasons left out.
        most_seats: of the month that has most of them.
        most_fte: full-time employees of the busiest month.
    """

    months: tuple[MonthStaffing[N], ...]
    contacts: N
    base_hours: N
    premium_hours: N
    extra_hours: N
    billed_extra_hours: N
    hours: N
    seat_months: N
    most_seats: N
    most_fte: N


def staff_year(
    inputs: EstimateInputs, normal: Plan, calendar: Calendar, *, first_month: int = 1
) -> YearStaffing[float]:
    """The hours of the first twelve months; the people are grouped as in the normal month.

    Args:
        inputs: of the normal month, with growth and seasons.
        normal: the plan whose pools are kept.
        calendar: how weeks become months.
        first_month: calendar month in which the contract starts, 1 to 12.

    Raises:
        DomainError: ``costing.first_month_outside``.
    """

    def at(growth: float, season: float) -> Strength[float]:
        demand = measure_demand(inputs, growth * season)
        plan = plan_pools(inputs, demand, normal.pools, calendar)
        return Strength(contacts=demand.contacts_month, hours=plan.hours, premium_hours=plan.premium_hours)

    person = FullTime(
        hours_month=calendar.hours_month(inputs.weekly_contract_hours), shrinkage=inputs.shrinkage
    )
    return twelve_months(at, inputs, person, first_month=first_month)


def twelve_months(
    at: MonthAt[N], inputs: EstimateInputs, person: FullTime[N], *, first_month: int
) -> YearStaffing[N]:
    """Twelve months at the strength that growth and seasons give each of them.

    Volume grows in a straight line: the m-th month of a year has 1 + growth x (m - 0.5) / 12 times the
    contacts of the record, the year 1 + growth / 2 on average.

    Args:
        at: what a month of any strength takes.
        inputs: growth and seasons are read from it.
        person: what a full-time employee gives.
        first_month: calendar month in which the contract starts, 1 to 12.

    Raises:
        DomainError: ``costing.first_month_outside``.
    """
    if first_month not in MONTHS:
        raise DomainError("costing.first_month_outside", given=first_month, low=MONTHS[0], high=MONTHS[-1])
    known = cache(at)
    months = tuple(
        _month(known, inputs, person, place, (first_month + place - 2) % _YEAR + 1) for place in MONTHS
    )
    seasons = [season for month in months for season in month.seasons]
    return YearStaffing(
        months=months,
        contacts=_sum([month.contacts for month in months]),
        base_hours=_sum([month.base_hours for month in months]),
        premium_hours=_sum([month.premium_hours for month in months]),
        extra_hours=_sum([season.extra_hours for season in seasons]),
        billed_extra_hours=_sum([season.billed_extra_hours for season in seasons]),
        hours=_sum([month.hours for month in months]),
        seat_months=_sum([month.seats for month in months]),
        most_seats=np.max([month.seats for month in months], axis=0),
        most_fte=np.max([month.fte for month in months], axis=0),
    )


def growth_at(inputs: EstimateInputs, place: int) -> float:
    """Contacts of the middle of a month over those of the record; 1 for the first month of the contract."""
    return 1 + inputs.growth_year * (place - 0.5) / _YEAR


def _month(
    at: MonthAt[N], inputs: EstimateInputs, person: FullTime[N], place: int, month: int
) -> MonthStaffing[N]:
    growth = growth_at(inputs, place)
    normal = at(growth, _NO_SEASON)
    rushes = [
        (season, share, at(growth, season.multiplier))
        for season, share in parts_of_month(month, inputs.seasons)
    ]
    seasons = tuple(_added(season, share, rush, normal) for season, share, rush in rushes)
    hours: N = normal.hours + _sum([season.extra_hours for season in seasons])
    return MonthStaffing(
        place=place,
        month=month,
        growth_factor=growth,
        contacts=normal.contacts
        + _sum([share * (rush.contacts - normal.contacts) for _, share, rush in rushes]),
        base_hours=normal.hours,
        premium_hours=normal.premium_hours,
        seats=whole_people_each(person.employees(normal.hours)),
        seasons=seasons,
        hours=hours,
        fte=person.employees(hours),
    )


def _added(season: Season, share: float, rush: Strength[N], normal: Strength[N]) -> SeasonHours[N]:
    """An extra hour costs its surcharge, and of agents with several languages their premium as any other hour."""
    extra = share * (rush.hours - normal.hours)
    premium = share * (rush.premium_hours - normal.premium_hours)
    return SeasonHours(
        name=season.name,
        share=share,
        extra_hours=extra,
        billed_extra_hours=(extra + premium) * (1 + season.surcharge),
    )


def _sum(parts: Sequence[N]) -> N:
    """Of figures, or draw by draw; nothing adds up to 0."""
    added: N = np.sum(parts, axis=0)
    return added
