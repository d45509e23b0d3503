"""Places × price models: each model billed from its own terms and brought to a month, a contact and an order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from domain.costing.band import Band
from domain.costing.bill import Bill, bill
from domain.costing.billing import Charge, Offer, Usage
from domain.costing.currency import Exchange
from domain.costing.quoted_offer import LEFT_OUT, bill_of, factor_to, offer_of
from domain.costing.rate_origins import rate_entry
from domain.costing.rates import HourlyRate, ModelRate, PrivateRate, RateLibrary
from domain.shared.measures import MINUTES_PER_HOUR, SECONDS_PER_HOUR
from domain.shared.outcomes import NotAssessed
from domain.shared.provenance import OriginOf

# region: the trade article's; country: ours; model: another published price; domestic: the Chinese market;
# private: quotes of the organisation. Only entries of one kind belong side by side in a chart.
PlaceKind = Literal["region", "country", "model", "domestic", "private"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One row of the comparison.

    Attributes:
        id: of the rate or quote.
        kind: which sort of price it is.
        currency: of its amounts.
        bills: what each model costs; not assessed where a quantity or an exchange rate is missing.
    """

    id: str
    kind: PlaceKind
    currency: str
    bills: Mapping[str, Bill | NotAssessed]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOfMonth:
    """What models are priced for.

    Attributes:
        usage: the quantities of a month.
        idle_hours: productive hours that only the coverage causes.
        full_time_hours_month: contract hours of a full-time employee.
        effective_aht_s: agent seconds per contact; not assessed without contacts.
        occupancy: share of productive hours spent with customers.
        stacking: what an hour pays of the surcharges below its highest, where a quote names no rule.
    """

    usage: Usage
    idle_hours: float
    full_time_hours_month: float
    effective_aht_s: float | NotAssessed
    occupancy: float
    stacking: float = 1.0


def compare(
    rates: Sequence[HourlyRate],
    library: RateLibrary,
    work: WorkOfMonth,
    exchange: Exchange,
    currency: str,
    *,
    domestic: bool,
) -> tuple[Place, ...]:
    """Every place under every model that can be billed for this work.

    Args:
        rates: the regions of the trade article.
        library: countries, other models, domestic models, private quotes.
        work: what they are priced for.
        exchange: for quotes in other currencies.
        currency: of the regions.
        domestic: whether the service is for Chinese shoppers only, so that domestic models apply.
    """
    found = [_hourly_place(rate, "region", work) for rate in rates]
    found += [_hourly_place(rate, "country", work) for rate in library.countries]
    found += [_model_place(model, "model", work) for model in library.models]
    if domestic:
        found += [_model_place(model, "domestic", work) for model in library.domestic]
    paid_in = currency_of_quotes(library, currency, domestic=domestic)
    found += [_private_place(quote, work, exchange, paid_in) for quote in library.private]
    return tuple(found)


def currency_of_quotes(library: RateLibrary, currency: str, *, domestic: bool) -> str:
    """The currency quotes are brought to: that of the prices they stand beside."""
    return library.domestic[0].currency if domestic and library.domestic else currency


def offers_of(rate: HourlyRate, work: WorkOfMonth) -> tuple[Offer, ...]:
    """The price of every model that pays a vendor exactly what its hourly rate pays for the same work.

    Ticket and minute pay for handling alone: whoever sells them shares the waiting among several merchants.
    Seats and orders pay for the waiting too; the hybrid pays for it with its fixed fee. What agents with several
    languages cost more is paid by whoever has agents of its own: in the hours, in the price of an order, in the
    fixed fee beside seats and tickets.
    """
    return tuple(_offers(rate, work))


def _offers(rate: HourlyRate, work: WorkOfMonth) -> Iterator[Offer]:
    usage = work.usage
    productive = usage.shares.convert(rate.band, rate.read_as, "productive_hour")
    paid = usage.shares.convert(rate.band, rate.read_as, "paid_hour")
    premium = productive.scaled(usage.premium_hours)

    def offer(model: str, charge: Charge, fixed: Band | None = None) -> Offer:
        return Offer(
            id=model, currency=rate.currency, charges=(charge,), fixed_month=fixed or Band.exact(0.0)
        )

    hour = Charge.flat("hour", rate.band, rate.read_as)
    yield Offer(id="hour", currency=rate.currency, charges=(hour,))
    yield offer("seat_month", Charge.flat("seat_month", paid.scaled(work.full_time_hours_month)), premium)
    minute = productive.scaled(1 / MINUTES_PER_HOUR / work.occupancy)
    yield offer("minute", Charge.flat("minute", minute))
    if not isinstance(work.effective_aht_s, NotAssessed):
        ticket = productive.scaled(work.effective_aht_s / SECONDS_PER_HOUR / work.occupancy)
        yield offer("ticket", Charge.flat("ticket", ticket))
        yield offer(
            "hybrid", Charge.flat("ticket", ticket), productive.scaled(work.idle_hours + usage.premium_hours)
        )
    if usage.orders:
        yield offer("order", Charge.flat("order", productive.scaled(usage.billed_hours / usage.orders)))


def _hourly_place(rate: HourlyRate, kind: PlaceKind, work: WorkOfMonth) -> Place:
    native = OriginOf("data", rate_entry(rate))
    derived = OriginOf("calculation", "equivalent_price")
    return Place(
        id=rate.id,
        kind=kind,
        currency=rate.currency,
        bills={
            offer.id: bill(offer, work.usage, native if offer.id == "hour" else derived)
            for offer in offers_of(rate, work)
        },
    )


def _model_place(model: ModelRate, kind: PlaceKind, work: WorkOfMonth) -> Place:
    basis = model.read_as if model.unit == "hour" else None
    offer = Offer(
        id=model.unit,
        currency=model.currency,
        charges=(Charge.flat(model.unit, model.band, basis),),
        left_out=(*LEFT_OUT.get(model.unit, ()), *(() if model.commission_low is None else ("commission",))),
    )
    made = bill(offer, work.usage, OriginOf("data", rate_entry(model)))
    return Place(id=model.id, kind=kind, currency=model.currency, bills={model.unit: made})


def _private_place(quote: PrivateRate, work: WorkOfMonth, exchange: Exchange, currency: str) -> Place:
    made: Bill | NotAssessed
    factor = factor_to(quote, currency, exchange)
    if factor is None:
        made = NotAssessed("costing.exchange_unknown", {"currency": quote.currency})
    else:
        offer = offer_of(quote, currency, factor, work.stacking)
        made = bill(offer, work.usage, OriginOf("data", rate_entry(quote)))
    return Place(id=quote.id, kind="private", currency=currency, bills={bill_of(quote): made})
