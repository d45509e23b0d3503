"""What a quote says beside its price: volume tiers, what is included, fees, surcharges, premiums."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar, Final, Literal

from domain.costing.surcharges import SURCHARGES, SurchargeRule
from domain.shared.outcomes import DomainError
from domain.shared.sources import STRICT

Banding = Literal["marginal", "all_units"]
# No surcharge or premium makes a price more than five times as much.
MOST_SHARE: Final = Decimal(4)
# Larger amounts and quantities are slips of the hand in every currency.
MOST_AMOUNT: Final = Decimal(10**12)
# What is sold by the language it is in; an order, a shift or a day is not.
BY_LANGUAGE: Final = frozenset({"hour", "seat_month", "minute", "ticket"})


@dataclass(frozen=True, slots=True, kw_only=True)
class VolumeTier:
    """A price from some quantity on.

    Attributes:
        above: billed units a month beyond which it holds; the price of the quote holds up to the first.
        price: for one unit, in the currency of the quote.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    above: Decimal
    price: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteTerms:
    """The terms of a quote beside its price. None means that the vendor named none, which is not the same as free.

    Attributes:
        tiers: further prices for larger quantities, in rising order.
        banding: ``marginal``: every unit at the price of its own tier; ``all_units``: all units at the price of
            the tier reached.
        included: units a month that the fixed fee already pays for.
        fixed_month: a fee due every month, whatever is used.
        minimum_month: the least a month comes to, the fixed fee included.
        surcharges: what an hour costs more at unusual times, as shares: night, saturday, sunday, holiday.
        surcharge_rule: what an hour pays to which several of them apply; None when the quote does not say.
        premiums: what a language costs more, as shares, by ISO 639 code.
        setup_fee: once.
        training_fee: once.
        tools_seat_month: software per seat and month.

    Raises:
        DomainError: an amount or share that cannot be, or tiers out of order.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    tiers: tuple[VolumeTier, ...] = ()
    banding: Banding = "marginal"
    included: Decimal | None = None
    fixed_month: Decimal | None = None
    minimum_month: Decimal | None = None
    surcharges: Mapping[str, Decimal] = field(default_factory=dict)
    surcharge_rule: SurchargeRule | None = None
    premiums: Mapping[str, Decimal] = field(default_factory=dict)
    setup_fee: Decimal | None = None
    training_fee: Decimal | None = None
    tools_seat_month: Decimal | None = None

    def __post_init__(self) -> None:
        for amount in self.amounts():
            if not (amount.is_finite() and amount >= 0):
                raise DomainError("costing.price_outside", given=str(amount))
        starts = [tier.above for tier in self.tiers]
        if any(start <= 0 for start in starts) or sorted(set(starts)) != starts:
            raise DomainError("costing.quote_tiers_unordered")
        for share in (*self.surcharges.values(), *self.premiums.values()):
            if not (share.is_finite() and 0 <= share <= MOST_SHARE):
                raise DomainError(
                    "costing.quote_share_outside", given_percent=share * 100, most_percent=MOST_SHARE * 100
                )
        if unknown := set(self.surcharges) - set(SURCHARGES):
            raise DomainError("quotes.choice_unknown", given=min(unknown))

    def amounts(self) -> Iterator[Decimal]:
        """Every quantity and amount that was named."""
        for tier in self.tiers:
            yield from (tier.above, tier.price)
        named = (
            self.included,
            self.fixed_month,
            self.minimum_month,
            self.setup_fee,
            self.training_fee,
            self.tools_seat_month,
        )
        yield from (amount for amount in named if amount is not None)

    def check_unit(self, unit: str) -> None:
        """Refuse what a price for this unit cannot be billed with.

        Raises:
            DomainError: surcharges on what is not an hour, premiums on what is not sold by language.
        """
        if self.surcharges and unit != "hour":
            raise DomainError("costing.surcharges_by_the_hour")
        if self.premiums and unit not in BY_LANGUAGE:
            raise DomainError("costing.premiums_not_here")


NO_TERMS: Final = QuoteTerms()
