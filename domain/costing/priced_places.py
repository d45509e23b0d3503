"""Everything a year can be calculated at: regions, countries, domestic models, quotes of one's own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from domain.costing.band import Band
from domain.costing.comparison import PlaceKind, currency_of_quotes
from domain.costing.estimate import Estimate
from domain.costing.hours import BillingBasis
from domain.costing.pricing import default_of
from domain.costing.quoted_offer import factor_to
from domain.costing.quoted_year import has_one_hourly_price, year_terms_of
from domain.costing.rate_origins import rate_entry
from domain.costing.rates import HourlyRate, ModelRate, PriceUnit, PrivateRate
from domain.costing.year_models import SeatTerms
from domain.costing.year_one import YearPrice, price_year
from domain.costing.year_terms import YearTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class PricedPlace:
    """A place, or a domestic model, with a price.

    Attributes:
        id: of the rate or quote.
        kind: only places of one kind belong side by side.
        currency: of the rate, and of the year made from it.
        basis: which hour the rate is read as; of seats and contacts what the others are read as.
        rate: low, base and high per unit.
        source: the data entry or quote behind it.
        terms: what the year costs beside the service.
        unit: what the rate is paid for.
        seats: what seats by the month are priced with; None where hours or contacts are paid.
    """

    id: str
    kind: PlaceKind
    currency: str
    basis: BillingBasis
    rate: Band
    source: str
    terms: YearTerms
    unit: PriceUnit = "hour"
    seats: SeatTerms | None = None

    @property
    def rate_input(self) -> str:
        """The uncertain input that its rate is."""
        return f"rate.{self.id}"

    @property
    def prices(self) -> tuple[str, ...]:
        """The ids of all prices in its month: its own, and that of temporary agents beside seats."""
        return (self.id,) if self.seats is None else (self.id, self.seats.temp.id)


def priced_places(cost: Estimate, basis: BillingBasis | None = None) -> tuple[PricedPlace, ...]:
    """The places of an estimate; quotes without one price per hour or an exchange rate are left out.

    Args:
        cost: the estimate.
        basis: every rate is read as this hour; as each one says when not given. Quotes say which hour they mean
            and are always read so.
    """
    return tuple(_places(cost, basis))


def _places(cost: Estimate, basis: BillingBasis | None) -> Iterator[PricedPlace]:
    terms = cost.pricing.terms
    for price in cost.regions.values():
        yield _hourly(price.rate, "region", basis, terms)
    for price in cost.countries.values():
        yield _hourly(price.rate, "country", basis, terms)
    if cost.domestic and cost.pricing.domestic:
        read_as = basis or cost.domestic.read_as
        for model in cost.domestic.models.values():
            yield _domestic(model.rate, read_as, cost.pricing.domestic, cost.domestic.seat_terms)
    for quote in cost.pricing.rate_library.private:
        if (place := _quoted(cost, quote)) is not None:
            yield place


def _quoted(cost: Estimate, quote: PrivateRate, *, first_year: bool = True) -> PricedPlace | None:
    """A quote with one price per hour in a year; None for any other, and without an exchange rate."""
    pricing = cost.pricing
    currency = currency_of_quotes(pricing.rate_library, cost.currency, domestic=pricing.domestic is not None)
    factor = factor_to(quote, currency, cost.exchange)
    if quote.billing_basis is None or factor is None or not has_one_hourly_price(quote):
        return None
    terms = pricing.domestic or pricing.terms_of(first_year=first_year)
    if quote.currency != currency:
        terms = replace(terms, fx_buffer=_room_for_exchange(cost, quote))
    unusual = pricing.unusual_of(first_year=first_year)
    return PricedPlace(
        id=quote.id,
        kind="private",
        currency=currency,
        basis=quote.billing_basis,
        rate=quote.band.scaled(factor),
        source=rate_entry(quote),
        terms=year_terms_of(quote, terms, unusual, factor, pricing.stacking),
    )


def _room_for_exchange(cost: Estimate, quote: PrivateRate) -> float:
    """The allowance of a quote in another currency than the published prices beside it; none in that of the books."""
    paid_in_books_currency = quote.currency == cost.pricing.books_currency
    return 0.0 if paid_in_books_currency else default_of(cost.parameters, "fx_buffer")


def _domestic(rate: ModelRate, basis: BillingBasis, terms: YearTerms, seats: SeatTerms | None) -> PricedPlace:
    return PricedPlace(
        id=rate.id,
        kind="domestic",
        currency=rate.currency,
        basis=basis,
        rate=rate.band,
        source=rate_entry(rate),
        terms=terms,
        unit=rate.unit,
        seats=seats if rate.unit == "seat_month" else None,
    )


def _hourly(rate: HourlyRate, kind: PlaceKind, basis: BillingBasis | None, terms: YearTerms) -> PricedPlace:
    return PricedPlace(
        id=rate.id,
        kind=kind,
        currency=rate.currency,
        basis=basis or rate.read_as,
        rate=rate.band,
        source=rate_entry(rate),
        terms=terms,
    )


def years_of_quotes(cost: Estimate) -> Mapping[str, tuple[YearPrice, YearPrice]]:
    """The first year and a later one by the terms of every quote with one price per hour, read as it means it."""
    return {
        quote.id: (_year(cost, quote, first), _year(cost, quote, later, first_year=False))
        for quote in cost.pricing.rate_library.private
        if (first := _quoted(cost, quote)) and (later := _quoted(cost, quote, first_year=False))
    }


def _year(cost: Estimate, quote: PrivateRate, place: PricedPlace, *, first_year: bool = True) -> YearPrice:
    low, base, high = (Decimal(str(end)) for end in place.rate.ends)
    rate = replace(quote, currency=place.currency, low=low, expected=base, high=high)
    work = cost.work if first_year else cost.later_work
    return price_year(rate, work, place.terms, place.basis, first_year=first_year)
