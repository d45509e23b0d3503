"""How sure an estimate is: what drawn inputs make of it, which inputs matter, what would change the order.

Only the first year at full cost is drawn (`year_one.price_year`), its base staffing kept: pools, shares of the
calendar and terms of the year are those of the estimate.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Final

import numpy as np

from domain.costing.comparison import PlaceKind
from domain.costing.drawn_year import draw_lines, draw_work, total_of
from domain.costing.draws import InputId, Pert, Range, draw_all, likely_values
from domain.costing.erlang_load import Floats
from domain.costing.estimate import Estimate
from domain.costing.hours import BillingBasis
from domain.costing.priced_places import PricedPlace, priced_places
from domain.costing.tornado import (
    STRONGEST,
    CheapestPlace,
    Flip,
    TornadoBar,
    UncertainInput,
    cheapest_place,
    tornado,
)
from domain.costing.uncertain_inputs import uncertain_inputs
from domain.costing.workload import NO_CONTACTS
from domain.shared.outcomes import NotAssessed

__all__ = [
    "DRAWS",
    "SEED",
    "STRONGEST",
    "CheapestPlace",
    "Flip",
    "PlaceSpread",
    "Spread",
    "TornadoBar",
    "UncertainInput",
    "Uncertainty",
    "assess_uncertainty",
]

DRAWS: Final = 10_000
# Any number does, as long as it stays: who looks twice sees the same figures.
SEED: Final = 2026
_PERCENTILES: Final = (10, 50, 90)


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


def assess_uncertainty(
    cost: Estimate,
    *,
    interval_ratio: float | NotAssessed,
    ranges: Mapping[InputId, Range] | None = None,
    basis: BillingBasis | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Uncertainty:
    """An estimate under uncertain inputs.

    Args:
        cost: the estimate; its inputs are the most likely ones.
        interval_ratio: see `Uncertainty`.
        ranges: typed instead of those of parameters and rates, by input.
        basis: every published rate is read as this hour; as each one says when not given.
        draws: how many.
        seed: of the draws.

    Raises:
        DomainError: a typed range that cannot be.
    """
    places = priced_places(cost, basis)
    perts = uncertain_inputs(cost, places, ranges or {})
    values = draw_all(perts, seed, draws)
    ratio = 1.0 if isinstance(interval_ratio, NotAssessed) else interval_ratio
    inputs = tuple(_with_percentiles(each, values[each.id]) for each in perts)
    return Uncertainty(
        draws=draws,
        seed=seed,
        currency=cost.currency,
        inputs=inputs,
        interval_ratio=interval_ratio,
        places=_spreads(cost, places, inputs, values, ratio),
        cheapest={
            kind: cheapest_place(
                kind,
                [each for each in inputs if each.place in ("", *_prices(places, kind))],
                partial(_months, cost, [place for place in places if place.kind == kind], ratio),
                ids,
            )
            for kind, ids in _by_kind(places).items()
        },
    )


def _spreads(
    cost: Estimate,
    places: Sequence[PricedPlace],
    inputs: Sequence[UncertainInput],
    values: Mapping[InputId, Floats],
    ratio: float,
) -> Mapping[str, PlaceSpread]:
    """What the draws make of every place."""
    work = draw_work(cost, values, ratio)
    lines = {place.id: draw_lines(work, place, values) for place in places}
    months = {name: total_of(parts) for name, parts in lines.items()}
    least = {kind: np.min([months[name] for name in ids], axis=0) for kind, ids in _by_kind(places).items()}
    bars = tornado(inputs, partial(_months, cost, places, ratio), [place.id for place in places])
    likely = likely_values(inputs)
    by_formula, by_hour = (_months(cost, places, factor, likely) for factor in (1.0, ratio))
    return {
        place.id: PlaceSpread(
            place=place.id,
            kind=place.kind,
            currency=place.currency,
            basis=place.basis,
            estimate_month=float(by_formula[place.id][0]),
            likely_month=float(by_hour[place.id][0]),
            month=_spread(months[place.id]),
            lines={name: float(amounts.mean()) for name, amounts in lines[place.id].items()},
            per_contact=_spread(months[place.id] / work.contacts_month)
            if work.contacts_month.all()
            else NO_CONTACTS,
            tornado=bars[place.id],
            cheapest_share=float((months[place.id] <= least[place.kind]).mean()),
        )
        for place in places
    }


def _months(
    cost: Estimate, places: Sequence[PricedPlace], ratio: float, values: Mapping[InputId, Floats]
) -> Mapping[str, Floats]:
    """The average month of the first year at every place."""
    work = draw_work(cost, values, ratio)
    return {place.id: total_of(draw_lines(work, place, values)) for place in places}


def _prices(places: Sequence[PricedPlace], kind: PlaceKind) -> tuple[str, ...]:
    """The ids of all prices that places of a kind are made with."""
    return tuple(name for place in places if place.kind == kind for name in place.prices)


def _by_kind(places: Sequence[PricedPlace]) -> Mapping[PlaceKind, tuple[str, ...]]:
    kinds = dict.fromkeys(place.kind for place in places)
    return {kind: tuple(place.id for place in places if place.kind == kind) for kind in kinds}


def _spread(drawn: Floats) -> Spread:
    p10, p50, p90 = np.percentile(drawn, _PERCENTILES)
    return Spread(p10=float(p10), p50=float(p50), p90=float(p90), mean=float(drawn.mean()))


def _with_percentiles(known: Pert, drawn: Floats) -> UncertainInput:
    p10, _, p90 = np.percentile(drawn, _PERCENTILES)
    return UncertainInput(**asdict(known) | {"origin": known.origin}, p10=float(p10), p90=float(p90))
