"""Service for Chinese shoppers in Chinese: priced in yuan under the models of the domestic market."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from domain.costing.band import Band
from domain.costing.hours import BASES, BillingBasis
from domain.costing.make_or_buy import MakeOrBuy
from domain.costing.parameters import Parameter
from domain.costing.pricing import range_of
from domain.costing.rates import ModelRate, PriceUnit, RateLibrary
from domain.costing.year_one import YearPrice, price_year
from domain.costing.year_terms import YearTerms
from domain.costing.year_work import YearWork


@dataclass(frozen=True, slots=True, kw_only=True)
class DomesticPrice:
    """What domestic agents cost by the hour, on every reading of the published rate.

    Attributes:
        rate: the published price per hour.
        month: hours of a normal month x rate, per basis.
        year_one: an average month of the first year at full cost, per basis.
        steady_state: the same of the years after it.
    """

    rate: ModelRate
    month: Mapping[BillingBasis, Band]
    year_one: Mapping[BillingBasis, YearPrice]
    steady_state: Mapping[BillingBasis, YearPrice]


def model_for(library: RateLibrary, unit: PriceUnit) -> ModelRate | None:
    """The domestic model that charges for a unit; None when the library has none."""
    return next((model for model in library.domestic if model.unit == unit), None)


def price_domestic(
    library: RateLibrary, hours: float, work: YearWork, later_work: YearWork, terms: YearTerms
) -> DomesticPrice | None:
    """Domestic agents by the hour.

    Args:
        library: the domestic models.
        hours: productive hours of a normal month.
        work: what the first year takes.
        later_work: what a year after it takes.
        terms: of a year, in yuan.

    Returns:
        None when no domestic price per hour is known.
    """
    rate = model_for(library, "hour")
    if rate is None:
        return None
    return DomesticPrice(
        rate=rate,
        month={basis: rate.band.scaled(work.shares.billed(hours, basis)) for basis in BASES},
        year_one={basis: price_year(rate, work, terms, basis) for basis in BASES},
        steady_state={basis: price_year(rate, later_work, terms, basis, first_year=False) for basis in BASES},
    )


def as_domestic(
    case: MakeOrBuy, library: RateLibrary, terms: YearTerms, parameters: Mapping[str, Parameter]
) -> MakeOrBuy:
    """The same work at domestic prices: dedicated seats by the month, a shared desk by the enquiry.

    Wages in China are not in our data, so there is no own team to compare. Without domestic prices the
    case stays as it is.
    """
    seat, ticket = model_for(library, "seat_month"), model_for(library, "ticket")
    if seat is None or ticket is None:
        return case
    return replace(
        case,
        currency=seat.currency,
        market="cn",
        rate=seat.id,
        rate_productive=seat.band.scaled(1 / case.productive_hours_seat),
        tools_per_seat_month=terms.tools_per_seat_month,
        manager_month=terms.manager_month,
        shared_ticket=ticket.band,
        bot_resolution=range_of(parameters, "cn_bot_per_resolution"),
        own_team=None,
    )
