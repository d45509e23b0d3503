"""How sure an estimate is: what drawn inputs make of it, which inputs matter, what would change the order.

Only the first year at full cost is drawn (`year_one.price_year`), its base staffing kept: pools, shares of the
calendar and terms of the year are those of the estimate.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from domain.costing.comparison import PlaceKind
from domain.costing.hours import BillingBasis
from domain.shared.outcomes import NotAssessed
from domain.shared.provenance import OriginOf

# volume: factor on all contacts. aht_s.<channel>: seconds. occupancy, shrinkage: shares. peak_multiplier: of the
# strongest season, the others move with it. rate.<place>: money per hour of the basis the rate is read as.
InputId = str
# A factor, seconds, a share, or money per hour in the currency of the estimate.
InputUnit = Literal["times", "second", "share", "rate"]
DRAWS: Final = 10_000
STRONGEST: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class UncertainInput:
    """One input as three points of a PERT distribution (lambda 4).

    Attributes:
        id: see `InputId`; its words are ``costing.uncertain.<first part of the id>``.
        unit: what the three points are counted in.
        low: lower end; never below it.
        likely: most likely; what the estimate was made with.
        high: upper end; never above it.
        origin: of the range: the parameter or rate behind it, or the question when it was typed.
        typed: whether somebody gave the range instead of the data.
        p10: of the draws; one in ten lies below.
        p90: of the draws; one in ten lies above.
    """

    id: InputId
    unit: InputUnit
    low: float
    likely: float
    high: float
    origin: OriginOf
    typed: bool
    p10: float
    p90: float


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
class TornadoBar:
    """What one input moves alone, from its P10 to its P90, all others at their most likely value.

    Attributes:
        input: which one.
        month_at_p10: the average month of the first year at its P10.
        month_at_p90: at its P90; below the other where more of the input costs less (occupancy).
    """

    input: UncertainInput
    month_at_p10: float
    month_at_p90: float

    @property
    def span(self) -> float:
        """How much it moves, without direction."""
        return abs(self.month_at_p90 - self.month_at_p10)


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
        cheapest_share: share of the draws in which no place of its kind costs less.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """What one input would have to be for another place to become the cheapest, all others most likely.

    Attributes:
        input: which one.
        value: the nearest value to its most likely one at which the order changes; None: not within its range.
        place: which place is the cheapest beyond it; None without a value.
    """

    input: UncertainInput
    value: float | None
    place: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheapestPlace:
    """The cheapest place of one kind at the most likely inputs, and how firmly it is.

    Attributes:
        kind: of the places compared.
        place: the cheapest; of equals the first.
        flips: one for every input that bears on it, those with a value first.
    """

    kind: PlaceKind
    place: str
    flips: tuple[Flip, ...]


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
        places: by id of the rate or quote.
        cheapest: by kind of place.
    """

    draws: int
    seed: int
    currency: str
    inputs: tuple[UncertainInput, ...]
    interval_ratio: float | NotAssessed
    places: Mapping[str, PlaceSpread]
    cheapest: Mapping[PlaceKind, CheapestPlace]

    def of_kind(self, kind: PlaceKind) -> tuple[PlaceSpread, ...]:
        """The places that may stand side by side."""
        return tuple(place for place in self.places.values() if place.kind == kind)
