"""A year at full cost by the terms of a quote: what it names takes the place of what is assumed."""

from dataclasses import replace

from domain.costing.rate_origins import rate_entry
from domain.costing.rates import PrivateRate
from domain.costing.surcharges import STACKING, UnusualHours
from domain.costing.year_terms import YearTerms


def has_one_hourly_price(quote: PrivateRate) -> bool:
    """Whether its hour costs the same whatever the volume and language, so that a year is rate times hours."""
    terms = quote.terms
    named = (terms.tiers, terms.included, terms.fixed_month, terms.minimum_month, terms.premiums)
    return quote.unit == "hour" and not any(named) and not terms.training_fee


def year_terms_of(
    quote: PrivateRate, terms: YearTerms, unusual: UnusualHours | None, factor: float, stacking: float
) -> YearTerms:
    """The terms of a year with those the quote names in their place.

    Args:
        quote: with one price per hour.
        terms: of a year, as the parameters and the requirements state them.
        unusual: the parts of the hours at times that cost more, as counted; None when nobody counted.
        factor: what an amount of the quote is multiplied by to be in the currency of the terms.
        stacking: what an hour pays of the surcharges below its highest, where the quote names no rule.
    """
    own, changed = quote.terms, terms
    quoted = [f"{name}_surcharge" for name in own.surcharges]
    if own.surcharges:
        # Who lists surcharges lists all of them.
        surcharges = {name: float(share) for name, share in own.surcharges.items()}
        rule = stacking if own.surcharge_rule is None else STACKING[own.surcharge_rule]
        paying = (unusual or terms.unusual).paying(surcharges, rule)
        changed = replace(changed, surcharges=surcharges, unusual=paying)
    if own.setup_fee is not None:
        changed = replace(changed, setup_fee=float(own.setup_fee) * factor)
        quoted.append("setup_fee")
    if own.tools_seat_month is not None:
        changed = replace(changed, tools_per_seat_month=float(own.tools_seat_month) * factor)
        quoted.append("tools_per_seat_month")
    return replace(changed, quoted=dict.fromkeys(quoted, rate_entry(quote)))
