"""One live queue, for tests: the mathematics of many queues at once, asked for a single one."""

from dataclasses import dataclass

import numpy as np

from domain.costing import erlang
from domain.costing.erlang_load import Floats, Loads, Targets
from domain.costing.erlang_smallest import smallest_impatient, smallest_patient
from domain.costing.live_queue import NOBODY_CALLS, QueueResult, ServiceTarget, one_of
from domain.costing.slots import agents_for, exact


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueLoad:
    """Arrivals an hour, and the mean handling time in seconds."""

    contacts_per_hour: float
    aht_s: float

    @property
    def erlangs(self) -> float:
        return self.contacts_per_hour * self.aht_s / 3600

    @property
    def loads(self) -> Loads:
        return Loads.of(contacts=one(self.contacts_per_hour), interval_s=3600.0, aht_s=one(self.aht_s))


def one(value: float) -> Floats:
    return np.array([value], dtype=np.float64)


def erlang_b(erlangs: float, agents: int) -> float:
    return float(erlang.erlang_b(one(erlangs), np.array([agents]))[0])


def patient_queue(load: QueueLoad, agents: int, within_s: float) -> QueueResult[float]:
    if load.erlangs == 0:
        return NOBODY_CALLS
    return one_of(erlang.patient(load.loads, np.array([agents]), one(within_s)), 0)


def impatient_queue(load: QueueLoad, agents: int, within_s: float, patience_s: float) -> QueueResult[float]:
    if load.erlangs == 0:
        return NOBODY_CALLS
    return one_of(erlang.impatient(load.loads, np.array([agents]), one(within_s), one(patience_s)), 0)


def smallest_agents(load: QueueLoad, target: ServiceTarget, patience_s: float | None = None) -> int:
    targets = Targets(
        share=one(target.share), within_s=one(target.within_s), max_occupancy=one(target.max_occupancy)
    )
    if patience_s is None:
        return int(smallest_patient(load.loads, targets)[0])
    return int(smallest_impatient(load.loads, targets, one(patience_s))[0])


def smallest_chat_agents(load: QueueLoad, target: ServiceTarget, concurrency: float) -> int:
    return agents_for(smallest_agents(load, target), exact(concurrency))
