"""An estimate with what takes a moment to derive from it, made at its first use and kept by content."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from domain.costing.breakeven import Grid, cost_grid
from domain.costing.estimate import Estimate
from domain.costing.hours import BillingBasis
from domain.costing.rates import PrivateRate
from domain.costing.scenario import NO_OVERRIDES, Overrides, as_plain
from domain.costing.spread import Uncertainty
from domain.requirements.file import to_file
from domain.requirements.record import Record
from services.costing import estimate_record
from services.costing_baseline import with_overrides
from services.costing_staffing import StaffingPlan, staffing_plan
from services.costing_uncertainty import uncertainty_of
from services.kept import Kept

_MOST = 64


@dataclass(frozen=True, kw_only=True)  # no slots: what is derived is made at its first use and kept
class Costing:
    """A record priced, and everything the pages of the cost derive from it.

    Attributes:
        key: names everything it was made from.
        record: the requirements it was made from, those a scenario changes among them.
        overrides: what the scenario changes.
        estimate: what it would cost.
    """

    key: str
    record: Record
    overrides: Overrides
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
        """How sure it is, with every published rate read as this hour.

        Raises:
            DomainError: the scenario holds a range that cannot be.
        """
        return _UNCERTAIN.get(
            f"{self.key} {basis}",
            lambda: uncertainty_of(self.estimate, ranges=self.overrides.ranges, basis=basis),
        )


def costing_of(
    record: Record, *, overrides: Overrides = NO_OVERRIDES, private: Sequence[PrivateRate] = ()
) -> Costing:
    """The estimate of a record, the same object for the same answers.

    Args:
        record: the requirements.
        overrides: what a scenario or the baseline of the project changes.
        private: quotes of the organisation that asks.

    Raises:
        DomainError: an answer is missing or nothing can be calculated with it.
    """
    content = [to_file("", record.answers), as_plain(overrides), repr(tuple(private))]
    key = json.dumps(content, sort_keys=True)
    return _ESTIMATES.get(key, lambda: _made(key, record, overrides, private))


def _made(key: str, record: Record, overrides: Overrides, private: Sequence[PrivateRate]) -> Costing:
    return Costing(
        key=key,
        record=with_overrides(record, overrides),
        overrides=overrides,
        estimate=estimate_record(record, overrides=overrides, private=private),
    )


_ESTIMATES: Kept[Costing] = Kept(_MOST)
_UNCERTAIN: Kept[Uncertainty] = Kept(_MOST)
