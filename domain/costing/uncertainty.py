"""How sure an estimate is: what drawn inputs make of it, which inputs matter, what would change the order.

Only the first year at full cost is drawn (`year_one.price_year`), its base staffing kept: pools, shares of the
calendar and terms of the year are those of the estimate.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
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
from domain.costing.spread import PlaceSpread, Spread, Uncertainty
from domain.costing.tornado import UncertainInput, cheapest_place, tornado
from domain.costing.uncertain_inputs import uncertain_inputs
from domain.costing.workload import NO_CONTACTS
from domain.shared.outcomes import NotAssessed

DRAWS: Final = 10_000
WITHOUT_INTERVALS: Final = NotAssessed("costing.interval_left_out")
# Any number does, as long as it stays: who looks twice sees the same figures.
SEED: Final = 2026
_PERCENTILES: Final = (10, 50, 90)


def assess_uncertainty(
    cost: Estimate,
    *,
    interval_ratio: float | NotAssessed,
    peak_ratio: float | NotAssessed = WITHOUT_INTERVALS,
    ranges: Mapping[InputId, Range] | None = None,
    basis: BillingBasis | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Uncertainty:
    """An estimate under uncertain inputs.

    Args:
        cost: the estimate; its inputs are the most likely ones.
        interval_ratio: see `Uncertainty`.
        peak_ratio: see `Uncertainty`.
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
        peak_ratio=peak_ratio,
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
    first = {place.id: float((months[place.id] <= least[place.kind]).mean()) for place in places}
    alike = {place.id: _alike(place, places) for place in places}
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
            cheapest_share=_mean([first[name] for name in (place.id, *alike[place.id])]),
            equals=alike[place.id],
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


def _alike(place: PricedPlace, places: Sequence[PricedPlace]) -> tuple[str, ...]:
    """The other places whose year differs from this one by nothing but the draws of their rates."""
    return tuple(
        other.id
        for other in places
        if other.id != place.id and replace(other, id=place.id, source=place.source) == place
    )


def _mean(shares: Sequence[float]) -> float:
    return sum(shares) / len(shares)


def _by_kind(places: Sequence[PricedPlace]) -> Mapping[PlaceKind, tuple[str, ...]]:
    kinds = dict.fromkeys(place.kind for place in places)
    return {kind: tuple(place.id for place in places if place.kind == kind) for kind in kinds}


def _spread(drawn: Floats) -> Spread:
    p10, p50, p90 = np.percentile(drawn, _PERCENTILES)
    return Spread(p10=float(p10), p50=float(p50), p90=float(p90), mean=float(drawn.mean()))


def _with_percentiles(known: Pert, drawn: Floats) -> UncertainInput:
    p10, _, p90 = np.percentile(drawn, _PERCENTILES)
    return UncertainInput(**asdict(known) | {"origin": known.origin}, p10=float(p10), p90=float(p90))
