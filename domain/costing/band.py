"""A figure with its uncertainty: low, base, high."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Three unrounded figures of one unit; low is never above base, base never above high."""

    low: float
    base: float
    high: float

    @property
    def ends(self) -> tuple[float, float, float]:
        """Low, base and high in the order in which people read them."""
        return (self.low, self.base, self.high)

    def scaled(self, factor: float) -> "Band":
        """The same band in another unit: per contact, per ticket, in another currency."""
        return Band(low=self.low * factor, base=self.base * factor, high=self.high * factor)

    def left_of(self, amount: float) -> "Band":
        """What is left of an amount after paying; negative where it does not suffice."""
        return Band(low=amount - self.low, base=amount - self.base, high=amount - self.high)
