"""Uncertain inputs: three points each, and seeded draws from them."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal
from zlib import crc32

import numpy as np

from domain.costing.erlang_load import Floats
from domain.shared.outcomes import DomainError
from domain.shared.provenance import OriginOf

# volume: factor on all contacts. aht_s.<channel>: seconds. occupancy, shrinkage: shares. peak_multiplier: of the
# strongest season, the others move with it. rate.<place>: its price.
InputId = str
# A factor, seconds, a share, or money per hour, seat and month, contact or day of an agent, in the currency of the place.
InputUnit = Literal["times", "second", "share", "rate", "seat_month", "ticket", "person_day"]
# How strongly the most likely value pulls; 4 is what PERT means.
_LAMBDA: Final = 4.0
# What the three points may be at all.
_LIMITS: Final[Mapping[str, tuple[float, float]]] = {
    "volume": (0.0, math.inf),
    "aht_s": (0.0, math.inf),
    "occupancy": (0.01, 1.0),
    "shrinkage": (0.0, 0.99),
    "peak_multiplier": (1.0, math.inf),
    "rate": (0.0, math.inf),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """The lowest and the highest value somebody thinks possible.

    Raises:
        DomainError: ``costing.range_disordered``.
    """

    low: float
    high: float

    def __post_init__(self) -> None:
        if not -math.inf < self.low <= self.high < math.inf:
            raise DomainError("costing.range_disordered", low=f"{self.low:g}", high=f"{self.high:g}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pert:
    """One input as three points of a PERT distribution (lambda 4).

    Attributes:
        id: see `InputId`; its words are ``costing.uncertain.<first part of the id>``.
        unit: what the three points are counted in.
        low: lower end; never below it.
        likely: most likely; what the estimate was made with.
        high: upper end; never above it.
        origin: of the range: the parameter or rate behind it, or the question when it was typed.
        typed: whether somebody gave the range instead of the data.

    Raises:
        DomainError: ``costing.range_outside``: out of order, or beyond what such an input can be.
    """

    id: InputId
    unit: InputUnit
    low: float
    likely: float
    high: float
    origin: OriginOf
    typed: bool = False

    def __post_init__(self) -> None:
        least, most = _LIMITS[self.id.partition(".")[0]]
        if not (least <= self.low <= self.likely <= self.high <= most and self.high < math.inf):
            raise DomainError(
                "costing.range_outside",
                uncertain=self.id,
                kind="share" if self.unit == "share" else "number",
                low=self.low,
                likely=self.likely,
                high=self.high,
            )

    @property
    def place(self) -> str:
        """The place whose rate this is; empty for an input that bears on every place."""
        name, _, rest = self.id.partition(".")
        return rest if name == "rate" else ""

    @property
    def width(self) -> float:
        """From the lower to the upper end."""
        return self.high - self.low

    def draw(self, seed: int, count: int) -> Floats:
        """So many draws; the likely value again and again where there is no width.

        Every input has a stream of its own, so that an input more or less leaves the draws of the others alone.
        """
        if self.width == 0:
            return np.full(count, self.likely)
        towards_high = _LAMBDA * (self.likely - self.low) / self.width
        stream = np.random.default_rng([seed, crc32(self.id.encode())])
        drawn = stream.beta(1 + towards_high, 1 + _LAMBDA - towards_high, count)
        return self.low + self.width * drawn


def draw_all(inputs: Sequence[Pert], seed: int, count: int) -> Mapping[InputId, Floats]:
    """The draws of every input; inputs do not depend on each other."""
    return {each.id: each.draw(seed, count) for each in inputs}


def likely_values(inputs: Sequence[Pert], count: int = 1) -> Mapping[InputId, Floats]:
    """Every input at its most likely value, so many times over."""
    return {each.id: np.full(count, each.likely) for each in inputs}
