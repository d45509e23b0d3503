"""How many agents a live queue needs: Erlang B, C and A for one interval.

Arrivals are Poisson, handling times exponential. Erlang C lets everybody wait for ever, Erlang A lets
customers hang up after an exponential patience. Both count the service level over **all offered**
contacts: who hangs up was not served in time.
"""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from domain.costing.live_queue import QueueLoad, QueueResult, ServiceTarget
from domain.shared.outcomes import DomainError


def erlang_b(erlangs: float, agents: int) -> float:
    """Share of contacts blocked when nobody may wait; the recursion never leaves 0 to 1."""
    blocked = 1.0
    for n in range(1, agents + 1):
        blocked = erlangs * blocked / (n + erlangs * blocked)
    return blocked


def erlang_c(erlangs: float, agents: int) -> float:
    """Share of contacts that wait; 1 when the agents cannot keep up."""
    if agents <= erlangs:
        return 1.0
    blocked = erlang_b(erlangs, agents)
    return agents * blocked / (agents - erlangs * (1 - blocked))


def patient_queue(load: QueueLoad, agents: int, within_s: float) -> QueueResult:
    """A queue in which everybody waits until served (Erlang C).

    Args:
        load: arrivals and handling time.
        agents: at least 1.
        within_s: threshold of the service level, in seconds.
    """
    _check_agents(agents)
    erlangs = load.erlangs
    if erlangs == 0:
        return _NOBODY_CALLS
    if agents <= erlangs:
        return QueueResult(service_level=0.0, asa_s=math.inf, p_wait=1.0, p_abandon=0.0, occupancy=1.0)
    p_wait = erlang_c(erlangs, agents)
    spare_per_s = (agents - erlangs) / load.aht_s
    return QueueResult(
        service_level=1 - p_wait * math.exp(-spare_per_s * within_s),
        asa_s=p_wait / spare_per_s,
        p_wait=p_wait,
        p_abandon=0.0,
        occupancy=erlangs / agents,
    )


def impatient_queue(load: QueueLoad, agents: int, within_s: float, patience_s: float) -> QueueResult:
    """A queue in which customers hang up after an exponential patience (Erlang A).

    Args:
        load: arrivals and handling time.
        agents: at least 1.
        within_s: threshold of the service level, in seconds.
        patience_s: mean patience in seconds, above 0.
    """
    _check_agents(agents)
    if not patience_s > 0:
        raise DomainError("costing.patience_outside", given=patience_s)
    if load.erlangs == 0:
        return _NOBODY_CALLS
    # In units of the patience: contacts arriving, and one more than the contacts all agents finish.
    arriving = load.contacts_per_second * patience_s
    finishing = agents * patience_s / load.aht_s
    log_waiting = _log_queue_weights(math.log(arriving), finishing + 1)
    # Every state is weighed against "all agents busy, nobody waits", whose weight is 1.
    blocked = erlang_b(load.erlangs, agents)
    log_total = float(
        np.logaddexp(math.inf if blocked == 0 else -math.log(blocked), np.logaddexp.reduce(log_waiting))
    )
    p_queue = np.exp(log_waiting - log_total)
    p_wait = min(1.0, math.exp(-log_total) + float(p_queue.sum()))
    mean_queue = float((np.arange(1, len(p_queue) + 1) * p_queue).sum())
    p_abandon = mean_queue / arriving
    late = _served_late(arriving, finishing, within_s / patience_s, log_total)
    served_from_queue = finishing / arriving * (float(p_queue.sum()) - late)
    return QueueResult(
        service_level=min(1.0, 1 - p_wait + served_from_queue),
        asa_s=mean_queue / load.contacts_per_second,
        p_wait=p_wait,
        p_abandon=p_abandon,
        occupancy=load.erlangs * (1 - p_abandon) / agents,
    )


def smallest_agents(load: QueueLoad, target: ServiceTarget, patience_s: float | None = None) -> int:
    """The fewest agents that hold the service level and stay within the occupancy limit.

    Args:
        load: arrivals and handling time; no arrivals need no agents.
        target: service level and occupancy limit.
        patience_s: mean patience; None when customers never hang up (Erlang C).
    """
    if load.erlangs == 0:
        return 0

    def holds(agents: int) -> bool:
        if patience_s is None:
            result = patient_queue(load, agents, target.within_s)
        else:
            result = impatient_queue(load, agents, target.within_s, patience_s)
        return result.service_level >= target.share and result.occupancy <= target.max_occupancy

    return _first(holds, start=max(1, math.ceil(load.erlangs)))


def smallest_chat_agents(load: QueueLoad, target: ServiceTarget, concurrency: float) -> int:
    """The fewest agents for chat, each holding several conversations at once.

    An agent is as many slots as conversations; a slot is busy for the whole session. The session time is
    therefore **not** divided as well.
    """
    slots = smallest_agents(load, target)
    # 18 slots at 1.8 are 10 agents, also where the division comes out a hair above 10.
    return math.ceil(slots / concurrency - 1e-9)


_NOBODY_CALLS = QueueResult(service_level=1.0, asa_s=0.0, p_wait=0.0, p_abandon=0.0, occupancy=0.0)


def _check_agents(agents: int) -> None:
    if agents < 1:
        raise DomainError("costing.agents_outside", given=agents)


def _log_queue_weights(log_arriving: float, first: float) -> NDArray[np.float64]:
    """Logarithms of the weights of 1, 2, 3 … waiting, as far as they matter.

    The j-th weight is arriving^j / (first · (first + 1) · … · (first + j - 1)). Logarithms, because an
    overloaded queue with patient customers would overflow. The weights rise until first + j reaches
    arriving and then fall at least like a bell of width sqrt(larger); twelve widths are beyond 1e-30.
    """
    arriving = math.exp(log_arriving)
    rise = max(0.0, arriving - first)
    terms = math.ceil(rise + 12 * math.sqrt(max(arriving, first))) + 60
    return np.cumsum(log_arriving - np.log(first + np.arange(terms)))


def _served_late(arriving: float, finishing: float, patiences: float, log_total: float) -> float:
    """The part of the waiting contacts' weight that is served only after the threshold.

    The density of the offered wait t is proportional to exp(arriving·(1 - e^-t) - finishing·t), t counted
    in patiences; its tail is again a sum of queue weights, with arriving shrunk to arriving·e^-t.
    """
    left = _log_queue_weights(math.log(arriving) - patiences, finishing + 1)
    log_shift = -arriving * math.expm1(-patiences) - finishing * patiences - log_total
    return math.exp(log_shift + float(np.logaddexp.reduce(left)))


def _first(holds: Callable[[int], bool], start: int) -> int:
    """The smallest whole number from 1 up for which `holds`, which stays true once it is true."""
    high = start
    while not holds(high):
        high *= 2
    low = 0
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high
