"""What must hold in every live queue."""

import math
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from domain.costing.live_queue import QueueResult, ServiceTarget
from tests.queue_case import QueueLoad, impatient_queue, patient_queue, smallest_agents, smallest_chat_agents

HAIR = 1e-10
patiences = st.none() | st.floats(1, 86_400)
targets = st.builds(
    ServiceTarget,
    share=st.floats(0, 0.999),
    within_s=st.floats(0, 28_800),
    max_occupancy=st.floats(0.3, 1),
)


@st.composite
def queues(draw: st.DrawFn) -> QueueLoad:
    erlangs = draw(st.floats(0.01, 300))
    aht_s = draw(st.floats(5, 3_600))
    return QueueLoad(contacts_per_hour=erlangs * 3600 / aht_s, aht_s=aht_s)


def result(load: QueueLoad, agents: int, within_s: float, patience_s: float | None) -> QueueResult[float]:
    if patience_s is None:
        return patient_queue(load, agents, within_s)
    return impatient_queue(load, agents, within_s, patience_s)


@settings(deadline=None, max_examples=60)
@given(queues(), targets, st.floats(0, 0.999), patiences)
def test_a_higher_service_level_never_needs_fewer_agents(
    load: QueueLoad, target: ServiceTarget, other: float, patience_s: float | None
) -> None:
    lax, strict = sorted((target.share, other))
    needs = [
        smallest_agents(
            load,
            ServiceTarget(share=share, within_s=target.within_s, max_occupancy=target.max_occupancy),
            patience_s,
        )
        for share in (lax, strict)
    ]
    assert needs[0] <= needs[1]


@settings(deadline=None, max_examples=60)
@given(queues(), targets, st.floats(1, 4), patiences)
def test_more_volume_never_needs_fewer_agents(
    load: QueueLoad, target: ServiceTarget, times: float, patience_s: float | None
) -> None:
    busier = QueueLoad(contacts_per_hour=load.contacts_per_hour * times, aht_s=load.aht_s)
    assert smallest_agents(load, target, patience_s) <= smallest_agents(busier, target, patience_s)


@settings(deadline=None, max_examples=60)
@given(queues(), targets, patiences)
def test_the_smallest_number_holds_and_one_fewer_does_not(
    load: QueueLoad, target: ServiceTarget, patience_s: float | None
) -> None:
    agents = smallest_agents(load, target, patience_s)
    held = result(load, agents, target.within_s, patience_s)
    assert held.service_level >= target.share - HAIR
    assert held.occupancy <= target.max_occupancy + HAIR
    if agents > 1:
        fewer = result(load, agents - 1, target.within_s, patience_s)
        keeps_up = patience_s is not None or agents - 1 > load.erlangs
        assert (
            not keeps_up
            or fewer.service_level < target.share + HAIR
            or fewer.occupancy > target.max_occupancy - HAIR
        )


@settings(deadline=None, max_examples=60)
@given(queues(), st.integers(1, 400), st.floats(0, 28_800), patiences)
def test_one_more_agent_never_makes_it_worse(
    load: QueueLoad, agents: int, within_s: float, patience_s: float | None
) -> None:
    before, after = (result(load, agents + more, within_s, patience_s) for more in (0, 1))
    assert after.service_level >= before.service_level - HAIR
    for name in ("asa_s", "p_wait", "p_abandon", "occupancy"):
        worse, better = getattr(before, name), getattr(after, name)
        assert better <= worse * (1 + HAIR), name


@settings(deadline=None, max_examples=60)
@given(queues(), st.integers(1, 400), st.floats(0, 28_800), st.floats(0.1, 1e9))
def test_everybody_is_served_or_leaves_and_those_who_leave_do_so_at_one_patience_after_another(
    load: QueueLoad, agents: int, within_s: float, patience_s: float
) -> None:
    there = impatient_queue(load, agents, within_s, patience_s)
    assert there.occupancy * agents / load.erlangs + there.p_abandon == pytest.approx(1, rel=1e-9)
    assert there.asa_s == pytest.approx(there.p_abandon * patience_s, rel=1e-9)
    assert 0 <= there.service_level <= 1 - there.p_abandon + 1e-9
    assert there.p_abandon <= there.p_wait + 1e-9


@settings(deadline=None, max_examples=60)
@given(queues(), st.integers(1, 40), st.floats(0, 3_600))
def test_erlang_a_becomes_erlang_c_as_patience_grows(load: QueueLoad, spare: int, within_s: float) -> None:
    agents = math.floor(load.erlangs) + spare
    assume(agents - load.erlangs > 0.01)
    endless = patient_queue(load, agents, within_s)
    # Counted in handling times, a gap of at most about 1 ÷ patience in the square of the slack.
    gaps = [
        endless.p_wait - impatient_queue(load, agents, within_s, load.aht_s * patience).p_wait
        for patience in (1, 1e3, 1e6, 1e9)
    ]
    assert all(gap >= -HAIR for gap in gaps)
    assert all(later <= earlier + HAIR for earlier, later in pairwise(gaps))
    assert gaps[-1] <= 1e-4
    last = impatient_queue(load, agents, within_s, load.aht_s * 1e9)
    assert last.service_level == pytest.approx(endless.service_level, abs=1e-4)


@settings(deadline=None, max_examples=60)
@given(queues(), targets, st.integers(1, 6))
def test_chat_agents_give_enough_slots_and_one_fewer_too_few(
    load: QueueLoad, target: ServiceTarget, concurrency: int
) -> None:
    slots = smallest_agents(load, target)
    agents = smallest_chat_agents(load, target, concurrency)
    assert (agents - 1) * concurrency < slots <= agents * concurrency
