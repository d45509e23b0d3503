"""Which hour a price means: paid, logged-in or productive. Rates are converted between them, never relabelled."""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

import numpy as np

from domain.costing.band import Band
from domain.costing.erlang_load import Floats
from domain.shared.outcomes import DomainError

# paid_hour: everything on the payslip, leave and illness included. logged_in_hour: at work and signed in, breaks,
# meetings and coaching included. productive_hour: ready for or with a customer.
BillingBasis = Literal["paid_hour", "logged_in_hour", "productive_hour"]
BASES: tuple[BillingBasis, ...] = ("paid_hour", "logged_in_hour", "productive_hour")


# One figure, or one for every draw: the same calculation serves both.
N = TypeVar("N", float, Floats)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares(Generic[N]):
    """How much of each kind of hour is productive.

    Attributes:
        shrinkage: share of paid hours lost to leave, illness, breaks, meetings and training.
        in_work_shrinkage: share of logged-in hours lost to breaks, meetings and coaching.
    """

    shrinkage: N
    in_work_shrinkage: float

    def productive_share(self, basis: BillingBasis) -> N:
        """Productive hours in one hour of a basis.

        What is lost at work is a part of what is lost altogether: where less shrinkage than that was
        measured, a logged-in hour is taken to lose all of it.
        """
        lost = {
            "paid_hour": self.shrinkage,
            "logged_in_hour": np.minimum(self.in_work_shrinkage, self.shrinkage),
            "productive_hour": self.shrinkage * 0.0,
        }
        share: N = 1 - lost[basis]
        return share

    def billed(self, productive_hours: N, basis: BillingBasis) -> N:
        """The hours of a basis that so many productive hours take."""
        return productive_hours / self.productive_share(basis)


@dataclass(frozen=True, slots=True, kw_only=True)
class HourShares(Shares[float]):
    """The same of one estimate, with what follows for its rates."""

    def __post_init__(self) -> None:
        for share in (self.shrinkage, self.in_work_shrinkage):
            if not 0 <= share < 1:
                raise DomainError(
                    "costing.shrinkage_outside", given_percent=share * 100, low_percent=0, high_percent=100
                )

    def productive_share(self, basis: BillingBasis) -> float:
        """Productive hours in one hour of a basis, as a figure of Python: numpy's write themselves differently."""
        # Named: super() loses its class in a dataclass with slots.
        return float(Shares.productive_share(self, basis))

    def convert(self, rate: Band, basis: BillingBasis, to: BillingBasis) -> Band:
        """A rate per hour of one basis as the rate per hour of another that costs the same."""
        return rate.scaled(self.productive_share(to) / self.productive_share(basis))

    def gap(self, basis: BillingBasis) -> float:
        """How much dearer the same figure is on this basis than per productive hour: 0.43 for paid hours at 0.30."""
        return 1 / self.productive_share(basis) - 1
