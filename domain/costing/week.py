"""The week as a calculation sees it: 168 hours from Monday 00:00, and the windows in which service is open."""

from collections.abc import Iterable
from typing import Final

import numpy as np

from domain.costing.erlang_load import Floats

HOURS_A_WEEK: Final = 168
MINUTES_PER_HOUR: Final = 60
# Minutes of the week from Monday 00:00, the end not included; sorted and apart from each other.
Windows = tuple[tuple[int, int], ...]
# One value for each hour of the week.
Hours = tuple[float, ...]
ALWAYS: Final[Windows] = ((0, HOURS_A_WEEK * MINUTES_PER_HOUR),)


def union(several: Iterable[Windows]) -> Windows:
    """The time in which at least one is open."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(window for windows in several for window in windows):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)


def hours_open(windows: Windows) -> float:
    """Open hours a week."""
    return sum(end - start for start, end in windows) / MINUTES_PER_HOUR


def open_shares(windows: Windows) -> Floats:
    """How much of each hour of the week is open: 0 closed, 1 open, 0.5 where service begins at half past."""
    minutes = np.zeros(HOURS_A_WEEK * MINUTES_PER_HOUR)
    for start, end in windows:
        minutes[start:end] = 1
    shares: Floats = minutes.reshape(HOURS_A_WEEK, MINUTES_PER_HOUR).mean(axis=1)
    return shares


def spread_over(weights: Floats, shares: Floats) -> Floats:
    """The weights of arrivals within the open hours, brought to a sum of 1; even where they have none there."""
    within = weights * shares
    total = within.sum()
    spread: Floats = within / total if total > 0 else shares / shares.sum()
    return spread
