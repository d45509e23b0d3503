"""Hours of presence become paid hours and people."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.costing.calendar import Calendar
from domain.costing.coverage import AgentGroup, complete_pools, cover
from domain.costing.inputs import EstimateInputs, Peak
from domain.costing.pools import Pool, PoolingMode, cheapest_pools, hireable_pools
from domain.costing.week import Windows, hours_open, union
from domain.costing.workload import NO_CONTACTS, Demand, measure_demand
from domain.shared.outcomes import DomainError, NotAssessed


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
        premium_hours: what agents with several languages cost more, counted in hours and not part of `hours`; none
            for pools that were offered.
    """

    groups: tuple[AgentGroup, ...]
    hours: float
    floor_hours: float
    idle_hours: float
    paid_hours: float
    fte: float
    premium_hours: float = 0.0

    @property
    def pools(self) -> tuple[Pool, ...]:
        """The languages of each group."""
        return tuple(group.languages for group in self.groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class Staffing:
    """The people an average month takes.

    Attributes:
        coverage_hours_month: general open hours of an average month; groups count their own.
        full_time_hours_month: contract hours of one full-time employee in an average month.
        productive_hours: workload divided by occupancy, before any coverage floor.
        separate: every language with agents of its own.
        given: the pools given; the same as `separate` when none were.
        cheapest: the pools that cost least among all that can be hired, their premium included.
        pools_considered: every pool of several languages that can be hired.
        pooling: which of the three `pooled` is; planned pools are the given ones with their premium.
        pooled: the plan that the price is made from.
    """

    coverage_hours_month: float
    full_time_hours_month: float
    productive_hours: float
    separate: Plan
    given: Plan
    cheapest: Plan | NotAssessed
    pools_considered: tuple[Pool, ...]
    pooling: PoolingMode
    pooled: Plan

    @property
    def separate_hours(self) -> float:
        """Hours a month with every language on its own."""
        return self.separate.hours

    @property
    def pooled_hours(self) -> float:
        """Hours a month with the chosen pools: what the price is made from."""
        return self.pooled.hours

    @property
    def paid_hours(self) -> float:
        """Paid hours a month with the chosen pools."""
        return self.pooled.paid_hours

    @property
    def fte(self) -> float:
        """Full-time employees with the chosen pools."""
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
    """The people for a month's demand: with every language on its own, with the given and the cheapest pools.

    Raises:
        DomainError: the pools do not fit the languages; the cheapest are asked for and cannot be searched.
    """
    languages = tuple(demand.languages)
    considered = hireable_pools(_busiest_first(demand), inputs.pool_limits)
    separate = plan_pools(inputs, demand, complete_pools(languages, ()), calendar)
    given = plan_pools(inputs, demand, complete_pools(languages, inputs.pools), calendar)
    cheapest = _cheapest(inputs, demand, considered, calendar)
    return Staffing(
        coverage_hours_month=calendar.hours_month(inputs.coverage_hours_week),
        full_time_hours_month=calendar.hours_month(inputs.weekly_contract_hours),
        productive_hours=demand.workload_hours / inputs.occupancy,
        separate=separate,
        given=given,
        cheapest=cheapest,
        pools_considered=considered,
        pooling=inputs.pooling,
        pooled=_chosen(inputs.pooling, separate, given, cheapest),
    )


def plan_pools(inputs: EstimateInputs, demand: Demand, pools: Sequence[Pool], calendar: Calendar) -> Plan:
    """What one way of grouping the languages takes.

    Args:
        inputs: working conditions.
        demand: of the month.
        pools: groups that hold every language once (`complete_pools`).
        calendar: how weeks become months.
    """
    groups = cover(
        demand.languages,
        tuple(pools),
        floor_of=lambda pool: calendar.hours_month(coverage_week(inputs, pool)) * inputs.seats_min,
        occupancy=inputs.occupancy,
    )
    hours = math.fsum(group.required_hours for group in groups)
    paid = hours / (1 - inputs.shrinkage)
    return Plan(
        groups=groups,
        hours=hours,
        floor_hours=math.fsum(group.floor_hours for group in groups),
        idle_hours=math.fsum(group.idle_hours for group in groups),
        paid_hours=paid,
        fte=paid / calendar.hours_month(inputs.weekly_contract_hours),
        premium_hours=math.fsum(
            group.required_hours * premium_of(inputs, group.languages) for group in groups
        ),
    )


def coverage_week(inputs: EstimateInputs, languages: Sequence[str]) -> float:
    """Hours a week in which somebody with these languages has to be there: whenever one of them is served."""
    if inputs.week is None:
        return inputs.coverage_hours_week
    return _hours_of(frozenset(inputs.week.open_windows[language] for language in languages))


@lru_cache(maxsize=1024)
def _hours_of(several: frozenset[Windows]) -> float:
    """Languages mostly share their hours, and a search for pools asks for the same ones a thousand times."""
    return hours_open(union(several))


def staff_peak(inputs: EstimateInputs, peak: Peak, normal: Plan, calendar: Calendar) -> PeakStaffing:
    """The extra hours of a peak month; the pools stay those of the normal month.

    Args:
        inputs: the inputs of the normal month.
        peak: the season.
        normal: the plan of the normal month.
        calendar: how weeks become months.
    """
    hours = plan_pools(inputs, measure_demand(inputs, peak.multiplier), normal.pools, calendar).hours
    extra = hours - normal.hours
    return PeakStaffing(
        peak=peak,
        hours=hours,
        hours_ratio=hours / normal.hours if normal.hours else NO_CONTACTS,
        extra_hours=extra,
        billed_extra_hours=extra * (1 + peak.surcharge),
    )


def _busiest_first(demand: Demand) -> tuple[str, ...]:
    return tuple(sorted(demand.languages, key=lambda language: -demand.languages[language]))


def _cheapest(
    inputs: EstimateInputs, demand: Demand, considered: Sequence[Pool], calendar: Calendar
) -> Plan | NotAssessed:
    """The plan that costs least, its pools in the order of the busiest languages."""

    def cost_of(pool: Pool) -> float:
        plan = plan_pools(inputs, demand, (pool,), calendar)
        return plan.hours + plan.premium_hours

    pools = cheapest_pools(_busiest_first(demand), cost_of, considered)
    return pools if isinstance(pools, NotAssessed) else plan_pools(inputs, demand, pools, calendar)


def premium_of(inputs: EstimateInputs, pool: Pool) -> float:
    """What agents of a pool cost more; those of a pool that was offered are in the price that was offered."""
    offered = inputs.pooling != "planned" and any(set(pool) <= set(given) for given in inputs.pools)
    return 0.0 if offered or len(pool) == 1 else inputs.pool_limits.premium


def _chosen(mode: PoolingMode, separate: Plan, given: Plan, cheapest: Plan | NotAssessed) -> Plan:
    if mode == "separate":
        return separate
    if mode != "cheapest":
        return given
    if isinstance(cheapest, NotAssessed):
        raise DomainError(cheapest.reason, **cheapest.values)
    return cheapest
