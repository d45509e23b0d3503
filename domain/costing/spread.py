"""What the draws make of an estimate: the spread of every place, its strongest inputs, the cheapest of each kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from domain.costing.comparison import PlaceKind
from domain.costing.hours import BillingBasis
from domain.costing.tornado import CheapestPlace, TornadoBar, UncertainInput
from domain.shared.outcomes import NotAssessed

# An error that no page would print.
_HARDLY: Final = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The draws of one figure in a few numbers; `p10` <= `p50` <= `p90`.

    Attributes:
        p10: one draw in ten lies below.
        p50: half of the draws lie below.
        p90: one draw in ten lies above.
        mean: of all draws; means of lines add up to the mean of their total, percentiles do not.
    """

    p10: float
    p50: float
    p90: float
    mean: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSpread:
    """What the draws make of one place: an average month of the first year at full cost, in its currency.

    Attributes:
        place: id of the rate or quote.
        kind: only places of one kind belong side by side.
        currency: of the amounts.
        basis: which hour its rate is read as.
        estimate_month: the estimate's own month, hours by the workload formula alone.
        likely_month: every input at its most likely value, the interval ratio entered.
        month: the draws.
        lines: mean of each line, in the order of the estimate's lines; they add up to `month.mean`.
        per_contact: the draws of the month over those of its contacts.
        tornado: the strongest inputs, the strongest first, at most `STRONGEST`; none that move nothing.
        cheapest_share: share of the draws in which no place of its kind costs less; places of equal rates have
            equal parts of the share they have together.
        equals: the other places of its kind with the same range of the rate, read alike.
    """

    place: str
    kind: PlaceKind
    currency: str
    basis: BillingBasis
    estimate_month: float
    likely_month: float
    month: Spread
    lines: Mapping[str, float]
    per_contact: Spread | NotAssessed
    tornado: tuple[TornadoBar, ...]
    cheapest_share: float
    equals: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncertainty:
    """An estimate under uncertain inputs; unrounded.

    Attributes:
        draws: how many were made.
        seed: of the draws; the same seed makes the same ones.
        currency: of the amounts.
        inputs: what was drawn, in the order volume, handling times, occupancy, shrinkage, peak, rates.
        interval_ratio: hours of the plan by the hour over those of the workload formula, computed once on the
            base inputs and multiplied onto every draw; NotAssessed (and 1 used) without such a plan.
        peak_ratio: the same of a month of the strongest season; it is not drawn with.
        places: by id of the rate or quote.
        cheapest: by kind of place.
    """

    draws: int
    seed: int
    currency: str
    inputs: tuple[UncertainInput, ...]
    interval_ratio: float | NotAssessed
    peak_ratio: float | NotAssessed
    places: Mapping[str, PlaceSpread]
    cheapest: Mapping[PlaceKind, CheapestPlace]

    @property
    def peak_error(self) -> float | None:
        """By which share the hours of a month of the strongest season are too high in the draws; below 0 too low.

        Busy agents lose less to waiting, so the ratio of a normal month is mostly too much for a peak. None
        without a season or a plan by the hour, and where it is less than a percent.
        """
        if isinstance(self.interval_ratio, NotAssessed) or isinstance(self.peak_ratio, NotAssessed):
            return None
        error = self.interval_ratio / self.peak_ratio - 1
        return error if abs(error) >= _HARDLY else None

    def of_kind(self, kind: PlaceKind) -> tuple[PlaceSpread, ...]:
        """The places that may stand side by side."""
        return tuple(place for place in self.places.values() if place.kind == kind)
