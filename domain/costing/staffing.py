"""Hours of presence become paid hours and people."""

import math
from dataclasses import dataclass

from domain.costing.coverage import AgentGroup, complete_pools, cover
from domain.costing.inputs import EstimateInputs, Peak
from domain.costing.workload import NO_CONTACTS, Demand, measure_demand
from domain.shared.outcomes import NotAssessed


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """How weeks become months.

    Attributes:
        weeks_per_year: 52.
        months_per_year: 12.
    """

    weeks_per_year: float
    months_per_year: float

    def hours_month(self, hours_week: float) -> float:
        """Weekly hours as hours of an average month: 60 a week are 260 a month."""
        return hours_week * self.weeks_per_year / self.months_per_year


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One way of grouping the languages, with what it takes.

    Attributes:
        groups: the groups of agents, in the order of the pools.
        hours: productive hours a month, coverage floors included: what a buyer should be billed.
        floor_hours: the coverage floors of all groups.
        idle_hours: the part of `hours` that only the coverage floors cause.
        paid_hours: with leave, illness, breaks and training on top.
        fte: full-time employees.
    """

    groups: tuple[AgentGroup, ...]
    hours: float
    floor_hours: float
    idle_hours: float
    paid_hours: float
    fte: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Staffing:
    """The people an average month takes.

    Attributes:
        coverage_hours_month: open hours of an average month.
        full_time_hours_month: contract hours of one full-time employee in an average month.
        productive_hours: workload divided by occupancy, before any coverage floor.
        separate: every language with agents of its own.
        pooled: the pools given; the same as `separate` when none were.
    """

    coverage_hours_month: float
    full_time_hours_month: float
    productive_hours: float
    separate: Plan
    pooled: Plan

    @property
    def separate_hours(self) -> float:
        """Hours a month with every language on its own."""
        return self.separate.hours

    @property
    def pooled_hours(self) -> float:
        """Hours a month with the given pools: what the price is made from."""
        return self.pooled.hours

    @property
    def paid_hours(self) -> float:
        """Paid hours a month with the given pools."""
        return self.pooled.paid_hours

    @property
    def fte(self) -> float:
        """Full-time employees with the given pools."""
        return self.pooled.fte


@dataclass(frozen=True, slots=True, kw_only=True)
class PeakStaffing:
    """What a peak month takes more than a normal one; coverage floors absorb a part of the rise.

    Attributes:
        peak: the season this is for.
        hours: productive hours of a peak month, pooled.
        hours_ratio: over those of a normal month; usually below the multiplier of the contacts.
        extra_hours: beyond a normal month.
        billed_extra_hours: the extra hours with their surcharge counted as hours.
    """

    peak: Peak
    hours: float
    hours_ratio: float | NotAssessed
    extra_hours: float
    billed_extra_hours: float


def staff(inputs: EstimateInputs, demand: Demand, calendar: Calendar) -> Staffing:
    """The people for a month's demand, with every language on its own and with the given pools.

    Raises:
        DomainError: the pools do not fit the languages.
    """
    coverage_month = calendar.hours_month(inputs.coverage_hours_week)
    full_time_month = calendar.hours_month(inputs.weekly_contract_hours)
    languages = tuple(demand.languages)

    def plan(pools: tuple[tuple[str, ...], ...]) -> Plan:
        groups = cover(
            demand.languages,
            complete_pools(languages, pools),
            floor_hours=coverage_month * inputs.seats_min,
            occupancy=inputs.occupancy,
        )
        return _plan(groups, inputs.shrinkage, full_time_month)

    return Staffing(
        coverage_hours_month=coverage_month,
        full_time_hours_month=full_time_month,
        productive_hours=demand.workload_hours / inputs.occupancy,
        separate=plan(()),
        pooled=plan(inputs.pools),
    )


def staff_peak(inputs: EstimateInputs, peak: Peak, normal_hours: float, calendar: Calendar) -> PeakStaffing:
    """The extra hours of a peak month.

    Args:
        inputs: the inputs of the normal month.
        peak: the season.
        normal_hours: pooled hours of the normal month.
        calendar: how weeks become months.
    """
    hours = staff(inputs, measure_demand(inputs, peak.multiplier), calendar).pooled_hours
    extra = hours - normal_hours
    return PeakStaffing(
        peak=peak,
        hours=hours,
        hours_ratio=hours / normal_hours if normal_hours else NO_CONTACTS,
        extra_hours=extra,
        billed_extra_hours=extra * (1 + peak.surcharge),
    )


def _plan(groups: tuple[AgentGroup, ...], shrinkage: float, full_time_month: float) -> Plan:
    hours = math.fsum(group.required_hours for group in groups)
    paid = hours / (1 - shrinkage)
    return Plan(
        groups=groups,
        hours=hours,
        floor_hours=math.fsum(group.floor_hours for group in groups),
        idle_hours=math.fsum(group.idle_hours for group in groups),
        paid_hours=paid,
        fte=paid / full_time_month,
    )
