"""The prices that may stand side by side: regions, single countries, domestic models, own quotes; never mixed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.costing.band import Band
from domain.costing.bill import Bill
from domain.costing.comparison import Place, PlaceKind
from domain.costing.estimate import Estimate
from domain.costing.hours import BillingBasis
from domain.costing.price import RegionPrice
from domain.costing.priced_places import years_of_quotes
from domain.costing.rates import HourlyRate, ModelRate, PrivateRate
from domain.shared.outcomes import NotAssessed
from ui.kit import safe
from words import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What one place or model costs a normal month.

    Attributes:
        rate: its price as data or as quoted.
        currency: of the amounts.
        month: low, base, high.
        per_contact: the month over its contacts.
    """

    rate: HourlyRate | ModelRate | PrivateRate
    currency: str
    month: Band
    per_contact: Band | NotAssessed


def kinds(made: Estimate) -> tuple[PlaceKind, ...]:
    """Which kinds of prices there are, the leading one first: domestic ones where only Chinese shoppers are served."""
    leading: tuple[PlaceKind, ...] = ("domestic",) if made.domestic else ()
    can_pay = any(place.kind == "private" and _whole(place) for place in made.comparison)
    private: tuple[PlaceKind, ...] = ("private",) if can_pay else ()
    return (*leading, "region", "country", *private)


def offered(made: Estimate, kind: PlaceKind, basis: BillingBasis) -> tuple[Offered, ...]:
    """Everything of one kind that a month can be bought for, hourly prices read on one basis.

    A quote keeps the basis it was given with. What is only a part of the price (a commission comes on top), or
    only a part of the service, is left to the table of models.
    """
    if kind == "region":
        return tuple(_of_region(price, basis) for price in made.regions.values())
    if kind == "country":
        return tuple(_of_region(price, basis) for price in made.countries.values())
    return tuple(_billed(made, kind, basis))


def _of_region(price: RegionPrice, basis: BillingBasis) -> Offered:
    read = price.on(basis)
    return Offered(
        rate=price.rate, currency=price.rate.currency, month=read.month, per_contact=read.per_contact
    )


def first_years(made: Estimate, rows: Sequence[Offered], basis: BillingBasis) -> Mapping[str, Band]:
    """An average month of the first year at full cost, by id of the price.

    Quotes are read as the hour they mean; those without one price per hour have no such year and are left out.
    """
    years = {quote: first.month for quote, (first, _) in years_of_quotes(made).items()}
    domestic = made.domestic.models if made.domestic else {}
    years |= {place: model.year_one[basis].month for place, model in domestic.items()}
    years |= {
        row.rate.id: made.year_of(row.rate.id, first_year=True)[basis].month
        for row in rows
        if row.rate.id in made.places
    }
    return {row.rate.id: years[row.rate.id] for row in rows if row.rate.id in years}


def _billed(made: Estimate, kind: PlaceKind, basis: BillingBasis) -> Iterator[Offered]:
    rates = rates_by_id(made)
    for place in made.comparison:
        bill = _whole(place)
        if place.kind != kind or bill is None or place.id not in rates:
            continue
        month, contacts = bill.month, made.demand.contacts_month
        if made.domestic and place.id in made.domestic.models:
            month = made.domestic.models[place.id].month[basis]
        yield Offered(
            rate=rates[place.id],
            currency=place.currency,
            month=month,
            per_contact=month.scaled(1 / contacts) if contacts else bill.per_contact,
        )


def _whole(place: Place) -> Bill | None:
    """The bill of a model that pays for the whole service; None where something is left out."""
    for bill in place.bills.values():
        if not isinstance(bill, NotAssessed) and not bill.offer.left_out:
            return bill
    return None


def rates_by_id(made: Estimate) -> Mapping[str, HourlyRate | ModelRate | PrivateRate]:
    """Every price of an estimate by its id."""
    library = made.pricing.rate_library
    published: tuple[HourlyRate | ModelRate, ...] = (
        *(price.rate for price in made.places.values()),
        *library.models,
        *library.domestic,
    )
    quotes = {quote.id: quote for quote in library.private}
    return {**{rate.id: rate for rate in published}, **quotes}


def rate_name(rate: HourlyRate | ModelRate | PrivateRate, language: Language) -> str:
    """What people call a price; the name of a quote was typed."""
    return safe(rate.label) if isinstance(rate, PrivateRate) else rate.name[language]


def cheapest(rows: tuple[Offered, ...]) -> Offered:
    """The lowest base price."""
    return min(rows, key=lambda row: row.month.base)
