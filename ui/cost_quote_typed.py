"""What was typed into the form of a quote, as a quote takes it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from domain.costing.quote_terms import QuoteTerms, VolumeTier
from domain.costing.surcharges import SURCHARGES
from domain.shared.outcomes import DomainError

Values = Mapping[str, Any]
# Amounts due every month, and those due once or by the seat.
MONTHLY: Final = ("fixed_month", "included", "minimum_month")
ONCE: Final = ("setup_fee", "training_fee", "tools_seat_month")


def typed_price(values: Values) -> dict[str, Any] | None:
    """The fields as a quote takes them; None while an amount or the day is missing.

    A price with one amount is low, middle and high at once; a middle left out lies in between.

    Raises:
        DomainError: ``quotes.tier_incomplete``, ``quotes.premium_incomplete``, ``quotes.premium_twice``, or terms
            that cannot be.
    """
    low, high, base, since = values["low"], values["high"], values["base"], values["valid_from"]
    given = [_exact(amount) for amount in (low, base, high) if amount is not None]
    if not given or not isinstance(since, date):
        return None
    bottom = min(given) if low is None else _exact(low)
    top = max(given) if high is None else _exact(high)
    middle = (bottom + top) / 2 if base is None else _exact(base)
    typed = {
        name: values[name]
        for name in ("label", "unit", "currency", "billing_basis", "place", "source", "note")
    }
    return {
        **typed,
        "low": bottom,
        "base": middle,
        "high": top,
        "valid_from": since,
        "terms": typed_terms(values),
    }


def typed_terms(values: Values) -> QuoteTerms:
    """The folded fields as terms; what was left empty is not named.

    Raises:
        DomainError: as `typed_price`.
    """
    amounts = {name: _exact(values[name]) for name in (*MONTHLY, *ONCE) if values[name] is not None}
    shares = {name: _as_share(values[name]) for name in SURCHARGES if values[name] is not None}
    tiers = _typed_rows(values, "above", "tier", "quotes.tier_incomplete")
    premiums = _typed_rows(values, "language", "premium", "quotes.premium_incomplete")
    if len(dict(premiums)) < len(premiums):
        raise DomainError("quotes.premium_twice")
    return QuoteTerms(
        tiers=tuple(VolumeTier(above=_exact(above), price=_exact(price)) for above, price in tiers),
        banding=values["banding"] or "marginal" if tiers else "marginal",
        surcharges=shares,
        surcharge_rule=values["rule"],
        premiums={code: _as_share(share) for code, share in premiums},
        **amounts,
    )


def _typed_rows(values: Values, left: str, right: str, code: str) -> list[tuple[Any, Any]]:
    """The rows that were filled.

    Raises:
        DomainError: a row with one of its two fields.
    """
    rows = [(values[f"{left}_{row}"], values[f"{right}_{row}"]) for row in _numbers(values, left)]
    if any((one is None) != (other is None) for one, other in rows):
        raise DomainError(code)
    return [row for row in rows if row[0] is not None]


def _numbers(values: Values, left: str) -> list[int]:
    return sorted(int(name.removeprefix(f"{left}_")) for name in values if name.startswith(f"{left}_"))


def _exact(amount: float) -> Decimal:
    """The digits that were typed, without a binary tail."""
    return Decimal(str(amount))


def _as_share(percentage: float) -> Decimal:
    return Decimal(str(percentage)) / 100
