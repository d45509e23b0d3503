"""Which inputs matter: what each one moves alone, and at which value another place becomes the cheapest."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from domain.costing.comparison import PlaceKind
from domain.costing.draws import InputId, Pert, likely_values
from domain.costing.erlang_load import Floats

STRONGEST: Final = 10
# Months that differ by less than this share of themselves are the same.
_SAME: Final = 1e-9
# A range is looked at in so many steps, then the step with the change in as many again.
_STEPS: Final = 64
_ROUNDS: Final = 6

# Months by place for values of the inputs.
Months = Callable[[Mapping[InputId, Floats]], Mapping[str, Floats]]


@dataclass(frozen=True, slots=True, kw_only=True)
class UncertainInput(Pert):
    """An input with its draws in two numbers.

    Attributes:
        p10: of the draws; one in ten lies below.
        p90: of the draws; one in ten lies above.
    """

    p10: float
    p90: float


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
        flips: one for every input that bears on one of the places; those with a value first.
    """

    kind: PlaceKind
    place: str
    flips: tuple[Flip, ...]


def tornado(
    inputs: Sequence[UncertainInput], months: Months, places: Sequence[str]
) -> Mapping[str, tuple[TornadoBar, ...]]:
    """The strongest inputs of every place, the strongest first, at most ten; none that moves nothing.

    Args:
        inputs: all of them; the others stay at their most likely value.
        months: the calculation.
        places: in the order of the estimate.
    """
    ends = [value for each in inputs for value in (each.p10, each.p90)]
    found = months(_one_moved(inputs, [each for each in inputs for _ in range(2)], np.array(ends)))
    return {place: _bars(inputs, found[place]) for place in places}


def _bars(inputs: Sequence[UncertainInput], months: Floats) -> tuple[TornadoBar, ...]:
    bars = [
        TornadoBar(input=each, month_at_p10=float(low), month_at_p90=float(high))
        for each, (low, high) in zip(inputs, months.reshape(-1, 2), strict=True)
    ]
    moving = [bar for bar in bars if bar.span > _SAME * max(bar.month_at_p10, bar.month_at_p90)]
    return tuple(sorted(moving, key=lambda bar: -bar.span)[:STRONGEST])


def cheapest_place(
    kind: PlaceKind, inputs: Sequence[UncertainInput], months: Months, places: Sequence[str]
) -> CheapestPlace:
    """The cheapest of these places at the most likely inputs, and what must be true for another one to be.

    Args:
        kind: of the places.
        inputs: those that bear on one of them.
        months: the calculation.
        places: of one kind, at least one.
    """
    likely = months(likely_values(inputs))
    cheapest = min(places, key=lambda place: float(likely[place][0]))
    paths = [_Path(each, each.likely, end) for each in inputs for end in (each.low, each.high)]
    paths = [path for path in paths if path.near != path.far]
    for _ in range(_ROUNDS):
        paths = _narrowed(paths, inputs, months, cheapest, places)
    flips = [_nearest(each, [path for path in paths if path.input == each]) for each in inputs]
    return CheapestPlace(
        kind=kind, place=cheapest, flips=tuple(sorted(flips, key=lambda flip: flip.value is None))
    )


@dataclass(frozen=True, slots=True)
class _Path:
    """A stretch of values of one input, from the one nearer to its most likely value."""

    input: UncertainInput
    near: float
    far: float
    place: str | None = None


def _nearest(moved: UncertainInput, paths: Sequence[_Path]) -> Flip:
    """The change of order that is nearest to the most likely value, on either side of it."""
    nearest = min(paths, key=lambda path: abs(path.far - moved.likely), default=None)
    if nearest is None:
        return Flip(input=moved, value=None, place=None)
    return Flip(input=moved, value=nearest.far, place=nearest.place)


def _narrowed(
    paths: Sequence[_Path],
    inputs: Sequence[UncertainInput],
    months: Months,
    cheapest: str,
    places: Sequence[str],
) -> list[_Path]:
    """Of each path the first step in which another place becomes the cheapest; paths without one are left out."""
    if not paths:
        return []
    values = np.array([np.linspace(path.near, path.far, _STEPS + 1) for path in paths])
    moved = [path.input for path in paths for _ in range(_STEPS + 1)]
    found = months(_one_moved(inputs, moved, values.ravel()))
    table = np.array([found[place].reshape(values.shape) for place in places])
    changed = table.min(axis=0) < found[cheapest].reshape(values.shape) * (1 - _SAME)
    return [
        _Path(
            path.input,
            float(values[row, step - 1]),
            float(values[row, step]),
            places[int(table[:, row, step].argmin())],
        )
        for row, path in enumerate(paths)
        if (step := int(changed[row].argmax()))
    ]


def _one_moved(inputs: Sequence[Pert], moved: Sequence[Pert], values: Floats) -> Mapping[InputId, Floats]:
    """One row per value: the moved input has it, all others are at their most likely value."""
    rows = {name: each.copy() for name, each in likely_values(inputs, len(values)).items()}
    for row, (each, value) in enumerate(zip(moved, values, strict=True)):
        rows[each.id][row] = value
    return rows
