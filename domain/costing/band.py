"""A figure with its uncertainty: low, base, high."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

End = Literal["low", "base", "high"]
ENDS: Final[tuple[End, ...]] = ("low", "base", "high")


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Three unrounded figures of one unit; low is never above base, base never above high."""

    low: float
    base: float
    high: float

    @classmethod
    def exact(cls, value: float) -> "Band":
        """A figure without uncertainty."""
        return cls(low=value, base=value, high=value)

    @classmethod
    def total(cls, bands: "Iterable[Band]") -> "Band":
        """The sum, end by end; nothing adds up to 0."""
        added = tuple(bands)
        return cls(
            low=math.fsum(band.low for band in added),
            base=math.fsum(band.base for band in added),
            high=math.fsum(band.high for band in added),
        )

    @property
    def ends(self) -> tuple[float, float, float]:
        """Low, base and high in the order in which people read them."""
        return (self.low, self.base, self.high)

    def at(self, end: End) -> float:
        """One of them."""
        return {"low": self.low, "base": self.base, "high": self.high}[end]

    def scaled(self, factor: float) -> "Band":
        """The same band in another unit: per contact, per ticket, in another currency."""
        return Band(low=self.low * factor, base=self.base * factor, high=self.high * factor)

    def times(self, other: "Band") -> "Band":
        """The product, end by end: a price band times a band of shares."""
        return Band(low=self.low * other.low, base=self.base * other.base, high=self.high * other.high)

    def left_of(self, amount: float) -> "Band":
        """What is left of an amount after paying; negative where it does not suffice."""
        return Band(low=amount - self.low, base=amount - self.base, high=amount - self.high)
