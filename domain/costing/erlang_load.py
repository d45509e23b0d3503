"""Many live queues at once: arrays with one element per queue."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loads:
    """What arrives at each queue. `agents - erlangs` decides everything, so erlangs carry twice the digits.

    Attributes:
        erlangs: mean number of agents at work if nobody ever waited.
        rest: what rounding cut off `erlangs`.
        aht_s: mean handling time in seconds, above 0.
    """

    erlangs: Floats
    rest: Floats
    aht_s: Floats

    @classmethod
    def of(cls, *, contacts: Floats, interval_s: Floats | float, aht_s: Floats) -> Self:
        """The load of contacts arriving within an interval, in seconds."""
        work, work_rest = _product(contacts, aht_s)
        erlangs = work / interval_s
        back, back_rest = _product(erlangs, interval_s)
        return cls(
            erlangs=erlangs,
            rest=((work - back) - back_rest + work_rest) / interval_s,
            aht_s=aht_s + 0 * erlangs,
        )

    def spare(self, agents: Counts) -> Floats:
        """Agents less erlangs: how many would be free if nobody ever waited."""
        return (agents - self.erlangs) - self.rest

    def rows(self, which: NDArray[np.bool_] | Counts | slice) -> Self:
        """Some of the queues."""
        return type(self)(erlangs=self.erlangs[which], rest=self.rest[which], aht_s=self.aht_s[which])

    def __len__(self) -> int:
        return len(self.erlangs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """What each queue has to hold; one element per queue, meanings as in `ServiceTarget`."""

    share: Floats
    within_s: Floats
    max_occupancy: Floats

    def rows(self, which: NDArray[np.bool_] | Counts | slice) -> Self:
        """Some of the queues."""
        return type(self)(
            share=self.share[which], within_s=self.within_s[which], max_occupancy=self.max_occupancy[which]
        )


_HALVES = 134_217_729.0  # 2^27 + 1 cuts a float into two halves of 26 bits (Veltkamp)


def _product(left: Floats, right: Floats | float) -> tuple[Floats, Floats]:
    """A product and exactly what its rounding cut off (Dekker)."""
    product = left * right
    left_high, right_high = (_HALVES * each - (_HALVES * each - each) for each in (left, right))
    left_low, right_low = left - left_high, right - right_high
    rest = left_high * right_high - product + left_high * right_low + left_low * right_high
    return product, rest + left_low * right_low
