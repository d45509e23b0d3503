"""Price models: what an offer charges for, and the month it makes from what a merchant uses."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from domain.costing.band import Band
from domain.costing.hours import BillingBasis, HourShares
from domain.costing.rates import PriceUnit
from domain.costing.surcharges import UnusualHours
from domain.shared.measures import MINUTES_PER_HOUR
from domain.shared.outcomes import DomainError

_NOTHING = Band(low=0.0, base=0.0, high=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """A price from some quantity on.

    Attributes:
        above: the tier begins after so many units; 0 for the first.
        price: for one unit.
    """

    above: float
    price: Band


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """One thing an offer charges for.

    Attributes:
        unit: what is counted.
        tiers: the prices, from the first unit up; one tier is a flat price.
        banding: ``marginal``: every unit at the price of its own tier; ``all_units``: all units at the price of
            the tier reached, so that the month becomes cheaper just beyond a step.
        basis: which hour is billed; required for hours, None for everything else.
        included: units that a fixed fee already pays for.
        least: units billed at least, used or not.
    """

    unit: PriceUnit
    tiers: tuple[Tier, ...]
    banding: Literal["marginal", "all_units"] = "marginal"
    basis: BillingBasis | None = None
    included: float = 0.0
    least: float = 0.0

    def __post_init__(self) -> None:
        if (self.unit == "hour") != (self.basis is not None):
            raise DomainError("costing.basis_missing")
        starts = [tier.above for tier in self.tiers]
        if not starts or starts[0] != 0 or sorted(set(starts)) != starts:
            raise DomainError("costing.tiers_unordered")
        for tier in self.tiers:
            if not all(0 <= end < math.inf for end in tier.price.ends):
                raise DomainError("costing.price_outside", given=f"{tier.price.low:g}")

    @classmethod
    def flat(cls, unit: PriceUnit, price: Band, basis: BillingBasis | None = None) -> "Charge":
        """One price for every unit."""
        return cls(unit=unit, tiers=(Tier(above=0.0, price=price),), basis=basis)

    def billed(self, used: float) -> float:
        """The units billed for so many used."""
        return max(self.least, used - self.included, 0.0)

    def amount(self, used: float) -> Band:
        """What so many units cost."""
        billed = self.billed(used)
        if self.banding == "all_units":
            return self._tier_of(billed).price.scaled(billed)
        ends = [*(tier.above for tier in self.tiers[1:]), math.inf]
        return Band.total(
            tier.price.scaled(min(billed, end) - tier.above)
            for tier, end in zip(self.tiers, ends, strict=True)
            if billed > tier.above
        )

    def _tier_of(self, billed: float) -> Tier:
        return [tier for tier in self.tiers if billed > tier.above or tier.above == 0][-1]

    def steps(self) -> tuple[tuple[float, Band, Band], ...]:
        """Where all units change their price: units used, the amount there, and the amount just beyond.

        None for marginal tiers, and none for a tier that begins below the units billed at least.
        """
        if self.banding == "marginal":
            return ()
        return tuple(
            (
                upper.above + self.included,
                lower.price.scaled(upper.above),
                upper.price.scaled(upper.above),
            )
            for lower, upper in zip(self.tiers, self.tiers[1:], strict=False)
            if upper.above >= self.least
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The terms of one price, as a vendor states them.

    Attributes:
        id: unique in its comparison.
        currency: of every amount.
        charges: what is charged for.
        fixed_month: a fee due whatever is used.
        minimum_month: the least that charges and fixed fee make together; None without one.
        surcharges: what an hour costs more at unusual times, as shares, by `UnusualHours` name.
        stacking: what an hour pays of the surcharges below its highest: 0 for none of them, 1 for all.
        premiums: what a language costs more, as shares of the price.
        setup_fee: once, spread over the first year.
        training_fee: once, spread over the first year.
        tools_seat_month: software per seat and month.
        left_out: what is due beside and cannot be priced, such as a ``commission`` on sales nobody named; or what
            the price is not for: ``normal_months``.
    """

    id: str
    currency: str
    charges: tuple[Charge, ...]
    fixed_month: Band = _NOTHING
    minimum_month: Band | None = None
    surcharges: Mapping[str, float] = field(default_factory=dict)
    stacking: float = 1.0
    premiums: Mapping[str, Band] = field(default_factory=dict)
    setup_fee: Band = _NOTHING
    training_fee: Band = _NOTHING
    tools_seat_month: Band = _NOTHING
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What a merchant uses in a month: the quantities an offer can charge for.

    Attributes:
        contacts: all contacts.
        productive_hours: hours of presence, coverage included.
        workload_hours: hours spent with customers.
        seats: people, rounded up.
        shares: how hours of one basis become hours of another.
        language_share: share of the productive hours per language.
        workload_share: share of the hours spent with customers per language.
        contact_share: share of the contacts per language.
        premium_hours: what agents with several languages cost more, counted in hours.
        unusual: shares of the hours at unusual times.
        orders: orders a month; None when nobody told.
        resolutions: contacts a bot settles.
        shift_posts: posts filled through one shift of every day; None when the length of a shift is unknown.
        person_days: days of temporary agents in the peaks, spread over the year; None without a peak.
    """

    contacts: float
    productive_hours: float
    workload_hours: float
    seats: float
    shares: HourShares
    language_share: Mapping[str, float] = field(default_factory=dict)
    workload_share: Mapping[str, float] = field(default_factory=dict)
    contact_share: Mapping[str, float] = field(default_factory=dict)
    premium_hours: float = 0.0
    unusual: UnusualHours = field(default_factory=UnusualHours)
    orders: float | None = None
    resolutions: float = 0.0
    shift_posts: float | None = None
    person_days: float | None = None

    @property
    def billed_hours(self) -> float:
        """The productive hours a price per hour is paid for."""
        return self.productive_hours + self.premium_hours

    def quantity(self, charge: Charge) -> float | None:
        """How many units of a charge a month uses; None when that is unknown."""
        if charge.basis is not None:
            return self.shares.billed(self.billed_hours, charge.basis)
        quantities: Mapping[str, float | None] = {
            "seat_month": self.seats,
            "ticket": self.contacts,
            "order": self.orders,
            "minute": self.workload_hours * MINUTES_PER_HOUR,
            "resolution": self.resolutions,
            "shift_month": self.shift_posts,
            "person_day": self.person_days,
        }
        return quantities[charge.unit]

    def shares_by_language(self, unit: PriceUnit) -> Mapping[str, float]:
        """The part of the units that each language causes; empty for what is not sold by language."""
        shares: Mapping[str, Mapping[str, float]] = {
            "hour": self.language_share,
            "seat_month": self.language_share,
            "minute": self.workload_share,
            "ticket": self.contact_share,
        }
        return shares.get(unit, {})
