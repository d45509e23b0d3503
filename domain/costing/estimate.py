"""The one entry: a merchant's demand in, every intermediate figure and every price out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from domain.costing.alternatives import Alternative, AlternativeId, advised, alternatives
from domain.costing.breakeven import Crossover, crossovers
from domain.costing.calendar import calendar_of
from domain.costing.comparison import Place, WorkOfMonth, compare
from domain.costing.currency import Exchange
from domain.costing.domestic import DomesticPrice
from domain.costing.findings import findings_of
from domain.costing.floors import FloorPrice
from domain.costing.hours import BASES, BillingBasis, HourShares
from domain.costing.inputs import EstimateInputs, check_inputs
from domain.costing.lines import CostLine
from domain.costing.make_or_buy import MakeOrBuy
from domain.costing.parameters import Parameter
from domain.costing.per_ticket_explained import TicketReading
from domain.costing.price import RegionPrice, common_currency, price_region
from domain.costing.price_checks import read_tickets
from domain.costing.priced_work import domestic_price, make_or_buy, work_of_month
from domain.costing.pricing import Pricing, floor_prices, hour_shares, with_unusual_hours, year_terms
from domain.costing.rates import HourlyRate, PriceClaim
from domain.costing.split import CostSplit, split_month
from domain.costing.staffing import PeakStaffing, Staffing, staff, staff_peak
from domain.costing.workload import Demand, measure_demand
from domain.costing.year_one import YearPrice, price_year
from domain.costing.year_work import YearWork, years
from domain.shared.outcomes import Finding

ByBasis = Mapping[BillingBasis, YearPrice]


@dataclass(frozen=True, kw_only=True)  # no slots: views are made at their first use and kept
class Estimate:
    """What customer service would cost, with every step on the way; all figures unrounded.

    Attributes:
        inputs: what it was made from.
        currency: of every amount, unless a place says otherwise.
        demand: hours of work by channel and language.
        staffing: hours and people.
        shares: how hours of one billing basis become hours of another.
        regions: price per region, the trade article's; `countries` are ours, never in one band with them.
        basis_gap: how much dearer paid hours are at the same figure, as a share.
        peak: a peak month, if there is one.
        work: what the first year takes; `later_work` a year after it.
        month_of_work: the quantities of a normal month that price models charge for.
        pricing, parameters: terms, rates, wage floors, exchange rates and assumptions it was made with.
        ticket_price, floors: a published price per ticket; the lowest honest price of an hour per country.
        findings: what should be looked at.
    """

    inputs: EstimateInputs
    currency: str
    demand: Demand
    staffing: Staffing
    shares: HourShares
    regions: Mapping[str, RegionPrice]
    countries: Mapping[str, RegionPrice]
    basis_gap: float
    peak: PeakStaffing | None
    work: YearWork[float]
    later_work: YearWork[float]
    month_of_work: WorkOfMonth
    pricing: Pricing
    parameters: Mapping[str, Parameter]
    ticket_price: PriceClaim | None
    floors: Mapping[str, FloorPrice]
    findings: tuple[Finding, ...]

    @property
    def exchange(self) -> Exchange:
        """The exchange rates frozen into it."""
        return self.pricing.exchange

    @property
    def places(self) -> Mapping[str, RegionPrice]:
        """Regions and countries by id."""
        return {**self.regions, **self.countries}

    @cached_property
    def year_one(self) -> Mapping[str, ByBasis]:
        """An average month of the first year at full cost: region → basis."""
        return {region: self.year_of(region, first_year=True) for region in self.regions}

    @cached_property
    def steady_state(self) -> Mapping[str, ByBasis]:
        """An average month of the years after it: region → basis."""
        return {region: self.year_of(region, first_year=False) for region in self.regions}

    def year_of(self, place: str, *, first_year: bool) -> ByBasis:
        """A year at the rate of one region or country, on every basis."""
        rate, work = self.places[place].rate, self.work if first_year else self.later_work
        terms = self.pricing.terms_of(first_year=first_year)
        return {basis: price_year(rate, work, terms, basis, first_year=first_year) for basis in BASES}

    @cached_property
    def domestic(self) -> DomesticPrice | None:
        """Domestic agents in yuan; None unless the service is for Chinese shoppers only."""
        usage, years = self.month_of_work.usage, (self.work, self.later_work)
        return domestic_price(usage, self.staffing, years, self.pricing, self.parameters)

    @cached_property
    def lines(self) -> Mapping[str, CostLine]:
        """The first year of every region as its rate is read, unfolded to its lines."""
        return {
            region: self.year_one[region][price.rate.read_as].total for region, price in self.regions.items()
        }

    @cached_property
    def comparison(self) -> tuple[Place, ...]:
        """Places × price models; only places of one kind belong side by side."""
        return compare(
            [price.rate for price in self.regions.values()],
            self.pricing.rate_library,
            self.month_of_work,
            self.exchange,
            self.currency,
            domestic=self.pricing.domestic is not None,
        )

    @cached_property
    def ticket_readings(self) -> tuple[tuple[str, TicketReading], ...]:
        """What the published price per ticket means in every region: (end of the rate, reading)."""
        return tuple(
            item
            for price in self.regions.values()
            for item in read_tickets(
                self.ticket_price, price, self.demand, self.staffing, self.inputs.occupancy, self.parameters
            )
        )

    def split(self, place: str) -> CostSplit:
        """A normal month of a region, country or domestic model divided among languages and channels."""
        if self.domestic is not None and place in self.domestic.models:
            month = self.domestic.models[place].month[self.domestic.read_as]
        else:
            month = self.places[place].as_read.month
        return split_month(month, self.demand, self.staffing.pooled)

    @cached_property
    def make_or_buy(self) -> MakeOrBuy:
        """What the alternatives are calculated with; `cost_grid` takes it for any range of volumes."""
        chosen = self.places.get(self.pricing.place) or next(iter(self.regions.values()))
        return make_or_buy(
            self.inputs,
            self.demand,
            self.staffing,
            self.shares,
            chosen.rate,
            self.pricing,
            self.floors,
            self.parameters,
        )

    @cached_property
    def alternatives(self) -> tuple[Alternative, ...]:
        """An own team, dedicated agents, a shared desk, a mix by language, a bot in front."""
        return alternatives(self.make_or_buy)

    @cached_property
    def advice(self) -> tuple[AlternativeId, str]:
        """Which alternative to look at first, and why."""
        return advised(self.make_or_buy, self.alternatives)

    @cached_property
    def crossovers(self) -> tuple[Crossover, ...]:
        """The volumes at which the cheapest alternative changes."""
        return crossovers(self.make_or_buy)


def estimate(
    inputs: EstimateInputs,
    rates: Sequence[HourlyRate],
    parameters: Mapping[str, Parameter],
    ticket_price: PriceClaim | None = None,
    *,
    pricing: Pricing | None = None,
) -> Estimate:
    """What a month of customer service takes and costs in each region.

    Args:
        inputs: the merchant's demand and working conditions.
        rates: one rate per region, all in one currency.
        parameters: the catalog of parameters; the calendar, usual ranges and rules of thumb come from it.
        ticket_price: a published price per ticket to check against the rates, in their currency.
        pricing: what the price depends on beside; the terms of the parameters alone when not given.

    Raises:
        DomainError: an input nothing can be calculated with; the code says which and the values say why.
    """
    check_inputs(inputs)
    calendar = calendar_of(parameters)
    demand = measure_demand(inputs)
    staffing = staff(inputs, demand, calendar)
    known = with_unusual_hours(
        pricing or Pricing(terms=year_terms(parameters)), inputs, staffing.pooled, calendar
    )
    shares = hour_shares(parameters, inputs.shrinkage)
    peak = staff_peak(inputs, inputs.peak, staffing.pooled, calendar) if inputs.peak else None
    price = partial(
        price_region,
        demand=demand,
        staffing=staffing,
        occupancy=inputs.occupancy,
        shares=shares,
    )
    work, later_work = years(
        inputs,
        staffing.pooled,
        calendar,
        shares,
        reserve_share=known.terms.reserve_share,
        first_month=known.first_month,
    )
    floors = floor_prices(known.floors, parameters, known.on)
    month = work_of_month(inputs, demand, staffing, shares, work, known, parameters)
    return Estimate(
        inputs=inputs,
        currency=common_currency(rates),
        demand=demand,
        staffing=staffing,
        shares=shares,
        regions={rate.id: price(rate) for rate in rates},
        countries={rate.id: price(rate) for rate in known.rate_library.countries},
        basis_gap=shares.gap("paid_hour"),
        peak=peak,
        work=work,
        later_work=later_work,
        month_of_work=month,
        pricing=known,
        parameters=parameters,
        ticket_price=ticket_price,
        floors=floors,
        findings=findings_of(
            inputs, demand, staffing, rates, parameters, ticket_price, known, month.usage, floors
        ),
    )
