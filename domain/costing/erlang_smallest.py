"""The fewest agents that hold a service level and stay within an occupancy limit, for many queues at once.

One more agent never lowers the service level and never raises the occupancy (proof in
docs/decisions/erlang.md), so the first number that holds is the smallest, however long the target is.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from domain.costing.erlang import erlang_b, impatient
from domain.costing.erlang_load import Counts, Floats, Loads, Targets

# A limit typed as 0.7 means seven tenths: 21 erlangs on 30 agents hold it, whatever the last bits say.
ROOM: Final = 1e-13


def smallest_patient(loads: Loads, targets: Targets) -> Counts:
    """The fewest agents when everybody waits (Erlang C): above the load, share and occupancy held.

    Args:
        loads: arrivals; a queue without arrivals needs nobody.
        targets: service level and occupancy limit of each queue.
    """
    agents = np.ceil(loads.erlangs / targets.max_occupancy * (1 - ROOM)).astype(np.int64)
    busy = np.flatnonzero(loads.erlangs > 0)
    agents[busy] = np.maximum(agents[busy], _first_in_time(loads.rows(busy), targets.rows(busy)))
    return agents


def _first_in_time(loads: Loads, targets: Targets) -> Counts:
    """The first number of agents above the load that holds the share: the recursion for Erlang B, walked on."""
    agents = np.ceil(loads.erlangs).astype(np.int64) - 1
    blocked = erlang_b(loads.erlangs, agents)
    late_most, decay = 1 - targets.share + ROOM, targets.within_s / loads.aht_s
    rows = np.arange(len(loads))
    tried = agents.copy()
    while len(rows):
        tried = tried + 1
        carried = loads.erlangs * blocked
        blocked = carried / (tried + carried)
        spare = loads.spare(tried)
        late = tried * blocked * np.exp(-np.maximum(spare, 0.0) * decay)
        held = (spare > 0) & (late <= late_most * (spare + loads.erlangs * blocked))
        if held.any():
            agents[rows[held]] = tried[held]
            still = ~held
            rows, tried, loads = rows[still], tried[still], loads.rows(still)
            blocked, late_most, decay = blocked[still], late_most[still], decay[still]
    return agents


def smallest_impatient(loads: Loads, targets: Targets, patience_s: Floats) -> Counts:
    """The fewest agents when customers hang up (Erlang A); fewer than the load may do.

    Args:
        loads: arrivals; a queue without arrivals needs nobody.
        targets: service level and occupancy limit of each queue.
        patience_s: mean patience in seconds, above 0.
    """
    agents = np.zeros(len(loads), dtype=np.int64)
    busy = np.flatnonzero(loads.erlangs > 0)

    def holds(rows: Counts, tried: Counts) -> NDArray[np.bool_]:
        which = busy[rows]
        target = targets.rows(which)
        result = impatient(loads.rows(which), tried, target.within_s, patience_s[which])
        in_time = result.service_level >= target.share - ROOM
        return np.asarray(in_time & (result.occupancy <= target.max_occupancy * (1 + ROOM)))

    agents[busy] = _first(holds, np.ceil(loads.erlangs[busy]).astype(np.int64) + 1)
    return agents


def _first(holds: Callable[[Counts, Counts], NDArray[np.bool_]], start: Counts) -> Counts:
    """The smallest number from 1 up that holds, per queue; what holds once holds for every larger number."""
    low, high = np.zeros_like(start), start.copy()
    rows = np.arange(len(start))
    while len(rows):
        rows = rows[~holds(rows, high[rows])]
        low[rows] = high[rows]
        high[rows] *= 2
    rows = np.flatnonzero(high - low > 1)
    while len(rows):
        middle = (low[rows] + high[rows]) // 2
        held = holds(rows, middle)
        high[rows[held]], low[rows[~held]] = middle[held], middle[~held]
        rows = rows[(high - low)[rows] > 1]
    return high


def smallest_for_counts(
    contacts: NDArray[np.integer], *, interval_s: float, aht_s: Floats, targets: Targets
) -> Counts:
    """The fewest agents for very many whole numbers of contacts: each number is calculated once per class.

    Args:
        contacts: within one interval, 0 or more; a row per class, a column per interval or draw.
        interval_s: length of the interval in seconds.
        aht_s: handling time of each class.
        targets: service level and occupancy limit of each class.

    Returns:
        Agents of Erlang C in the shape of `contacts`.
    """
    known = contacts.max(axis=1) + 1
    classes = np.repeat(np.arange(len(known)), known)
    starts = np.concatenate(([0], np.cumsum(known)))
    counted = np.arange(starts[-1]) - starts[classes]
    loads = Loads.of(contacts=counted.astype(np.float64), interval_s=interval_s, aht_s=aht_s[classes])
    table = smallest_patient(loads, targets.rows(classes))
    agents = np.empty(contacts.shape, dtype=np.int64)
    for row, (start, end) in enumerate(pairwise(starts)):
        np.take(table[start:end], contacts[row], out=agents[row])
    return agents
