"""Results that took a moment, kept in the process by everything they depend on."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

V = TypeVar("V")


class Kept(Generic[V]):
    """The last few results by key; the one unused for longest goes first.

    The key must name everything the result depends on, so that what is kept is never out of date.
    """

    def __init__(self, most: int, *, heaviest: int | None = None) -> None:
        """Keep at most so many, and together at most so heavy; the newest result is always kept.

        Args:
            most: how many results.
            heaviest: how heavy they may be together, in the unit of the weights given; None without a limit.
        """
        self._most = most
        self._heaviest = heaviest
        self._results: OrderedDict[str, V] = OrderedDict()
        self._weights: dict[str, int] = {}
        # Every open page runs in a thread of its own.
        self._lock = Lock()

    def get(self, key: str, make: Callable[[], V], *, weight: int = 0) -> V:
        """The kept result, or a new one of this weight; a refusal while making it is not kept."""
        with self._lock:
            if key in self._results:
                self._results.move_to_end(key)
                return self._results[key]
        made = make()
        with self._lock:
            self._results[key], self._weights[key] = made, weight
            self._results.move_to_end(key)
            while len(self._results) > 1 and self._is_full():
                oldest, _ = self._results.popitem(last=False)
                del self._weights[oldest]
        return made

    def drop(self, part: str) -> None:
        """Forget every result whose key contains this text."""
        with self._lock:
            for key in [key for key in self._results if part in key]:
                del self._results[key], self._weights[key]

    def _is_full(self) -> bool:
        too_heavy = self._heaviest is not None and sum(self._weights.values()) > self._heaviest
        return len(self._results) > self._most or too_heavy
