"""Hours become money, on the hour the rate means."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.costing.band import Band
from domain.costing.hours import BillingBasis, HourShares
from domain.costing.per_ticket import break_even_ticket
from domain.costing.rates import HourlyRate
from domain.costing.staffing import Staffing
from domain.costing.workload import NO_CONTACTS, Demand
from domain.shared.outcomes import DomainError, NotAssessed


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisPrice:
    """What a place costs when its rate is read as one kind of hour.

    Attributes:
        basis: which hour the rate is read as.
        hours: the hours a month that this reading bills.
        month: rate x hours, a month.
        per_contact: the month over its contacts.
        break_even_ticket: price per ticket that pays for the handling time alone, no idle hours.
    """

    basis: BillingBasis
    hours: float
    month: Band
    per_contact: Band | NotAssessed
    break_even_ticket: Band | NotAssessed

    @property
    def low(self) -> float:
        """A month at the low rate."""
        return self.month.low

    @property
    def base(self) -> float:
        """A month at the midpoint of the rates."""
        return self.month.base

    @property
    def high(self) -> float:
        """A month at the high rate."""
        return self.month.high


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionPrice:
    """What one region or country costs a month, on every reading of its rate.

    Attributes:
        rate: the rate with its origin.
        productive_basis: the rate read as a price per productive hour.
        logged_in_basis: the rate read as a price per logged-in hour.
        paid_basis: the rate read as a price per paid hour.
    """

    rate: HourlyRate
    productive_basis: BasisPrice
    logged_in_basis: BasisPrice
    paid_basis: BasisPrice

    def on(self, basis: BillingBasis) -> BasisPrice:
        """One reading."""
        readings = (self.paid_basis, self.logged_in_basis, self.productive_basis)
        return next(reading for reading in readings if reading.basis == basis)

    @property
    def as_read(self) -> BasisPrice:
        """The reading the page opens on."""
        return self.on(self.rate.read_as)


def common_currency(rates: Sequence[HourlyRate]) -> str:
    """The one currency of the rates.

    Raises:
        DomainError: there are no rates, or they are in several currencies.
    """
    currencies = sorted({rate.currency for rate in rates})
    if not currencies:
        raise DomainError("costing.no_rates")
    if len(currencies) > 1:
        raise DomainError("costing.several_currencies", currencies=", ".join(currencies))
    return currencies[0]


def price_region(
    rate: HourlyRate,
    demand: Demand,
    staffing: Staffing,
    *,
    occupancy: float,
    shares: HourShares,
) -> RegionPrice:
    """One place's month on every reading of its rate."""

    def read_as(basis: BillingBasis) -> BasisPrice:
        hours = shares.billed(staffing.pooled_hours + staffing.pooled.premium_hours, basis)
        month = rate.band.scaled(hours)
        productive_rate = shares.convert(rate.band, basis, "productive_hour")
        return BasisPrice(
            basis=basis,
            hours=hours,
            month=month,
            per_contact=month.scaled(1 / demand.contacts_month) if demand.contacts_month else NO_CONTACTS,
            break_even_ticket=break_even_ticket(productive_rate, demand.effective_aht_s, occupancy),
        )

    return RegionPrice(
        rate=rate,
        productive_basis=read_as("productive_hour"),
        logged_in_basis=read_as("logged_in_hour"),
        paid_basis=read_as("paid_hour"),
    )
