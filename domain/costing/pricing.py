"""What an estimate is priced with beside its inputs: terms of a year, other rates, wage floors, exchange rates."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from domain.costing.band import Band
from domain.costing.calendar import Calendar
from domain.costing.currency import Exchange
from domain.costing.floors import BuildUp, FloorPrice, WageFloor, floor_price
from domain.costing.hours import HourShares
from domain.costing.inputs import EstimateInputs
from domain.costing.own_team import OwnTeam
from domain.costing.parameters import Parameter
from domain.costing.rates import RateLibrary
from domain.costing.seasons import MONTHS
from domain.costing.staffing import Plan
from domain.costing.surcharges import UnusualHours
from domain.costing.unusual_hours import CostlyTimes, unusual_hours
from domain.costing.year import growth_at
from domain.costing.year_terms import YearTerms
from domain.costing.year_work import group_hours

Parameters = Mapping[str, Parameter]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pricing:
    """Everything beside demand and staffing that a price depends on.

    Attributes:
        terms: what the first year costs beside the hours of a normal month.
        later_terms: the same of the years after it, set beside the hours at times that cost more; until then `terms`.
        rate_library: countries, other models, domestic models and private quotes.
        floors: minimum wages by country.
        exchange: rates frozen into the estimate.
        on: the start of the contract, for minimum wages; None when it is open.
        first_month: calendar month in which the year starts, 1 to 12: of the contract, else of the first launch.
        books_currency: in which the merchant keeps its books; None when that is not known.
        orders_month: orders a month; None when nobody told.
        place: the region or country whose rate the alternatives use; the first region when it is none.
        own_country: where an own team would work; None when no wages of that country are known.
        domestic: the terms of a year in yuan when the service is for Chinese shoppers only; None otherwise.
        domestic_budget_month: the monthly budget in yuan; None if untold, or without an exchange rate.
        times: at which an hour costs more; None when the terms say what part of the hours that is.
        unusual: the parts of the hours of a normal month at such times, as counted (`with_unusual_hours`); None before.
        unusual_years: the same of the first year and of a later one, without seasons.
        stacking: what an hour pays of the surcharges below its highest, where a quote names no rule.
    """

    terms: YearTerms
    rate_library: RateLibrary = field(default_factory=RateLibrary)
    floors: Mapping[str, WageFloor] = field(default_factory=dict)
    exchange: Exchange = field(default_factory=Exchange.of)
    on: date | None = None
    first_month: int = 1
    books_currency: str | None = None
    orders_month: float | None = None
    place: str = ""
    own_country: str | None = None
    domestic: YearTerms | None = None
    domestic_budget_month: float | None = None
    times: CostlyTimes | None = None
    unusual: UnusualHours | None = None
    unusual_years: tuple[UnusualHours, UnusualHours] | None = None
    later_terms: YearTerms | None = None
    stacking: float = 1.0

    def terms_of(self, *, first_year: bool) -> YearTerms:
        """What the first year costs beside its hours, or a later one."""
        return self.terms if first_year or self.later_terms is None else self.later_terms

    def unusual_of(self, *, first_year: bool) -> UnusualHours | None:
        """The hours at times that cost more, as counted in the first year or in a later one."""
        return None if self.unusual_years is None else self.unusual_years[not first_year]


def default_of(parameters: Parameters, name: str) -> float:
    """The default of a parameter."""
    return float(parameters[name].default)


def range_of(parameters: Parameters, name: str) -> Band:
    """Low end, default and high end of a parameter."""
    parameter = parameters[name]
    return Band(low=float(parameter.low), base=float(parameter.default), high=float(parameter.high))


def year_terms(
    parameters: Parameters,
    *,
    unusual: UnusualHours | None = None,
    pays_in_rate_currency: bool = False,
    reserve_share: float | None = None,
    setup_fee: float | None = None,
) -> YearTerms:
    """The terms of a year as the parameters state them.

    Args:
        parameters: the catalog of parameters.
        unusual: shares of the hours at times that cost more; none when not given.
        pays_in_rate_currency: whether the merchant keeps its books in the currency of the rates.
        reserve_share: as answered; the parameter when it was not.
        setup_fee: as named by a vendor; None when nobody named one.
    """
    names = ("night", "saturday", "sunday", "holiday")
    buffer = default_of(parameters, "fx_buffer")
    return YearTerms(
        reserve_share=default_of(parameters, "reserve_share") if reserve_share is None else reserve_share,
        standby_fee_share=default_of(parameters, "standby_fee_share"),
        training_h=default_of(parameters, "initial_training_h"),
        training_merchant_share=default_of(parameters, "training_merchant_share"),
        surcharges={name: default_of(parameters, f"{name}_surcharge") for name in names},
        unusual=unusual or UnusualHours(),
        tools_per_seat_month=default_of(parameters, "tools_per_seat_month"),
        manager_month=default_of(parameters, "manager_month"),
        setup_fee=setup_fee,
        fx_buffer=0.0 if pays_in_rate_currency else buffer,
    )


def domestic_terms(
    parameters: Parameters, *, reserve_share: float | None = None, setup_fee: float | None = None
) -> YearTerms:
    """The terms of a year of domestic service in China, in yuan.

    Domestic prices are published for service on every day and into the night, so nothing comes on top for that.
    """
    return replace(
        year_terms(parameters, pays_in_rate_currency=True, reserve_share=reserve_share, setup_fee=setup_fee),
        tools_per_seat_month=default_of(parameters, "cn_tools_per_seat_month"),
        manager_month=default_of(parameters, "cn_manager_month"),
        market="cn",
    )


def with_unusual_hours(pricing: Pricing, inputs: EstimateInputs, plan: Plan, calendar: Calendar) -> Pricing:
    """The same with the hours at times that cost more counted; as it was where nobody said when service is open.

    Each year counts with its own hours: with the mix of a normal month, more work in a group that keeps ordinary
    hours would make the surcharges of another group cheaper.
    """
    times = pricing.times
    if times is None:
        return pricing

    def counted(*growth: float) -> UnusualHours | None:
        return unusual_hours(times, inputs, plan, group_hours(inputs, plan, calendar, growth))

    first = counted(*(growth_at(inputs, place) for place in MONTHS))
    if first is None:
        return pricing
    later = counted(1 + inputs.growth_year) or first

    def terms(unusual: UnusualHours) -> YearTerms:
        return replace(pricing.terms, unusual=unusual.paying(pricing.terms.surcharges, pricing.stacking))

    return replace(
        pricing,
        unusual=counted(1.0),
        unusual_years=(first, later),
        terms=terms(first),
        later_terms=terms(later),
    )


def hour_shares(parameters: Parameters, shrinkage: float) -> HourShares:
    """How hours of one basis become hours of another."""
    return HourShares(shrinkage=shrinkage, in_work_shrinkage=default_of(parameters, "in_work_shrinkage"))


def floor_prices(
    floors: Mapping[str, WageFloor], parameters: Parameters, on: date | None
) -> Mapping[str, FloorPrice]:
    """The lowest honest price of an hour per country on a day; at the latest known wages without one."""
    build_up = BuildUp(
        in_work_shrinkage=default_of(parameters, "in_work_shrinkage"),
        overhead=default_of(parameters, "vendor_overhead"),
        margin=default_of(parameters, "vendor_margin"),
    )
    return {country: floor_price(floor, build_up, on or date.max) for country, floor in floors.items()}


def own_team_of(
    country: str | None, floors: Mapping[str, FloorPrice], parameters: Parameters
) -> OwnTeam | None:
    """An own team in a country; None where no wages of it are known."""
    if country is None or country not in floors:
        return None
    return OwnTeam(
        floor=floors[country],
        wage_over_minimum=range_of(parameters, "own_team_wage_over_minimum"),
        overhead=range_of(parameters, "own_team_overhead"),
        in_work_shrinkage=default_of(parameters, "in_work_shrinkage"),
        attrition_year=default_of(parameters, "attrition_year"),
        training_h=default_of(parameters, "initial_training_h"),
        recruiting=default_of(parameters, "recruiting_cost"),
    )
