"""A quote of one's own as the offer it is: every term of it, in the currency of the comparison."""

from decimal import Decimal

from domain.costing.band import Band
from domain.costing.billing import Charge, Offer, Tier
from domain.costing.currency import Exchange
from domain.costing.quote_terms import NO_TERMS
from domain.costing.rates import PriceUnit, PrivateRate
from domain.costing.surcharges import STACKING

# What a price does not pay for by its nature: temporary agents by the day work in peaks only, a bot leaves the
# contacts it cannot settle to people.
LEFT_OUT: dict[PriceUnit, tuple[str, ...]] = {
    "person_day": ("normal_months",),
    "resolution": ("people",),
}


def bill_of(quote: PrivateRate) -> str:
    """Under which name its bill stands: its unit, or ``offer`` where further terms make it another model."""
    return quote.unit if quote.terms == NO_TERMS else "offer"


def factor_to(quote: PrivateRate, currency: str, exchange: Exchange) -> float | None:
    """What its amounts are multiplied by to be in a currency; None without an exchange rate."""
    if quote.currency == currency:
        return 1.0
    return exchange.factor(quote.currency, currency) if exchange.knows(quote.currency, currency) else None


def offer_of(quote: PrivateRate, currency: str, factor: float, stacking: float) -> Offer:
    """The offer a quote is.

    Args:
        quote: as it was typed.
        currency: of the comparison.
        factor: what an amount of the quote is multiplied by to be in that currency.
        stacking: what an hour pays of the surcharges below its highest, where the quote names no rule.
    """
    terms = quote.terms

    def amount(given: Decimal | None) -> Band:
        return Band.exact(float(given or 0) * factor)

    tiers = [Tier(above=0.0, price=quote.band.scaled(factor))]
    tiers += [Tier(above=float(tier.above), price=amount(tier.price)) for tier in terms.tiers]
    charge = Charge(
        unit=quote.unit,
        tiers=tuple(tiers),
        banding=terms.banding,
        basis=quote.billing_basis,
        included=float(terms.included or 0),
    )
    return Offer(
        id=quote.unit,
        currency=currency,
        charges=(charge,),
        fixed_month=amount(terms.fixed_month),
        minimum_month=None if terms.minimum_month is None else amount(terms.minimum_month),
        surcharges={name: float(share) for name, share in terms.surcharges.items()},
        stacking=stacking if terms.surcharge_rule is None else STACKING[terms.surcharge_rule],
        premiums={language: Band.exact(float(share)) for language, share in terms.premiums.items()},
        setup_fee=amount(terms.setup_fee),
        training_fee=amount(terms.training_fee),
        tools_seat_month=amount(terms.tools_seat_month),
        left_out=LEFT_OUT.get(quote.unit, ()),
    )
