"""What should be looked at before a price is believed: shared desks, prices per ticket, wage floors."""

from collections.abc import Iterator, Mapping, Sequence

from domain.costing.billing import Usage
from domain.costing.floors import FloorPrice, check_floor
from domain.costing.inputs import EstimateInputs
from domain.costing.parameters import Parameter
from domain.costing.per_ticket import check_shared_desk, check_ticket_price
from domain.costing.per_ticket_explained import TicketReading, explain_ticket
from domain.costing.price import RegionPrice
from domain.costing.pricing import Pricing, default_of
from domain.costing.quote_checks import check_ticket_quotes, hour_price
from domain.costing.rates import HourlyRate, PriceClaim
from domain.costing.round_the_clock import check_round_the_clock
from domain.costing.staffing import Staffing
from domain.costing.workload import Demand
from domain.shared.outcomes import Finding, NotAssessed

_FLOOR_CURRENCY = "EUR"


def check_prices(
    inputs: EstimateInputs,
    demand: Demand,
    staffing: Staffing,
    rates: Sequence[HourlyRate],
    parameters: Mapping[str, Parameter],
    ticket_price: PriceClaim | None,
    pricing: Pricing,
    usage: Usage,
) -> tuple[Finding, ...]:
    """Whether agents would mostly wait, whether prices per ticket pay for the work, and what nights come to."""
    shared_desk = check_shared_desk(
        staffing.productive_hours,
        staffing.pooled.floor_hours,
        default_of(parameters, "shared_desk_share"),
    )
    claims = (ticket_price,) if ticket_price else ()
    tickets = (
        check_ticket_price(claim, rate, aht_s=demand.effective_aht_s, occupancy=inputs.occupancy)
        for claim in claims
        for rate in rates
    )
    quotes = check_ticket_quotes(pricing, rates, demand, staffing, usage, inputs.occupancy)
    always = check_round_the_clock(inputs, staffing, pricing, parameters["coverage_24_7_surcharge"])
    return tuple(finding for finding in (shared_desk, *tickets, *quotes, always) if finding is not None)


def read_tickets(
    claim: PriceClaim | None,
    price: RegionPrice,
    demand: Demand,
    staffing: Staffing,
    occupancy: float,
    parameters: Mapping[str, Parameter],
) -> Iterator[tuple[str, TicketReading]]:
    """What both ends of a published price per ticket mean at the low, base and high rate of a region.

    The rate is taken as if per productive hour: the reading kindest to the offer (`check_ticket_price`).
    """
    if claim is None or not demand.contacts_month:
        return
    for ticket in (claim.low, claim.high):
        readings = explain_ticket(
            float(ticket),
            price.rate,
            price.rate.band,
            aht_s=demand.effective_aht_s,
            occupancy=occupancy,
            hours_a_contact=staffing.pooled_hours / demand.contacts_month,
            bot_price=default_of(parameters, "bot_per_resolution_eur"),
            bot_share_most=float(parameters["bot_containment"].high),
        )
        if not isinstance(readings, NotAssessed):
            yield from readings.items()


def check_floors(
    rates: Sequence[HourlyRate],
    pricing: Pricing,
    staffing: Staffing,
    usage: Usage,
    floors: Mapping[str, FloorPrice],
    parameters: Mapping[str, Parameter],
) -> tuple[Finding, ...]:
    """Rates, on the hour they are read as, and private quotes that cannot pay the minimum wage of their country."""
    least = default_of(parameters, "wage_floor_share")
    found = [*_published(rates, floors, least), *_private(pricing, staffing, usage, floors, least)]
    return tuple(finding for finding in found if finding is not None)


def _published(
    rates: Sequence[HourlyRate], floors: Mapping[str, FloorPrice], least: float
) -> Iterator[Finding | None]:
    for rate in rates:
        place = f"{'countries' if rate.countries == (rate.id,) else 'regions'}.{rate.id}"
        for country in rate.countries:
            if country in floors and rate.currency == _FLOOR_CURRENCY:
                yield check_floor(
                    floors[country],
                    rate.band,
                    rate.read_as,
                    least_share=least,
                    place=place,
                    currency=rate.currency,
                )


def _private(
    pricing: Pricing, staffing: Staffing, usage: Usage, floors: Mapping[str, FloorPrice], least: float
) -> Iterator[Finding | None]:
    for quote in pricing.rate_library.private:
        known = quote.country in floors and pricing.exchange.knows(quote.currency)
        read = hour_price(quote, usage, staffing.full_time_hours_month, pricing.stacking)
        if quote.country is not None and read is not None and known:
            band, basis = read
            yield check_floor(
                floors[quote.country],
                pricing.exchange.convert(band, quote.currency, _FLOOR_CURRENCY),
                basis,
                least_share=least,
                place=f"private.{quote.id}",
                currency=_FLOOR_CURRENCY,
            )
