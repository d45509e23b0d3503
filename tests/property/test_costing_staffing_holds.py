"""What must hold for the staffing of every merchant."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.costing.channels import live_seats
from domain.costing.inputs import EstimateInputs, check_inputs
from domain.costing.live_queue import ServiceTarget
from domain.costing.pools import Pool, PoolLimits, cheapest_pools, hireable_pools
from domain.costing.seasons import Season
from domain.costing.shifts import ShiftRules, hours_on_duty, roster, shifts_for
from domain.costing.staffing import Plan
from domain.costing.week import HOURS_A_WEEK
from domain.costing.week_inputs import WeekInputs
from domain.costing.week_plan import WeekPlan, plan_week
from domain.costing.year import staff_year
from tests.costing_case import CALENDAR, staffed, windows

LANGUAGES = ("de", "fr", "es", "it", "en")
CHANNELS = ("email", "social", "chat", "phone")
OPEN = np.ones(HOURS_A_WEEK)
TINY = 1e-9


@st.composite
def merchants(draw: st.DrawFn) -> EstimateInputs:
    channels = draw(st.lists(st.sampled_from(CHANNELS), min_size=1, unique=True))
    languages = draw(st.lists(st.sampled_from(LANGUAGES), min_size=1, unique=True))
    weights = [draw(st.integers(1, 20)) for _ in languages]
    opening = st.integers(0, 11)
    length = st.integers(6, 12)
    days = st.integers(5, 7)
    arrivals = st.lists(st.integers(0, 9), min_size=24, max_size=24)
    return EstimateInputs(
        contacts_month={channel: float(draw(st.integers(0, 20_000))) for channel in channels},
        language_share={name: n / sum(weights) for name, n in zip(languages, weights, strict=True)},
        aht_s={channel: float(draw(st.integers(60, 900))) for channel in channels},
        concurrency={"chat": draw(st.sampled_from([1.0, 2.0, 3.0]))},
        coverage_hours_week=40,
        seats_min=draw(st.integers(0, 2)),
        occupancy=draw(st.sampled_from([0.6, 0.8, 0.88])),
        shrinkage=0.3,
        weekly_contract_hours=40,
        pool_limits=PoolLimits(
            languages_per_agent=draw(st.sampled_from([1, 2, 3, None])),
            premium=draw(st.sampled_from([0.0, 0.1])),
        ),
        growth_year=draw(st.sampled_from([-0.2, 0.0, 0.5])),
        seasons=(
            Season(name="Peak", multiplier=draw(st.sampled_from([1.0, 2.0, 4.0])), months={11: 0.5, 12: 1.0}),
        ),
        week=WeekInputs(
            open_windows={
                name: windows(first := draw(opening), first + draw(length), days=draw(days))
                for name in languages
            },
            targets={
                "phone": ServiceTarget(share=0.8, within_s=20),
                "chat": ServiceTarget(share=0.9, within_s=30),
            },
            answer_within_h=dict.fromkeys(("email", "social"), draw(st.sampled_from([1.0, 4.0, 24.0, 48.0]))),
            shifts=ShiftRules(lengths_h=(4, 8, 9), overlap_h=2),
            arrivals={channel: tuple(map(float, draw(arrivals) * 7)) for channel in channels},
            patience_s=draw(st.sampled_from([None, 30.0, 90.0, 600.0])),
        ),
    )


def week_of(inputs: EstimateInputs) -> WeekPlan:
    plan = plan_week(inputs, staffed(inputs).separate, CALENDAR)
    assert isinstance(plan, WeekPlan)
    return plan


def busier(inputs: EstimateInputs, factor: float) -> EstimateInputs:
    return replace(inputs, contacts_month={name: n * factor for name, n in inputs.contacts_month.items()})


@given(merchants())
def test_the_cheapest_pools_never_need_more_than_separate_queues_before_their_premium(
    inputs: EstimateInputs,
) -> None:
    check_inputs(inputs)
    staffing = staffed(inputs)
    assert isinstance(staffing.cheapest, Plan)
    assert staffing.cheapest.hours <= staffing.separate.hours * (1 + TINY)
    assert staffing.cheapest.hours + staffing.cheapest.premium_hours <= staffing.separate.hours + 1e-4
    assert sorted(name for pool in staffing.cheapest.pools for name in pool) == sorted(inputs.languages)
    most = inputs.pool_limits.languages_per_agent or len(LANGUAGES)
    assert max(len(pool) for pool in staffing.cheapest.pools) <= most


def groupings(languages: tuple[str, ...]) -> list[tuple[Pool, ...]]:
    """Every way to put languages into pools, written out."""
    if not languages:
        return [()]
    first, rest = languages[0], languages[1:]
    return [
        ((first, *others), *later)
        for size in range(len(rest) + 1)
        for others in combinations(rest, size)
        for later in groupings(tuple(name for name in rest if name not in others))
    ]


@given(st.lists(st.integers(1, 500), min_size=31, max_size=31), st.sampled_from([1, 2, 3, None]))
def test_no_permitted_grouping_is_cheaper_than_the_one_found(prices: list[int], most: int | None) -> None:
    every = [pool for size in range(1, 6) for pool in combinations(LANGUAGES, size)]
    cost = dict(zip(every, map(float, prices), strict=True))
    limits = PoolLimits(languages_per_agent=most)
    found = cheapest_pools(LANGUAGES, cost.__getitem__, hireable_pools(LANGUAGES, limits))
    assert isinstance(found, tuple)
    allowed = [each for each in groupings(LANGUAGES) if all(limits.can_be_hired(pool) for pool in each)]
    assert sum(cost[pool] for pool in found) == min(sum(cost[pool] for pool in each) for each in allowed)


@given(merchants(), st.floats(1, 3))
@settings(deadline=None)
def test_more_contacts_never_need_fewer_hours(inputs: EstimateInputs, factor: float) -> None:
    more = busier(inputs, factor)
    before, after = staffed(inputs), staffed(more)
    assert after.separate.hours >= before.separate.hours * (1 - TINY)
    assert after.pooled_hours >= before.pooled_hours * (1 - TINY)
    # Where callers hang up, a busier week may lose more of them; everybody waits here.
    assert inputs.week is not None
    patient = replace(inputs, week=replace(inputs.week, patience_s=None))
    assert (
        week_of(busier(patient, factor)).required_hours_month >= week_of(patient).required_hours_month - 1e-6
    )


@given(merchants())
@settings(deadline=None)
def test_a_week_does_all_its_work_within_the_limits(inputs: EstimateInputs) -> None:
    plan = week_of(inputs)
    idle = plan.idle_breakdown
    # Who hangs up is not served; everything else is.
    calls = inputs.contacts_month.get("phone", 0.0) * inputs.aht_s.get("phone", 0.0) / 3600
    work = sum(
        contacts * inputs.aht_s[name] / 3600 / (inputs.concurrency["chat"] if name == "chat" else 1)
        for name, contacts in inputs.contacts_month.items()
    )
    assert work - calls <= idle.work_hours * (1 + 1e-6) + 1e-6
    assert idle.work_hours <= work * (1 + 1e-6) + 1e-6
    assert idle.work_hours + idle.occupancy_hours == pytest.approx(idle.work_hours / inputs.occupancy)
    assert min(idle.service_hours, idle.floor_hours) >= -1e-6
    assert 0 <= plan.late_share <= 1
    for group in plan.groups.values():
        assert min(group.over) >= -1e-9


@given(st.floats(0.1, 300), st.floats(30, 900), st.floats(0.1, 0.9), st.floats(0, 0.09), st.floats(0, 60))
def test_a_higher_service_level_never_needs_fewer_agents(
    rate: float, aht_s: float, share: float, more: float, within_s: float
) -> None:
    def agents(target_share: float) -> int:
        target = ServiceTarget(share=target_share, within_s=within_s)
        return int(live_seats(np.full(HOURS_A_WEEK, rate), OPEN, aht_s=aht_s, target=target).agents[0])

    assert agents(share + more) >= agents(share)


@given(st.floats(0.1, 300), st.floats(30, 900))
def test_with_endless_patience_callers_are_staffed_like_people_who_wait(rate: float, aht_s: float) -> None:
    target = ServiceTarget(share=0.8, within_s=20)

    def agents(patience_s: float | None) -> int:
        seats = live_seats(
            np.full(HOURS_A_WEEK, rate), OPEN, aht_s=aht_s, target=target, patience_s=patience_s
        )
        return int(seats.agents[0])

    assert agents(1e9) == agents(None)
    assert agents(60.0) <= agents(600.0) <= agents(None)


@given(merchants())
def test_a_year_is_the_sum_of_its_months_and_no_shorter_than_without_seasons(inputs: EstimateInputs) -> None:
    plan = staffed(inputs).separate
    year = staff_year(inputs, plan, CALENDAR)
    assert year.hours == pytest.approx(year.base_hours + year.extra_hours)
    assert year.extra_hours >= -1e-9
    quiet = staff_year(replace(inputs, seasons=()), plan, CALENDAR)
    assert quiet.hours == pytest.approx(year.base_hours)


@given(st.lists(st.booleans(), min_size=24, max_size=24), st.lists(st.booleans(), min_size=24, max_size=24))
def test_shifts_keep_every_needed_hour(needed: list[bool], more_open: list[bool]) -> None:
    open_hours = [one or other for one, other in zip(needed, more_open, strict=True)]
    shifts = shifts_for(needed, open_hours, ShiftRules(lengths_h=(4, 8), overlap_h=2))
    on_duty = {hour for shift in shifts for hour in range(shift.start, shift.start + shift.length_h)}
    assert {hour for hour, need in enumerate(needed) if need} <= on_duty
    assert hours_on_duty(shifts) >= sum(needed)


@given(st.lists(st.integers(0, 4), min_size=HOURS_A_WEEK, max_size=HOURS_A_WEEK))
def test_a_roster_is_never_short(required: list[int]) -> None:
    seats = np.array(required, dtype=np.float64)
    made = roster(seats, OPEN, ShiftRules(lengths_h=(4, 8, 9), overlap_h=2))
    assert (made.covered >= seats).all()
