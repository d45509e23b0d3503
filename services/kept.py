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

    def __init__(self, most: int) -> None:
        """Keep at most so many."""
        self._most = most
        self._results: OrderedDict[str, V] = OrderedDict()
        # Every open page runs in a thread of its own.
        self._lock = Lock()

    def get(self, key: str, make: Callable[[], V]) -> V:
        """The kept result, or a new one; a refusal while making it is not kept."""
        with self._lock:
            if key in self._results:
                self._results.move_to_end(key)
                return self._results[key]
        made = make()
        with self._lock:
            self._results[key] = made
            while len(self._results) > self._most:
                self._results.popitem(last=False)
        return made
