"""The uncertainty of an estimate as `cost.json` has it: figures with where they come from."""

from collections.abc import Mapping
from typing import Any

from domain.costing.spread import PlaceSpread, Spread, Uncertainty
from domain.costing.tornado import CheapestPlace, UncertainInput
from domain.shared.outcomes import NotAssessed
from domain.shared.provenance import OriginOf
from services.explained import Told, made


def uncertainty_json(found: Uncertainty, answers: Mapping[str, OriginOf]) -> dict[str, Any]:
    """Plain keys and told figures; amounts are an average month of the first year, in the currency of the place.

    Args:
        found: the uncertainty.
        answers: what the most likely value of an input comes from, by input; that of a rate is calculated.
    """
    return {
        "draws": made(found.draws, "draws"),
        "seed": made(found.seed, "draws"),
        "interval_ratio": made(found.interval_ratio, "interval_ratio"),
        "peak_ratio": made(found.peak_ratio, "peak_ratio"),
        "inputs": [_input(each, answers.get(each.id)) for each in found.inputs],
        "places": {name: _place(place) for name, place in found.places.items()},
        "cheapest": {kind: _cheapest(cheapest) for kind, cheapest in found.cheapest.items()},
    }


def _input(each: UncertainInput, answer: OriginOf | None) -> dict[str, Any]:
    formula = "rate_base" if each.place else "draws"
    return {
        "id": each.id,
        "unit": each.unit,
        "typed": each.typed,
        "low": Told(each.low, each.origin),
        "likely": Told(each.likely, answer) if answer else made(each.likely, formula),
        "high": Told(each.high, each.origin),
        "p10": made(each.p10, "percentile"),
        "p90": made(each.p90, "percentile"),
    }


def _place(place: PlaceSpread) -> dict[str, Any]:
    return {
        "kind": place.kind,
        "currency": place.currency,
        "basis": place.basis,
        "estimate_month": made(place.estimate_month, "sum_of_lines"),
        "likely_month": made(place.likely_month, "likely_month"),
        "month": _spread(place.month),
        "per_contact": None if isinstance(place.per_contact, NotAssessed) else _spread(place.per_contact),
        "lines": {name: made(mean, "mean_of_draws") for name, mean in place.lines.items()},
        "cheapest_share": made(place.cheapest_share, "cheapest_share"),
        "equals": list(place.equals),
        "tornado": [
            {
                "input": bar.input.id,
                "month_at_p10": made(bar.month_at_p10, "one_input_moved"),
                "month_at_p90": made(bar.month_at_p90, "one_input_moved"),
            }
            for bar in place.tornado
        ],
    }


def _spread(spread: Spread) -> dict[str, Any]:
    return {
        "p10": made(spread.p10, "percentile"),
        "p50": made(spread.p50, "percentile"),
        "p90": made(spread.p90, "percentile"),
        "mean": made(spread.mean, "mean_of_draws"),
    }


def _cheapest(cheapest: CheapestPlace) -> dict[str, Any]:
    return {
        "place": cheapest.place,
        "flips": [
            {
                "input": flip.input.id,
                "value": None if flip.value is None else made(flip.value, "order_flips"),
                "place": flip.place,
            }
            for flip in cheapest.flips
        ],
    }
