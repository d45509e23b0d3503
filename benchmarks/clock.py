"""How long something takes, at best."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_REPEATS = 3


def fastest(action: Callable[[], T]) -> tuple[float, T]:
    """Seconds of the fastest of three runs, and what it gave."""
    best = float("inf")
    for _ in range(_REPEATS):
        began = time.perf_counter()
        given = action()
        best = min(best, time.perf_counter() - began)
    return best, given
