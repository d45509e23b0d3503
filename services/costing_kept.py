"""An estimate with what takes a moment to derive from it, made at its first use and kept by content."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from domain.costing.breakeven import Grid, cost_grid
from domain.costing.currency import ExchangeRate
from domain.costing.estimate import Estimate
from domain.costing.hours import BillingBasis
from domain.costing.rates import PrivateRate
from domain.costing.uncertainty import Uncertainty
from domain.requirements.file import to_file
from domain.requirements.record import Record
from services.costing import estimate_record
from services.costing_staffing import StaffingPlan, staffing_plan
from services.costing_uncertainty import uncertainty_of
from services.kept import Kept

_MOST = 64


@dataclass(frozen=True, kw_only=True)  # no slots: what is derived is made at its first use and kept
class Costing:
    """A record priced, and everything the pages of the cost derive from it.

    Attributes:
        key: names everything it was made from.
        record: the requirements it was made from.
        estimate: what it would cost.
    """

    key: str
    record: Record
    estimate: Estimate

    @cached_property
    def plan(self) -> StaffingPlan:
        """The people behind it."""
        return staffing_plan(self.record)

    @cached_property
    def grid(self) -> Grid:
        """Every way of getting the service over a range of volumes."""
        return cost_grid(self.estimate.make_or_buy)

    def uncertainty(self, basis: BillingBasis) -> Uncertainty:
        """How sure it is, with every published rate read as this hour."""
        return _UNCERTAIN.get(f"{self.key} {basis}", lambda: uncertainty_of(self.estimate, basis=basis))


def costing_of(
    record: Record, *, rates: Sequence[ExchangeRate] = (), private: Sequence[PrivateRate] = ()
) -> Costing:
    """The estimate of a record, the same object for the same answers.

    Args:
        record: the requirements.
        rates: exchange rates typed or imported.
        private: quotes of the organisation that asks.

    Raises:
        DomainError: an answer is missing or nothing can be calculated with it.
    """
    answers = json.dumps(to_file("", record.answers), sort_keys=True)
    key = f"{answers} {tuple(rates)!r} {tuple(private)!r}"
    return _ESTIMATES.get(
        key,
        lambda: Costing(
            key=key, record=record, estimate=estimate_record(record, rates=rates, private=private)
        ),
    )


_ESTIMATES: Kept[Costing] = Kept(_MOST)
_UNCERTAIN: Kept[Uncertainty] = Kept(_MOST)
