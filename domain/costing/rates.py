"""Hourly rates by region and other published prices, as data."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from domain.costing.band import Band
from domain.shared.sources import STRICT, Bilingual, Origin

# paid_hour: everything on the payslip, leave and breaks included. productive_hour: ready for or with a
# customer. The same figure per hour differs by 1 / (1 - shrinkage) between them.
BillingBasis = Literal["paid_hour", "productive_hour"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionRate:
    """What an hour of service costs in one region, as published.

    Attributes:
        id: ``east``, ``south``, ``west``.
        name: what people call the region.
        countries: ISO 3166 codes of the countries meant.
        currency: ISO 4217 code.
        unit: what the price is for.
        low: lower end of the published range.
        high: upper end of the published range.
        billing_basis: which hour the publication means; ``unstated`` when it does not say.
        read_as: which hour we read it as.
        origin: where the range comes from.
        base_origin: why the midpoint stands between low and high.
        read_as_origin: why it is read as that hour.
        note: what is known against it.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    name: Bilingual
    countries: tuple[str, ...]
    currency: str
    unit: Literal["hour"]
    low: Decimal
    high: Decimal
    billing_basis: BillingBasis | Literal["unstated"]
    read_as: BillingBasis
    origin: Origin
    base_origin: Origin
    read_as_origin: Origin
    note: Bilingual | None = None

    @property
    def base(self) -> Decimal:
        """The midpoint; the publication names none, so this is computed and marked as such."""
        return (self.low + self.high) / 2

    @property
    def band(self) -> Band:
        """Low, base and high for the calculation, per hour of whatever basis it is read as."""
        return Band(low=float(self.low), base=float(self.base), high=float(self.high))


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceClaim:
    """A price range somebody published that no estimate is built on: it is shown and checked against.

    Attributes:
        id: ``rate_ticket``, ``rate_hour_overall``.
        name: what people call it.
        currency: ISO 4217 code.
        unit: what the price is for.
        low: lower end.
        high: upper end.
        origin: where it was published.
        note: what is known against it.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    name: Bilingual
    currency: str
    unit: Literal["hour", "ticket"]
    low: Decimal
    high: Decimal
    origin: Origin
    note: Bilingual
