"""Erlang C and A to nine digits over the whole range, against decimals of sixty and more digits."""

import math
import random
from decimal import Decimal

import numpy as np
import pytest

from domain.costing.erlang import impatient, patient
from domain.costing.erlang_load import Loads, Targets
from domain.costing.erlang_smallest import smallest_for_counts
from domain.costing.live_queue import QueueResult, ServiceTarget, one_of
from tests.erlang_reference import Case, blocked, reference
from tests.queue_case import QueueLoad, erlang_b, impatient_queue, patient_queue, smallest_agents

SMALLEST = Decimal("1e-290")
MOST_AGENTS = 12_000


def ours(case: Case) -> QueueResult[float]:
    contacts, interval_s, aht_s = (np.array([each]) for each in (case.contacts, case.interval_s, case.aht_s))
    loads = Loads.of(contacts=contacts, interval_s=interval_s, aht_s=aht_s)
    agents, within_s = np.array([case.agents]), np.array([case.within_s])
    if case.patience_s is None:
        return one_of(patient(loads, agents, within_s), 0)
    return one_of(impatient(loads, agents, within_s, np.array([case.patience_s])), 0)


def assert_exact(case: Case, digits: int = 60) -> None:
    result = ours(case)
    for name, wanted in reference(case, digits).items():
        given = Decimal(getattr(result, name))
        if wanted < SMALLEST:
            assert given < SMALLEST, name
        else:
            assert abs(given / wanted - 1) <= Decimal("1e-9"), (name, given, wanted)


def case(
    erlangs: float,
    agents: int,
    *,
    aht_s: float = 300.0,
    within_s: float = 20.0,
    patience_s: float | None = None,
) -> Case:
    return Case(
        contacts=erlangs * 900 / aht_s,
        interval_s=900.0,
        aht_s=aht_s,
        agents=agents,
        within_s=within_s,
        patience_s=patience_s,
    )


@pytest.mark.parametrize(
    "queue",
    [
        case(0.01, 1),
        case(0.01, 150, within_s=0.0),
        case(9.999_999, 10, within_s=0.0),  # close to saturation nearly everybody waits
        case(9_999.99, 10_000, within_s=3_600.0),
        case(10_000.0, 10_001),
        case(10_000.0, 12_000, within_s=0.0),
        case(137.3, 900),
    ],
)
def test_erlang_c_is_exact_at_the_edges(queue: Case) -> None:
    assert_exact(queue)


@pytest.mark.parametrize(
    ("queue", "digits"),
    [
        (case(0.01, 1, patience_s=60.0), 60),
        (case(0.01, 120, patience_s=1.0), 60),
        (case(12.0, 12, patience_s=300.0, within_s=0.0), 60),
        (case(10_000.0, 10_000, patience_s=120.0), 60),
        (case(10_000.0, 11_900, patience_s=120.0), 60),
        (case(9_000.0, 300, patience_s=180.0, within_s=60.0), 400),  # hardly anybody is served in time
        (case(5_000.0, 1, patience_s=60.0, within_s=30.0), 400),
        (
            case(300.0, 200, patience_s=7_200.0, within_s=600.0),
            400,
        ),  # patient people in a queue that only grows
        (case(200.0, 190, patience_s=36_000.0, within_s=14_400.0), 400),
    ],
)
def test_erlang_a_is_exact_at_the_edges(queue: Case, digits: int) -> None:
    assert_exact(queue, digits)


@pytest.mark.parametrize("number", range(40))
def test_both_are_exact_anywhere(number: int) -> None:
    draw = random.Random(number)
    erlangs = 10 ** draw.uniform(-2, 3)
    spread = draw.choice([draw.gauss(0, 3) * math.sqrt(erlangs), erlangs * draw.uniform(-0.9, 1.5)])
    agents = min(MOST_AGENTS, max(1, round(erlangs + spread)))
    aht_s, within_s = 10 ** draw.uniform(0, 4), draw.choice([0.0, 10 ** draw.uniform(0, 4)])
    patience_s = min(10 ** draw.uniform(-1, 4), 5_000 * aht_s / erlangs)
    assert_exact(case(erlangs, agents, aht_s=aht_s, within_s=within_s, patience_s=patience_s), digits=350)
    if agents > erlangs:
        assert_exact(case(erlangs, agents, aht_s=aht_s, within_s=within_s))


def test_erlang_b_is_exact_down_to_the_smallest_shares() -> None:
    for erlangs, agents in ((0.01, 80), (10_000.0, 12_000), (10_000.0, 1), (400.0, 1_200)):
        wanted = blocked(Decimal(erlangs), agents)
        assert abs(Decimal(erlang_b(erlangs, agents)) / wanted - 1) < Decimal("1e-11")
    assert erlang_b(1.0, 12_000) == 0


def test_many_queues_of_any_size_are_each_what_they_are_alone() -> None:
    erlangs = np.array([3.0, 900.0, 0.2, 40.0])
    agents = np.array([4, 930, 1, 39])
    loads = Loads(erlangs=erlangs, rest=np.zeros(4), aht_s=np.full(4, 200.0))
    together = impatient(loads, agents, np.full(4, 20.0), np.full(4, 90.0))
    for place in range(4):
        load = QueueLoad(contacts_per_hour=erlangs[place] * 18, aht_s=200.0)
        assert one_of(together, place).p_wait == pytest.approx(
            impatient_queue(load, int(agents[place]), 20, 90).p_wait, rel=1e-12
        )


@pytest.mark.parametrize("patience_s", [None, 5.0, 600.0, 86_400.0])
@pytest.mark.parametrize("within_s", [0.0, 20.0, 3_600.0, 28_800.0])
@pytest.mark.parametrize(("erlangs", "share"), [(0.3, 0.5), (8.0, 0.8), (61.5, 0.95), (61.5, 0.2)])
def test_the_smallest_number_is_the_first_that_holds_also_for_targets_of_hours(
    erlangs: float, share: float, within_s: float, patience_s: float | None
) -> None:
    load = QueueLoad(contacts_per_hour=erlangs * 12, aht_s=300)
    target = ServiceTarget(share=share, within_s=within_s, max_occupancy=0.97)

    def holds(agents: int) -> bool:
        if patience_s is None and agents <= erlangs:
            return False
        counted = case(erlangs, agents, within_s=within_s, patience_s=patience_s)
        wanted = reference(counted)
        return float(wanted["service_level"]) >= share and float(wanted["occupancy"]) <= 0.97

    found = smallest_agents(load, target, patience_s)
    assert holds(found)
    assert found == 1 or not holds(found - 1)


def test_customers_who_leave_may_need_fewer_agents_than_the_load() -> None:
    # Half of 100 erlangs may be lost when half served within hours is enough; 50 agents carry half.
    load = QueueLoad(contacts_per_hour=1_200, aht_s=300)
    target = ServiceTarget(share=0.5, within_s=14_400)
    assert smallest_agents(load, target, patience_s=600) == 50
    # Without leaving the queue must at least keep up.
    assert smallest_agents(load, target) == 101


def test_a_limit_typed_in_decimals_is_held_exactly() -> None:
    # 126 contacts of 60 s an hour are 2.1 erlangs: three agents are busy seven tenths of the time.
    load = QueueLoad(contacts_per_hour=126, aht_s=60)
    assert smallest_agents(load, ServiceTarget(share=0, within_s=20, max_occupancy=0.7)) == 3
    # One agent with 0.2 erlangs answers exactly 80 % at once.
    load = QueueLoad(contacts_per_hour=4, aht_s=180)
    assert smallest_agents(load, ServiceTarget(share=0.8, within_s=0)) == 1


def test_whole_numbers_of_contacts_are_staffed_as_each_alone() -> None:
    contacts = np.random.default_rng(7).poisson([[0.4], [9.0], [70.0]], size=(3, 200))
    aht_s, shares, within = np.array([300.0, 720.0, 45.0]), (0.8, 0.9, 0.99), (20.0, 3_600.0, 0.0)
    targets = Targets(share=np.array(shares), within_s=np.array(within), max_occupancy=np.full(3, 0.9))
    found = smallest_for_counts(contacts, interval_s=900.0, aht_s=aht_s, targets=targets)
    for row in range(3):
        for count, agents in zip(contacts[row], found[row], strict=True):
            load = QueueLoad(contacts_per_hour=float(count) * 4, aht_s=float(aht_s[row]))
            target = ServiceTarget(share=shares[row], within_s=within[row], max_occupancy=0.9)
            assert agents == smallest_agents(load, target)
    assert (found[contacts == 0] == 0).all()


def test_ten_thousand_erlangs_are_staffed_at_once() -> None:
    load = QueueLoad(contacts_per_hour=200_000, aht_s=180)
    target = ServiceTarget(share=0.8, within_s=20)
    agents = smallest_agents(load, target)
    assert patient_queue(load, agents, 20).service_level >= 0.8
    assert patient_queue(load, agents - 1, 20).service_level < 0.8
    fewer = smallest_agents(load, target, patience_s=120)
    assert impatient_queue(load, fewer, 20, 120).service_level >= 0.8
    assert impatient_queue(load, fewer - 1, 20, 120).service_level < 0.8
