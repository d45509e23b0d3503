"""What the quotes of an organisation have to leave out: prices per ticket that do not pay for the work."""

from collections.abc import Iterator, Sequence

from domain.costing.band import Band
from domain.costing.bill import bill
from domain.costing.billing import Usage
from domain.costing.hours import BillingBasis
from domain.costing.per_ticket import break_even_aht_s, break_even_ticket
from domain.costing.pricing import Pricing
from domain.costing.quoted_offer import factor_to, offer_of
from domain.costing.rate_origins import rate_entry
from domain.costing.rates import HourlyRate, ModelRate, PrivateRate
from domain.costing.staffing import Staffing
from domain.costing.workload import Demand
from domain.shared.measures import MINUTES_PER_HOUR
from domain.shared.outcomes import Finding, NotAssessed
from domain.shared.provenance import OriginOf


def service_price(quote: PrivateRate, usage: Usage, stacking: float) -> Band | None:
    """What one unit comes to with tiers, units included, fixed fee and minimum; None where nothing is used.

    Surcharges, premiums, tools and one-off fees pay for something else and stay out.
    """
    offer = offer_of(quote, quote.currency, 1.0, stacking)
    made = bill(offer, usage, OriginOf("data", rate_entry(quote)))
    used = usage.quantity(offer.charges[0])
    if isinstance(made, NotAssessed) or not used:
        return None
    counted = (quote.unit, "fixed_month", "minimum")
    month = Band.total(line.amount for line in made.total.parts if line.id in counted)
    return month.scaled(1 / used)


def check_ticket_quotes(
    pricing: Pricing,
    rates: Sequence[HourlyRate],
    demand: Demand,
    staffing: Staffing,
    usage: Usage,
    occupancy: float,
) -> Iterator[Finding]:
    """Quotes per ticket whose low end does not pay for the handling, or not for the waiting in between.

    Read against the low rate of the vendor's country, else of the region that holds it, else of the place chosen,
    else of the cheapest region, as if per productive hour: the reading kindest to the quote. A ticket costs what it
    comes to at this volume with all its terms. What cannot be converted, or has no contacts to read it by, is left
    alone.

    Yields:
        ``costing.quote_ticket_uneconomic`` or ``costing.quote_ticket_without_waiting``.
    """
    for quote in pricing.rate_library.private:
        rate = _rate_for(quote, pricing, rates)
        factor = factor_to(quote, rate.currency, pricing.exchange)
        needed = break_even_ticket(rate.band, demand.effective_aht_s, occupancy)
        ticket = service_price(quote, usage, pricing.stacking)
        if quote.unit != "ticket" or factor is None or ticket is None or isinstance(needed, NotAssessed):
            continue
        price = ticket.low * factor
        with_waiting = rate.band.low * staffing.pooled_hours / demand.contacts_month
        if price >= with_waiting:
            continue
        below = price < needed.low
        yield Finding(
            code="costing.quote_ticket_uneconomic" if below else "costing.quote_ticket_without_waiting",
            severity="warning",
            place=f"private.{quote.id}",
            values={
                "quote": quote.label,
                "place": rate.name,
                "price": price,
                "needed": needed.low,
                "with_waiting": with_waiting,
                "pays_for_s": break_even_aht_s(price, rate.band.low, occupancy),
                "currency": rate.currency,
            },
            source=rate.origin.source,
        )


def _rate_for(quote: PrivateRate, pricing: Pricing, rates: Sequence[HourlyRate]) -> HourlyRate | ModelRate:
    """The hourly price a quote is read against; domestic agents where only Chinese shoppers are served."""
    domestic = [model for model in pricing.rate_library.domestic if model.unit == "hour"]
    if pricing.domestic is not None and domestic:
        return domestic[0]
    known = (*pricing.rate_library.countries, *rates)
    for rate in known:
        if quote.country in rate.countries:
            return rate
    chosen = [rate for rate in known if rate.id == pricing.place]
    return chosen[0] if chosen else min(rates, key=lambda rate: rate.band.low)


def hour_price(
    quote: PrivateRate, usage: Usage, full_time_hours_month: float, stacking: float
) -> tuple[Band, BillingBasis] | None:
    """A quote as the price of an hour and which hour that is; None for what is not paid by time, or not used.

    A seat is a full-time employee, paid for the hours of the contract. A minute is taken as if agents were busy
    every minute of a productive hour: the reading kindest to the quote.
    """
    price = service_price(quote, usage, stacking)
    if price is None:
        return None
    match quote.unit:
        case "seat_month":
            return price.scaled(1 / full_time_hours_month), "paid_hour"
        case "minute":
            return price.scaled(MINUTES_PER_HOUR), "productive_hour"
        case _:
            return None if quote.billing_basis is None else (price, quote.billing_basis)
