"""Vectors of the published staffing tables; every figure is typed from them, not from the program."""

import math

import pytest

from domain.costing.live_queue import ServiceTarget
from domain.shared.outcomes import DomainError
from tests.queue_case import (
    QueueLoad,
    erlang_b,
    impatient_queue,
    patient_queue,
    smallest_agents,
    smallest_chat_agents,
)


def load(contacts_per_hour: float, aht_s: float) -> QueueLoad:
    return QueueLoad(contacts_per_hour=contacts_per_hour, aht_s=aht_s)


@pytest.mark.parametrize(
    (
        "per_hour",
        "aht_s",
        "agents",
        "p_wait",
        "digits",
        "service_level",
        "level_digits",
        "asa_s",
        "asa_digits",
    ),
    [
        (400, 180, 21, 0.761, 3, 0.319, 3, 136.9, 1),
        (400, 180, 24, 0.298, 3, 0.809, 3, 13.4, 1),
        (400, 180, 28, 0.063, 3, 0.974, 3, 1.4, 1),
        (30, 390, 5, 0.3026, 4, 0.7234, 4, 67.43, 2),
        (4, 390, 1, 0.4333, 4, 0.5791, 4, 298.24, 2),
        (4, 390, 2, 0.0772, 4, 0.9288, 4, 19.21, 2),
        (60, 240, 6, 0.2848, 4, 0.7590, 4, 34.17, 2),
    ],
)
def test_erlang_c_gives_the_published_table(
    per_hour: float,
    aht_s: float,
    agents: int,
    p_wait: float,
    digits: int,
    service_level: float,
    level_digits: int,
    asa_s: float,
    asa_digits: int,
) -> None:
    result = patient_queue(load(per_hour, aht_s), agents, within_s=20)
    assert round(result.p_wait, digits) == p_wait
    assert round(result.service_level, level_digits) == service_level
    assert round(result.asa_s, asa_digits) == asa_s
    assert result.occupancy == pytest.approx(per_hour * aht_s / 3600 / agents)
    assert result.p_abandon == 0


@pytest.mark.parametrize(
    ("per_hour", "aht_s", "agents", "patience_s", "p_abandon", "p_wait", "asa_s", "level", "occupancy"),
    [
        (400, 180, 22, 120, 0.0560, 0.3260, 6.72, 0.8288, 0.8582),
        (400, 180, 24, 120, 0.0290, 0.1963, 3.48, 0.9117, 0.8092),
        (30, 390, 4, 90, 0.1839, 0.3155, 16.55, 0.7219, 0.6631),
        (60, 240, 5, 60, 0.1497, 0.2871, 8.98, 0.7723, 0.6803),
    ],
)
def test_erlang_a_counts_who_hangs_up_as_not_served(
    per_hour: float,
    aht_s: float,
    agents: int,
    patience_s: float,
    p_abandon: float,
    p_wait: float,
    asa_s: float,
    level: float,
    occupancy: float,
) -> None:
    result = impatient_queue(load(per_hour, aht_s), agents, 20, patience_s)
    assert round(result.p_abandon, 4) == p_abandon
    assert round(result.p_wait, 4) == p_wait
    assert round(result.asa_s, 2) == asa_s
    assert round(result.service_level, 4) == level
    assert round(result.occupancy, 4) == occupancy


def test_erlang_b_of_one_agent_is_load_over_load_plus_one() -> None:
    assert erlang_b(2.0, 1) == pytest.approx(2 / 3)
    # Two agents: (A²/2) / (1 + A + A²/2) = 2 / 5 for A = 2.
    assert erlang_b(2.0, 2) == pytest.approx(0.4)


def test_everybody_waits_when_the_agents_cannot_keep_up() -> None:
    result = patient_queue(load(60, 300), 5, 20)
    assert (result.service_level, result.asa_s, result.p_wait) == (0, math.inf, 1)


def test_chat_counts_slots_and_full_sessions() -> None:
    target = ServiceTarget(share=0.90, within_s=30)
    assert smallest_chat_agents(load(60, 720), target, concurrency=2) == 9
    # The other reading, divided time and single sessions, would ask for 10.
    assert smallest_agents(load(60, 360), target) == 10


def test_the_smallest_number_holds_and_one_fewer_does_not() -> None:
    # Table above: 24 agents give 0.809, so 80 % in 20 s needs 24 unless 23 already do.
    target = ServiceTarget(share=0.80, within_s=20)
    agents = smallest_agents(load(400, 180), target)
    assert agents == 24
    assert patient_queue(load(400, 180), agents - 1, 20).service_level < 0.80


def test_the_occupancy_limit_asks_for_more_agents_than_the_service_level() -> None:
    # 20 erlangs at 70 % are 28.57, so 29.
    target = ServiceTarget(share=0.80, within_s=20, max_occupancy=0.70)
    assert smallest_agents(load(400, 180), target) == 29


def test_impatient_customers_need_fewer_agents() -> None:
    target = ServiceTarget(share=0.80, within_s=20)
    assert smallest_agents(load(400, 180), target, patience_s=120) == 22


def test_no_contacts_need_no_agents() -> None:
    target = ServiceTarget(share=0.80, within_s=20)
    assert smallest_agents(load(0, 180), target) == 0
    assert smallest_agents(load(0, 180), target, patience_s=60) == 0
    assert smallest_chat_agents(load(0, 180), target, concurrency=2) == 0
    assert patient_queue(load(0, 180), 3, 20).occupancy == 0
    assert impatient_queue(load(0, 180), 3, 20, 60).p_wait == 0


def test_a_hopelessly_overloaded_queue_of_patient_people_still_adds_up() -> None:
    # 10,000 erlangs, 5,000 agents: half must hang up, whatever the patience.
    result = impatient_queue(load(200_000, 180), 5_000, 20, patience_s=18_000)
    assert result.p_abandon == pytest.approx(0.5, rel=1e-6)
    assert result.occupancy == pytest.approx(1, rel=1e-6)


def test_hundreds_of_idle_agents_let_nobody_wait() -> None:
    result = impatient_queue(load(10, 180), 900, 20, patience_s=60)
    assert (result.p_wait, result.service_level) == (0, 1)


@pytest.mark.parametrize("change", [{"share": 1.0}, {"within_s": -1}, {"max_occupancy": 0}])
def test_a_target_nobody_can_hold_is_refused(change: dict[str, float]) -> None:
    with pytest.raises(DomainError, match=r"costing\.service_target_outside"):
        ServiceTarget(**{"share": 0.8, "within_s": 20, **change})
