"""Service for Chinese shoppers in Chinese: priced in yuan under the models of the domestic market."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from domain.costing.band import Band
from domain.costing.hours import BASES, BillingBasis
from domain.costing.make_or_buy import MakeOrBuy
from domain.costing.parameters import Parameter
from domain.costing.pricing import range_of
from domain.costing.rate_origins import rate_entry
from domain.costing.rates import ModelRate, PriceUnit, RateLibrary
from domain.costing.year_models import SeatTerms, price_contact_year, price_seat_year
from domain.costing.year_one import YearPrice, price_year
from domain.costing.year_terms import YearTerms
from domain.costing.year_work import YearWork

ByBasis = Mapping[BillingBasis, YearPrice]


@dataclass(frozen=True, slots=True, kw_only=True)
class DomesticYears:
    """What one domestic model costs; seats and contacts cost the same on every reading of an hour.

    Attributes:
        rate: the published price.
        month: of a normal month, per basis: the price x hours, seats or contacts.
        year_one: an average month of the first year at full cost, per basis.
        steady_state: the same of the years after it.
    """

    rate: ModelRate
    month: Mapping[BillingBasis, Band]
    year_one: ByBasis
    steady_state: ByBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class DomesticPrice:
    """What domestic agents cost under every model that pays for the whole service.

    Attributes:
        models: by id of the published price.
        hourly: the one among them whose price is per hour.
        seat_terms: what seats by the month are priced with; None without their prices.
    """

    models: Mapping[str, DomesticYears]
    hourly: DomesticYears
    seat_terms: SeatTerms | None

    @property
    def rate(self) -> ModelRate:
        """The published price per hour."""
        return self.hourly.rate

    @property
    def read_as(self) -> BillingBasis:
        """Which hour that price is read as."""
        return self.rate.read_as or "paid_hour"

    def leading(self, basis: BillingBasis) -> DomesticYears:
        """The model whose normal month costs least at base, hours read on one basis."""
        return min(self.models.values(), key=lambda model: model.month[basis].base)


def model_for(library: RateLibrary, unit: PriceUnit) -> ModelRate | None:
    """The domestic model that charges for a unit; None when the library has none."""
    return next((model for model in library.domestic if model.unit == unit), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DomesticMonth:
    """The quantities of a normal month.

    Attributes:
        hours: productive hours, what several languages cost more counted as hours.
        seats: people, rounded up.
        contacts: contacts.
        full_time_hours: paid hours of one seat.
        temp_day_h: hours a temporary agent works on a day.
    """

    hours: float
    seats: float
    contacts: float
    full_time_hours: float
    temp_day_h: float


def price_domestic(
    library: RateLibrary,
    normal: DomesticMonth,
    work: YearWork[float],
    later_work: YearWork[float],
    terms: YearTerms,
) -> DomesticPrice | None:
    """Domestic agents by the hour, by the seat and month, and by the contact.

    A commission on sales or days of temporary agents alone do not pay for the whole service.

    Args:
        library: the domestic models.
        normal: the quantities of a normal month.
        work: what the first year takes.
        later_work: what a year after it takes.
        terms: of a year, in yuan.

    Returns:
        None when no domestic price per hour is known.
    """
    hour, seat, temp, contact = (
        model_for(library, unit) for unit in ("hour", "seat_month", "person_day", "ticket")
    )
    if hour is None:
        return None
    hourly = DomesticYears(
        rate=hour,
        month={basis: hour.band.scaled(work.shares.billed(normal.hours, basis)) for basis in BASES},
        year_one={basis: price_year(hour, work, terms, basis) for basis in BASES},
        steady_state={basis: price_year(hour, later_work, terms, basis, first_year=False) for basis in BASES},
    )
    models, seat_terms = [hourly], None
    if seat is not None and temp is not None:
        seat_terms = SeatTerms(
            full_time_hours_month=normal.full_time_hours, temp=temp, temp_day_h=normal.temp_day_h
        )
        first = price_seat_year(seat, work, terms, seat_terms)
        later = price_seat_year(seat, later_work, terms, seat_terms, first_year=False)
        models.insert(0, _same_on_every_basis(seat, normal.seats, first, later))
    if contact is not None:
        first = price_contact_year(contact, work, terms)
        later = price_contact_year(contact, later_work, terms, first_year=False)
        models.append(_same_on_every_basis(contact, normal.contacts, first, later))
    return DomesticPrice(
        models={model.rate.id: model for model in models}, hourly=hourly, seat_terms=seat_terms
    )


def _same_on_every_basis(rate: ModelRate, units: float, first: YearPrice, later: YearPrice) -> DomesticYears:
    return DomesticYears(
        rate=rate,
        month=dict.fromkeys(BASES, rate.band.scaled(units)),
        year_one=dict.fromkeys(BASES, first),
        steady_state=dict.fromkeys(BASES, later),
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
        agent_unit="seat_month",
        agent_price=seat.band,
        agent_source=rate_entry(seat),
        tools_per_seat_month=terms.tools_per_seat_month,
        manager_month=terms.manager_month,
        shared_ticket=ticket.band,
        shared_source=rate_entry(ticket),
        bot_resolution=range_of(parameters, "cn_bot_per_resolution"),
        own_team=None,
    )
