"""How many agents a live queue needs: Erlang B, C and A for one interval.

Arrivals are Poisson, handling times exponential. Erlang C lets everybody wait for ever, Erlang A lets
customers hang up after an exponential patience. Both count the service level over **all offered**
contacts: who hangs up was not served in time. The mathematics is that of many queues at once
(erlang_queues.py, erlang_smallest.py), asked for one.
"""

import math
from typing import Final

import numpy as np

from domain.costing import erlang_queues
from domain.costing.erlang_load import Floats, Loads, Targets
from domain.costing.erlang_smallest import smallest_impatient, smallest_patient
from domain.costing.live_queue import QueueLoad, QueueResult, ServiceTarget, one_of
from domain.shared.measures import SECONDS_PER_HOUR
from domain.shared.outcomes import DomainError


def erlang_b(erlangs: float, agents: int) -> float:
    """Share of contacts blocked when nobody may wait."""
    return float(erlang_queues.erlang_b(_one(erlangs), np.array([agents]))[0])


def erlang_c(erlangs: float, agents: int) -> float:
    """Share of contacts that wait; 1 when the agents cannot keep up."""
    if erlangs == 0:
        return 0.0
    loads = Loads(erlangs=_one(erlangs), rest=_one(0.0), aht_s=_one(1.0))
    return float(erlang_queues.patient(loads, np.array([agents]), _one(0.0)).p_wait[0])


def patient_queue(load: QueueLoad, agents: int, within_s: float) -> QueueResult[float]:
    """A queue in which everybody waits until served (Erlang C).

    Args:
        load: arrivals and handling time.
        agents: at least 1.
        within_s: threshold of the service level, in seconds.
    """
    _check_agents(agents)
    if load.erlangs == 0:
        return NOBODY_CALLS
    return one_of(erlang_queues.patient(_loads(load), np.array([agents]), _one(within_s)), 0)


def impatient_queue(load: QueueLoad, agents: int, within_s: float, patience_s: float) -> QueueResult[float]:
    """A queue in which customers hang up after an exponential patience (Erlang A).

    Args:
        load: arrivals and handling time.
        agents: at least 1.
        within_s: threshold of the service level, in seconds.
        patience_s: mean patience in seconds, above 0.
    """
    _check_agents(agents)
    _check_patience(patience_s)
    if load.erlangs == 0:
        return NOBODY_CALLS
    return one_of(
        erlang_queues.impatient(_loads(load), np.array([agents]), _one(within_s), _one(patience_s)), 0
    )


def smallest_agents(load: QueueLoad, target: ServiceTarget, patience_s: float | None = None) -> int:
    """The fewest agents that hold the service level and stay within the occupancy limit.

    Args:
        load: arrivals and handling time; no arrivals need no agents.
        target: service level and occupancy limit.
        patience_s: mean patience; None when customers never hang up (Erlang C).
    """
    targets = Targets(
        share=_one(target.share), within_s=_one(target.within_s), max_occupancy=_one(target.max_occupancy)
    )
    if patience_s is None:
        return int(smallest_patient(_loads(load), targets)[0])
    _check_patience(patience_s)
    return int(smallest_impatient(_loads(load), targets, _one(patience_s))[0])


def smallest_chat_agents(load: QueueLoad, target: ServiceTarget, concurrency: float) -> int:
    """The fewest agents for chat, each holding several conversations at once.

    An agent is as many slots as conversations; a slot is busy for the whole session. The session time is
    therefore **not** divided as well.
    """
    slots = smallest_agents(load, target)
    # 18 slots at 1.8 are 10 agents, also where the division comes out a hair above 10.
    return math.ceil(slots / concurrency - 1e-9)


NOBODY_CALLS: Final = QueueResult(service_level=1.0, asa_s=0.0, p_wait=0.0, p_abandon=0.0, occupancy=0.0)


def _check_agents(agents: int) -> None:
    if agents < 1:
        raise DomainError("costing.agents_outside", given=agents)


def _check_patience(patience_s: float) -> None:
    if not 0 < patience_s < math.inf:
        raise DomainError("costing.patience_outside", given=patience_s)


def _one(value: float) -> Floats:
    return np.array([value], dtype=np.float64)


def _loads(load: QueueLoad) -> Loads:
    return Loads.of(
        contacts=_one(load.contacts_per_hour), interval_s=_one(SECONDS_PER_HOUR), aht_s=_one(load.aht_s)
    )
