"""Published and quoted prices of service, as data: hourly rates by place, other price models, quotes of one's own."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from domain.costing.band import Band
from domain.costing.hours import BillingBasis
from domain.costing.quote_terms import NO_TERMS, QuoteTerms
from domain.shared.outcomes import DomainError
from domain.shared.sources import STRICT, Bilingual, Confidence, Origin

# What a price is for. A resolution is a contact that a bot settled; a minute is one of handling; a shift month
# is one post filled through one shift of every day; a person day is one temporary agent for a day of a peak.
PriceUnit = Literal[
    "hour", "seat_month", "ticket", "order", "minute", "resolution", "shift_month", "person_day"
]


def midpoint_band(low: Decimal, high: Decimal) -> Band:
    """A published range with its midpoint as base."""
    return Band(low=float(low), base=float((low + high) / 2), high=float(high))


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedRange:
    """A published range of prices, or of shares on top of a price.

    Attributes:
        id: how data, code and files name it.
        name: what people call it.
        low: lower end.
        high: upper end.
        confidence: how far the range can be relied on.
        origin: where it was published.
        note: what is known against it.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT

    id: str
    name: Bilingual
    low: Decimal
    high: Decimal
    confidence: Confidence
    origin: Origin
    note: Bilingual | None = None

    @property
    def band(self) -> Band:
        """Low, midpoint and high for the calculation; the midpoint is computed, for the publication names none."""
        return midpoint_band(self.low, self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class HourlyRate(PublishedRange):
    """What an hour of service costs in one place: ``east``, ``south``, ``west`` or an ISO 3166 code.

    Attributes:
        countries: ISO 3166 codes of the countries meant.
        currency: ISO 4217 code.
        unit: what the price is for.
        billing_basis: which hour the publication means; ``unstated`` when it does not say.
        read_as: which hour we read it as.
        base_origin: why the midpoint stands between low and high.
        read_as_origin: why it is read as that hour.
        also: what else the range rests on.
    """

    countries: tuple[str, ...]
    currency: str
    unit: Literal["hour"]
    billing_basis: BillingBasis | Literal["unstated"]
    read_as: BillingBasis
    base_origin: Origin
    read_as_origin: Origin
    also: tuple[Origin, ...] = ()

    @property
    def base(self) -> Decimal:
        """The midpoint; the publication names none, so this is computed and marked as such."""
        return (self.low + self.high) / 2


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelRate(PublishedRange):
    """A published price under another model than the hour, or under a country's domestic models.

    Attributes:
        country: where it is usual.
        currency: ISO 4217 code.
        unit: what the price is for.
        commission_low: lower end of a commission on sales that comes on top, as a share; None without one.
        commission_high: its upper end.
        billing_basis: which hour is meant, for hourly prices; ``unstated`` when the publication does not say.
        read_as: which hour we read it as.
    """

    country: str
    currency: str
    unit: PriceUnit
    commission_low: Decimal | None = None
    commission_high: Decimal | None = None
    billing_basis: BillingBasis | Literal["unstated"] | None = None
    read_as: BillingBasis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePremium(PublishedRange):
    """What an hour in a language costs more than one in the language of the country, as a share.

    Attributes:
        country: where the premium was published for.
        languages: ISO 639 codes it holds for.
    """

    country: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateRate:
    """A quote an organisation received: seen by that organisation alone, compared like a published rate.

    Attributes:
        id: unique within the organisation.
        label: what the organisation calls it.
        currency: ISO 4217 code.
        unit: what the price is for.
        low: lower end; the same as `high` for a single price.
        high: upper end.
        expected: what is expected between them; the midpoint when nobody said.
        quoted_on: the day of the quote.
        billing_basis: which hour is meant; required for prices per hour, None for all others.
        country: ISO 3166 code of the vendor's site; None when it was not said.
        terms: what the quote says beside its price.

    Raises:
        DomainError: a price per hour without its basis, a basis for another price, no price at all, or terms that
            a price for this unit cannot have.
    """

    id: str
    label: str
    currency: str
    unit: PriceUnit
    low: Decimal
    high: Decimal
    quoted_on: date
    billing_basis: BillingBasis | None = None
    country: str | None = None
    expected: Decimal | None = None
    terms: QuoteTerms = NO_TERMS

    def __post_init__(self) -> None:
        self.terms.check_unit(self.unit)
        if (self.unit == "hour") != (self.billing_basis is not None):
            raise DomainError("costing.basis_missing")
        if not (self.low.is_finite() and self.high.is_finite() and 0 < self.low <= self.high):
            raise DomainError("costing.quote_outside", low=str(self.low), high=str(self.high))
        if not (
            self.expected is None or (self.expected.is_finite() and self.low <= self.expected <= self.high)
        ):
            raise DomainError(
                "costing.quote_expected_outside",
                expected=str(self.expected),
                low=str(self.low),
                high=str(self.high),
            )

    @property
    def band(self) -> Band:
        """Low, expected and high for the calculation."""
        band = midpoint_band(self.low, self.high)
        return band if self.expected is None else replace(band, base=float(self.expected))


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLibrary:
    """Every price an estimate can be compared under, beside the regions of the trade article.

    Attributes:
        countries: hourly rates of single countries; ours, never mixed with the article's regions in one band.
        models: published prices under other models, in Europe.
        domestic: the models of the Chinese domestic market.
        premiums: what languages cost more.
        private: quotes of the organisation that asks.
    """

    countries: tuple[HourlyRate, ...] = ()
    models: tuple[ModelRate, ...] = ()
    domestic: tuple[ModelRate, ...] = ()
    premiums: tuple[LanguagePremium, ...] = ()
    private: tuple[PrivateRate, ...] = ()
