"""What a year takes, whoever does it: hours, people, contacts."""

from dataclasses import dataclass, replace

from domain.costing.calendar import Calendar
from domain.costing.hours import HourShares
from domain.costing.inputs import EstimateInputs
from domain.costing.seasons import Season
from domain.costing.shifts import whole_people
from domain.costing.staffing import Plan, plan_pools
from domain.costing.workload import measure_demand
from domain.costing.year import staff_year
from domain.shared.measures import MONTHS_PER_YEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class YearWork:
    """An average month of a year.

    Attributes:
        base_hours: productive hours without seasons.
        premium_hours: what agents with several languages cost more, counted in hours.
        extra_hours: productive hours that peaks and launches add.
        billed_extra_hours: the same with their surcharge counted as hours.
        contacts_month: contacts, seasons included.
        seats: people in a month without seasons, rounded up.
        trainees: people trained at the start, the reserve included.
        shares: how hours of one basis become hours of another.
    """

    base_hours: float
    premium_hours: float
    extra_hours: float
    billed_extra_hours: float
    contacts_month: float
    seats: int
    trainees: int
    shares: HourShares


def years(
    inputs: EstimateInputs,
    plan: Plan,
    calendar: Calendar,
    shares: HourShares,
    *,
    reserve_share: float,
    first_month: int,
) -> tuple[YearWork, YearWork]:
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

    def year(of: EstimateInputs, staffed: Plan) -> YearWork:
        return _year_work(of, staffed, calendar, shares, reserve_share=reserve_share, first_month=first_month)

    grown = {name: count * (1 + inputs.growth_year) for name, count in inputs.contacts_month.items()}
    later = replace(
        inputs,
        contacts_month=grown,
        growth_year=0.0,
        seasons=tuple(season for season in inputs.seasons if season.kind == "peak"),
    )
    same_pools = plan_pools(later, measure_demand(later), plan.pools, calendar)
    return year(inputs, plan), year(later, same_pools)


def _year_work(
    inputs: EstimateInputs,
    plan: Plan,
    calendar: Calendar,
    shares: HourShares,
    *,
    reserve_share: float,
    first_month: int,
) -> YearWork:
    year = staff_year(with_seasons(inputs), plan, calendar, first_month=first_month)
    seats = whole_people(plan.fte)
    return YearWork(
        base_hours=year.base_hours / MONTHS_PER_YEAR,
        premium_hours=plan.premium_hours,
        extra_hours=year.extra_hours / MONTHS_PER_YEAR,
        billed_extra_hours=year.billed_extra_hours / MONTHS_PER_YEAR,
        contacts_month=year.contacts / MONTHS_PER_YEAR,
        seats=seats,
        trainees=whole_people(seats * (1 + reserve_share)),
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
