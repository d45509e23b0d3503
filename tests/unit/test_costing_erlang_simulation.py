"""A simulated queue agrees with the formulas within what chance allows."""

import heapq
import math
import random
from statistics import mean, stdev

import pytest

from tests.queue_case import QueueLoad, impatient_queue, patient_queue

BATCHES, PER_BATCH, WARM_UP = 40, 5_000, 2_000
STUDENT_T = 3.558  # 99.9 % two-sided, 39 degrees of freedom
WITHIN_S = 20.0


def simulated(per_hour: float, aht_s: float, agents: int, patience_s: float) -> dict[str, list[float]]:
    """First come, first served: means per batch of arrivals of what each customer and the agents experience."""
    draw = random.Random(20_261_122)
    free_at = [0.0] * agents
    now = 0.0
    batches: dict[str, list[float]] = {
        name: [] for name in ("service_level", "asa_s", "p_wait", "p_abandon", "occupancy")
    }
    answered = waited = left = 0
    queued_s = worked_s = began = 0.0
    for number in range(1, WARM_UP + BATCHES * PER_BATCH + 1):
        now += draw.expovariate(per_hour / 3600)
        patience = draw.expovariate(1 / patience_s) if math.isfinite(patience_s) else math.inf
        wait = max(0.0, free_at[0] - now)
        waited += wait > 0
        queued_s += min(wait, patience)
        if wait > patience:
            left += 1
        else:
            answered += wait <= WITHIN_S
            service = draw.expovariate(1 / aht_s)
            worked_s += service
            heapq.heapreplace(free_at, now + wait + service)
        if number >= WARM_UP and (number - WARM_UP) % PER_BATCH == 0:
            if number > WARM_UP:
                batches["service_level"].append(answered / PER_BATCH)
                batches["asa_s"].append(queued_s / PER_BATCH)
                batches["p_wait"].append(waited / PER_BATCH)
                batches["p_abandon"].append(left / PER_BATCH)
                batches["occupancy"].append(worked_s / (now - began) / agents)
            answered = waited = left = 0
            queued_s, worked_s, began = 0.0, 0.0, now
    return batches


@pytest.mark.parametrize(
    ("per_hour", "aht_s", "agents", "patience_s"),
    [(400, 180, 24, math.inf), (400, 180, 22, 120), (30, 390, 4, 90), (60, 240, 3, 60)],
)
def test_a_simulation_falls_within_its_confidence_interval(
    per_hour: float, aht_s: float, agents: int, patience_s: float
) -> None:
    load = QueueLoad(contacts_per_hour=per_hour, aht_s=aht_s)
    if math.isfinite(patience_s):
        result = impatient_queue(load, agents, WITHIN_S, patience_s)
    else:
        result = patient_queue(load, agents, WITHIN_S)
    for name, batches in simulated(per_hour, aht_s, agents, patience_s).items():
        margin = STUDENT_T * stdev(batches) / math.sqrt(BATCHES)
        assert abs(mean(batches) - getattr(result, name)) <= margin, name
        # An interval so wide that everything fits in would prove nothing.
        assert margin <= 0.2 * mean(batches), name
